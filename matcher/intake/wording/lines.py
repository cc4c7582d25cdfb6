"""A pasted vacancy to lines that know their section: HTML taken out, bullets off, headings and labels read."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Any

from matcher.intake.wording.demands import sentences
from taxonomies.wording import fold

LONGEST_TEXT = 100_000
"""How far a vacancy is read, in characters; real ones stay far below, and the whole text is kept as description."""

_BLOCK = re.compile(
    r"</?(?:p|div|br|ul|ol|tr|h[1-6]|section|article|table|dd|dt|dl|hr|header|footer)\b[^<>]{0,500}>", re.I
)
_ITEM = re.compile(r"<li\b[^<>]{0,500}>", re.I)
_CELL = re.compile(r"</?(?:td|th)\b[^<>]{0,500}>", re.I)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,20000}</\1>", re.I)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f\x00"))
_ENDLESS = re.compile(r"\S{100,}")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-z]\))\s+")
_BULLETS = frozenset("-–—−*•·▪■●○◦‣➢➤►▸✓✔☑→>§»#|+=~_o\uf0b7\uf0a7\uf0d8")
_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?<=[a-z])\([a-z]{1,2}\)")  # "Lieu(x) de travail"
_NUMBER = re.compile(r"\W*(?:\w+ ){0,2}(?:n°|nr\.?|nummer|id|ref\.?|réf\.?)?\s?:?\s?#?[\d-]{5,}\W*", re.IGNORECASE)
_LONGEST_HEADING = 8
_LONGEST_LABEL = 60
_LONGEST_LINE = 300
_WRAPPED = 45


class Part(StrEnum):
    """The sections and labels of a vacancy, as ``sections.toml`` names them."""

    TITLE = "title"
    EMPLOYER = "employer"
    TASKS = "tasks"
    PROFILE = "profile"
    WISHES = "wishes"
    LANGUAGES = "languages"
    OFFER = "offer"
    ABOUT = "about"
    APPLY = "apply"
    PLACE = "place"
    WAGE = "wage"
    CONTRACT = "contract"
    HOURS = "hours"
    STARTS = "starts"
    CLOSES = "closes"
    OPENINGS = "openings"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    LICENCES = "licences"
    DETAIL = "detail"
    REFERENCE = "reference"
    OTHER = "other"


P = Part
_SECTIONS = frozenset({P.TASKS, P.PROFILE, P.WISHES, P.LANGUAGES, P.OFFER, P.ABOUT, P.APPLY})
_PROMISES = frozenset({P.OFFER, P.ABOUT, P.APPLY})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a vacancy. ``label`` is what the line itself says it is (``Loon: ...``), ``part`` its section."""

    text: str
    part: Part = Part.OTHER
    label: Part | None = None
    bullet: bool = False

    @property
    def about(self) -> Part:
        """What the line is about: its own label, else its section."""
        return self.label or self.part


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    bullet: bool


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a vacancy without headings, marks of lists, tags and entities, each with its section.

    A heading holds until the next one. A label such as ``Loon: 17 €/uur`` speaks of its own line alone, or of the lines
    after it where nothing follows on its own. An unknown heading ends what an employer offers.
    """
    found: list[Line] = []
    part, waiting = Part.OTHER, None
    raw = list(_raw_lines(text[:LONGEST_TEXT]))
    for index, line in enumerate(raw):
        label, rest = _labelled(line.text)
        if label is None and _looks_like_heading(raw, index):
            label, rest = _by_stem(line.text), ""
            if label is None and line.text.endswith(":") and part in _PROMISES:
                part, waiting = Part.OTHER, None
                continue
            rest = "" if label else line.text
        if label is None:
            found.append(Line(line.text, part, waiting, line.bullet))
            continue
        waiting = None
        if label in _SECTIONS:
            part = label
        elif not rest:
            waiting = label
        if rest:
            rest = rest.lstrip("•-–·* ")
            found.append(Line(rest, part, None if label in _SECTIONS else label, line.bullet))
    return tuple(found)


def plain_text(text: str) -> str:
    """Return a text without tags and entities, one form of space and of line end; list items begin with a bullet."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "<" in text:
        text = _ITEM.sub("\n• ", _BLOCK.sub("\n", _SCRIPT.sub(" ", text)))
        text = _TAG.sub("", _CELL.sub(" ", text))
    if "&" in text:
        text = unescape(unescape(text))
    text = re.sub(r"[^\S\n]+", " ", text.translate(_UNSEEN).replace("\u2028", "\n").replace("’", "'").replace("‘", "'"))
    return _ENDLESS.sub(" ", text)


def _raw_lines(text: str) -> Iterator[_Raw]:
    """Yield the lines that say something; one that only goes on from the line before is joined to it."""
    before: _Raw | None = None
    pieces = (piece for line in plain_text(text).split("\n") for piece in _shorter(line))
    for written in pieces:
        line = _without_bullet(written.strip())
        if not _WORD.search(line.text):
            if before and not written.strip():
                yield before
                before = None
            continue
        if before and _goes_on(before, line):
            before = _Raw(f"{before.text} {line.text}", before.bullet)
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _shorter(line: str) -> list[str]:
    """Return a line, or its sentences where it is so long that the whole vacancy may stand on it."""
    return [line] if len(line) <= _LONGEST_LINE else sentences(line)


def _goes_on(before: _Raw, line: _Raw) -> bool:
    return (
        not line.bullet
        and line.text[:1].islower()
        and before.text[-1:] not in ".:;!?"
        and _WRAPPED <= len(before.text) <= 2000
    )


def _without_bullet(line: str) -> _Raw:
    """Take marks of lists and pictures off the front; ``.NET``, ``€ 12`` and ``(m/v)`` keep their mark."""
    start = 0
    while start < len(line) and _is_mark(line, start):
        start += 1
    rest = line[start:].strip()
    numbered = _NUMBERED.match(rest)
    if numbered:
        rest = rest[numbered.end() :]
    return _Raw(rest.strip("*_ ") if start else rest, bool(start or numbered))


def _is_mark(line: str, place: int) -> bool:
    char = line[place]
    if char == "o":
        return line[place + 1 : place + 2] in (" ", "\t") and place == 0
    if char in "+_~=>" and line[place + 1 : place + 2].isalnum():
        return False
    return char.isspace() or char in _BULLETS or unicodedata.category(char) in ("So", "Sk", "Co", "Mn", "Cf")


def _labelled(line: str) -> tuple[Part | None, str]:
    """Return what a line is the heading of, and the rest of it: ``Loon: 17 €/uur``, ``Wat bieden wij?``."""
    head, mark, _ = line[:_LONGEST_LABEL].partition(":")
    if _NUMBER.fullmatch(line[:_LONGEST_LABEL]):
        return Part.REFERENCE, line
    if mark and (part := _headings().get(_key(head))):
        return part, line[len(head) + 1 :].strip()
    if len(line) <= _LONGEST_LABEL and line[-1:] not in ".," and (part := _headings().get(_key(line))):
        return part, ""
    return None, line


def _looks_like_heading(lines: list[_Raw], index: int) -> bool:
    """Tell whether a line stands like a heading: short, no bullet, ending in ``:`` or ``?`` or before a list."""
    line = lines[index]
    if line.bullet or len(_WORD.findall(line.text[:200])) > _LONGEST_HEADING or len(line.text) > 2 * _LONGEST_LABEL:
        return False
    followed = index + 1 < len(lines) and lines[index + 1].bullet
    return line.text[-1:] in ":?" or (line.text[-1:] not in ".!,;" and (followed or line.text.isupper()))


def _by_stem(line: str) -> Part | None:
    words = _key(line).split()
    return next((part for word in words if (part := _stems().get(word))), None)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(_PLURAL.sub("", fold(text))))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("matcher.intake.wording") / "sections.toml").read_text(encoding="utf-8"))


@cache
def _headings() -> Mapping[str, Part]:
    return {_key(heading): Part(part) for part, entry in _table().items() for heading in entry["headings"]}


@cache
def _stems() -> Mapping[str, Part]:
    return {stem: Part(part) for part, entry in _table().items() for stem in entry["stems"]}
