"""Turns the sheets of a table file into :class:`Fields`, one for each row that is a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.cells import read_number
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.headers import ColumnT, Header, column_letters, heading_of, repeats_header
from matcher.intake.lexicon import Lexicon
from matcher.intake.problem_column import without_problem_column
from matcher.intake.sheets import Row, Sheet
from matcher.intake.tables import read_sheets
from matcher.records import Problem, Source
from taxonomies.wording import fold

_TOTAL = re.compile(
    r"(?:sous-?|sub)?-?(?:totale?s?|totaal|totaux|gesamt\w*|summe|som|somme|sum|aantal|anzahl|nombre|effectif|count|moyenne"
    r"|gemiddelde|average)\b(?:(?:[\s:=().,/-]|general|grand|algemeen|des?|du|van|of|d')*"
    r"(?:candidats?|candidates?|kandidaten|personnes?|personen|persons?|vacatures?|vacanc(?:y|ies)|offres?|lignes?|rijen"
    r"|rows?|records?|inscrits?|dossiers?|postes?|stellen)?)*[\s:=.]*(?P<count>\d[\d\s.,]*)?\s*"
    r"(?:candidats?|candidates?|kandidaten|personnes?|personen|persons?|vacatures?|vacanc(?:y|ies)|offres?|lignes?|rijen"
    r"|rows?|records?|inscrits?|dossiers?|postes?|stellen)?\.?"
)
_SHAPE = ((re.compile(r"[^\W\d_]+"), "a"), (re.compile(r"\d+"), "9"))
_WIDE_SHEET, _LONG_SHEET = 4, 5


@dataclass(frozen=True, slots=True)
class HeadedSheet(Generic[ColumnT]):
    """A sheet whose header row was found."""

    sheet: Sheet
    header: Header[ColumnT]


@dataclass(frozen=True, slots=True)
class HeadedTable(Generic[ColumnT]):
    """The sheets of a file that hold records, and a note on whatever of the others was not read."""

    file: str
    sheets: tuple[HeadedSheet[ColumnT], ...]
    passed_over: tuple[Problem, ...] = ()

    def records(self) -> Iterator[Fields[ColumnT]]:
        """Yield every row that is a record, in file order: no blank, title, total or repeated header rows."""
        for headed in self.sheets:
            key_shapes = _key_shapes(headed)
            for row in headed.sheet.rows:
                if row.number > headed.header.row and _is_record(row, headed.header, key_shapes):
                    yield fields_of_row(row, headed.header, Source(self.file, headed.sheet.name, row.number))


def open_table(
    path: Path | Arrival, lexicon: Lexicon[ColumnT], needed: frozenset[ColumnT], kind: str
) -> HeadedTable[ColumnT]:
    """Read a table file and find its headers.

    Args:
        path: the file, on disk or in memory already.
        lexicon: the headings to look for.
        needed: columns of which a sheet must have at least one.
        kind: what the records are, for messages: ``candidates``.

    Raises:
        UnreadableFileError: no table at all, or none whose headings are known.
    """
    sheets = read_table(path, lexicon)
    headed: list[HeadedSheet[ColumnT]] = []
    others: list[Sheet] = []
    for sheet in sheets:
        header = lexicon.header(sheet)
        if header is not None and len(header.columns) > 1 and header.columns & needed:
            headed.append(HeadedSheet(sheet, header))
        else:
            others.append(sheet)
    if not headed:
        raise UnreadableFileError(_unrecognised(path, sheets, lexicon, kind))
    unread = [Problem(path.name, None, None, None, None, *note) for sheet in sheets for note in sheet.notes]
    passed_over = [_passed_over(path.name, sheet) for sheet in others if _looks_like_records(sheet)]
    return HeadedTable(path.name, tuple(headed), (*unread, *passed_over))


def read_table(path: Path | Arrival, lexicon: Lexicon[ColumnT]) -> tuple[Sheet, ...]:
    """Return the sheets of a table file as their sender wrote them, without the problems of an annotated copy.

    Raises:
        UnreadableFileError: no table at all.
    """
    sheets = read_sheets(path, lambda text: lexicon.exact(text) is not None)
    return tuple(without_problem_column(sheet) for sheet in sheets)


def fields_of_row(row: Row, header: Header[ColumnT], source: Source) -> Fields[ColumnT]:
    """Return the cells of one row under the columns of its header."""
    columns = {heading.index: heading.column for heading in header.headings}
    known: dict[ColumnT, list[NamedCell]] = {}
    unknown: list[tuple[str, str]] = []
    for index, text in row.filled:
        column = columns.get(index)
        if column is None:
            unknown.append((heading_of(header, index), text))
        else:
            known.setdefault(column, []).append(NamedCell(heading_of(header, index), row.cells[index]))
    headings = {heading.column: heading.text for heading in reversed(header.headings) if heading.column is not None}
    fields = Fields(source, known, tuple(unknown), headings)
    beyond = [index for index, _ in row.filled if index > max(columns)]
    if beyond and source.sheet is None:
        fields.warnings.append(_shifted(source, column_letters(beyond[0]), row))
    return fields


def _is_record(row: Row, header: Header[ColumnT], key_shapes: frozenset[str]) -> bool:
    filled = row.filled
    if not filled or repeats_header(row, header):
        return False
    texts = [text for _, text in filled]
    if _is_total(texts):
        return False
    if len(texts) > 1 or len(header.headings) < 3:
        return True
    # One filled cell: a title, a footnote, or a record that has lost the rest. A lost key looks like the other keys.
    index, text = filled[0]
    titled = index == min(heading.index for heading in header.headings) and re.search(r"\s", text) is not None
    return not (titled and key_shapes and _shape(text) not in key_shapes)


def _is_total(texts: list[str]) -> bool:
    match = _TOTAL.fullmatch(fold(texts[0])) if len(texts[0]) < 80 else None
    if match is None or not (match["count"] or len(texts) > 1):
        return False
    return all(read_number(text) is not None for text in texts[1:])


def _key_shapes(headed: HeadedSheet[ColumnT]) -> frozenset[str]:
    """Return the shapes of the keys of a sheet: ``PAL-26-001`` is ``a-9-9``."""
    index = next((heading.index for heading in headed.header.headings if heading.column == "key"), None)
    if index is None:
        return frozenset()
    below = (row for row in headed.sheet.rows if row.number > headed.header.row and len(row.filled) > 1)
    return frozenset(_shape(text) for row in below for at, text in row.filled if at == index)


def _shape(text: str) -> str:
    for pattern, mark in _SHAPE:
        text = pattern.sub(mark, text)
    return text


def _looks_like_records(sheet: Sheet) -> bool:
    wide = [row for row in sheet.rows if len(row.filled) >= _WIDE_SHEET]
    return len(wide) >= _LONG_SHEET


def _passed_over(file: str, sheet: Sheet) -> Problem:
    return Problem(
        file=file,
        sheet=sheet.name,
        row=None,
        column=None,
        value=None,
        problem="no known headings in this sheet; none of its rows was read",
        remedy="if it holds records, give it the headings of the other sheets and load the file again",
    )


def _shifted(source: Source, column: str, row: Row) -> Problem:
    return Problem(
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=f"Column {column}",
        value=row.filled[-1][1][:200],
        problem="more cells than headings; the cells of this row may have moved to the right",
        remedy='put cells that hold the delimiter between quotation marks (")',
    )


def _unrecognised(path: Path | Arrival, sheets: tuple[Sheet, ...], lexicon: Lexicon[ColumnT], kind: str) -> str:
    rows = [row for sheet in sheets for row in sheet.rows]
    if not rows:
        return f"{path} is empty: no visible sheet holds a filled cell; export the table again."
    seen = " | ".join(text.replace("\n", " ")[:30] for _, text in rows[0].filled[:6])
    examples = ", ".join(f'"{heading}"' for heading in lexicon.examples)
    mapping = f", or say what its own mean: matcher mapping propose {path}" if kind == "candidates" else ""
    return (
        f'{path} has no row of headings that name {kind}: its first row reads "{seen}"; '
        f"use headings such as {examples}{mapping}."
    )
