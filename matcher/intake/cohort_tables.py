"""Reads candidates from a table, and tells what each of its columns was read as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from matcher.intake.arrivals import Arrival
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, TELLING, CandidateColumn
from matcher.intake.candidates import CohortContext, build_candidate
from matcher.intake.column_proposals import propose
from matcher.intake.corrections import by_row, corrected
from matcher.intake.dossiers import Entry
from matcher.intake.headers import Header, Heading, heading_of, normalise_heading
from matcher.intake.lexicon import Lexicon
from matcher.intake.mappings import ColumnMapping
from matcher.intake.people import describe_jobs, holds_vacancies
from matcher.intake.sheets import Row, Sheet, cell_text
from matcher.intake.table_records import HeadedSheet, HeadedTable, open_table, read_table
from matcher.records import ColumnMatch, ColumnReading, Problem

_LOOKED_AT = 300
_DEEPEST_HEADER = 40

CandidateSheet = HeadedSheet[CandidateColumn]


def table_entries(file: Path | Arrival, context: CohortContext) -> Iterator[Entry | Problem | ColumnReading]:
    """Yield what is to be said of a table as a whole, what its columns were read as, and its records.

    Raises:
        UnreadableFileError: the file is missing, empty, no table, or none of its headings speaks of candidates.
    """
    mapping = context.mapping
    lexicon = mapping.lexicon() if mapping else CANDIDATE_LEXICON
    table = open_table(file, lexicon, TELLING, "candidates")
    _refuse_vacancies(table, file)
    read = [_read_columns(headed, lexicon) for headed in table.sheets]
    table = replace(table, sheets=tuple(headed for headed, _ in read))
    missing = _missing_headings(table, mapping) if mapping else ()
    yield from (*table.passed_over, *missing)
    yield from (column for _, columns in read for column in columns)
    corrections = by_row(context.corrections)
    for sent in table.records():
        fields = corrected(sent, corrections)
        yield Entry(build_candidate(fields, context), fields)


def propose_columns(path: Path) -> tuple[ColumnReading, ...]:
    """Tell what each column of a table would be read as, also of one none of whose headings is known.

    Raises:
        UnreadableFileError: the file is missing, empty or no table.
    """
    readings: list[ColumnReading] = []
    for sheet in read_table(path, CANDIDATE_LEXICON):
        header = CANDIDATE_LEXICON.header(sheet)
        if header is None or len(header.columns) < 2:
            header = _likely_header(sheet) or header
        if header is not None:
            readings += _read_columns(HeadedSheet(sheet, header), CANDIDATE_LEXICON)[1]
    return tuple(readings)


def _read_columns(
    headed: CandidateSheet, lexicon: Lexicon[CandidateColumn]
) -> tuple[CandidateSheet, tuple[ColumnReading, ...]]:
    """Look at the columns that no heading tells, and return the sheet with those that are certain."""
    below = [row for row in headed.sheet.rows if row.number > headed.header.row][:_LOOKED_AT]
    name, taken = headed.sheet.name, set(headed.header.columns)
    headings: list[Heading[CandidateColumn]] = []
    readings: list[ColumnReading] = []
    for heading in _with_blank_headings(headed.header, below, lexicon):
        found = None
        if heading.column is None and not lexicon.is_told(heading.text):
            found = propose(heading.text, _texts(below, heading.index), frozenset(taken), lexicon)
        if found is None:
            headings.append(heading)
            readings.append(ColumnReading(name, heading.text, heading.column, heading.how))
            continue
        taken.add(found.column)
        if found.certain:
            headings.append(replace(heading, column=found.column, how=ColumnMatch.CONTENT))
            readings.append(ColumnReading(name, heading.text, found.column, ColumnMatch.CONTENT, found.why))
        else:
            headings.append(heading)
            readings.append(ColumnReading(name, heading.text, found.column, ColumnMatch.PROPOSED, found.why))
    return HeadedSheet(headed.sheet, Header(headed.header.row, tuple(headings))), tuple(readings)


def _with_blank_headings(
    header: Header[CandidateColumn], below: list[Row], lexicon: Lexicon[CandidateColumn]
) -> list[Heading[CandidateColumn]]:
    """Add the columns between others that have cells but no heading; they are called ``Column F``, also in mappings."""
    known = {heading.index: heading for heading in header.headings}
    filled = {index for row in below for index, _ in row.filled if index < max(known)}
    for index in filled - known.keys():
        name = heading_of(header, index)
        how = ColumnMatch.MAPPING if lexicon.is_told(name) else ColumnMatch.KEPT
        known[index] = Heading(index, name, lexicon.exact(name), how)
    return [known[index] for index in sorted(known)]


def _texts(rows: list[Row], index: int) -> list[str]:
    return [cell_text(row.cells[index]) for row in rows if index < len(row.cells)]


def _likely_header(sheet: Sheet) -> Header[CandidateColumn] | None:
    """Return the first row that is as wide as any and says nothing twice, nothing in figures."""
    rows = sheet.rows[:_DEEPEST_HEADER]
    widest = max((len(row.filled) for row in rows), default=0)
    for row in rows:
        texts = [text for _, text in row.filled]
        if len(texts) > max(widest // 2, 1) and len(set(texts)) == len(texts) and not any(map(str.isdigit, texts)):
            return Header(row.number, CANDIDATE_LEXICON.resolve(list(row.filled)))
    return None


def _missing_headings(table: HeadedTable[CandidateColumn], mapping: ColumnMapping) -> tuple[Problem, ...]:
    there = {normalise_heading(heading.text) for headed in table.sheets for heading in headed.header.headings}
    missing = [heading for heading, _ in mapping.columns if normalise_heading(heading) not in there]
    if not missing:
        return ()
    told = f"the mapping {mapping.name} speaks of headings that the file does not have: {', '.join(missing)}"
    return (Problem(table.file, None, None, None, None, told, "correct them in the file or in the mapping"),)


def _refuse_vacancies(table: HeadedTable[CandidateColumn], file: Path | Arrival) -> None:
    if any(describe_jobs(heading.text for heading in headed.header.headings) for headed in table.sheets):
        raise holds_vacancies(str(file))
