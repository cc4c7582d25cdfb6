"""Reads official ESCO crosswalk files: which codes of another classification are mapped to which ESCO concepts.

Two forms are known: the one of the ESCO portal, whose lines above the table name both classifications ("Classification
1 Name", "Mapping relation"), and its normalised form (``escoUri,competentId,competentUuid,mappingRelation``). ESCO may
stand on either side. Of the labels in a file nothing is kept: a text must never find its concept through a crosswalk.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from taxonomies.crosswalk_systems import SYSTEMS, system_named
from taxonomies.errors import TaxonomyError
from taxonomies.esco_files import members_of

_CONCEPT = re.compile(r"https?://data\.europa\.eu/esco/(?:occupation|skill)/[0-9A-Za-z-]+")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_ESCO_NAME = re.compile(r"\besco\b", re.IGNORECASE)
_NORMALISED = re.compile(rf"(?P<system>{'|'.join(SYSTEMS)})(?:Id|Code|Uuid|Uri)", re.IGNORECASE)
_DEEPEST_HEADER = 60
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """One row: the ESCO concept, the ways in which the other side's code is written, the relation as written.

    ``concept`` is a URI, or the bare UUID that ends it; each of the three is empty where the row has none.
    """

    concept: str
    codes: tuple[str, ...]
    relation: str


@dataclass(frozen=True, slots=True)
class CrosswalkFile:
    """One crosswalk. ``system`` is one of :data:`SYSTEMS`, ``version`` that of its classification where stated."""

    origin: str
    system: str
    version: str
    rows: tuple[CrosswalkRow, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the cells of a table stand."""

    concept: tuple[int, ...]
    codes: tuple[int, ...]
    relation: int

    def row(self, cells: Sequence[str]) -> CrosswalkRow:
        def at(places: tuple[int, ...]) -> list[str]:
            return [cells[place].strip() for place in places if place < len(cells) and cells[place].strip()]

        relation = cells[self.relation].strip() if self.relation < len(cells) else ""
        return CrosswalkRow(_concept(at(self.concept)), tuple(dict.fromkeys(at(self.codes))), relation)


def read_crosswalks(path: Path, system: str = "") -> list[CrosswalkFile]:
    """Read every crosswalk in a csv, csv.gz or zip.

    Args:
        path: the file.
        system: one of :data:`SYSTEMS` where the file does not name its classification, or names it otherwise.

    Raises:
        TaxonomyError: the file does not exist, is none, or its classification cannot be told.
    """
    if not path.is_file():
        raise TaxonomyError(f"{path} is no file: give the CSV, csv.gz or zip of an ESCO crosswalk.")
    found = []
    for origin, name, _, read in members_of(path):
        if path.suffix.lower() != ".zip" or name.lower().endswith((".csv", ".csv.gz")):
            found.append(_read(origin, _text(read()), system))
    if not found:
        raise TaxonomyError(f"{path} holds no CSV file: give the CSV, csv.gz or zip of an ESCO crosswalk.")
    return found


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _read(origin: str, text: str, system: str) -> CrosswalkFile:
    table = list(_table(origin, text))
    for number, cells in enumerate(table[:_DEEPEST_HEADER]):
        headings = [cell.strip() for cell in cells]
        if "mappingrelation" not in {_plain(heading) for heading in headings}:
            continue
        preamble = _preamble(table[:number])
        if any(_plain(heading) == "escouri" for heading in headings):
            named, version, columns = _normalised(headings)
        else:
            named, version, columns = _portal(origin, headings, preamble)
        chosen = system or named
        if not chosen:
            raise TaxonomyError(
                f"{origin} does not tell which classification it maps: name it with --system, "
                f"one of {', '.join(SYSTEMS)}."
            )
        rows = (columns.row(row) for row in table[number + 1 :] if any(cell.strip() for cell in row))
        return CrosswalkFile(origin, chosen, version, tuple(rows))
    raise TaxonomyError(
        f"{origin} is no ESCO crosswalk: none of its first {_DEEPEST_HEADER} lines has a column Mapping relation."
    )


def _table(origin: str, text: str) -> Iterator[list[str]]:
    header = next((line for line in text.splitlines() if "mappingrelation" in _plain(line)), "")
    delimiter = max(_DELIMITERS, key=header.count)
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise TaxonomyError(f"{origin}, line {reader.line_num}: {error}: download it again.") from error


def _preamble(lines: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return what the lines above the table say, by their plain names."""
    said: dict[str, str] = {}
    for cells in lines:
        if len(cells) > 1 and cells[0].strip():
            said.setdefault(_plain(cells[0]), cells[1].strip())
    return said


def _normalised(headings: Sequence[str]) -> tuple[str, str, _Columns]:
    codes = [place for place, heading in enumerate(headings) if _NORMALISED.fullmatch(heading)]
    matches = [match for heading in headings if (match := _NORMALISED.fullmatch(heading))]
    named = matches[0]["system"].lower() if matches else ""
    plain = [_plain(heading) for heading in headings]
    return named, "", _Columns((plain.index("escouri"),), tuple(codes), plain.index("mappingrelation"))


def _portal(origin: str, headings: Sequence[str], preamble: Mapping[str, str]) -> tuple[str, str, _Columns]:
    sides = [preamble.get(f"classification{side}name", "") for side in (1, 2)]
    of_esco = [side for side, name in zip((1, 2), sides, strict=True) if _ESCO_NAME.search(name)]
    if len(of_esco) != 1:
        names = " and ".join(repr(name) for name in sides)
        raise TaxonomyError(f"{origin} maps {names}: a crosswalk has ESCO on one side and another on the other.")
    esco, other = of_esco[0], 3 - of_esco[0]
    plain = [_plain(heading) for heading in headings]
    concept = _places(plain, f"classification{esco}", ("url", "uri"))
    codes = _places(plain, f"classification{other}", ("id", "code", "uri"))
    if not concept or not codes:
        raise TaxonomyError(
            f"{origin} has no column 'Classification {esco} URI' or 'Classification {other} ID': "
            "use the file as the ESCO portal gives it."
        )
    version = preamble.get(f"classification{other}version", "")
    return (
        system_named(sides[other - 1], version),
        version,
        _Columns(concept, codes, plain.index("mappingrelation")),
    )


def _places(headings: Sequence[str], side: str, endings: Sequence[str]) -> tuple[int, ...]:
    return tuple(headings.index(f"{side}{ending}") for ending in endings if f"{side}{ending}" in headings)


def _concept(cells: Sequence[str]) -> str:
    """Return the ESCO URI among the cells of a row, else a bare UUID; portal files give one, the other or both."""
    for cell in cells:
        if match := _CONCEPT.search(cell):
            return match[0].replace("https://", "http://")
    return next((match[0].lower() for cell in cells if (match := _UUID.search(cell))), "")


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
