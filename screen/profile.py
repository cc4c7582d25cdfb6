"""An opened candidate: the masked profile, each statement with the ESCO concept that was found for it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.offices import LinkRead, ProfileRead
from matcher.records import Education, Experience, Recognition, SkillStatement
from screen.facts import duration_in_words, language_held
from screen.plain_text import plain, quiet
from screen.when_and_where import stated_in_words
from screen.wording import Words


def show_profile(read: ProfileRead, words: Words) -> None:
    """Show all that the engine may see of a candidate, and nothing of who it is."""
    profile = read.profile
    assessed = [_assessed(skill, words) for skill in profile.skills]
    left, right = st.columns(2, gap="medium")
    with left:
        titles = [_link_line(link, words) for link in read.occupations]
        _show_part("profile.occupations", titles, words)
        lines = [_link_line(link, words, level) for link, level in zip(read.skills, assessed, strict=True)]
        _show_part("profile.statements", lines, words)
        st.markdown(quiet(words("profile.esco_hint")))
    with right:
        _show_part("profile.experience", [_job_line(job, words) for job in profile.experience], words)
        _show_part("profile.education", [_study_line(study, words) for study in profile.education], words)
        _show_part("profile.languages", [language_held(skill, words) for skill in profile.languages], words)
        if stated := list(stated_in_words(profile, words)):
            _show_part("profile.when_and_where", stated, words)
        if profile.wishes:
            _show_part("profile.wishes", [plain(wish) for wish in profile.wishes], words)
        if profile.summary:
            _show_part("profile.summary", [plain(profile.summary)], words)


def _show_part(heading: str, lines: Sequence[str], words: Words) -> None:
    with st.container(gap=None):
        st.subheader(words(heading), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in lines) if lines else words("profile.nothing"))


def _link_line(link: LinkRead, words: Words, level: str = "") -> str:
    said = f"{plain(link.text)}{level}"
    how = words(f"link.{link.method.value}")
    if link.concept is None:
        return f"{said}  \n{quiet(how)}"
    told = words.percent(link.chance) + ("" if link.is_calibrated else f" ({words('link.uncalibrated')})")
    return f"{said}  \n:small[→ **{plain(link.concept)}** :gray[· {how} · {told}]]"


def _assessed(skill: SkillStatement, words: Words) -> str:
    if skill.level is None:
        return ""
    return f" :gray[({words('profile.level', level=words.percent(skill.level))})]"


def _job_line(job: Experience, words: Words) -> str:
    when = duration_in_words(job, words)
    title = f"**{plain(job.title)}**" if job.title else ""
    head = " · ".join(part for part in (title, when) if part)
    told = job.description if job.description and job.description != job.title else ""
    return "  \n".join(part for part in (head, plain(told)) if part)


def _study_line(study: Education, words: Words) -> str:
    """Return a course with its levels apart: the national one, the one claimed, and what authorities decided."""
    levels = [words("profile.national", level=plain(study.national_level))] if study.national_level else []
    if study.eqf:
        levels.append(words("profile.eqf", level=study.eqf))
    levels += [_decision(item, words) for item in study.recognitions]
    return f"{plain(study.text)} :gray[({'; '.join(levels)})]" if levels else plain(study.text)


def _decision(decided: Recognition, words: Words) -> str:
    """Return what an authority decided, by whom, for what and when, as far as it is known."""
    parts = [words(f"recognition.{decided.kind.value}"), plain(decided.authority), plain(decided.profession or "")]
    level = f"EQF {decided.eqf}" if decided.eqf else ""
    return " ".join(part for part in (*parts, level, words.day(decided.on) if decided.on else "") if part)
