"""The formats of vacancy files, each recognised by what the file holds, never by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from matcher.errors import UnreadableFileError, UsageError
from matcher.intake.arrivals import Arrival, refuse_empty
from matcher.intake.candidate_columns import CANDIDATE_LEXICON
from matcher.intake.europass import CANDIDATE_ROOT
from matcher.intake.europass_v3 import PASSPORT_ROOTS
from matcher.intake.forem import FOREM_LEXICON, names_offers, read_offers
from matcher.intake.html_pages import is_page
from matcher.intake.json_documents import looks_like_json
from matcher.intake.named_vacancies import IDENTITY, LOAD_AS_COHORT
from matcher.intake.pasted_texts import is_running_text, read_text
from matcher.intake.posting_pages import read_page
from matcher.intake.table_records import open_table, read_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyEntry, entry_of
from matcher.intake.vacancy_json import EURES, FOREM, POSTING, read_json
from matcher.intake.zip_files import document_kind, refuse_bomb
from matcher.records import Problem

AUTO = "auto"

Reading = Iterator[VacancyEntry | Problem]
Reader = Callable[[Arrival], Reading]


@dataclass(frozen=True, slots=True)
class VacancyFormat:
    """A format: its name, as a user writes it, how a file shows that it is one, and its reader.

    ``read`` yields an entry for each record, accepted or not, and problems that concern the file as a whole. It raises
    :class:`UnreadableFileError` where nothing in the file can be read.
    """

    name: str
    recognises: Callable[[Arrival], bool]
    read: Reader


def read_arrival(arrival: Arrival, file_format: str = AUTO) -> Reading:
    """Read a file in the named format, or in the first that recognises it.

    Raises:
        UnreadableFileError: nothing in the file can be read as vacancies.
        UsageError: no such format.
    """
    chosen = find_format(file_format)
    if arrival.parts:
        raise UnreadableFileError(f"{arrival} is a LinkedIn export of a person, not a vacancy; {LOAD_AS_COHORT}.")
    refuse_empty(arrival.data, arrival.place)
    if arrival.data.startswith(b"PK"):
        refuse_bomb(arrival.data, arrival.place)
    _refuse_documents(arrival)
    reader = chosen.read if chosen else next(known.read for known in _RECOGNISED if known.recognises(arrival))
    yield from reader(arrival)


def find_format(name: str) -> VacancyFormat | None:
    """Return the format of a name, ``None`` for ``auto``.

    Raises:
        UsageError: no such format.
    """
    if name == AUTO:
        return None
    if name not in VACANCY_FORMATS:
        choices = ", ".join((AUTO, *VACANCY_FORMATS))
        raise UsageError(f"There is no vacancy format {name!r}; choose one of {choices}.")
    return VACANCY_FORMATS[name]


def _refuse_documents(arrival: Arrival) -> None:
    """Raise where a file is of a program whose documents hold no vacancy that could be read."""
    if arrival.data[:1024].find(b"%PDF-") >= 0 or (
        arrival.data.startswith(b"PK") and document_kind(arrival.data) in ("text", "open text", "presentation")
    ):
        raise UnreadableFileError(
            f"{arrival} is a PDF or text document; copy the words of the vacancy into a text file (.txt) and load "
            f"that. If it is the CV of a person, {LOAD_AS_COHORT}."
        )
    roots = "|".join([CANDIDATE_ROOT, *sorted(PASSPORT_ROOTS)])
    if arrival.plain.startswith("<") and any(
        f"{mark}{root}" in arrival.plain for root in roots.split("|") for mark in "<:"
    ):
        raise UnreadableFileError(f"{arrival} is a Europass CV, not a vacancy; {LOAD_AS_COHORT}.")


def _is_forem(arrival: Arrival) -> bool:
    if not arrival.data.startswith(b"PK"):
        return names_offers(arrival.plain.partition("\n")[0])
    try:
        sheets = read_table(arrival, FOREM_LEXICON)
    except UnreadableFileError:
        return False
    return any(names_offers(" ".join(text for _, text in row.filled)) for sheet in sheets for row in sheet.rows[:5])


def _is_json(arrival: Arrival) -> bool:
    return looks_like_json(arrival.plain)


def _read_forem(arrival: Arrival) -> Reading:
    return read_json(arrival, (FOREM,)) if _is_json(arrival) else read_offers(arrival)


def _read_posting(arrival: Arrival) -> Reading:
    return read_json(arrival, (POSTING,)) if _is_json(arrival) else read_page(arrival)


def _read_table(arrival: Arrival) -> Reading:
    """Read our own table, or running text where that is what the file holds."""
    table = open_table(arrival, VACANCY_LEXICON, frozenset({VacancyColumn.TITLE}), "vacancies")
    for headed in table.sheets:
        named = {CANDIDATE_LEXICON.exact(heading.text) for heading in headed.header.headings}
        if len(named & IDENTITY) > 1:
            raise UnreadableFileError(f"{arrival} holds candidates, not vacancies; {LOAD_AS_COHORT}.")
    yield from table.passed_over
    for fields in table.records():
        yield entry_of(fields)


def _read_table_or_text(arrival: Arrival) -> Reading:
    try:
        found = list(_read_table(arrival))
    except UnreadableFileError:
        if not is_running_text(arrival):
            raise
        found = list(read_text(arrival))
    yield from found


VACANCY_FORMATS: dict[str, VacancyFormat] = {
    known.name: known
    for known in (
        VacancyFormat("forem", _is_forem, _read_forem),
        VacancyFormat("jobposting", lambda arrival: is_page(arrival.plain), _read_posting),
        VacancyFormat("eures", lambda _: False, partial(read_json, kinds=(EURES,))),
        VacancyFormat("json", _is_json, read_json),
        VacancyFormat("table", lambda _: False, _read_table),
        VacancyFormat("text", lambda _: False, read_text),
    )
}
"""Every format by name. In a file of JSON each record shows which of three formats it is of."""

_RECOGNISED = (*VACANCY_FORMATS.values(), VacancyFormat("table or text", lambda _: True, _read_table_or_text))
