"""Reads vacancies, as one file or many: every record becomes a vacancy or a reported problem."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.ledger import Ledger
from matcher.intake.parcels import Item, PassedOver, Refused, open_parcel, refusal
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyEntry, refused_vacancy
from matcher.intake.vacancy_formats import AUTO, Reading, find_format, read_arrival
from matcher.records import ColumnReading, Intake, Problem, Source, Vacancy


def read_vacancies(path: Path, *, file_format: str = AUTO) -> Intake[Vacancy]:
    """Read vacancies from a file of any known format, or from a folder or zip of such files.

    Tables (CSV, TSV, XLSX, XLS, ODS) under our own headings or Forem's, JSON and JSON Lines (Forem, EURES, schema.org's
    JobPosting, our own headings) and web pages hold many records; a text holds one. Formats are told apart by content.

    Records read = vacancies + records rejected, over all files. A record is rejected where it cannot stand: no
    reference in a column of references, a reference that stands already, no title, openings that are no positive whole
    number, a date that does not exist or cannot be read, or a last day before the first. Any other odd cell is left
    out with a warning and kept verbatim in ``extra``. What no field says is read from the description.

    Args:
        path: the file or folder, as it was sent.
        file_format: ``auto``, or the name of a format in ``VACANCY_FORMATS``.

    Raises:
        UnreadableFileError: the one file is missing, empty, of no known format, or speaks of no vacancies.
        UsageError: no such format.
    """
    find_format(file_format)
    ledger: Ledger[Vacancy] = Ledger()
    notes: list[Problem] = []
    columns: list[ColumnReading] = []
    for item in open_parcel(path):
        for found in _read(item, file_format, alone=isinstance(item, Arrival) and item.place == str(path)):
            if isinstance(found, VacancyEntry):
                ledger.enter(found.vacancy, found.fields, VacancyColumn.KEY)
            elif isinstance(found, ColumnReading):
                columns.append(found)
            else:
                notes.append(found)
    intake = ledger.intake()
    return replace(intake, problems=(*notes, *intake.problems), columns=tuple(columns))


def _read(item: Item, file_format: str, *, alone: bool) -> Reading:
    """Read one file; where it is one of many, a fault of the whole file is that of one record."""
    if isinstance(item, PassedOver):
        yield Problem(item.name, None, None, None, None, f"passed over: {item.why}", "nothing needs to be done")
    elif isinstance(item, Refused):
        yield refused_vacancy(Source(item.name), "", item.why, item.remedy)
    elif alone:
        yield from read_arrival(item, file_format)
    else:
        try:
            yield from read_arrival(item, file_format)
        except UnreadableFileError as error:
            yield from _read(refusal(item.name, item.place, error), file_format, alone=False)
