"""The cue files beside this module, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def cue_file(language: str) -> dict[str, Any]:
    """Return one language's file as it is written."""
    return tomllib.loads((files("matcher.cues") / f"{language}.toml").read_text(encoding="utf-8"))
