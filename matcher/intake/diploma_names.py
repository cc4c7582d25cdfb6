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
    """A level claimed: EQF (1..8) and ISCED 2011 (0..8), each ``None`` where it is not sure."""

    eqf: int | None = None
    isced: int | None = None


@dataclass(frozen=True, slots=True)
class Diploma:
    """One row of a table: the names of a diploma, each a tuple of words, and the level that they claim.

    A word that ends in ``*`` stands for every word that begins so. ``leads`` marks names that count only at the
    beginning of a course, ``capitals`` those that count there or in capitals, ``at_home`` those that count only where
    the words say the country, ``not_abroad`` those that do not where they say another. ``country`` is ISO 3166
    alpha-2, ``None`` for names of no single country. A row without levels is no diploma: its words are taken, and
    claim nothing.
    """

    names: tuple[tuple[str, ...], ...]
    level: Level
    country: str | None = None
    leads: bool = False
    capitals: bool = False
    at_home: bool = False
    not_abroad: bool = False
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
    return tuple(row for table in _tables() for row in _rows(table))


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
        if rows and (level := _agreed(rows, homes)).eqf:
            found.append(level)
        at += max(length, 1)
    return tuple(found)


def country_of(text: str) -> str | None:
    """Return the one country that a text names or marks by a town, a school or an examination, or ``None``."""
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
    if (row.at_home or (row.not_abroad and homes)) and row.country not in homes:
        return False
    if row.leads:
        return word.leads
    return not row.capitals or word.leads or word.written.isupper()


def _agreed(rows: Sequence[Diploma], homes: set[str]) -> Level:
    """Return the level of rows with one name: of the known country, else what all say, else the lowest."""
    at_home = [row.level for row in rows if row.country in homes]
    return min(at_home or [row.level for row in rows], key=lambda level: (level.eqf or 0, level.isced or 0))


def _words(text: str) -> list[_Word]:
    joined = _DOTTED.sub(lambda match: match[1].replace(".", "").upper(), text.replace("’", "'"))
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
    homes = (table for table in _tables() if "country" in table)
    return tuple((" ".join(_name(place)), table["country"]) for table in homes for place in table["places"])


@cache
def _by_beginning() -> dict[str, tuple[tuple[tuple[str, ...], Diploma], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Diploma]]] = {}
    for row in diplomas():
        for name in row.names:
            index.setdefault(name[0][:2].removesuffix("*"), []).append((name, row))
    return {beginning: tuple(named) for beginning, named in index.items()}


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    folder = files("matcher.intake") / "diplomas"
    paths = sorted((item for item in folder.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


def _rows(table: dict[str, Any]) -> list[Diploma]:
    country = table.get("country")
    return [
        Diploma(
            names=tuple(_name(words) for words in row["words"]),
            level=Level(row.get("eqf"), row.get("isced")),
            country=country,
            leads=row.get("leads", False),
            capitals=row.get("capitals", False),
            at_home=row.get("at_home", False),
            not_abroad=row.get("not_abroad", False),
            source=row.get("source", table["source"]),
            verified=row["verified"],
        )
        for row in table["diploma"]
    ]


def _name(words: str) -> tuple[str, ...]:
    return tuple(
        _normal(part.rstrip("*")) + ("*" if part.endswith("*") else "") for part in re.findall(r"[^\W_]+\*?", words)
    )
