"""A vacancy on the screen: the facts in a list, and the summary."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from matcher.records import Vacancy
from screen.facts import languages_asked, place_in_words, wage_in_words
from screen.plain_text import chip, plain, quiet
from screen.wording import Words


def vacancy_facts(vacancy: Vacancy, words: Words) -> tuple[str, str, str, str]:
    """Return title, employer, place and reference, by which a vacancy is known in a list; plain text."""
    employer = vacancy.employer or words("vacancy.no_employer")
    place = vacancy.workplace.name if vacancy.workplace else words("vacancy.no_place")
    return vacancy.title, employer, place, vacancy.key


def vacancy_line(vacancy: Vacancy, words: Words) -> str:
    """Return title, employer, place and reference on one line of plain text."""
    employer = vacancy.employer or words("vacancy.no_employer")
    place = vacancy.workplace.name if vacancy.workplace else words("vacancy.no_place")
    return " · ".join((vacancy.title, employer, place, vacancy.key))


def show_vacancy(vacancy: Vacancy, words: Words) -> None:
    """Show what a vacancy offers and what it asks."""
    with st.container(border=True):
        with st.container(gap=None):
            st.header(plain(vacancy.title), anchor=False)
            employer = vacancy.employer or words("vacancy.no_employer")
            st.markdown(quiet(f"{plain(employer)} · {plain(vacancy.key)}"))
        with st.container(horizontal=True, gap="small"):
            for label, fact in _facts(vacancy, words):
                st.markdown(f"{quiet(words(label))}  \n{fact}", width="content")
        _show_skills("vacancy.essential", [asked.text for asked in vacancy.requirements if asked.essential], words)
        _show_skills("vacancy.optional", [asked.text for asked in vacancy.requirements if not asked.essential], words)
        if vacancy.description:
            with st.expander(words("vacancy.description")):
                st.markdown(plain(vacancy.description))


def _facts(vacancy: Vacancy, words: Words) -> list[tuple[str, str]]:
    facts = [
        ("vacancy.place", place_in_words(vacancy.workplace, words)),
        ("vacancy.contract", plain(vacancy.contract or words("fact.not_stated"))),
        ("vacancy.wage", wage_in_words(vacancy.wage, words)),
        ("vacancy.openings", str(vacancy.openings)),
        ("vacancy.languages", languages_asked(vacancy.languages, words)),
    ]
    if vacancy.closes:
        facts.append(("vacancy.closes", words.day(vacancy.closes)))
    return facts


def _show_skills(label: str, texts: Sequence[str], words: Words) -> None:
    """Show skills as chips; a vacancy without any of that kind says nothing."""
    colour = "blue" if label == "vacancy.essential" else "gray"
    if texts:
        chips = " ".join(chip(plain(text), colour) for text in texts)
        st.markdown(f"{quiet(words(label))}  \n{chips}")
