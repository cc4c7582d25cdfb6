"""The sections that list: skills, languages, driving licences. What an item says more is returned, to be kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.intake.cells import split_list
from matcher.intake.cv.text import cells_of, counted_rating, flat, joined_wraps, without_bullet
from matcher.intake.cv.vocabulary import Part, part_of, says_none
from matcher.intake.language_levels import read_level
from matcher.intake.languages import find_languages, read_language_skills, says_more
from matcher.records import LanguageSkill, SkillStatement
from taxonomies.wording import fold

_LABEL = re.compile(r"^([^:,;]{2,40}?)\s*:\s+(?=\S)")
_RATED = re.compile(r"\s*\(\d{1,2}/\d{1,2}\)\s*$")
_ARABIC_MARKS = str.maketrans("،؛", ",;")
_MARKS = re.compile(r"\s[·•|]\s")
_DASH = re.compile(r"\s+[-–—]\s+")
_WORDS_OF_LABEL = 5


def read_skills(lines: Sequence[str]) -> tuple[tuple[SkillStatement, ...], tuple[str, ...]]:
    """Return the skills of a section, each once, and the lines that say more (a group, a level) than the skills do."""
    found: dict[str, SkillStatement] = {}
    kept: list[str] = []
    for line in joined_wraps(lines):
        for cell, more in _skill_cells(counted_rating(without_bullet(line))):
            items = split_list(_RATED.sub("", cell).translate(_ARABIC_MARKS))
            if more or _RATED.search(cell):
                kept.append(flat(line))
            for item in items:
                found.setdefault(fold(item), SkillStatement(item))
    return tuple(found.values()), tuple(dict.fromkeys(kept))


def _skill_cells(line: str) -> list[tuple[str, bool]]:
    """Return the texts of a line that hold skills, and whether its words say more than them."""
    cells = [cell for cell in cells_of(line) if cell]
    if len(cells) == 2 and (read_level(fold(cells[1])) or re.fullmatch(r"\(\d+/\d+\)", cells[1])):
        return [(cells[0], True)]
    if len(cells) == 2 and "," in cells[1] and "," not in cells[0]:
        return [(cells[1], part_of(cells[0], exactly=True) is None)]
    parted: list[tuple[str, bool]] = []
    for cell in cells:
        label = _LABEL.match(cell)
        if label and len(label[1].split()) <= _WORDS_OF_LABEL:
            parted.append((cell[label.end() :], part_of(label[1], exactly=True) != Part.SKILLS))
        else:
            parted.append((cell, False))
    return parted


def read_languages(lines: Sequence[str]) -> tuple[tuple[LanguageSkill, ...], tuple[str, ...]]:
    """Return the languages of a section, and the lines that say more; rows of dots stay words, never a CEFR level."""
    rows: list[str] = []
    others: list[str] = []
    for line in filter(None, lines):
        text = _MARKS.sub("; ", counted_rating(flat(without_bullet(line))))
        named = len(find_languages(text))
        if named:
            # "English - B2 (IELTS 6.0)" speaks of one language; dashes between several would part them.
            rows.append(_DASH.sub(": ", text, count=1) if named == 1 else text)
        elif rows and read_level(fold(text)):
            # A grid gives the levels under the language: "LISTENING C1 READING C1".
            rows[-1] = f"{rows[-1]} {text}"
        else:
            others.append(text)
    found = read_language_skills("\n".join(rows))
    return found, (*others, *(row for row in rows if says_more(row, found)))


def read_licences(heading: str, lines: Sequence[str]) -> tuple[SkillStatement, ...]:
    """Return driving licences as statements in the words of the CV: ``Permis B, C``; none for ``Rijbewijs: nee``."""
    said = [text for line in lines if (text := without_bullet(flat(line))) and not says_none(text.strip(" ."))]
    words = heading.strip(" :")
    return tuple(SkillStatement(text if fold(words) in fold(text) else f"{words} {text}") for text in said)
