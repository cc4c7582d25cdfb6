"""Reads a cohort file: every row becomes a candidate or a reported problem."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from matcher.intake.candidates import CohortContext
from matcher.intake.cohort_tables import read_cohort_table
from matcher.intake.mappings import ColumnMapping
from matcher.records import Candidate, Intake, Leg


def read_cohort(
    path: Path,
    scheme: str,
    *,
    leg: Leg | None = None,
    today: date | None = None,
    mapping: ColumnMapping | None = None,
) -> Intake[Candidate]:
    """Read candidates from a CSV, TSV, XLSX, XLS or ODS file.

    Rows read = candidates + rows rejected. A row is rejected only where it cannot stand as a record: no reference in
    a column of references, a reference or a whole record that stands already, an impossible birth date, or nothing at
    all about what the person can do. Any other odd cell is left out with a warning and kept verbatim in ``extra``.

    Args:
        path: the file, as it was sent.
        scheme: name of the scheme that the cohort belongs to.
        leg: origin and destination of candidates whose row states none.
        today: the day up to which ages and current jobs are counted; default the day of the call.
        mapping: what a person said of the headings of such files.

    Raises:
        UnreadableFileError: the file is missing, empty, no table, or none of its headings speaks of candidates.
    """
    return read_cohort_table(path, CohortContext(scheme, leg, today or date.today()), mapping)
