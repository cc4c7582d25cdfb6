"""Reads the table of countries, and words to the countries that they name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from taxonomies.wording import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 4  # words that a country's name has


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or with ``code`` ``""`` an ethnic group. Words are folded (:func:`taxonomies.wording.fold`).

    ``french``, ``english``, ``dutch`` and ``german`` are what its people are called, nouns before adjectives. ``eea``
    marks the European Union, the rest of the European Economic Area and Switzerland.
    """

    code: str
    names: tuple[str, ...]
    french: tuple[str, ...]
    english: tuple[str, ...]
    dutch: tuple[str, ...]
    german: tuple[str, ...]
    eea: bool = False
    is_language: bool = False

    @property
    def demonyms(self) -> frozenset[str]:
        """Every form: plurals, German endings and the uninflected Dutch adjective too."""
        forms = {*self.french, *self.english, *self.dutch, *self.german, f"{self.german[0]}in"}
        forms |= {f"{self.german[-1]}{ending}" for ending in ("e", "er", "en", "es")}
        forms |= {f"{form}s" for form in (*self.french, *self.english, *self.dutch) if not form.endswith("s")}
        return frozenset(forms | {form[:-1] for form in self.dutch[1:] if form.endswith("se")})


@cache
def countries() -> tuple[Country, ...]:
    """Return every country and ethnic group of the table, in its order."""
    text = (files("taxonomies.countries") / "countries.toml").read_text(encoding="utf-8")
    return tuple(_country(row) for row in tomllib.loads(text)["country"])


def nationalities_of(text: str) -> tuple[Country, ...]:
    """Return the countries that words name, by name, demonym or two-letter code, in the order of the words.

    "Belgo-marocaine" and "Syrië / Turkije" name two; words nobody knows name none.
    """
    code = text.strip().upper()
    if code in _by_code():
        return (_by_code()[code],)
    words = _WORD.findall(fold(text).replace("’", "'"))
    found: list[Country] = []
    start = 0
    while start < len(words):
        length = next((n for n in range(_LONGEST, 0, -1) if " ".join(words[start : start + n]) in _by_word()), 0)
        pieces = [" ".join(words[start : start + length])] if length else words[start].split("-")
        found += [_by_word()[piece] for piece in pieces if piece in _by_word()]
        start += length or 1
    return tuple(dict.fromkeys(found))


def country_of(code: str) -> Country | None:
    """Return the country with that ISO 3166 alpha-2 code, if the table has it."""
    return _by_code().get(code.upper())


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries() if country.code}


@cache
def _by_word() -> dict[str, Country]:
    """Return words to countries; names come before what people are called, and the first in the table wins."""
    table: dict[str, Country] = {"belgo": _by_code()["BE"], "franco": _by_code()["FR"]}
    named = [(name, country) for country in _by_code().values() for name in country.names]
    called = [(form, country) for country in _by_code().values() for form in sorted(country.demonyms)]
    for word, country in named + called:
        table.setdefault(word, country)
    return table


def _country(row: dict[str, str]) -> Country:
    words = {key: tuple(row[key].split()) for key in ("french", "english", "dutch", "german")}
    names = tuple(name.replace("_", " ") for name in row["names"].split())
    return Country(row.get("code", ""), names, **words, eea=bool(row.get("eea")), is_language=bool(row.get("language")))
