"""The catalogue of reasons: one TOML file a family in ``words/``, one table a code, one sentence a language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from matcher.records import Reason

LANGUAGES = ("en", "fr", "nl", "de")

# A reason adds a sentence of its family for each of these values that it has.
_SKILL_LISTS = ("met", "near", "missing", "extra_met", "extra_near", "extra_missing")
_DETAILS = {
    **dict.fromkeys(("skills.coverage", "skills.extras"), _SKILL_LISTS),
    **dict.fromkeys(("occupation.same", "occupation.likely", "occupation.near", "occupation.far"), ("coded",)),
}


def in_words(reason: Reason, language: str = "en", *, details: bool = True) -> str:
    """Put a reason into words.

    Args:
        reason: code and values.
        language: en, fr, nl or de; any other is answered in English.
        details: also name the single skills met, near and missing, and the code that said what is asked.
    """
    values = {name: _value(name, value, language) for name, value in reason.values}
    sentences = [sentence(reason.code, values, language)]
    if details:
        lists = [name for name in _DETAILS.get(reason.code, ()) if values.get(name)]
        sentences += [sentence(f"{reason.code.partition('.')[0]}.{name}", values, language) for name in lists]
    return " ".join(sentences)


_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CENTS = re.compile(r"(\d)\.(\d{2}\u00a0€)")


def _value(name: str, value: str | tuple[str, ...] | Reason, language: str) -> str:
    """Put a value into words: a day as it is written in Belgium, cents as the language parts them."""
    if isinstance(value, Reason):
        return in_words(value, language)
    if isinstance(value, tuple):
        return "; ".join(value)
    if day := _ISO_DAY.fullmatch(value):
        return f"{day[3]}/{day[2]}/{day[1]}"
    told = name_of(name, value, language)
    return told if language == "en" else _CENTS.sub(r"\1,\2", told)


def codes() -> tuple[str, ...]:
    """Return every code that has words."""
    return tuple(_catalogue())


def sentence(code: str, values: Mapping[str, str], language: str = "en") -> str:
    """Return the sentence of a code with its values filled in; raises :class:`KeyError` where it has none."""
    texts = _catalogue()[code]
    return texts.get(language, texts["en"]).format_map(values)


def name_of(kind: str, value: str, language: str = "en") -> str:
    """Return what a value is called in a language, such as the ``language`` "nl"; one without a name stays as it is."""
    names = _names().get(kind, {}).get(value)
    return value if names is None else names.get(language, names["en"])


@cache
def _names() -> dict[str, dict[str, dict[str, str]]]:
    """Read the names of values, one TOML file a kind in ``names/``."""
    folder = files("matcher.reasons") / "names"
    return {
        item.name.removesuffix(".toml"): tomllib.loads(item.read_text(encoding="utf-8"))
        for item in folder.iterdir()
        if item.name.endswith(".toml")
    }


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    """Read every family; the code of a reason stands in one file only."""
    found: dict[str, dict[str, str]] = {}
    folder = files("matcher.reasons") / "words"
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".toml"):
            found |= tomllib.loads(item.read_text(encoding="utf-8"))
    return found
