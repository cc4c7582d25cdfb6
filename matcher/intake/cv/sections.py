"""The lines of a CV to its sections: what stands under each heading, and what stands before the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import cells_of, flat
from matcher.intake.cv.vocabulary import Label, Part, key, label_of, part_of, phrases
from matcher.intake.language_levels import read_level
from matcher.intake.languages import find_languages
from taxonomies.wording import fold

_LIST_MARK = re.compile(r"^\s*[-–—*•·]")
_LISTS = frozenset({Part.SKILLS, Part.INTERESTS, Part.LANGUAGES})
_VAGUE = frozenset({Part.OBJECTIVE, Part.OTHER})
_TOLD = frozenset({Part.EXPERIENCE, Part.EDUCATION, Part.CERTIFICATES})
_NATIVE = "C2"
_LONGEST_LABEL = 5  # words
_MANY = 3  # headings of a line of their own: enough to know how this CV writes them


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading; ``part`` is ``None`` before the first heading."""

    part: Part | None
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    part: Part
    words: str
    rest: str = ""


def split(lines: Sequence[str]) -> list[Section]:
    """Return the sections of a CV in their order; titles such as *Curriculum vitae* are left out."""
    alone = [line for line in lines if _alone(line)]
    capitals = sum(line.isupper() for line in alone) > len(alone) / 2
    many = len(alone) >= _MANY
    sections = [Section(None, "", ())]
    gathered: list[str] = []
    previous = ""
    for line in lines:
        heading = _heading(line, previous, sections[-1].part, capitals=capitals, many=many)
        previous = line
        if heading is not None:
            sections[-1] = _with(sections[-1], gathered)
            sections.append(Section(heading.part, heading.words, ()))
            gathered = [heading.rest] if heading.rest else []
        elif key(line) not in phrases("titles"):
            gathered.append(line)
    sections[-1] = _with(sections[-1], gathered)
    return sections


def lines_of(sections: Iterable[Section], *parts: Part | None) -> list[str]:
    """Return the lines of all sections of some parts, each section ended by an empty line."""
    return [line for section in sections if section.part in parts for line in (*section.lines, "")]


def _with(section: Section, lines: Sequence[str]) -> Section:
    return Section(section.part, section.heading, tuple(lines))


def _heading(line: str, previous: str, within: Part | None, *, capitals: bool, many: bool) -> _Heading | None:
    """Return the heading that a line is or begins with.

    In a CV that sets its headings in capitals, or in the middle of a list, a word such as *Motivation* may be an item.
    """
    if (part := _alone(line)) is not None:
        plain = capitals and not line.isupper() and any(char.islower() for char in line) and not line.endswith(":")
        item = within in _LISTS and part in _VAGUE and bool(previous) and not line.isupper()
        return None if (plain and within is not None) or item else _Heading(part, line)
    found = _inline(line)
    return None if found is None or (many and within in _TOLD) else found


def _alone(line: str) -> Part | None:
    """Return the part of a heading that has its line to itself."""
    if not line or len(cells_of(line)) > 1 or _LIST_MARK.match(line) or line[-1] in ",;.":
        return None
    return part_of(line)


def _inline(line: str) -> _Heading | None:
    """Read ``Langues : arabe, français``, or a row of a table whose first cell is a heading."""
    first, *others = cells_of(line)
    if others:
        words, rest = first, "\t".join(others)
    else:
        words, _, rest = first.partition(":")
    rest = rest.strip()
    short = len(words.split()) <= _LONGEST_LABEL
    if rest and short and read_level(fold(words)) == _NATIVE and find_languages(rest):
        return _Heading(Part.LANGUAGES, words, f"{rest} ({words})")  # "Mother tongue: Arabic"
    part = part_of(words, exactly=True) if rest and not _LIST_MARK.match(line) else None
    if part is None or label_of(words) not in (None, Label.LICENCE):
        return None
    # "Languages: Python, SQL" is a list of another kind.
    if part == Part.LANGUAGES and not others and not find_languages(flat(rest)):
        return None
    return _Heading(part, words, rest)
