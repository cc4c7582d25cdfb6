"""Keeps a reload of an old file from bringing erased people back unnoticed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.errors import UsageError
from matcher.records import Candidate, Intake, Problem
from matcher.stewardship.marks import marks_of
from matcher.store.held import Tombstone
from matcher.trail import KeyedDigest

_CAUSES = {"request": "at the person's request", "retention": "when the time for which the scheme keeps data ended"}
_READMIT = "load again with --readmit"


@dataclass(frozen=True, slots=True)
class Admission:
    """The rows of a file that may be kept, and the marks of erased people who are let in again."""

    intake: Intake[Candidate]
    readmitted: frozenset[str]


def admit(
    intake: Intake[Candidate],
    readmit: Collection[str],
    digest: KeyedDigest,
    buried: Callable[[Sequence[str]], Mapping[str, Tombstone]],
) -> Admission:
    """Reject the rows of people who were erased, but for those whose reference is to be let in again.

    Args:
        intake: what was read of a file; rows read stay rows accepted plus rows rejected.
        readmit: the sender's references of rows for which there is a new basis.
        digest: makes the marks.
        buried: gives the tombstones of those marks that have one.

    Raises:
        UsageError: ``readmit`` names a reference that no row has.
    """
    unknown = sorted(set(readmit) - {record.key for record in intake.records})
    if unknown:
        raise UsageError(f"--readmit {unknown[0]!r}: no row of the file that could be read has this reference.")
    marks = {record.key: marks_of([record], digest) for record in intake.records}
    stones = buried(sorted({mark for some in marks.values() for mark in some}))
    kept, problems, readmitted = [], [], set[str]()
    for record in intake.records:
        found = [stones[mark] for mark in marks[record.key] if mark in stones]
        if found and record.key not in readmit:
            problems.append(_problem(record, max(found, key=lambda stone: stone.erased_on)))
            continue
        readmitted |= marks[record.key] & stones.keys()
        kept.append(record)
    rejected = intake.rejected + len(problems)
    admitted = replace(intake, records=tuple(kept), rejected=rejected, problems=(*intake.problems, *problems))
    return Admission(admitted, frozenset(readmitted))


def erased_references(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return the sender's references of the rows that :func:`admit` rejected because the person was erased."""
    return tuple(problem.value for problem in problems if problem.value and problem.remedy.startswith(_READMIT))


def _problem(record: Candidate, stone: Tombstone) -> Problem:
    source = record.source
    return Problem(
        file=source.file,
        sheet=source.sheet,
        row=source.row,
        column=None,
        value=record.key,
        problem=f"erased on {stone.erased_on} {_CAUSES[stone.cause]}",
        remedy=f"{_READMIT} {record.key} if there is a new basis, or take the row out of the file",
    )
