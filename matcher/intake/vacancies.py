"""Reads vacancies, as one file or many: every record becomes a vacancy or a reported problem."""

from __future__ import annotations

from pathlib import Path

from matcher.intake.ledger import Ledger
from matcher.intake.parcel_reading import FileReader, read_parcel
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyEntry, refused_vacancy
from matcher.intake.vacancy_formats import AUTO, find_format, read_arrival
from matcher.records import Intake, Vacancy


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
    reader: FileReader[VacancyEntry] = FileReader(
        lambda arrival: read_arrival(arrival, file_format),
        lambda source, why, remedy: refused_vacancy(source, "", why, remedy),
        lambda entry: ledger.enter(entry.vacancy, entry.fields, VacancyColumn.KEY),
    )
    return read_parcel(path, reader, ledger)
