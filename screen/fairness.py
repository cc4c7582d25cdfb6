"""Fair recruitment on the screen: what in a vacancy is not fair or may not be, with the rule and the words found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from matcher.reasons import in_words
from matcher.records import Answer, Vacancy, VacancyWarning
from matcher.vacancy_checks import check_vacancy, is_note
from screen.plain_text import chip, plain, quiet
from screen.wording import Words


def show_fairness(vacancy: Vacancy, words: Words, as_of: date) -> None:
    """Show the warnings, those that break a rule first, and the notes behind them; none of it touches the ranking."""
    checked = check_vacancy(vacancy, as_of)
    warnings = sorted((item for item in checked if not is_note(item)), key=lambda item: item.answer is not Answer.NO)
    notes = [item for item in checked if is_note(item)]
    if warnings:
        title = words("fairness.warnings", number=len(warnings))
        with st.expander(title, icon=":material/gavel:"):
            _show(warnings, words)
    if notes:
        with st.expander(words("fairness.notes", number=len(notes))):
            _show(notes, words)


def _show(warnings: Sequence[VacancyWarning], words: Words) -> None:
    for warning in warnings:
        colour = "red" if warning.answer is Answer.NO else "orange"
        mark = "" if is_note(warning) else f"{chip(plain(words(f'fairness.{warning.answer.value}')), colour)} "
        lines = [f"{mark}{plain(in_words(warning.reason, words.language))}"]
        if warning.found:
            found = " ".join(chip(plain(text), "gray") for text in warning.found)
            lines.append(f"{quiet(words('fairness.found'))} {found}")
        if warning.remedy:
            lines.append(plain(in_words(warning.remedy, words.language)))
        lines.append(quiet(f"{words('fairness.rule')} {plain(warning.source)}"))
        st.markdown("  \n".join(lines))
