"""The catalogue of reasons: one TOML file a family in ``words/``, one table a code, one sentence a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.records import Reason

LANGUAGES = ("en", "fr", "nl", "de")

# A coverage reason adds a sentence for each of these lists that is not empty.
_SKILL_LISTS = ("met", "near", "missing", "extra_met", "extra_near", "extra_missing")
_DETAILS = {"skills.coverage": _SKILL_LISTS, "skills.extras": _SKILL_LISTS}


def in_words(reason: Reason, language: str = "en", *, details: bool = True) -> str:
    """Put a reason into words.

    Args:
        reason: code and values.
        language: en, fr, nl or de; any other is answered in English.
        details: also name the single skills met, near and missing.
    """
    values = {name: _value(value, language) for name, value in reason.values}
    sentences = [sentence(reason.code, values, language)]
    if details:
        lists = [name for name in _DETAILS.get(reason.code, ()) if values.get(name)]
        sentences += [sentence(f"skills.{name}", values, language) for name in lists]
    return " ".join(sentences)


_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CENTS = re.compile(r"(\d)\.(\d{2}\u00a0€)")


def _value(value: str | tuple[str, ...] | Reason, language: str) -> str:
    """Put a value into words: a day as it is written in Belgium, cents as the language parts them."""
    if isinstance(value, Reason):
        return in_words(value, language)
    if isinstance(value, tuple):
        return "; ".join(value)
    if day := _ISO_DAY.fullmatch(value):
        return f"{day[3]}/{day[2]}/{day[1]}"
    return value if language == "en" else _CENTS.sub(r"\1,\2", value)


def codes() -> tuple[str, ...]:
    """Return every code that has words."""
    return tuple(_catalogue())


def sentence(code: str, values: Mapping[str, str], language: str = "en") -> str:
    """Return the sentence of a code with its values filled in; raises :class:`KeyError` where it has none."""
    texts = _catalogue()[code]
    return texts.get(language, texts["en"]).format_map(values)


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    """Read every family; the code of a reason stands in one file only."""
    found: dict[str, dict[str, str]] = {}
    folder = files("matcher.reasons") / "words"
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".toml"):
            found |= tomllib.loads(item.read_text(encoding="utf-8"))
    return found
