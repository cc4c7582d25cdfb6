"""Candidates from a table that has arrived: what is to be said of the file, then each row that is a record."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.intake.arrivals import Arrival
from matcher.intake.candidates import CohortContext
from matcher.intake.cohort_tables import table_entries
from matcher.intake.dossiers import Entry
from matcher.intake.zip_files import member_names
from matcher.records import ColumnReading, Problem

_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")


def read_table(arrival: Arrival, context: CohortContext) -> Iterator[Entry | Problem | ColumnReading]:
    """Yield what is to be said of the file as a whole, then its records.

    Raises:
        UnreadableFileError: no table, or none of its headings speaks of candidates.
    """
    if _has_macros(arrival.data):
        yield Problem(
            *(arrival.name, None, None, None, None),
            "the spreadsheet holds macros; they were not run, only the values of its cells were read",
            "send it as XLSX, without macros",
        )
    yield from table_entries(arrival, context)


def _has_macros(data: bytes) -> bool:
    if data.startswith(b"PK"):
        return any(name.endswith("vbaProject.bin") for name in member_names(data))
    return data.startswith(b"\xd0\xcf\x11\xe0") and _MACROS in data
