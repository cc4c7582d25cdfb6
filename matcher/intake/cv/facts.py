"""Personal facts with a label before them: ``Né le 14/03/1991``, ``Name | Yazan``, ``Nationality: Moroccan``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import cells_of, without_bullet
from matcher.intake.cv.vocabulary import Label, key, label_of

_PIECES = re.compile(r"\s+[|·•]\s+|\t")
_LONGEST_LABEL = 5  # words
_VALUE_SHOWS = frozenset({Label.NATIONALITY, Label.LICENCE})  # "Permis B": no mark parts label and value
_STARTS_LIKE_A_VALUE = re.compile(r"[+(\d]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled fact. ``line`` is the place of its line among those searched; ``words`` are label and value."""

    label: Label
    heading: str
    value: str
    line: int
    words: str


def find_facts(lines: Sequence[str]) -> list[Fact]:
    """Return the labelled facts of some lines; a label alone on its line belongs to what the next line says."""
    found: list[Fact] = []
    for number, line in enumerate(lines):
        pieces = list(_pieces(line))
        for index, piece in enumerate(pieces):
            following = pieces[index + 1] if index + 1 < len(pieces) else _next(lines, number)
            fact = _fact(piece, following, number)
            if fact is not None:
                found.append(fact)
    return found


def pieces_of(line: str) -> list[str]:
    """Return the parts of a line that bars, dots or gaps set apart."""
    return list(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    for cell in cells_of(line):
        yield from (piece.strip() for piece in _PIECES.split(without_bullet(cell)) if piece.strip())


def _next(lines: Sequence[str], number: int) -> str:
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return "" if ":" in following or "\t" in following else following


def _fact(piece: str, following: str, number: int) -> Fact | None:
    head, mark, value = piece.partition(":")
    label = label_of(head)
    if label and mark and value.strip():
        return Fact(label, head.strip(), value.strip(), number, piece)
    if label := label_of(piece):
        told = bool(following) and label_of(following.partition(":")[0]) is None
        return Fact(label, piece.strip(" :"), following, number, f"{piece}\t{following}") if told else None
    return _without_mark(piece, number)


def _without_mark(piece: str, number: int) -> Fact | None:
    words = piece.split()
    for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
        head, value = " ".join(words[:count]), " ".join(words[count:])
        label = label_of(head)
        if label and (label in _VALUE_SHOWS or _STARTS_LIKE_A_VALUE.match(value) or key(head) != head.casefold()):
            return Fact(label, head, value, number, piece)
    return None
