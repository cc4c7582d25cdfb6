"""The vocabularies beside this package: lists of patterns, read once and looked for in folded clauses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_PART = re.compile(r"<(\w+)>")


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """Return one file of ``words/`` as it is written."""
    return tomllib.loads((files("matcher.vacancy_checks") / "words" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def phrases(name: str, *path: str) -> re.Pattern[str]:
    """Return what matches any phrase of a list in a vocabulary, as a whole word or words.

    The list is given by its path in the file: phrases, or phrases a language, which are all looked for, since one
    vacancy may be written in several. A phrase is a pattern of lower-case letters without accents; ``<name>`` stands
    for a part named under ``[parts]``.
    """
    content = vocabulary(name)
    found: Any = content
    for step in path:
        found = found.get(step, {})
    listed = [phrase for group in found.values() for phrase in group] if isinstance(found, dict) else found
    return compiled(listed, content.get("parts", {}))


def compiled(listed: Iterable[str], parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return what matches any of the phrases as a whole; nothing where none is listed."""
    filled = [_filled(phrase, parts) for phrase in listed]
    return re.compile(rf"(?<!\w)(?:{'|'.join(filled)})(?!\w)" if filled else r"(?!)")


def _filled(phrase: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda part: f"(?:{_filled(parts[part[1]], parts)})", phrase)
