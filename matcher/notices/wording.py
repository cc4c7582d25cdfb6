"""The words of what candidates are given, in the languages they read: one table a code, one text a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.errors import UsageError
from matcher.reasons import name_of

LANGUAGES = ("fr", "nl", "en", "ar", "de")
RIGHT_TO_LEFT = frozenset({"ar"})


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Read the words: by code, then by language."""
    folder = files("matcher.notices") / "words"
    found: dict[str, Mapping[str, str]] = {}
    for name in ("notice.toml", "explanation.toml"):
        found |= tomllib.loads((folder / name).read_text(encoding="utf-8"))
    return found


@cache
def _arabic_languages() -> Mapping[str, str]:
    text = (files("matcher.notices") / "words" / "languages_ar.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say(code: str, language: str, **values: str | int) -> str:
    """Return the words of a code with the values in their places.

    Raises:
        UsageError: These papers are not written in that language.
    """
    if language not in LANGUAGES:
        raise UsageError(f"Papers for candidates are not written in {language!r}: choose {', '.join(LANGUAGES)}.")
    if language in RIGHT_TO_LEFT:
        # What comes from a record may run the other way: set apart, it does not carry the marks beside it along.
        values = {name: f"\u2068{value}\u2069" for name, value in values.items()}
    return catalogue()[code][language].format_map(values)


def language_called(code: str, language: str) -> str:
    """Return what a language is called in another; its English name where these papers have none."""
    if language == "ar" and code in _arabic_languages():
        return _arabic_languages()[code]
    return name_of("language", code, language)
