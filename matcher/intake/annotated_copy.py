"""A copy of the table that was sent, with every bad cell coloured and what is wrong with its row in a last column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matcher.errors import UsageError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.headers import Header, column_letters
from matcher.intake.lexicon import Lexicon
from matcher.intake.problem_column import PROBLEM_HEADING
from matcher.intake.sheets import Cell, Sheet, cell_text
from matcher.intake.table_records import read_table
from matcher.records import Problem
from matcher.spreadsheet_out import OutCell, OutSheet, OutValue, Shade, check_place, write_spreadsheet

_UNNAMED = "Candidates"
_Row = list[OutCell | OutValue]


def write_annotated_copy(
    source: Path, problems: Sequence[Problem], out: Path, lexicon: Lexicon[CandidateColumn] = CANDIDATE_LEXICON
) -> None:
    """Write the sheets of a table file again, every row at its own number, with their problems.

    The copy loads like the file itself: the column of problems is passed over.

    Args:
        source: the file, as it was sent.
        problems: what its load reported.
        out: where the copy is written: ``.xlsx``, or ``.csv`` for a file of one sheet.
        lexicon: the headings with which the file was loaded.

    Raises:
        UnreadableFileError: the file is no table.
        UsageError: as :func:`check_copy`.
    """
    check_copy(source, out)
    sheets = read_table(source, lexicon)
    first = sheets[0].name
    copies = []
    for sheet in sheets:
        own = [problem for problem in problems if (first if problem.sheet is None else problem.sheet) == sheet.name]
        copies.append(_annotated(sheet, lexicon.header(sheet), own))
    write_spreadsheet(out, copies)


def check_copy(source: Path, out: Path) -> None:
    """Raise :class:`UsageError` where a copy would take the place of the file, or cannot hold its sheets."""
    if out.resolve() == source.resolve():
        raise UsageError(f"{out} is the file that was sent: choose another name for the annotated copy.")
    check_place(out, [sheet.name or _UNNAMED for sheet in read_table(source, CANDIDATE_LEXICON)])


def _annotated(sheet: Sheet, header: Header[CandidateColumn] | None, problems: Sequence[Problem]) -> OutSheet:
    width = max((row.filled[-1][0] + 1 for row in sheet.rows), default=0)
    last = max((row.number for row in sheet.rows), default=0)
    head = header.row if header is not None else 0
    grid: list[_Row] = [[None] * (width + 1) for _ in range(last)]
    for row in sheet.rows:
        values = [_copied(cell) for cell in row.cells[:width]]
        if row.number == head:
            values += [None] * (width - len(values))
            grid[head - 1] = [OutCell(value, Shade.HEADING) for value in (*values, PROBLEM_HEADING)]
        else:
            grid[row.number - 1][: len(values)] = values
    by_row: dict[int | None, list[Problem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    # What concerns the sheet as a whole stands below the table, where it is nobody's row.
    below = [[*[None] * width, OutCell(_sentence(problem), Shade.WARNING)] for problem in by_row.pop(None, ())]
    for number, found in by_row.items():
        _tell(grid[(number or 1) - 1], found, header)
    return OutSheet(sheet.name or _UNNAMED, [*grid, *below], frozen_rows=head)


def _tell(row: _Row, problems: Sequence[Problem], header: Header[CandidateColumn] | None) -> None:
    """Colour the bad cells of a row, and write in its last cell what is wrong with them."""
    for problem in problems:
        _shade(row, problem, header)
    worst = Shade.FAULT if any(problem.rejects for problem in problems) else Shade.WARNING
    row[-1] = OutCell("\n".join(map(_sentence, problems)), worst)


def _copied(cell: Cell) -> OutValue:
    return cell_text(cell) if isinstance(cell, str) else cell


def _shade_of(problem: Problem) -> Shade:
    return Shade.FAULT if problem.rejects else Shade.WARNING


def _sentence(problem: Problem) -> str:
    column = f"{problem.column}: " if problem.column else ""
    return f"{column}{problem.problem}. {problem.remedy[:1].upper()}{problem.remedy[1:]}."


def _shade(row: _Row, problem: Problem, header: Header[CandidateColumn] | None) -> None:
    """Colour the cells that a problem is about: those under its heading, or under others of the same field."""
    places = _places(problem, header)
    filled = [index for index in places if index < len(row) - 1 and row[index] not in (None, "")]
    for index in filled or places[:1]:
        cell = row[index]
        value = cell.value if isinstance(cell, OutCell) else cell
        if not (isinstance(cell, OutCell) and cell.shade is Shade.FAULT):
            row[index] = OutCell(value, _shade_of(problem))


def _places(problem: Problem, header: Header[CandidateColumn] | None) -> list[int]:
    headings = header.headings if header is not None else ()
    named = [heading for heading in headings if heading.text == problem.column]
    if not named:
        last = max((heading.index for heading in headings), default=-1)
        beyond = range(last + 1, last + 27)
        return [index for index in beyond if f"Column {column_letters(index)}" == problem.column]
    fields = {heading.column for heading in named if heading.column is not None}
    return [heading.index for heading in headings if heading in named or heading.column in fields]
