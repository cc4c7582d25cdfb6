"""Reads what authorities decided of a diploma: its level, its equivalence to one diploma, leave to practise.

A recognition is a decision taken. One that is asked for, under way or refused is none; its words are kept. So is a cell
that does not say what was recognised: ``Erkenning NARIC: ja`` may be a level or a very diploma, and the law tells them
apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.cells import is_nothing, read_tick
from matcher.intake.dates import MONTH_PATTERN, ImpossibleDateError, read_date
from matcher.intake.education import claimed_levels, read_required_level
from matcher.intake.fields import Fields
from matcher.intake.folding import fold_in_place
from matcher.intake.sheets import single_line
from matcher.records import Education, Recognition, RecognitionKind
from taxonomies.wording import fold

C = CandidateColumn
CandidateFields = Fields[CandidateColumn]

COLUMNS = (C.RECOGNITION, C.RECOGNITION_LEVEL, C.RECOGNITION_SPECIFIC, C.APPROVAL)
"""The columns that tell of a recognition; those of its date and its authority only complete them."""

_KIND_OF = {
    C.RECOGNITION_LEVEL: RecognitionKind.LEVEL,
    C.RECOGNITION_SPECIFIC: RecognitionKind.SPECIFIC,
    C.APPROVAL: RecognitionKind.APPROVAL,
}
_PARTS = re.compile(r"[;\n|]")
_LEVEL = re.compile(r"(?<!\w)(?:niveau|niv|level|stufe|eqf|cec|eqr|vks)[ .:-]{0,3}([1-8])(?!\d)")
_DATE = re.compile(rf"\d{{1,4}}[-/. ]\d{{1,2}}[-/. ]\d{{1,4}}|\d{{1,2}}(?:er)? (?:{MONTH_PATTERN}) \d{{4}}")
_SAY = "write what was recognised, by whom and when, such as: level, EQF 6, NARIC, 12/03/2026"
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other columns say of the one recognition of a record."""

    kind: RecognitionKind | None
    authority: str
    on: date | None


def with_recognitions(education: tuple[Education, ...], fields: CandidateFields, today: date) -> tuple[Education, ...]:
    """Return the courses with the recognitions and the national level that the record tells.

    They go to the course whose claimed level was recognised, else to the highest one; a record that tells a recognition
    and no course gets one in the words of the cell.
    """
    found = tuple(each for column in COLUMNS for each in _column(fields, column, today))
    level = single_line(fields.text(C.NATIONAL_LEVEL)) or None
    if not found:
        for column in (C.RECOGNITION_DATE, C.RECOGNITION_AUTHORITY):
            fields.keep(column)
    if not found and level is None:
        return education
    if not education:
        words = next((text for column in (*COLUMNS, C.NATIONAL_LEVEL) if (text := fields.text(column))), "")
        return (Education(single_line(words), national_level=level, recognitions=found),)
    if len(education) > 1:
        column = next((column for column in (*COLUMNS, C.NATIONAL_LEVEL) if fields.text(column)), C.RECOGNITION)
        fields.note(column, "not said of which diploma: taken for the highest", "give one diploma a row, or say which")
    return placed(education, found, level)


def placed(
    education: tuple[Education, ...], found: tuple[Recognition, ...], national_level: str | None
) -> tuple[Education, ...]:
    """Return one or more courses with recognitions added to the one they speak of, and the national level there."""
    place = _place(education, found)
    course = replace(
        education[place],
        national_level=national_level or education[place].national_level,
        recognitions=(*education[place].recognitions, *found),
    )
    return (*education[:place], course, *education[place + 1 :])


def _place(education: tuple[Education, ...], found: tuple[Recognition, ...]) -> int:
    levels = {each.eqf for each in found if each.eqf is not None}
    matching = [place for place, course in enumerate(education) if course.eqf in levels]
    return (
        matching[0] if matching else max(range(len(education)), key=lambda place: (education[place].eqf or 0, -place))
    )


def _column(fields: CandidateFields, column: CandidateColumn, today: date) -> list[Recognition]:
    text = fields.text(column)
    if not text or read_tick(text) is False:
        return []
    if len(text) > _LONGEST:
        fields.keep(column)
    parts = [part for part in _PARTS.split(text[:_LONGEST]) if not is_nothing(part)]
    authority = single_line(fields.text(C.RECOGNITION_AUTHORITY))
    beside = _Beside(_KIND_OF.get(column), _authority(_plain(authority)) or authority, _own_date(fields, today))
    found = []
    for part in parts:
        if not _is_decided(part):
            fields.keep(column)
            continue
        try:
            day = read_date(part)
        except ImpossibleDateError:
            day = None
            fields.note(column, "the calendar has no such date", _SAY)
        if day is not None and day > today:
            fields.note(column, "the date lies in the future", _SAY)
            day = None
        one = _recognition(part, fields.heading(column) or "", replace(beside, on=day or beside.on))
        if one is None:
            fields.warn(column, "not clear whether the level or the very diploma was recognised", _SAY)
        else:
            found.append(one)
    return found


def _own_date(fields: CandidateFields, today: date) -> date | None:
    if not fields.text(C.RECOGNITION_DATE):
        return None
    try:
        day = read_date(fields.cell(C.RECOGNITION_DATE))
    except ImpossibleDateError:
        day = None
    if day is None or day > today:
        why = "not one full date" if day is None else "the date lies in the future"
        if all(problem.column != fields.heading(C.RECOGNITION_DATE) for problem in fields.warnings):
            fields.warn(C.RECOGNITION_DATE, why, "write the date as day/month/year, such as 31/12/1999")
        return None
    return day


def _is_decided(text: str) -> bool:
    plain = _plain(text)
    return not any(_words()[name].search(plain) for name in ("undecided", "refused"))


def _recognition(text: str, heading: str, beside: _Beside) -> Recognition | None:
    """Return the recognition that one part of a cell tells, or ``None`` where its kind cannot be told."""
    plain = _plain(text)
    eqf = _eqf(text, plain)
    profession = _profession(text)
    kind = beside.kind or _kind(plain) or _kind(_plain(heading))
    if kind is None and eqf is not None and not profession:
        kind = RecognitionKind.LEVEL
    if kind is None:
        return None
    return Recognition(
        kind=kind,
        authority=_authority(plain) or beside.authority or _authority(_plain(heading)),
        eqf=eqf if kind is not RecognitionKind.APPROVAL else None,
        profession=profession if kind is not RecognitionKind.LEVEL else None,
        on=beside.on,
    )


def _kind(plain: str) -> RecognitionKind | None:
    """Return the one kind that words name, ``None`` where they name none or two."""
    rest, found = plain, []
    for name, kind in (
        ("specific", RecognitionKind.SPECIFIC),
        ("approval", RecognitionKind.APPROVAL),
        ("level", RecognitionKind.LEVEL),
    ):
        if _words()[name].search(rest):
            found.append(kind)
    return found[0] if len(found) == 1 else None


def _eqf(text: str, plain: str) -> int | None:
    if stated := _LEVEL.search(plain):
        return int(stated[1])
    return read_required_level(text.strip()) if plain in set("12345678") else max(claimed_levels(text), default=None)


def _authority(plain: str) -> str:
    return next((name for name, pattern in _authorities().items() if pattern.search(plain)), "")


def _profession(text: str) -> str | None:
    """Return the words that name a diploma or profession: all but the level, the authority, the date and what joins."""
    rest = list(text)
    patterns = [_DATE, _LEVEL, *_authorities().values()]
    patterns += [_words()[name] for name in ("specific", "approval", "level")]
    folded = fold_in_place(text).replace("'", " ").replace("’", " ")
    for pattern in patterns:
        for match in pattern.finditer(folded):
            rest[match.start() : match.end()] = " " * (match.end() - match.start())
    words = re.split(r"[,:()]|\s[-–—]\s", "".join(rest))
    said = [kept for part in words if (kept := _without_filler(part))]
    if len(said) == 1 and len(said[0].split()) == 1 and claimed_levels(said[0]):
        return None  # "bachelor" alone is a level
    return ", ".join(said) or None


def _without_filler(part: str) -> str:
    words = part.split()
    while words and _words()["filler"].fullmatch(_plain(words[0]).strip(" .,'")):
        words.pop(0)
    while words and _words()["filler"].fullmatch(_plain(words[-1]).strip(" .,'")):
        words.pop()
    return " ".join(words) if re.search(r"[^\W\d_]{3}", " ".join(words)) else ""


def _plain(text: str) -> str:
    return " ".join(fold(text[:_LONGEST]).replace("'", " ").replace("’", " ").split())


@cache
def _table() -> Mapping[str, list[str] | Mapping[str, list[str]]]:
    return tomllib.loads((files("matcher.intake") / "recognition_words.toml").read_text(encoding="utf-8"))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {name: _any_of(texts) for name, texts in _table().items() if isinstance(texts, list)}


@cache
def _authorities() -> dict[str, re.Pattern[str]]:
    named = _table()["authorities"]
    return {name: _any_of(texts) for name, texts in named.items()} if isinstance(named, dict) else {}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
