"""Reads a cohort, as one file or many: every record becomes a candidate or a reported problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.corrections import Correction
from matcher.intake.dossiers import Entry, refused
from matcher.intake.formats import read_arrival
from matcher.intake.ledger import Ledger
from matcher.intake.mappings import ColumnMapping
from matcher.intake.parcel_reading import FileReader, read_parcel
from matcher.records import Candidate, Intake, Leg


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a person said of a file: what its headings mean, and what is to be read in place of some cells."""

    mapping: ColumnMapping | None = None
    corrections: tuple[Correction, ...] = ()


NO_INSTRUCTIONS = Instructions()


def read_cohort(
    path: Path,
    scheme: str,
    *,
    leg: Leg | None = None,
    today: date | None = None,
    instructions: Instructions = NO_INSTRUCTIONS,
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
        instructions: what a person said of the file, where it is a table.

    Raises:
        UnreadableFileError: the one file is missing, empty, of no known format, or speaks of no candidates; or the
            folder or archive holds none, or more than any cohort does.
    """
    context = CohortContext(scheme, leg, today or date.today(), instructions.mapping, instructions.corrections)
    ledger: Ledger[Candidate] = Ledger()
    reader: FileReader[Entry] = FileReader(
        lambda arrival: read_arrival(arrival, context),
        lambda source, why, remedy: refused(source, scheme, "", why, remedy),
        lambda entry: ledger.enter(entry.candidate, entry.fields, CandidateColumn.KEY),
    )
    return read_parcel(path, reader, ledger)
