"""Where places lie in Belgium: postcodes, names and NUTS codes to province, Region, language area and facilities.

A name answers only what is certain: ``Berchem`` stands in three provinces, ``Liège`` may be the city or its province,
in which two languages are official. The table and its sources are ``places.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files
from typing import Any

from taxonomies.wording import fold

BELGIUM = "BE"
LANGUAGES_OF_AREAS = ("nl", "fr", "de", "nl-fr")
_ELSEWHERE = "elsewhere"
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NAME = 6  # words
_LONGEST_TEXT = 500
_SAINTS = {"sint": ("st",), "saint": ("st",), "sainte": ("ste",), "sankt": ("st",)}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of where a place lies; ``None`` is not known. The fields are those of ``records.Place``."""

    country: str | None = None
    region: str | None = None
    province: str | None = None
    language_area: str | None = None
    facilities: str | None = None

    def agrees_with(self, other: Whereabouts) -> bool:
        """Tell whether both may speak of one place: nothing that both know differs, facilities apart."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in _NAMES if name != "facilities")
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)

    def joined(self, other: Whereabouts) -> Whereabouts:
        """Return what both know together; where they differ, this one's."""
        return replace(self, **{name: getattr(other, name) for name in _NAMES if getattr(self, name) is None})


_NAMES = tuple(field.name for field in fields(Whereabouts))
NOWHERE = Whereabouts()


def at_postcode(postcode: str | None) -> Whereabouts | None:
    """Return what follows from a Belgian postcode (1000 to 9999), or ``None`` where it is none."""
    if postcode is None or not re.fullmatch(r"[1-9][0-9]{3}", postcode):
        return None
    return _postcodes().get(int(postcode))


def of_nuts(code: str) -> Whereabouts | None:
    """Return what follows from a NUTS code of any level (``BE``, ``BE2``, ``BE21``, ``BE211``), or ``None``.

    A code of another country tells the country alone.
    """
    code = code.strip().upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", code):
        return None
    country = _nuts_countries().get(code[:2])
    if country != BELGIUM:
        return Whereabouts(country) if country else None
    found = next((place for length in (5, 4, 3) if (place := _nuts().get(code[:length]))), Whereabouts(BELGIUM))
    return replace(found, language_area="fr") if code in _table()["nuts"]["fr"] else found


def named(text: str, known: Whereabouts | None = None) -> Whereabouts:
    """Return what the names in a text tell for certain; several places tell what they share (``Gent / Antwerpen``).

    A Region or province beside a municipality says which one is meant: ``Saint-Nicolas (Liège)``. So does ``known``,
    what is known of the place otherwise.
    """
    towns, areas = _mentions(text)
    around = areas if known is None else [*areas, known]
    others = [area for area in areas if not any(_fits(town, area) for town in towns)]
    finest = [area for area in others if not any(_lies_in(finer, area) for finer in others if finer != area)]
    return shared([*(shared(_narrowed(town, around)) for town in towns), *finest])


def names_a_town(text: str) -> bool:
    """Tell whether a text is the name of a Belgian municipality of the table and nothing else."""
    words = tuple(_WORD.findall(fold(text)))
    return bool(words) and words in _towns()


def names_a_place(text: str) -> bool:
    """Tell whether a text is the name of a Belgian municipality, province or Region and nothing else."""
    return tuple(_WORD.findall(fold(text))) in _known()


def shared(places: Iterable[Whereabouts]) -> Whereabouts:
    """Return what all of the places have in common; nothing of none."""
    places = list(places)
    if not places:
        return NOWHERE
    common = {name: {getattr(place, name) for place in places} for name in _NAMES}
    if common["country"] != {BELGIUM}:
        return NOWHERE
    return Whereabouts(**{name: values.pop() for name, values in common.items() if len(values) == 1})


def _narrowed(town: Sequence[Whereabouts], areas: Iterable[Whereabouts]) -> Sequence[Whereabouts]:
    fitting = [place for place in town if any(_lies_in(place, area) for area in areas)]
    return fitting or town


def _fits(town: Sequence[Whereabouts], area: Whereabouts) -> bool:
    return any(_lies_in(place, area) for place in town)


def _lies_in(place: Whereabouts, area: Whereabouts) -> bool:
    """Tell whether a place lies in an area: what is known of the area holds for the place."""
    known = ((getattr(place, name), getattr(area, name)) for name in _NAMES if name != "facilities")
    return all(wide is None or wide == narrow for narrow, wide in known)


def _mentions(text: str) -> tuple[list[Sequence[Whereabouts]], list[Whereabouts]]:
    """Return the municipalities named, each as the places it may be, and the provinces and Regions named."""
    words = _WORD.findall(fold(text[:_LONGEST_TEXT]))
    found: list[tuple[str, ...]] = []
    areas: list[Whereabouts] = []
    place = 0
    while place < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if tuple(words[place : place + n]) in _known()), 0)
        name = tuple(words[place : place + length])
        if name in _areas() and (name not in _towns() or _of_province(words[:place])):
            areas.append(_areas()[name])
        elif name:
            found.append(name)
        place += max(length, 1)
    towns: list[Sequence[Whereabouts]] = []
    for name in found:
        # "Saint-Nicolas (Liège)": beside another municipality, the name of a province is the province it lies in.
        around = _areas().get(name)
        if around and any(_fits(_towns()[other], around) for other in found if other != name):
            areas.append(around)
        else:
            towns.append(_towns()[name])
    return towns, areas


def _of_province(before: Sequence[str]) -> bool:
    words = _table()["province_words"]
    near = before[-2:-1] if before and before[-1] in words["between"] else before[-1:]
    return bool(near) and near[0] in words["words"]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("taxonomies.belgium") / "places.toml").read_text(encoding="utf-8"))


@cache
def _postcodes() -> Mapping[int, Whereabouts]:
    """Return every postcode from 1000 to 9999 with what follows from it; one that stands alone outranks a range."""
    table = _table()
    area_of, facility_of = _spread(table["language_areas"]), _spread(table["facilities"])
    provinces = [(written, entry) for entry in table["provinces"] for written in entry["postcodes"]]
    found: dict[int, Whereabouts] = {}
    for written, entry in sorted(provinces, key=lambda item: "-" not in item[0]):
        for number in _numbers([written]):
            language = area_of.get(number) or entry["language_area"]
            found[number] = replace(_area(entry), language_area=language, facilities=facility_of.get(number))
    return found


def _spread(table: Mapping[str, Sequence[str]]) -> dict[int, str]:
    return {number: language for language, ranges in table.items() for number in _numbers(ranges)}


def _numbers(ranges: Iterable[str]) -> Iterable[int]:
    for written in ranges:
        first, _, last = written.partition("-")
        yield from range(int(first), int(last or first) + 1)


@cache
def _nuts_countries() -> Mapping[str, str]:
    pairs = (entry.partition("=") for entry in _table()["nuts"]["countries"].split())
    return {letters: country or letters for letters, _, country in pairs}


@cache
def _nuts() -> Mapping[str, Whereabouts]:
    entries = [*_table()["provinces"], *_table()["regions"]]
    return {entry["nuts"]: _area(entry) for entry in entries}


def _area(entry: Mapping[str, str]) -> Whereabouts:
    province = entry.get("province") or entry.get("name")
    return Whereabouts(BELGIUM, entry["region"], province, entry.get("language_area"), entry.get("facilities"))


@cache
def _areas() -> Mapping[tuple[str, ...], Whereabouts]:
    entries = [*_table()["provinces"], *_table()["regions"]]
    return {words: _area(entry) for entry in entries for name in entry["names"] for words in _spellings(name)}


@cache
def _towns() -> Mapping[tuple[str, ...], tuple[Whereabouts, ...]]:
    """Return what each name may stand for: municipalities, the province of the same name, a place abroad."""
    found: dict[tuple[str, ...], tuple[Whereabouts, ...]] = {}
    for postcode, names in _table()["municipalities"].items():
        for name in names.split(", "):
            for words in _spellings(name):
                found[words] = (*found.get(words, ()), _postcodes()[int(postcode)])
    for name in _table()["elsewhere"]["names"]:
        for words in _spellings(name):
            found[words] = (*found.get(words, ()), Whereabouts(_ELSEWHERE))
    for words, area in _areas().items():
        if words in found:
            found[words] = (*found[words], area)
    return found


@cache
def _known() -> frozenset[tuple[str, ...]]:
    return frozenset((*_towns(), *_areas()))


def _spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name, and those with its saint shortened: ``St. Vith``, ``St-Truiden``."""
    words = tuple(_WORD.findall(fold(name)))
    shorter = tuple((short, *words[1:]) for short in _SAINTS.get(words[0], ()))
    return (words, *shorter)
