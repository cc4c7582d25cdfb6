"""Gathers what a structured file tells of one record, under the columns that tables have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Generic

from matcher.intake.cells import shorten
from matcher.intake.fields import REJECTED, Fields, NamedCell
from matcher.intake.headers import ColumnT
from matcher.intake.sheets import cell_text
from matcher.records import Problem, Source


class Gathering(Generic[ColumnT]):
    """The cells of one record while its file is read; a heading may also be the member of an enum of names.

    Args:
        source: where the record stands.
        headings: words of the heading of each column that the file has, also where this record tells nothing there.
        repeatable: columns of which a record may have several cells.
    """

    def __init__(self, source: Source, headings: Mapping[ColumnT, str] | None, repeatable: frozenset[ColumnT]) -> None:
        self._source = source
        self._headings = dict(headings or {})
        self._repeatable = repeatable
        self._cells: dict[ColumnT, list[NamedCell]] = {}
        self._unknown: list[tuple[str, str]] = []
        self._warnings: list[Problem] = []

    def tell(self, column: ColumnT, heading: str, text: str) -> None:
        """Put words under a column; a second cell where a record has only one is kept beside the record."""
        if not cell_text(text):
            return
        if column in self._cells and column not in self._repeatable:
            self.keep(heading, text)
        else:
            self._cells.setdefault(column, []).append(NamedCell(str(heading), text))

    def keep(self, heading: str, text: str) -> None:
        """Keep words that no column takes, verbatim, beside the record."""
        if cell_text(text):
            self._unknown.append((str(heading), cell_text(text)))

    def keep_all(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Keep several ``(heading, text)``."""
        for heading, text in pairs:
            self.keep(heading, text)

    def warn(self, heading: str, value: str, problem: str, remedy: str) -> None:
        """Report something that was left out of the record; the words must be kept apart."""
        self._warnings.append(problem_of(self._source, heading, value, problem, remedy))

    def fields(self) -> Fields[ColumnT]:
        """Return what was gathered."""
        return Fields(self._source, self._cells, tuple(self._unknown), self._headings, self._warnings)


def problem_of(source: Source, column: str | None, value: str | None, problem: str, remedy: str) -> Problem:
    """Return a problem of one record."""
    return Problem(source.file, source.sheet, source.row, column, value and shorten(value), problem, remedy)


def refusal_of(source: Source, value: str, problem: str, remedy: str) -> Problem:
    """Return why a record that cannot even be read is rejected."""
    return replace(problem_of(source, None, value or None, f"{problem}{REJECTED}", remedy), rejects=True)
