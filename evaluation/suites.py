"""What the lab can measure: each suite is a name, a sentence, and a function from a bench to figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.remembered import Remembered
from matcher.engine import Matcher

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over n queries (or people, or pairs) with its 95% interval.

    ``system`` is what was measured (the engine where it is empty, else a baseline or an ablation), ``part`` the slice
    of the data (all where it is empty). ``published`` marks a figure taken from a paper; it has no interval of ours.
    """

    metric: str
    value: float
    low: float
    high: float
    n: int
    system: str = ""
    part: str = ""
    published: bool = False


@dataclass(frozen=True, slots=True)
class Bench:
    """What a suite works with: the engine, the folder of benchmarks (if any), who hears of progress, the seed.

    ``quick`` asks for a look rather than a measurement: a sample of the queries, and no baseline that takes long.
    ``remembered`` is shared by the suites of one run.
    """

    matcher: Matcher
    data: Path | None = None
    progress: Progress = lambda _done, _total: None
    seed: int = 20261123
    quick: bool = False
    remembered: Remembered = field(default_factory=Remembered, compare=False)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a suite found: figures, plain-JSON ``tables`` for whatever is no single figure, and notes in words."""

    figures: tuple[Figure, ...]
    tables: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """One thing that can be measured.

    ``lines`` puts what was found into lines for a person, where the figures alone do not say it. ``folder`` is the one
    under the folder of benchmarks that it reads; it needs none where that is empty.
    """

    name: str
    about: str
    run: Callable[[Bench], Measured]
    lines: Callable[[Measured], Iterable[str]] | None = None
    folder: str = ""
