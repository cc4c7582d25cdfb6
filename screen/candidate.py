"""A ranked candidate on the screen: score and bar, distance, reasons, skills asked, language gaps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from matcher.distance import distance
from matcher.reasons import in_words
from matcher.records import Evidence, Match, ProfessionalProfile, Vacancy
from matcher.stewardship import blind_name
from screen.asked_skills import ESSENTIAL, OPTIONAL, AskedSkill, asked_skills
from screen.facts import gap_in_words
from screen.law import law_line
from screen.plain_text import chip, plain, quiet
from screen.score_bar import marker, show_score_bar
from screen.when_and_where import stated_in_words
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
def show_card(place: Place, match: Match, profile: ProfessionalProfile | None, words: Words) -> Iterator[None]:
    """Show a candidate in the ranking; what can be done with one is drawn by the caller, within the card."""
    with st.container(border=True):
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                new = f" {chip(words('card.new'), 'violet')}" if place.is_new else ""
                title = plain(f"{place.number} · {blind_name(match.candidate_id)}")
                st.subheader(f"{title}{new}", anchor=False, width="content")
                st.subheader(words.percent(match.score), anchor=False, width="content")
            show_score_bar(match, words)
            st.markdown(_together(f"**{plain(in_words(distance(match), words.language))}**", _stated(profile, words)))
        show_evidence(match, words)
        known = quiet(words("card.known", share=words.percent(match.completeness)))
        st.markdown(_together(law_line(match, words), known))
        yield


def show_evidence(match: Match, words: Words) -> None:
    """Show the reasons and the language gaps on one side, the skills asked on the other.

    Each side is one piece: every piece of a page costs a message, and a page has many cards.
    """
    left, right = st.columns(2, gap="medium")
    left.markdown(_together(reasons(match, words), language_gaps(match, words)))
    essential = _skills("vacancy.essential", asked_skills(match, ESSENTIAL), words)
    if asked := _together(essential, _skills("vacancy.optional", asked_skills(match, OPTIONAL), words)):
        right.markdown(asked)


def reasons(match: Match, words: Words) -> str:
    """Return each part of the score as Markdown: its colour, what it adds, and why."""
    return "  \n".join(_reason_line(part, words) for part in match.evidence)


def language_gaps(match: Match, words: Words) -> str:
    """Return the languages asked that are not known to be held as Markdown, or ``""``: facts, beside the score."""
    if not match.gaps:
        return ""
    facts = [
        chip(gap_in_words(gap, words), "orange" if gap.essential else "gray") for gap in match.gaps if gap.steps != 0
    ]
    said = " ".join(facts) or chip(words("gap.none"), "green")
    return f"{quiet(words('gap.heading'))}  \n{said}"


def essential_skills(match: Match, vacancy: Vacancy, words: Words) -> str:
    """Return those asked as Markdown, or ``""``, in the vacancy's order: candidates side by side are read across."""
    found = {skill.asked: skill for skill in asked_skills(match, ESSENTIAL)}
    asked = [found[item.text] for item in vacancy.requirements if item.text in found]
    return _skills("vacancy.essential", asked, words)


def _stated(profile: ProfessionalProfile | None, words: Words) -> str:
    """Return when and where somebody would work as Markdown, or ``""``: facts, beside the score."""
    stated = " · ".join(stated_in_words(profile, words)) if profile else ""
    return quiet(stated) if stated else ""


def _reason_line(part: Evidence, words: Words) -> str:
    reason = plain(in_words(part.reason, words.language, details=False))
    unknown = f" :gray[({words('part.unknown')})]" if part.score is None else ""
    return f"{marker(part.signal)} **{words.percent(part.contribution, sign=True)}** {reason}{unknown}"


def _skills(label: str, found: list[AskedSkill], words: Words) -> str:
    return "  \n".join([quiet(words(label)), *(_skill_line(skill, words) for skill in found)]) if found else ""


def _skill_line(skill: AskedSkill, words: Words) -> str:
    state = chip(words(f"skill.{skill.state}"), _STATE_COLOURS[skill.state])
    quoted = f" :gray[{plain(skill.words)}]" if skill.words else ""
    return f"{state} {plain(skill.asked)}{quoted}"


def _together(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs))
