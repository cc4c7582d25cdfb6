"""What project staff say to load, and what they are told of it before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from matcher.intake.corrections import Correction
from matcher.intake.fields import LEFT_OUT, REJECTED
from matcher.intake.mappings import ColumnMapping
from matcher.loading import LoadOptions, Trial
from matcher.records import Candidate, ColumnMatch, ColumnReading, LoadReport, Problem
from matcher.stewardship import LoadTerms
from matcher.stewardship.readmission import erased_references

_SAMPLES = 5
_SHORTENED = "…"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came from a browser."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LoadOrder:
    """What is to be loaded, and how.

    Attributes:
        uploads: the files, of which several are taken for one folder.
        scheme: name of the scheme.
        basis: the lawful basis, or ``""`` for the scheme's own.
        mapping: a column mapping, or the name of a saved one, or ``""``.
        corrections: what is read in place of cells that somebody mended.
        readmit: the sender's references of erased people for whom there is a new basis.
    """

    uploads: tuple[Upload, ...]
    scheme: str
    basis: str = ""
    mapping: str | ColumnMapping = ""
    corrections: tuple[Correction, ...] = ()
    readmit: tuple[str, ...] = ()

    @property
    def options(self) -> LoadOptions:
        """The order as the loader takes it."""
        terms = LoadTerms(self.basis, readmit=self.readmit)
        return LoadOptions(mapping=self.mapping or None, terms=terms, corrections=self.corrections)


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that a person can mend on the screen. ``value`` is what stands in the file, whole."""

    file: str
    sheet: str | None
    row: int
    heading: str
    value: str
    problem: str
    remedy: str
    rejects: bool

    @property
    def place(self) -> tuple[str, str | None, int, str]:
        """What tells it from every other cell of the load."""
        return (self.file, self.sheet, self.row, self.heading)

    def correction(self, text: str) -> Correction:
        """Return what is to be read in its place."""
        return Correction(self.file, self.sheet, self.row, self.heading, text)


@dataclass(frozen=True, slots=True)
class CohortTrial:
    """What a load would do.

    Attributes:
        report: what would become of each row.
        samples: the first people, as they were read.
        cells: the problems that can be mended in their cell.
        remarks: all other problems.
        erased: the sender's references of erased people, whose rows stay out.
    """

    report: LoadReport
    samples: tuple[Candidate, ...]
    cells: tuple[CellProblem, ...]
    remarks: tuple[Problem, ...]
    erased: tuple[str, ...]

    @classmethod
    def of(cls, trial: Trial) -> Self:
        """Part what the loader found."""
        report = trial.report
        read = {(column.sheet, column.heading) for column in report.columns if _is_read(column)}
        cells = {problem: cell for problem in report.problems if (cell := _cell(problem, read))}
        remarks = tuple(problem for problem in report.problems if problem not in cells)
        return cls(report, trial.records[:_SAMPLES], tuple(cells.values()), remarks, erased_references(report.problems))


def _is_read(column: ColumnReading) -> bool:
    return column.field is not None and column.how not in (ColumnMatch.PROPOSED, ColumnMatch.KEPT)


def _cell(problem: Problem, read: Iterable[tuple[str | None, str]]) -> CellProblem | None:
    """Return the cell that a problem is about; ``None`` where it is not one cell, or too long to stand in a message."""
    value = problem.value or ""
    if problem.row is None or problem.column is None or (problem.sheet, problem.column) not in read:
        return None
    if value.endswith(_SHORTENED):
        return None
    said = problem.problem.removesuffix(REJECTED).removesuffix(LEFT_OUT)
    place = (problem.file, problem.sheet, problem.row, problem.column)
    return CellProblem(*place, value, said, problem.remedy, problem.rejects)
