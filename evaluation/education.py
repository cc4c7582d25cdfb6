"""How well the engine reads diplomas: levels of courses as people write them, and of mentions in adverts.

Two sets: degrees of resumes with their ISCED level (Garcia-Sardina et al. 2023), and qualification mentions of UK
adverts with an EQF level (built on Green et al. 2022), whose annotators agree with a kappa of 0.45 alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mode

import numpy as np

from evaluation.benchmarks.files import table, text
from evaluation.intervals import figure
from evaluation.suites import Bench, Figure, Measured, Suite
from matcher.intake.education import claimed_levels, read_education

DEGREES, MENTIONS = "education_normalisation", "eqf_qualifications"
_FARTHEST = 7  # levels between EQF 1 and 8: what a mention without an answer is off by
_COMMONEST = "most frequent level"


def run_degrees(bench: Bench) -> Measured:
    """Read every entry's degrees; right where the set of ISCED levels is exactly the one given."""
    entries = json.loads(text((bench.data or Path()) / DEGREES / "education_test.json"))
    given = [_levels(row["level"] for row in entry["edu_norm"]) for entry in entries]
    read = [_read_levels(entry["edu"]) for entry in entries]
    commonest = mode(level for levels in given for level in sorted(levels))
    figures = (
        _share("exact set of levels", [ours == theirs for ours, theirs in zip(read, given, strict=True)]),
        _share("exact set of levels", [theirs == {commonest} for theirs in given], _COMMONEST),
        _share("some level read", [bool(ours) for ours in read]),
        _share(
            "exact where some is read",
            [ours == theirs for ours, theirs in zip(read, given, strict=True) if ours],
        ),
    )
    return Measured(
        figures, notes=("The engine reads levels of courses and no field of study: fields are not scored.",)
    )


def _levels(found: Iterable[int | None]) -> frozenset[int]:
    return frozenset(level for level in found if level is not None)


def _read_levels(courses: Sequence[dict[str, str]]) -> frozenset[int]:
    """Return the ISCED level of each course; where EQF alone is sure, the ISCED level of that number or 3 for 4.

    Upper secondary is ISCED 3 whether its EQF level is 3 or 4.
    """
    told = (", ".join(part for part in (course["degree"], course["major"]) if part) for course in courses)
    read = (item for words in told for item in read_education(words))
    return _levels(item.isced if item.isced is not None else {4: 3}.get(item.eqf or 0, item.eqf) for item in read)


def run_mentions(bench: Bench) -> Measured:
    """Read the EQF level of every mention that has one; a mention that is not read counts as wrong, 7 levels off."""
    rows = list(table((bench.data or Path()) / MENTIONS / "qualification_mapping.csv"))
    given = [(row["subtext"], int(row["label"][-1])) for row in rows if row["label"].startswith("EQF")]
    without = [row["subtext"] for row in rows if not row["label"].startswith("EQF")]
    read = [min(claimed_levels(mention), default=None) for mention, _ in given]
    levels = [level for _, level in given]
    commonest = mode(levels)
    off = [_FARTHEST if ours is None else abs(ours - theirs) for ours, theirs in zip(read, levels, strict=True)]
    figures = (
        _share("exact level", [ours == theirs for ours, theirs in zip(read, levels, strict=True)]),
        _share("exact level", [level == commonest for level in levels], _COMMONEST),
        figure("mean level error", np.array(off, float)),
        figure("mean level error", np.array([abs(level - commonest) for level in levels], float), _COMMONEST),
        _share("some level read", [ours is not None for ours in read]),
        figure(
            "mean level error where some is read",
            np.array([one for one, ours in zip(off, read, strict=True) if ours is not None], float),
        ),
        _share("no level read where none is given", [not claimed_levels(mention) for mention in without]),
    )
    return Measured(figures, notes=("Two annotators agree with a kappa of 0.45: a ceiling on what a score means.",))


def _share(metric: str, right: Sequence[bool], system: str = "") -> Figure:
    return figure(metric, np.array(right, float), system)


SUITES = (
    Suite("education", "ISCED levels of degrees as resumes write them", run_degrees, folder=DEGREES),
    Suite("eqf", "EQF levels of qualification mentions in UK adverts", run_mentions, folder=MENTIONS),
)
