"""One record as a file gives it: cells under recognised columns, and what reading them brought to light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

from matcher.intake.cells import is_nothing, shorten
from matcher.intake.headers import ColumnT
from matcher.intake.sheets import Cell, cell_text
from matcher.records import Extra, Problem, Source

REJECTED = "; the row was rejected"
LEFT_OUT = "; the cell was left out, its text kept"
"""How the words of a fault and of a warning end, in files that have rows and cells."""


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell and the words of its heading."""

    heading: str
    value: Cell

    @property
    def text(self) -> str:
        """The cell as a person would type it."""
        return cell_text(self.value)


@dataclass(slots=True)
class Fields(Generic[ColumnT]):
    """The cells of one record, by column. A reader of any format fills one of these for each record.

    Attributes:
        source: where the record stands.
        cells: the cells that were found under each recognised column; one column may have several.
        unknown: headings that nobody recognised, with their cells, verbatim.
        headings: the words of the heading of each column the file has, also where this record's cell is blank.
        warnings: cells that were left out of an accepted record.
        faults: why the record cannot stand; empty for an accepted one.
    """

    source: Source
    cells: Mapping[ColumnT, Sequence[NamedCell]]
    unknown: Extra = ()
    headings: Mapping[ColumnT, str] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    _kept: list[tuple[str, str]] = field(default_factory=list)

    def cell(self, column: ColumnT) -> Cell:
        """Return the first cell of a column as it is, or ``""``."""
        return next((cell.value for cell in self.cells.get(column, ())), "")

    def text(self, column: ColumnT) -> str:
        """Return what a column says, several cells on lines of their own; ``""`` where it says nothing."""
        texts = [cell.text for cell in self.cells.get(column, ())]
        return "\n".join(text for text in texts if not is_nothing(text))

    def words(self, column: ColumnT) -> str:
        """Return a column's text as it is, though it reads like nothing: *Nil* and *Na* are names of people."""
        return " ".join(cell.text for cell in self.cells.get(column, ()) if any(char.isalnum() for char in cell.text))

    def heading(self, column: ColumnT) -> str | None:
        """Return the words of a column's heading, or ``None`` where the file has no such column."""
        found = next((cell.heading for cell in self.cells.get(column, ())), None)
        return found or self.headings.get(column)

    @property
    def extra(self) -> Extra:
        """Everything that no other part of the record holds."""
        return (*self.unknown, *self._kept)

    @property
    def content(self) -> tuple[tuple[str, str], ...]:
        """All headings and texts of the record, in one order, whatever the order of the file's columns."""
        known = ((cell.heading, cell.text) for cells in self.cells.values() for cell in cells)
        return tuple(sorted(pair for pair in (*known, *self.unknown) if pair[1]))

    def keep(self, column: ColumnT) -> None:
        """Keep the cells of a column verbatim beside the record, once."""
        for cell in self.cells.get(column, ()):
            pair = (cell.heading, cell.text)
            if pair[1] and pair not in self._kept:
                self._kept.append(pair)

    def warn(self, column: ColumnT, problem: str, remedy: str) -> None:
        """Report a cell that could not be used; the record stands without it and keeps its words."""
        self.keep(column)
        self.warnings.append(self._problem(column, f"{problem}{LEFT_OUT}", remedy))

    def note(self, column: ColumnT, problem: str, remedy: str) -> None:
        """Report a cell that was used without a part of it; the record keeps its words."""
        self.keep(column)
        self.warnings.append(self._problem(column, f"{problem}; the rest of the cell was read, its text kept", remedy))

    def fault(self, column: ColumnT, problem: str, remedy: str) -> None:
        """Report why the record cannot stand."""
        self.faults.append(self._problem(column, f"{problem}{REJECTED}", remedy, rejects=True))

    def _problem(self, column: ColumnT, problem: str, remedy: str, *, rejects: bool = False) -> Problem:
        value = "\n".join(cell.text for cell in self.cells.get(column, ()))
        return Problem(
            self.source.file,
            self.source.sheet,
            self.source.row,
            self.heading(column),
            shorten(value),
            problem,
            remedy,
            rejects,
        )
