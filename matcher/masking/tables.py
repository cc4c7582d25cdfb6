"""The word tables beside this package, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.masking.reading import fold_in_place


@cache
def table(name: str) -> dict[str, Any]:
    """Return one file of ``words/`` as it is written."""
    return tomllib.loads((files("matcher.masking") / "words" / f"{name}.toml").read_text(encoding="utf-8"))


def words(text: str) -> frozenset[str]:
    """Return the words of a text, folded."""
    return frozenset(fold_in_place(text).split())


def pairs(entries: dict[str, str]) -> dict[str, str]:
    """Return a table with its keys folded."""
    return {fold_in_place(key): value for key, value in entries.items()}
