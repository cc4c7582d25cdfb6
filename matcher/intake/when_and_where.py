"""Reads from when on somebody can begin, and in which Regions of Belgium they would work.

Both are wishes by which people are found, never part of a score. What names no day or no Region is reported and kept in
its own words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.dates import MONTH_PATTERN, MONTHS, ImpossibleDateError, read_date
from matcher.intake.fields import Fields
from matcher.intake.folding import western_digits
from matcher.intake.lengths import LENGTH, years_of
from matcher.intake.places import read_place
from matcher.records import REGIONS, Leg, Place
from matcher.timeline import months_after
from taxonomies.belgium.places import BELGIUM, names_a_place
from taxonomies.wording import fold

C = CandidateColumn
CandidateFields = Fields[CandidateColumn]

FARTHEST = 10
"""Years before or after today beyond which the day is taken for a mistake."""

SAY_DAY = "write the first day, such as 15/09/2027, or: immediately"
SAY_REGION = "write flanders, wallonia, brussels or anywhere, or a municipality of Belgium"
_LONGEST = 200
_MONTHS = (
    re.compile(rf"(?<!\w)(?P<m>{MONTH_PATTERN})\b[\s.,/-]{{0,4}}(?P<y>20\d\d)(?!\d)"),
    re.compile(r"(?<![\d./-])(?P<m>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<y>20\d\d)(?![\d./-])"),
    re.compile(r"(?<![\d./-])(?P<y>20\d\d)\s?[-/.]\s?(?P<m>0?[1-9]|1[0-2])(?![\d./-])"),
)
_MARKS = re.compile(r"[;,،/|\n+&•]|\s[-–—]\s")
_JOINING = re.compile(r"(?<![\w-])(?:et|and|en|und|ou|or|of|oder|sowie|ainsi que|ou bien|و|او)(?![\w-])|\s(?=و\w)")
_BRACKETS = re.compile(r"[()\[\]]")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_POSTCODE = re.compile(r"\b(?:be?\s?-?\s?)?[1-9]\d{3}\b")


def read_available(fields: CandidateFields, today: date) -> date | None:
    """Return the first day on which somebody can begin.

    A month stands for its first day. "Immediately" is the day on which the file is read, and "in 3 months" that day
    three months on: nothing else says when the words were written, which are kept. A period of notice is no day, for
    nobody knows when it begins to run.
    """
    text = fields.text(C.AVAILABLE)
    if not text:
        return None
    try:
        written = read_date(fields.cell(C.AVAILABLE))
    except ImpossibleDateError:
        fields.warn(C.AVAILABLE, "the calendar has no such date", SAY_DAY)
        return None
    plain = _plain(text)
    day = written or _month(plain) or _counted(plain, today)
    if day is None:
        is_notice = _words()["notice"].search(plain)
        why = "a period of notice, which is no day" if is_notice else "not a day from which somebody can begin"
        fields.warn(C.AVAILABLE, why, SAY_DAY)
    elif abs(day.year - today.year) > FARTHEST:
        fields.warn(C.AVAILABLE, f"the day lies more than {FARTHEST} years away", SAY_DAY)
        return None
    elif written is None or len(_LETTERS.findall(plain)) > 1:
        fields.keep(C.AVAILABLE)  # it says more, or less, than the day
    return day


def counted_from(text: str, today: date) -> date | None:
    """Return the day that words name by how far it is from today, such as ``immédiatement``; ``None`` for any other."""
    return _counted(_plain(text), today)


def read_regions(fields: CandidateFields, leg: Leg | None) -> tuple[str, ...]:
    """Return the Regions of Belgium in which somebody would work, in the order of :data:`REGIONS`.

    A province or a municipality stands for the Region that it lies in, "anywhere" for all three. Places abroad are
    kept without a word where the person is on the way to another country; any other place that is not known to lie in
    Belgium is reported.
    """
    text = fields.text(C.REGIONS)
    if not text:
        return ()
    if _words()["but_not"].search(_plain(text)) and not _words()["anywhere"].fullmatch(_plain(text)):
        fields.warn(C.REGIONS, "says where not to work, or denies a place", SAY_REGION)
        return ()
    is_abroad = leg is not None and leg.destination != BELGIUM
    places = {part: _place(part, is_abroad=is_abroad) for part in _parts(text)}
    known = [place for place in places.values() if place is not None]
    found = {place.region for place in known}
    has_unknown = any(place is None and _without_filler(part) for part, place in places.items())
    says_more = len(text) > _LONGEST or any(place.province and place.region != "brussels" for place in known)
    if says_more or (is_abroad and (has_unknown or not found)):
        fields.keep(C.REGIONS)
    if not is_abroad and not found:
        fields.warn(C.REGIONS, "no place that is known to lie in one Region of Belgium", SAY_REGION)
    elif not is_abroad and has_unknown:
        fields.note(C.REGIONS, "not every place is known to lie in one Region of Belgium", SAY_REGION)
    return tuple(region for region in REGIONS if region in found)


def _month(plain: str) -> date | None:
    """Return the first day of the one month that words name."""
    if _words()["part_of_month"].search(plain):
        return None
    found = {
        date(int(match["y"]), MONTHS.get(match["m"]) or int(match["m"]), 1)
        for pattern in _MONTHS
        for match in pattern.finditer(plain)
    }
    return found.pop() if len(found) == 1 else None


def _counted(plain: str, today: date) -> date | None:
    """Return the day that words give by how far it is from today."""
    words = _words()
    if words["notice"].search(plain):
        return None
    if words["free"].fullmatch(plain) or (words["at_once"].search(plain) and not words["unless"].search(plain)):
        return None if any(char.isdigit() for char in plain) else today
    for before in words["in_time"].finditer(plain):
        length = LENGTH.match(plain, before.end() + 1)
        if length is not None and not length["each"]:
            around = f"{plain[: before.start()]} {plain[length.end() :]}"
            if words["unless"].search(around) or len(re.findall(r"\d+", around + length[0])) > 1:
                return None
            years = years_of(length, plain) or 0
            return today + timedelta(weeks=round(years * 52)) if length["w"] else months_after(today, round(years * 12))
    return None


def _parts(text: str) -> Iterator[str]:
    """Yield what a cell names, folded: the name of a Region where it says all three, else the words of each place."""
    for part in _MARKS.split(fold(text[:_LONGEST])):
        if _words()["anywhere"].fullmatch(_plain(part)):
            yield from REGIONS
        else:
            yield from _JOINING.split(part)


def _place(part: str, *, is_abroad: bool) -> Place | None:
    """Return the place in Belgium that words name, where they are a name of places and nothing else."""
    short = _without_filler(part)
    for region, pattern in _region_names().items():
        if pattern.fullmatch(short):
            return Place(short, region=region)
    if not all(_names_a_place(piece) for piece in _BRACKETS.split(part) if _WORD.search(piece)):
        return None
    # "Limburg" is a town, a province and a province abroad: where nothing else is said, that of Belgium is meant.
    readings = (read_place(part), read_place(part, country=BELGIUM), read_place(f"provincie {part}"))
    return next((place for place in readings[: 1 if is_abroad else None] if place and place.region), None)


def _names_a_place(piece: str) -> bool:
    words = _POSTCODE.sub(" ", piece)
    return names_a_place(words) or names_a_place(_without_filler(words)) or not _WORD.search(words)


def _without_filler(part: str) -> str:
    return " ".join(word for word in _WORD.findall(part) if not _words()["around"].fullmatch(word))


def _plain(text: str) -> str:
    return " ".join(western_digits(fold(text[:_LONGEST])).replace("'", " ").replace("’", " ").split()).strip(" .!:;,-")


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("matcher.intake") / "when_and_where.toml").read_text(encoding="utf-8"))


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {name: _any_of(texts) for name, texts in _table().items() if isinstance(texts, list)}


@cache
def _region_names() -> Mapping[str, re.Pattern[str]]:
    return {name: _any_of(texts) for name, texts in _table()["regions"].items()}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
