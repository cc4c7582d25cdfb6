"""A vacancy pasted into a page: text in, a vacancy out that a person looks over, or why there is none."""

from __future__ import annotations

from enum import StrEnum

from matcher.errors import PastedTextError, UnreadableFileError
from matcher.intake.html_pages import is_page, text_of_html, words_of_page
from matcher.intake.pasted_texts import is_cv
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier
from matcher.intake.vacancy_wording import read_vacancy_text
from matcher.records import Source, Vacancy

LONGEST_PASTE = 100_000
"""Most characters that may be pasted; real vacancies stay far below."""

_HEADING = "text"
_LONGEST_TITLE = 80


class PasteFault(StrEnum):
    """Why a pasted text is no vacancy."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PERSON = "person"


def read_pasted(text: str) -> Vacancy:
    """Return the vacancy that a text tells of, without an id; a text that names no job takes its first words as title.

    Raises:
        PastedTextError: no words once HTML is taken out, more than :data:`LONGEST_PASTE` characters, or a CV.
    """
    if len(text) > LONGEST_PASTE:
        raise PastedTextError(PasteFault.TOO_LONG, f"The text is longer than {LONGEST_PASTE:,} characters: shorten it.")
    words = words_of_page(text) if is_page(text.lstrip()) else text_of_html(text)
    if not any(mark.isalnum() for mark in words):
        raise PastedTextError(PasteFault.EMPTY, "There are no words in the text: paste the text of a vacancy.")
    if is_cv(words):
        raise PastedTextError(PasteFault.PERSON, "The text reads like the CV of a person: paste a vacancy.")
    dossier = VacancyDossier(Source("pasted"))
    dossier.tell(VacancyColumn.DESCRIPTION, _HEADING, words)
    dossier.title_found(read_vacancy_text(words).title or _first_words(words))
    entry = dossier.entry()
    if entry.fields.faults:
        fault = entry.fields.faults[0]
        raise UnreadableFileError(f"The text could not be read: {fault.problem}; {fault.remedy}.")
    return entry.vacancy


def _first_words(text: str) -> str:
    line = next(line.strip() for line in text.splitlines() if any(mark.isalnum() for mark in line))
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
