"""Finds the header row of a table, below any title rows, and recognises its headings in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from matcher.intake.sheets import Row, Sheet, cell_text, single_line
from taxonomies.wording import fold

ColumnT = TypeVar("ColumnT", bound=StrEnum)

_DEEPEST_HEADER = 40
_LONGEST_HEADING = 80
_CLOSE_SPELLING = 87.0
_SHORTEST_CLOSE = 5
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|:.*$")
_NUMBERED = re.compile(r" \d{1,2}$")


def normalise_heading(text: str) -> str:
    """Return the form in which two headings count as the same: words in lower case, no accents or punctuation.

    Unlike labels of concepts, ``M/V`` keeps its letters here: it is a heading of its own.
    """
    return " ".join(_WORD.findall(fold(_CAMEL.sub(" ", text))))


@dataclass(frozen=True, slots=True)
class Heading(Generic[ColumnT]):
    """One heading: its place in the row (from 0), its own words, and the column it was recognised as."""

    index: int
    text: str
    column: ColumnT | None


@dataclass(frozen=True, slots=True)
class Header(Generic[ColumnT]):
    """The header row of a sheet. ``row`` is its spreadsheet number."""

    row: int
    headings: tuple[Heading[ColumnT], ...]

    @property
    def columns(self) -> frozenset[ColumnT]:
        """The columns that were recognised."""
        return frozenset(heading.column for heading in self.headings if heading.column is not None)


class Lexicon(Generic[ColumnT]):
    """The known headings of one kind of file.

    Args:
        headings: for each column its synonyms in any language, the most telling first.
        repeatable: columns that several headings may fill together, such as ``Langue 1`` and ``Langue 2``.
    """

    def __init__(self, headings: Mapping[ColumnT, tuple[str, ...]], repeatable: frozenset[ColumnT]) -> None:
        self._headings = headings
        self._repeatable = repeatable

    @property
    def examples(self) -> tuple[str, ...]:
        """The most telling heading of each of the first columns, to show what a file may use."""
        return tuple(texts[0] for texts in self._headings.values())[:12]

    def exact(self, text: str) -> ColumnT | None:
        """Return the column whose synonym these very words are, notes in brackets and numbering aside."""
        found = self._find(text)
        return found[0] if found else None

    def header(self, sheet: Sheet) -> Header[ColumnT] | None:
        """Return the row that shows most known headings, or ``None`` where no row shows any."""
        rows = sheet.rows[:_DEEPEST_HEADER]
        headed = [self._headed(row, above) for above, row in zip((None, *rows), rows, strict=False)]
        scores = [len({column for _, text in cells if (column := self.exact(text))}) for cells in headed]
        if not any(scores):
            return None
        best = scores.index(max(scores))
        return Header(rows[best].number, self._resolve(headed[best]))

    def _headed(self, row: Row, above: Row | None) -> list[tuple[int, str]]:
        """Return the cells of a row; one left blank below a row of groups may have its heading in that row."""
        cells = dict(row.filled)
        if above is not None and above.number == row.number - 1:
            cells |= {index: text for index, text in above.filled if index not in cells and self.exact(text)}
        return sorted(cells.items())

    def _resolve(self, cells: list[tuple[int, str]]) -> tuple[Heading[ColumnT], ...]:
        claims: dict[int, tuple[ColumnT, int]] = {
            index: found for index, text in cells if (found := self._find(text)) is not None
        }
        taken = {column for column, _ in claims.values()}
        for index, text in cells:
            if index not in claims and (close := self._close(text)) is not None and close not in taken:
                claims[index] = (close, 0)
                taken.add(close)
        best: dict[ColumnT, int] = {}
        for index, (column, rank) in claims.items():
            if column not in best or rank < claims[best[column]][1]:
                best[column] = index
        return tuple(
            Heading(
                index,
                single_line(text),
                claims[index][0]
                if index in claims and (claims[index][0] in self._repeatable or best[claims[index][0]] == index)
                else None,
            )
            for index, text in cells
        )

    @cached_property
    def _synonyms(self) -> dict[str, tuple[ColumnT, int]]:
        return {
            normalise_heading(text): (column, rank)
            for column, texts in self._headings.items()
            for rank, text in enumerate(texts)
        }

    def _find(self, text: str) -> tuple[ColumnT, int] | None:
        if len(text) > _LONGEST_HEADING:
            return None
        plain = normalise_heading(text)
        for form in (plain, normalise_heading(_ASIDE.sub(" ", text)), _NUMBERED.sub("", plain)):
            if form in self._synonyms:
                return self._synonyms[form]
        return None

    def _close(self, text: str) -> ColumnT | None:
        from rapidfuzz import fuzz, process  # most files need no help with spelling

        plain = normalise_heading(_ASIDE.sub(" ", text))
        if not _SHORTEST_CLOSE <= len(plain) <= _LONGEST_HEADING:
            return None
        known = [form for form in self._synonyms if len(form) >= _SHORTEST_CLOSE]
        match = process.extractOne(plain, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
        return self._synonyms[match[0]][0] if match else None


def heading_of(header: Header[ColumnT], index: int) -> str:
    """Return the words above a cell, or ``Column F`` where there are none."""
    for heading in header.headings:
        if heading.index == index:
            return heading.text
    return f"Column {column_letters(index)}"


def column_letters(index: int) -> str:
    """Return the letters that a spreadsheet shows for a position counted from 0."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def repeats_header(row: Row, header: Header[ColumnT]) -> bool:
    """Tell whether a row is the header again, as exports print it on every page."""
    cells = {heading.index: heading.text for heading in header.headings}
    return {index: single_line(cell_text(row.cells[index])) for index, _ in row.filled} == cells
