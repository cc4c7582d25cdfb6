"""Where the work is done, as the lines of a vacancy tell it: under its label, beside a postcode, or by a town named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.intake.places import read_place
from matcher.intake.wording.lines import Line, Part
from matcher.intake.wording.patterns import listed
from matcher.records import Place
from taxonomies.belgium.places import NOWHERE, at_postcode, named

_WORD = r"[A-ZÀ-ÖØ-Þ'][\w'’-]{1,30}"
_TOWN = rf"(?:(?:St|Ste)\.? ?)?{_WORD}(?:[ -](?:{listed('place', 'inside')}|{_WORD})){{0,4}}"
_CODED = re.compile(rf"(?<![\w.,/€-])(?:B-?\s?)?(?P<code>[1-9]\d{{3}})\s(?P<town>{_TOWN})")
_NEAR = re.compile(rf"(?<![\w'’])(?P<near>{listed('place', 'near')})\s?(?P<town>{_TOWN})")
_ROW = re.compile(rf"(?<![\w-]){_TOWN}(?:, {_TOWN}){{0,4}} (?:en|et|and|und|of|ou|or|oder) {_TOWN}")
_PART_OF_ROW = re.compile(r", | (?:en|et|and|und|of|ou|or|oder) ")
# "Gent en Antwerpen" is a row; "en Wallonie" says where
_AFTER_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+ $")
_TAIL = re.compile(r"\s[-–—|]\s|[()]|,\s")
_TOP = 3  # lines
_LONGEST = 120
_MOST_PLACES = 3
_LONGEST_NAME = 4  # words of a town
_ELSEWHERE = frozenset({Part.ABOUT, Part.APPLY})


def find_place(lines: Sequence[Line]) -> Place | None:
    """Return the workplace, or ``None``: what stands under a label of place, else a postcode with its town, else towns.

    Towns count where they are known ones of Belgium. The address to apply to and what a firm tells of itself are no
    workplace unless nothing else is named; of more than three places nobody can tell which one is meant.
    """
    for line in lines:
        if line.label is Part.PLACE and (place := read_place(_first(line.text))):
            return place
    work = [line for line in lines if line.part not in _ELSEWHERE]
    rest = [line for line in lines if line.part in _ELSEWHERE]
    for some in (work, rest):
        if place := _coded(some) or _named(some):
            return place
    return None


def _first(text: str) -> str:
    """Return what a label of place says, without the sentence after it."""
    return re.split(r"\.\s|;|\s[–—|]\s|\[", text[:_LONGEST])[0]


def _coded(lines: Sequence[Line]) -> Place | None:
    for line in lines:
        for match in _CODED.finditer(line.text[:1000]):
            by_code, by_name = at_postcode(match["code"]), named(match["town"])
            if by_code is not None and by_name != NOWHERE and by_name.agrees_with(by_code):
                return read_place(_known(match["town"]), match["code"])
    return None


def _named(lines: Sequence[Line]) -> Place | None:
    towns: dict[str, None] = {}
    for line in lines:
        text = line.text[:1000]
        for match in _ROW.finditer(text):
            row = _PART_OF_ROW.split(match[0])
            if all(named(town) != NOWHERE for town in row):
                towns |= dict.fromkeys(map(_known, row))
        for match in _NEAR.finditer(text):
            before = text[max(0, match.start() - 30) : match.start()]
            joined = match["near"] == "en" and _AFTER_NAME.search(before)
            if named(match["town"]) != NOWHERE and not joined:
                towns.setdefault(_known(match["town"]), None)
    if not towns and lines:
        tails = [piece for line in lines[:_TOP] for piece in _TAIL.split(line.text[:_LONGEST])[1:]]
        towns = dict.fromkeys(_end(piece.strip(" ).")) for piece in tails if named(piece) != NOWHERE)
    return read_place(" / ".join(towns)) if 0 < len(towns) <= _MOST_PLACES else None


def _end(piece: str) -> str:
    """Return the town that a piece of a sentence ends with; a piece of few words is a name as it stands."""
    words = piece.split()
    if len(words) <= _LONGEST_NAME:
        return piece
    ends = (" ".join(words[start:]) for start in range(len(words) - 1, -1, -1))
    return next((end for end in ends if named(end) == named(piece)), piece)


def _known(town: str) -> str:
    """Return the shortest beginning of the words that tells as much as all of them: ``Gent Zuid`` is Gent."""
    words = town.split()
    for length in range(1, len(words) + 1):
        piece = " ".join(words[:length])
        if named(piece) == named(town) and named(piece) != NOWHERE:
            return piece
    return town
