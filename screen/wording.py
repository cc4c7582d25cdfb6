"""The words of the pages: one TOML file a page in ``words/``, one table a code, one text a language.

Reasons have their own catalogue, :mod:`matcher.reasons`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from matcher.reasons import LANGUAGES


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Read the words: by code, then by language.

    Raises:
        ValueError: Two files hold words for one code.
    """
    found: dict[str, Mapping[str, str]] = {}
    for file in sorted((Path(__file__).parent / "words").glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        if twice := found.keys() & told.keys():
            raise ValueError(f"{file.name} gives words for {min(twice)!r}, which another file has words for.")
        found |= told
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue in one language; any language without words of its own is answered in English."""

    language: str

    def __call__(self, code: str, **values: str | int) -> str:
        """Return the words of a code with the values in their places; raises :class:`KeyError` for an unknown code."""
        return catalogue()[code][self._spoken].format_map(values)

    def percent(self, share: float, *, sign: bool = False) -> str:
        """Write a share (0..1) as a whole percentage, with its sign where asked."""
        return f"{share:{'+' if sign else ''}.0%}".replace("%", " %" if self.language in ("fr", "de") else "%")

    def number(self, amount: float, decimals: int = 2) -> str:
        """Write an amount with so many decimals, or none where it is whole, grouped as the language does."""
        decimals = 0 if float(amount).is_integer() else decimals
        group, point = {"fr": (" ", ","), "nl": (".", ","), "de": (".", ",")}.get(self.language, (",", "."))
        return "".join({",": group, ".": point}.get(mark, mark) for mark in f"{amount:,.{decimals}f}")

    def day(self, day: date) -> str:
        """Write a day as it is written in Belgium."""
        return f"{day:%d/%m/%Y}"

    @property
    def _spoken(self) -> str:
        return self.language if self.language in LANGUAGES else LANGUAGES[0]
