"""The words of ``facts.toml`` as patterns over folded text."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def facts_table() -> dict[str, Any]:
    """Return the table as it is written."""
    return tomllib.loads((files("matcher.intake.wording") / "facts.toml").read_text(encoding="utf-8"))


@cache
def any_of(table: str, name: str) -> re.Pattern[str]:
    """Return a pattern for any of the listed words as whole words of folded text."""
    return re.compile(rf"(?<!\w)(?:{listed(table, name)})(?!\w)")


def listed(table: str, name: str) -> str:
    """Return the listed words as alternatives of a pattern."""
    return "|".join(facts_table()[table][name])
