"""Reads one damaged file as candidates and as vacancies, as ``matcher load`` would, and says what became of it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort, read_vacancies
from matcher.records import Candidate, Intake, Vacancy
from tests.fuzz.mutations import mutated

TODAY = date(2026, 11, 25)
_ROOT = Path(__file__).parent.parent
_FOLDERS = (_ROOT / "files", _ROOT / "intake" / "files")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: read, refused with a sentence, or one of the two that must not happen."""

    number: int
    verdict: str  # read, refused, crash or unaccounted
    detail: str = ""


def corpus() -> list[bytes]:
    """Return the files that are damaged: all that the tests of intake read."""
    paths = [
        path
        for folder in _FOLDERS
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".md", ".py")
    ]
    return [path.read_bytes() for path in paths]


def damaged(files: Sequence[bytes], seed: int, number: int) -> bytes:
    """Return the damaged file of a number: the same for the same seed and files."""
    return mutated(files, Random(f"{seed}-{number}"))


def read_damaged(data: bytes, number: int, folder: Path) -> Outcome:
    """Write a file, read it for candidates and for vacancies, and check that every record is accounted for."""
    path = folder / "cohort"
    path.write_bytes(data)
    outcomes = [
        _read(lambda: read_cohort(path, "palim", today=TODAY), number),
        _read(lambda: read_vacancies(path), number),
    ]
    wrong = (outcome for outcome in outcomes if outcome.verdict not in ("read", "refused"))
    return next(wrong, min(outcomes, key=lambda outcome: outcome.verdict != "read"))


def _read(read: Callable[[], Intake[Candidate] | Intake[Vacancy]], number: int) -> Outcome:
    try:
        intake = read()
    except UnreadableFileError as error:
        sentence = str(error)
        fine = sentence.endswith(".") and len(sentence) < 1000
        return Outcome(number, "refused") if fine else Outcome(number, "crash", f"no clear sentence: {sentence[:300]}")
    except Exception:  # whatever it is, it must not happen
        return Outcome(number, "crash", traceback.format_exc(limit=-6))
    fault = _unaccounted(intake)
    return Outcome(number, "unaccounted", fault) if fault else Outcome(number, "read")


def _unaccounted(intake: Intake[Candidate] | Intake[Vacancy]) -> str:
    if intake.read != len(intake.records) + intake.rejected:
        return f"read {intake.read}, accepted {len(intake.records)}, rejected {intake.rejected}"
    said = {(p.file, p.sheet, p.row) for p in intake.problems if p.problem.endswith("the row was rejected")}
    if intake.rejected and not said:
        return f"{intake.rejected} rejected without a word"
    if len({record.key for record in intake.records}) < len(intake.records):
        return "two records under one key"
    if not all(problem.problem and problem.remedy for problem in intake.problems):
        return "a problem without remedy"
    for record in intake.records:
        repr(record).encode("utf-8")  # half a character would not go into the store
    return ""
