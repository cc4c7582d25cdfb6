"""Reads a cohort, as one file or many: every record becomes a candidate or a reported problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Entry, refused
from matcher.intake.formats import Reading, read_arrival
from matcher.intake.ledger import Ledger
from matcher.intake.mappings import ColumnMapping
from matcher.intake.parcels import Item, PassedOver, Refused, open_parcel, refusal
from matcher.records import Candidate, ColumnReading, Intake, Leg, Problem, Source


def read_cohort(
    path: Path,
    scheme: str,
    *,
    leg: Leg | None = None,
    today: date | None = None,
    mapping: ColumnMapping | None = None,
) -> Intake[Candidate]:
    """Read candidates from a file of any known format, or from a folder or zip of such files.

    Tables (CSV, TSV, XLSX, XLS, ODS), JSON and JSON Lines hold many records; a Europass CV (XML, or PDF that carries
    it), a JSON Resume, a LinkedIn export and a CV hold one. Formats are told apart by content.

    Records read = candidates + records rejected, over all files. A record is rejected only where it cannot stand: no
    reference in a column of references, a reference or a whole record that stands already, an impossible birth date,
    or nothing at all about what the person can do. Any other odd cell is left out with a warning and kept verbatim in
    ``extra``. Of several files, one that cannot be read is one rejected record.

    Args:
        path: the file or folder, as it was sent.
        scheme: name of the scheme that the cohort belongs to.
        leg: origin and destination of candidates whose record states none.
        today: the day up to which ages and current jobs are counted; default the day of the call.
        mapping: what a person said of the headings of such files.

    Raises:
        UnreadableFileError: the one file is missing, empty, of no known format, or speaks of no candidates; or the
            folder or archive holds none, or more than any cohort does.
    """
    context = CohortContext(scheme, leg, today or date.today(), mapping)
    ledger: Ledger[Candidate] = Ledger()
    notes: list[Problem] = []
    columns: list[ColumnReading] = []
    for item in open_parcel(path):
        for found in _read(item, context, alone=isinstance(item, Arrival) and item.place == str(path)):
            if isinstance(found, Entry):
                ledger.enter(found.candidate, found.fields, CandidateColumn.KEY)
            elif isinstance(found, ColumnReading):
                columns.append(found)
            else:
                notes.append(found)
    intake = ledger.intake()
    return replace(intake, problems=(*notes, *intake.problems), columns=tuple(columns))


def _read(item: Item, context: CohortContext, *, alone: bool) -> Reading:
    """Read one file; where it is one of many, a fault of the whole file is that of one record."""
    if isinstance(item, PassedOver):
        yield Problem(item.name, None, None, None, None, f"passed over: {item.why}", "nothing needs to be done")
    elif isinstance(item, Refused):
        yield refused(Source(item.name), context.scheme, "", item.why, item.remedy)
    elif alone:
        yield from read_arrival(item, context)
    else:
        try:
            yield from read_arrival(item, context)
        except UnreadableFileError as error:
            yield from _read(refusal(item.name, item.place, error), context, alone=False)
