"""What anybody who may know how good the matches are looks at: runs of the evaluation lab, as it wrote them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from matcher.errors import NotFoundError
from matcher.measured import FIGURES, PAGE, SUMMARY, Comparison, Run, RunNote, compare, find_runs, open_run
from matcher.offices.office import Office
from matcher.stewardship import Right


class RunFile(StrEnum):
    """A file of a run; the value is its name."""

    FIGURES = FIGURES
    PAGE = PAGE
    SUMMARY = SUMMARY


class QualityOffice(Office):
    """Figures of benchmarks and of groups: no record of anybody."""

    right: ClassVar[Right] = Right.QUALITY

    def runs(self) -> tuple[RunNote, ...]:
        """Return the runs that were kept, the newest first."""
        self.actor.require(Right.QUALITY)
        return find_runs(self._engine.settings.runs_folder)

    def new_run_folder(self) -> str:
        """Return where a run made now would stand, to be shown among the others."""
        self.actor.require(Right.QUALITY)
        return str(self._engine.settings.runs_folder / date.today().isoformat())

    def run(self, name: str) -> Run:
        """Return one run; raises :class:`NotFoundError` where there is none of that name."""
        self.actor.require(Right.QUALITY)
        return open_run(self._engine.settings.runs_folder, name)

    def compare(self, before: str, after: str) -> Comparison:
        """Return what moved between two runs, and whether by more than chance."""
        return compare(self.run(before).benchmarks, self.run(after).benchmarks)

    def document(self, name: str, file: RunFile) -> bytes:
        """Return a file of a run as the lab wrote it.

        Raises:
            NotFoundError: There is no such run, or somebody took that file out of it.
        """
        path = self._engine.settings.runs_folder / self.run(name).name / file
        if not path.is_file():
            raise NotFoundError(f"The run {name} has no {file.value}: make it anew with `matcher evaluate all --out`.")
        return path.read_bytes()
