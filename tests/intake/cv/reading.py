"""The CVs beside the tests, what they say, and how much of it the reader found."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from matcher.intake.candidates import CohortContext
from matcher.intake.cv import read_cv
from matcher.records import Candidate, Intake

FILES = Path(__file__).parents[2] / "files" / "cv"
CONTEXT = CohortContext("palim", None, date(2026, 11, 25))
FIELDS = ("name", "email", "phone", "born", "nationality", "jobs", "languages", "skills", "education", "courses")


def gold(table: str = "cv") -> dict[str, dict[str, Any]]:
    """Return what a person read in each CV: those the reader was written with, or ``held_out``."""
    return tomllib.loads((FILES / "gold.toml").read_text(encoding="utf-8"))[table]


def read(name: str) -> Intake[Candidate]:
    return read_cv((FILES / name).read_bytes(), name, CONTEXT)


def facts(candidate: Candidate) -> dict[str, list[str]]:
    """Return what a candidate says, field by field, as the gold writes it."""
    person, status, profile = candidate.person, candidate.status, candidate.profile
    single = {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "born": status.birth_date,
        "nationality": status.nationality,
    }
    jobs = [f"{job.title} {_month(job.start, job)} {_month(job.end, job)}" for job in profile.experience]
    return {
        **{field: [str(value)] if value else [] for field, value in single.items()},
        "jobs": jobs,
        "languages": [f"{item.language} {item.cefr or ''}".strip() for item in profile.languages],
        "skills": [item.text for item in profile.skills],
        "education": [str(item.eqf) for item in profile.education if item.eqf],
        "courses": ["course"] * len(profile.education),
    }


def gold_facts(said: dict[str, Any]) -> dict[str, list[str]]:
    single = {field: [str(said[field])] if said.get(field) else [] for field in FIELDS[:5]}
    return {
        **single,
        "jobs": [" ".join([title, start or "now", end or "now"]) for title, start, end in said["jobs"]],
        "languages": said["languages"],
        "skills": said["skills"],
        "education": [str(level) for level in said["education"]],
        "courses": ["course"] * said["courses"],
    }


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of a field were read rightly, were read in all, and are there."""

    right: int = 0
    read: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def scores(table: str) -> dict[str, Score]:
    """Return the score of each field over all CVs of a table; a fact counts as right only where all of it is."""
    totals = dict.fromkeys(FIELDS, Score())
    for name, said in gold(table).items():
        (candidate,) = read(name).records
        found, there = facts(candidate), gold_facts(said)
        for field in FIELDS:
            right = (Counter(found[field]) & Counter(there[field])).total()
            old = totals[field]
            totals[field] = Score(old.right + right, old.read + len(found[field]), old.there + len(there[field]))
    return totals


def table_of(found: dict[str, Score]) -> Iterable[str]:
    for field, score in found.items():
        counts = f"{score.right} right of {score.read} read, {score.there} there"
        yield f"{field:12} precision {score.precision:.2f} recall {score.recall:.2f} ({counts})"


def _month(day: date | None, job: Any) -> str:
    if day is None:
        return "now" if job.start else "-"
    return f"{day:%Y-%m}"
