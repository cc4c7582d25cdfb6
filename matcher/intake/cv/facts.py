"""Personal facts with a label before them: ``Né le 14/03/1991``, ``Name | Yazan``, ``Nationality: Moroccan``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import cells_of, without_bullet
from matcher.intake.cv.vocabulary import Label, label_of
from matcher.intake.dates import MONTH_PATTERN
from taxonomies.wording import fold

_PIECES = re.compile(r"\s+[|·•]\s+|\t")
_LONGEST_LABEL = 5  # words
_VALUE_SHOWS = frozenset({Label.NATIONALITY, Label.LICENCE})  # "Permis B": no mark parts label and value
_STARTS_LIKE_A_VALUE = re.compile(rf"[+(\d]|(?:{MONTH_PATTERN})\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact, its label as the CV writes it, and its value."""

    label: Label
    heading: str
    value: str


def find_facts(lines: Sequence[str]) -> list[Fact]:
    """Return the labelled facts of some lines; a label alone on its line belongs to what the next line says."""
    found: list[Fact] = []
    for number, line in enumerate(lines):
        pieces = pieces_of(line)
        for index, piece in enumerate(pieces):
            following = pieces[index + 1] if index + 1 < len(pieces) else _next(lines, number)
            if fact := _fact(piece, following):
                found.append(fact)
    return found


def pieces_of(line: str) -> list[str]:
    """Return the parts of a line that bars, dots or gaps set apart."""
    parts = [part for cell in cells_of(line) for part in _PIECES.split(without_bullet(cell))]
    return [part.strip() for part in parts if part.strip()]


def _next(lines: Sequence[str], number: int) -> str:
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return "" if ":" in following or "\t" in following else following


def _fact(piece: str, following: str) -> Fact | None:
    head, _, value = piece.partition(":")
    if value.strip() and (label := label_of(head)):
        return Fact(label, head.strip(), value.strip())
    if label := label_of(piece):
        told = bool(following) and label_of(following.partition(":")[0]) is None
        return Fact(label, piece.strip(" :"), following) if told else None
    return _without_mark(piece)


def _without_mark(piece: str) -> Fact | None:
    """Read ``Né le 14/03/1991`` and ``Permis B``: a value that cannot go on a label of more words."""
    words = piece.split()
    for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        head, value = " ".join(words[:count]), " ".join(words[count:])
        label = label_of(head)
        if label and (label in _VALUE_SHOWS or _STARTS_LIKE_A_VALUE.match(fold(value))):
            return Fact(label, head, value)
    return None
