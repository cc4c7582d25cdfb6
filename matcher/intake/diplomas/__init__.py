"""What diplomas are called and which level their names claim: one TOML a country, and one for names of no country.

A name claims a level, it does not recognise one: that is for the services of each Belgian community.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from taxonomies.wording import fold

_DOTTED = re.compile(r"(?<![^\W_])((?:[^\W\d_]{1,2}\.)+)(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "ال"
_LEADING = re.compile(r"(?:^|[+(]|\bpuis|\bthen|\bdaarna)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """A level claimed: ISCED 2011 (0..8) and EQF (1..8), each ``None`` where it is not sure.

    ``country`` (ISO 3166 alpha-2) is set where only one country calls a diploma so, or where the words name it.
    """

    eqf: int | None = None
    isced: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Diploma:
    """One row of a table: the names of a diploma, each a tuple of words, and the level that they claim.

    A word that ends in ``*`` stands for every word that begins so. ``leads`` marks names that count only at the
    beginning of a course, ``capitals`` those that count there or in capitals, ``at_home`` those that count only where
    the words name the country. A row without levels is no diploma: its words are taken, and claim nothing.
    """

    names: tuple[tuple[str, ...], ...]
    level: Level
    leads: bool = False
    capitals: bool = False
    at_home: bool = False
    source: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a text: folded, as written, and whether it begins a course."""

    folded: str
    written: str
    leads: bool


@cache
def diplomas() -> tuple[Diploma, ...]:
    """Return the rows of every table."""
    tables = sorted(item.name for item in files("matcher.intake.diplomas").iterdir() if item.name.endswith(".toml"))
    return tuple(row for name in tables for row in _rows(_table(name)))


def find_levels(text: str, country: str | None = None) -> tuple[Level, ...]:
    """Return the level of each diploma that a text names, in order, the longest names first taken.

    Where several countries use a name, the country that is known decides, else the lowest of their levels.

    Args:
        text: the words, as written.
        country: ISO 3166 alpha-2 code where the country of the diploma was said elsewhere.
    """
    words = _words(text)
    homes = {country} if country else _countries(words)
    found: list[Level] = []
    at = 0
    while at < len(words):
        length, rows = _longest(words, at, homes)
        if rows and (level := _agreed(rows, homes)) != Level():
            found.append(level)
        at += max(length, 1)
    return tuple(found)


def country_of(text: str) -> str | None:
    """Return the one country whose name, town or school a text names, or ``None``."""
    homes = _countries(_words(text))
    return next(iter(homes)) if len(homes) == 1 else None


def _longest(words: Sequence[_Word], at: int, homes: set[str]) -> tuple[int, list[Diploma]]:
    """Return the length and the rows of the longest name that begins at a word; whole words go before beginnings."""
    best: tuple[int, int] = (0, 0)
    rows: list[Diploma] = []
    for name, row in _by_beginning().get(words[at].folded[:2], ()):
        if not _reads(name, words, at) or not _counts(row, words[at], homes):
            continue
        rank = (len(name), sum(not part.endswith("*") for part in name))
        if rank > best:
            best, rows = rank, []
        if rank == best:
            rows.append(row)
    return best[0], rows


def _reads(name: tuple[str, ...], words: Sequence[_Word], at: int) -> bool:
    if at + len(name) > len(words):
        return False
    return all(
        word.folded.startswith(part[:-1]) if part.endswith("*") else word.folded == part
        for part, word in zip(name, words[at:], strict=False)
    )


def _counts(row: Diploma, word: _Word, homes: set[str]) -> bool:
    if row.at_home and row.level.country not in homes:
        return False
    if row.leads:
        return word.leads
    return not row.capitals or word.leads or word.written.isupper()


def _agreed(rows: Sequence[Diploma], homes: set[str]) -> Level:
    """Return the level of rows with one name: of the known country, else what all say, else the lowest."""
    at_home = [row.level for row in rows if row.level.country in homes]
    levels = at_home or [row.level for row in rows]
    lowest = min(levels, key=lambda level: (level.eqf or 0, level.isced or 0))
    if lowest.eqf is None and lowest.isced is None:
        return Level()
    countries = {level.country for level in levels}
    return Level(lowest.eqf, lowest.isced, countries.pop() if len(countries) == 1 else None)


def _words(text: str) -> list[_Word]:
    joined = _DOTTED.sub(lambda match: match[1].replace(".", ""), text.replace("’", "'"))
    return [
        _Word(_normal(match[0]), match[0], bool(_LEADING.search(joined[max(0, match.start() - 12) : match.start()])))
        for match in _WORD.finditer(joined)
    ]


def _normal(word: str) -> str:
    """Fold a word; Arabic ones lose their article and the marks that writers leave out."""
    plain = fold(word)
    if plain.isascii():
        return plain
    return plain.removeprefix(_ARTICLE).replace("ة", "ه").replace("ى", "ي").replace("ک", "ك").replace("ی", "ي")


def _countries(words: Iterable[_Word]) -> set[str]:
    text = f" {' '.join(word.folded for word in words)} "
    return {code for place, code in _places() if (f" {place[:-1]}" if place.endswith("*") else f" {place} ") in text}


@cache
def _places() -> tuple[tuple[str, str], ...]:
    tables = (_table(item.name) for item in files("matcher.intake.diplomas").iterdir() if item.name.endswith(".toml"))
    return tuple(
        (" ".join(_name(place)), table["country"]) for table in tables for place in table["places"] if "country" in table
    )


@cache
def _by_beginning() -> dict[str, tuple[tuple[tuple[str, ...], Diploma], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Diploma]]] = {}
    for row in diplomas():
        for name in row.names:
            index.setdefault(name[0][:2].removesuffix("*"), []).append((name, row))
    return {beginning: tuple(named) for beginning, named in index.items()}


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("matcher.intake.diplomas") / name).read_text(encoding="utf-8"))


def _rows(table: dict[str, Any]) -> list[Diploma]:
    country = table.get("country")
    return [
        Diploma(
            names=tuple(_name(words) for words in row["words"]),
            level=Level(row.get("eqf"), row.get("isced"), country if "eqf" in row else None),
            leads=row.get("leads", False),
            capitals=row.get("capitals", False),
            at_home=row.get("at_home", False),
            source=row.get("source", table["source"]),
            verified=row["verified"],
        )
        for row in table["diploma"]
    ]


def _name(words: str) -> tuple[str, ...]:
    return tuple(
        _normal(part.rstrip("*")) + ("*" if part.endswith("*") else "") for part in re.findall(r"[^\W_]+\*?", words)
    )
