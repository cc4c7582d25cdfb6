"""A vacancy as running text, pasted from a page or a mail: what its words say is read, and all of it kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.html_pages import is_page, text_of_html, words_of_page
from matcher.intake.people import LOAD_AS_COHORT
from matcher.intake.text_tables import decode
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.intake.vacancy_wording import read_vacancy_text
from matcher.records import Source, Vacancy
from taxonomies.wording import fold

V = VacancyColumn

LARGEST_TEXT = 1_000_000
"""Most characters of one vacancy."""

_HEADING = "text"
_FEWEST_WORDS = 8
_FEWEST_ROWS = 3
_SAMPLE = 20_000
_BULLET = re.compile(r"^[\W_]{1,10}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CV_TITLE = re.compile(r"\W{0,5}(?:curriculum vitae|lebenslauf|c\.?v\.?)\b.{0,40}")
# With its day, for vacancies ask for a CV and say what must stand in it.
_BIRTH = re.compile(
    r"\b(?:date de naissance|nee? le|geboortedatum|geboren (?:op|am)|geburtsdatum|date of birth|born on)"
    r"\s{0,5}:?\s{0,5}\d"
)
_TITLE_LINES = 3
_ADDRESS = re.compile(r"https?://\S+")


def is_running_text(arrival: Arrival) -> bool:
    """Tell running text from a table whose headings nobody knows: its lines are not parted alike into cells."""
    if arrival.data.startswith((b"PK", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return False
    try:
        sample = decode(arrival.data, Path(arrival.place))[:_SAMPLE]
    except UnreadableFileError:
        return False
    lines = [line for line in sample.splitlines() if line.strip()]
    return len(_WORD.findall(sample)) >= _FEWEST_WORDS and not any(_is_column(lines, mark) for mark in ";\t|,")


def read_text(arrival: Arrival) -> Iterator[VacancyEntry]:
    """Read the one vacancy of a text.

    Raises:
        UnreadableFileError: no text, longer than any vacancy, or one person's curriculum vitae.
    """
    text = decode(arrival.data, Path(arrival.place))
    yield entry_of_words(words_of_page(text) if is_page(arrival.plain) else text_of_html(text), arrival)


def entry_of_words(text: str, arrival: Arrival) -> VacancyEntry:
    """Return the vacancy that a text tells of.

    Raises:
        UnreadableFileError: as :func:`read_text`.
    """
    if len(text) > LARGEST_TEXT:
        raise UnreadableFileError(
            f"{arrival} is a text of more than {LARGEST_TEXT:,} characters, longer than any vacancy; load each "
            "vacancy from a file of its own, or a table from CSV or XLSX."
        )
    if is_cv(text):
        raise UnreadableFileError(f"{arrival} reads like the CV of a person, not a vacancy; {LOAD_AS_COHORT}.")
    dossier = VacancyDossier(Source(arrival.name))
    dossier.tell(V.DESCRIPTION, _HEADING, text)
    dossier.title_found(read_vacancy_text(text).title or "")
    addresses = dict.fromkeys(address.rstrip(").,;") for address in _ADDRESS.findall(text))
    if len(addresses) == 1:
        dossier.tell(V.URL, _HEADING, next(iter(addresses)))
    entry = dossier.entry()
    if not entry.fields.faults and _says_nothing(entry.vacancy):
        dossier.warn(
            _HEADING,
            entry.vacancy.title,
            "nothing but a title was recognised in the text, which was kept whole",
            "look whether it is a vacancy; if it is a table, give it headings",
        )
    return entry


def is_cv(text: str) -> bool:
    """Tell whether a text begins as the curriculum vitae of one person does."""
    lines = [line.strip() for line in fold(text[:_SAMPLE]).splitlines() if line.strip()]
    return any(map(_CV_TITLE.fullmatch, lines[:_TITLE_LINES])) or any(map(_BIRTH.search, lines))


def _is_column(lines: list[str], mark: str) -> bool:
    """Tell whether most lines hold a mark equally often, bullets apart: they are rows."""
    counts = [_BULLET.sub("", line).count(mark) for line in lines]
    usual = max(set(counts) - {0}, key=counts.count, default=0)
    # "Lieu:\tGent" is how pages are pasted, and sentences hold a comma.
    fewest = 1 if mark == ";" else 2
    return len(lines) >= _FEWEST_ROWS and usual >= fewest and counts.count(usual) * 3 > len(lines) * 2


def _says_nothing(vacancy: Vacancy) -> bool:
    found = (
        *(vacancy.requirements, vacancy.languages, vacancy.wage, vacancy.workplace, vacancy.contract, vacancy.hours),
        *(vacancy.employer, vacancy.years, vacancy.closes, vacancy.starts, vacancy.driving_licences),
    )
    return not any(found)
