"""Tests and certificates of languages: which language they are about, and which CEFR level a result stands for."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

_NUMBER = re.compile(r"(?<![\d.,/])\d{1,3}(?:[.,]\d)?(?![\d]|[.,]\d)")
_APART = r"[\s.'’()\[\]:,-]{1,3}"


@dataclass(frozen=True, slots=True)
class LanguageTest:
    """One row of the table: a test as it is named, with the level it stands for or the scores where levels begin.

    ``bands`` are ``((level, lowest score), ...)`` upwards, ``scale`` the lowest and highest score and their step. A
    test with neither level nor bands is known by name only. A ``loose`` one tests many languages: its language counts
    only where the words name none.
    """

    names: tuple[str, ...]
    language: str
    level: str | None = None
    bands: tuple[tuple[str, float], ...] = ()
    scale: tuple[float, float, float] | None = None
    lowest: bool = False
    loose: bool = False
    valid_from: date | None = None
    source: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class TestResult:
    """A test named at ``start``..``end`` of a folded text, and the level (A1..C2) that its result stands for."""

    __test__ = False  # pytest takes every class of this name for a test of its own

    start: int
    end: int
    language: str
    cefr: str | None = None
    loose: bool = False


@cache
def language_tests() -> tuple[LanguageTest, ...]:
    """Return the rows of ``language_tests.toml``."""
    table = tomllib.loads((files("matcher.intake") / "language_tests.toml").read_text(encoding="utf-8"))
    return tuple(_row(row) for row in table["test"])


def find_tests(folded: str) -> tuple[TestResult, ...]:
    """Return the tests named in a folded text with western digits, in order, each with the level of its result.

    The level is ``None`` where the words give no result, or one for which no concordance is sure. A level written out
    beside the name (``DELF B1``) is not read here.
    """
    matches = list(_names().finditer(folded))
    ends = [*(match.start() for match in matches), len(folded)][1:]
    return tuple(_result(match, folded[match.end() : end]) for match, end in zip(matches, ends, strict=True))


def _result(match: re.Match[str], after: str) -> TestResult:
    name = re.sub(r"\W+", " ", match[0]).strip()
    rows = _by_name()[name]
    level = next((found for row in rows if (found := _level(row, after))), None)
    return TestResult(match.start(), match.end(), rows[0].language, level, rows[0].loose)


def _level(row: LanguageTest, after: str) -> str | None:
    if row.level or row.scale is None:
        return row.level
    low, high, step = row.scale
    numbers = (float(number.replace(",", ".")) for number in _NUMBER.findall(after[:60]))
    scores = [number for number in numbers if low <= number <= high and (number / step).is_integer()]
    if not scores:
        return None
    score = min(scores) if row.lowest else scores[0]
    return next((level for level, lowest in reversed(row.bands) if score >= lowest), None)


@cache
def _by_name() -> dict[str, tuple[LanguageTest, ...]]:
    rows: dict[str, tuple[LanguageTest, ...]] = {}
    for row in language_tests():
        for name in row.names:
            rows[name] = (*rows.get(name, ()), row)
    return rows


@cache
def _names() -> re.Pattern[str]:
    """Return a pattern of every name, longer ones first, with any mark between its words."""
    names = sorted(_by_name(), key=lambda name: (-len(name), name))
    spelt = "|".join(_APART.join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<![^\W_])(?:{spelt})(?![^\W_])")


def _row(row: dict[str, Any]) -> LanguageTest:
    scale = row.get("scale")
    return LanguageTest(
        names=tuple(row["words"]),
        language=row["language"],
        level=row.get("level"),
        bands=tuple(sorted(row.get("bands", {}).items(), key=lambda band: band[1])),
        scale=(scale[0], scale[1], scale[2]) if scale else None,
        lowest=row.get("takes") == "lowest",
        loose=row.get("loose", False),
        valid_from=row.get("valid_from"),
        source=row["source"],
        verified=row["verified"],
    )
