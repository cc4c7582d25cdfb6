"""A ranked candidate on the screen: score and bar, distance, reasons, skills asked, language gaps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from matcher.distance import distance
from matcher.reasons import in_words
from matcher.records import Evidence, Match, Vacancy
from matcher.stewardship import blind_name
from screen.asked_skills import ESSENTIAL, OPTIONAL, AskedSkill, asked_skills
from screen.facts import gap_in_words
from screen.law import show_law_line
from screen.plain_text import chip, plain, quiet
from screen.score_bar import marker, show_score_bar
from screen.wording import Words

_STATE_COLOURS = {
    "met": "green",
    "near": "orange",
    "missing": "gray",
    "extra_met": "green",
    "extra_near": "orange",
    "extra_missing": "gray",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands in the ranking, and whether they are new in a saved search."""

    number: int
    is_new: bool = False


@contextmanager
def show_card(place: Place, match: Match, words: Words) -> Iterator[None]:
    """Show a candidate in the ranking; what can be done with one is drawn by the caller, within the card."""
    with st.container(border=True):
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                new = f" {chip(words('card.new'), 'violet')}" if place.is_new else ""
                title = plain(f"{place.number} · {blind_name(match.candidate_id)}")
                st.subheader(f"{title}{new}", anchor=False, width="content")
                st.subheader(words.percent(match.score), anchor=False, width="content")
            show_score_bar(match, words)
            st.markdown(f"**{plain(in_words(distance(match), words.language))}**")
        show_evidence(match, words)
        show_law_line(match, words)
        st.markdown(quiet(words("card.known", share=words.percent(match.completeness))))
        yield


def show_evidence(match: Match, words: Words) -> None:
    """Show the reasons and the language gaps on one side, the skills asked on the other."""
    left, right = st.columns(2, gap="medium")
    with left, st.container(gap="small"):
        show_reasons(match, words)
        show_language_gaps(match, words)
    with right, st.container(gap="small"):
        _show_skills("vacancy.essential", asked_skills(match, ESSENTIAL), words)
        _show_skills("vacancy.optional", asked_skills(match, OPTIONAL), words)


def show_reasons(match: Match, words: Words) -> None:
    """Show each part of the score: its colour, what it adds, and why."""
    st.markdown("  \n".join(_reason_line(part, words) for part in match.evidence))


def show_language_gaps(match: Match, words: Words) -> None:
    """Show the languages asked that are not known to be held: facts, beside the score."""
    if match.gaps:
        facts = [
            chip(gap_in_words(gap, words), "orange" if gap.essential else "gray")
            for gap in match.gaps
            if gap.steps != 0
        ]
        said = " ".join(facts) or chip(words("gap.none"), "green")
        st.markdown(f"{quiet(words('gap.heading'))}  \n{said}")


def show_asked(match: Match, vacancy: Vacancy, words: Words) -> None:
    """Show the essential skills in the vacancy's order, so that candidates side by side can be read across."""
    found = {skill.asked: skill for skill in asked_skills(match, ESSENTIAL)}
    asked = [found[item.text] for item in vacancy.requirements if item.text in found]
    _show_skills("vacancy.essential", asked, words)


def _reason_line(part: Evidence, words: Words) -> str:
    reason = plain(in_words(part.reason, words.language, details=False))
    unknown = f" :gray[({words('part.unknown')})]" if part.score is None else ""
    return f"{marker(part.signal)} **{words.percent(part.contribution, sign=True)}** {reason}{unknown}"


def _show_skills(label: str, found: list[AskedSkill], words: Words) -> None:
    if found:
        lines = [quiet(words(label)), *(_skill_line(skill, words) for skill in found)]
        st.markdown("  \n".join(lines))


def _skill_line(skill: AskedSkill, words: Words) -> str:
    state = chip(words(f"skill.{skill.state}"), _STATE_COLOURS[skill.state])
    quoted = f" :gray[{plain(skill.words)}]" if skill.words else ""
    return f"{state} {plain(skill.asked)}{quoted}"
