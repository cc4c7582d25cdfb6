"""The word and letter tables beside this package, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from taxonomies.wording import fold


@cache
def table(name: str) -> dict[str, Any]:
    """Return one file of ``words/`` as it is written."""
    return tomllib.loads((files("matcher.duplicates") / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a list of words from a file of ``words/``, folded."""
    return frozenset(fold(table(name)[key]).split())
