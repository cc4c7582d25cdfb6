"""What a header row is: headings with their place, their own words and the column each was recognised as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from matcher.intake.sheets import Row, single_line
from matcher.records import ColumnMatch
from taxonomies.wording import fold

ColumnT = TypeVar("ColumnT", bound=StrEnum)

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")

# Letters that Arabic hands write one for the other, and the stroke that only lengthens a word.
_ARABIC = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})


def normalise_heading(text: str) -> str:
    """Return the form in which two headings count as the same: words in lower case, no accents or punctuation.

    Unlike labels of concepts, ``M/V`` keeps its letters here: it is a heading of its own.
    """
    return " ".join(_WORD.findall(fold(_CAMEL.sub(" ", text)).translate(_ARABIC)))


@dataclass(frozen=True, slots=True)
class Heading(Generic[ColumnT]):
    """One heading: its place in the row (from 0), its own words, the column it was recognised as, and how."""

    index: int
    text: str
    column: ColumnT | None
    how: ColumnMatch = ColumnMatch.KEPT


@dataclass(frozen=True, slots=True)
class Header(Generic[ColumnT]):
    """The header row of a sheet. ``row`` is its spreadsheet number."""

    row: int
    headings: tuple[Heading[ColumnT], ...]

    @property
    def columns(self) -> frozenset[ColumnT]:
        """The columns that were recognised."""
        return frozenset(heading.column for heading in self.headings if heading.column is not None)


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
    named = [heading for heading in header.headings if heading.text != f"Column {column_letters(heading.index)}"]
    return len(row.filled) == len(named) and all(
        heading.index == index and heading.text == single_line(text)
        for heading, (index, text) in zip(named, row.filled, strict=True)
    )
