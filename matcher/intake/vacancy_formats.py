"""The formats of vacancy files, each recognised by what the file holds, never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from matcher.errors import UnreadableFileError, UsageError
from matcher.intake.arrivals import Arrival, refuse_empty
from matcher.intake.europass import CANDIDATE_ROOT
from matcher.intake.europass_v3 import PASSPORT_ROOTS
from matcher.intake.forem import FOREM_LEXICON, names_offers, read_offers
from matcher.intake.html_pages import is_page
from matcher.intake.json_documents import looks_like_json
from matcher.intake.pasted_texts import is_running_text, read_text
from matcher.intake.people import LOAD_AS_COHORT, refuse_people
from matcher.intake.posting_pages import read_page
from matcher.intake.table_records import open_table, read_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.intake.vacancy_documents import is_document, read_document
from matcher.intake.vacancy_dossiers import VacancyEntry, entry_of
from matcher.intake.vacancy_json import EURES, EVERY_KIND, FOREM, POSTING, JsonKind, read_json
from matcher.intake.zip_files import refuse_bomb
from matcher.records import ColumnReading, Problem

AUTO = "auto"

_DEEPEST_HEADER = 5
_ROOTS = "|".join([CANDIDATE_ROOT, *sorted(PASSPORT_ROOTS)])
_EUROPASS = re.compile(rf"(?:<\?xml[^<>]*>\s*)?<(?:[\w.-]+:)?(?:{_ROOTS})\b")

Reading = Iterator[VacancyEntry | Problem | ColumnReading]
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
    _refuse_europass(arrival)
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


def _refuse_europass(arrival: Arrival) -> None:
    if _EUROPASS.match(arrival.plain):
        raise UnreadableFileError(f"{arrival} is a Europass CV, not a vacancy; {LOAD_AS_COHORT}.")


def _is_forem(arrival: Arrival) -> bool:
    if _is_json(arrival):
        return False  # each record of which shows what it is
    if not arrival.data.startswith(b"PK"):
        return any(map(names_offers, arrival.plain.split("\n")[:_DEEPEST_HEADER]))
    try:
        rows = [row for sheet in read_table(arrival, FOREM_LEXICON) for row in sheet.rows[:_DEEPEST_HEADER]]
    except UnreadableFileError:
        return False
    return any(names_offers(" ".join(text for _, text in row.filled)) for row in rows)


def _is_json(arrival: Arrival) -> bool:
    return looks_like_json(arrival.plain)


def _read_json(arrival: Arrival, kinds: tuple[JsonKind, ...] = EVERY_KIND) -> Reading:
    if not _is_json(arrival):
        raise UnreadableFileError(f"{arrival} is no JSON; leave --format out, and its content tells what it is.")
    yield from read_json(arrival, kinds)


def _read_forem(arrival: Arrival) -> Reading:
    return read_json(arrival, (FOREM,)) if _is_json(arrival) else read_offers(arrival)


def _read_posting(arrival: Arrival) -> Reading:
    return read_json(arrival, (POSTING,)) if _is_json(arrival) else read_page(arrival)


def _read_text(arrival: Arrival) -> Reading:
    return read_document(arrival, sure=True) if is_document(arrival) else read_text(arrival)


def _read_table(arrival: Arrival) -> Reading:
    refuse_people(arrival)
    yield from _read_rows(arrival)


def _read_rows(arrival: Arrival) -> Reading:
    table = open_table(arrival, VACANCY_LEXICON, frozenset({VacancyColumn.TITLE}), "vacancies")
    yield from table.passed_over
    for headed in table.sheets:
        for heading in headed.header.headings:
            yield ColumnReading(headed.sheet.name, heading.text, heading.column, heading.how)
    for fields in table.records():
        yield entry_of(fields)


def _read_table_or_text(arrival: Arrival) -> Reading:
    """Read our own table, or running text where that is what the file holds."""
    refuse_people(arrival)
    try:
        found = list(_read_rows(arrival))
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
        VacancyFormat("eures", lambda _: False, partial(_read_json, kinds=(EURES,))),
        VacancyFormat("json", _is_json, _read_json),
        VacancyFormat("table", lambda _: False, _read_table),
        VacancyFormat("text", lambda _: False, _read_text),
    )
}
"""Every format by name. In a file of JSON each record shows which of three formats it is of."""

_RECOGNISED = (
    VacancyFormat("document", is_document, read_document),
    *VACANCY_FORMATS.values(),
    VacancyFormat("table or text", lambda _: True, _read_table_or_text),
)
