"""A sentence of a vacancy to what it asks, part by part, each needed, welcome or not asked at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.cues import Word, read_words
from matcher.intake.wording.asking import WELCOMING, Degree, begins_with, find_degrees, refuses

_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])(?<!\bSt\.)(?<!\bDr\.)(?<!\bNr\.)(?<!\bnr\.)(?<!\bbv\.)(?<!\bca\.)"
    r"(?<!\b[Mm]ind\.)(?<!\b[Mm]in\.)(?<!\b[Mm]ax\.)(?<!\b[Ii]ncl\.)(?<!\b[Ii]nkl\.)(?<!\b[Ee]xcl\.)(?<!\b[Rr][ée]f\.)\s+"
    r"(?=[^\W\d_a-zà-öø-ÿ]|[•(\"«])|(?<=[)\d%][.!?])\s+(?=[^\W\d_a-zà-öø-ÿ])|;\s*"
)
_MARK = re.compile(
    r"(?P<none>(?<=[^\W\d_])\([^\W\d_]{1,6}\))|(?P<open>[(\[])|(?P<close>[)\]])|(?P<colon>:(?=\s|$))|(?P<item>,(?!\d)|(?<!\d),|[•|…]|\s[-–—+&]\s|\t)"
    r"|(?P<but>\s(?:maar|mais|but|aber|echter|however|sowie|waarbij)\s"
    r"|\s(?:en|et|and|und|of|ou|or|oder)\s(?=(?:je|jij|u|vous|tu|you|sie|du)\s))",
    re.IGNORECASE,
)
_TOO = frozenset({"ook", "eveneens", "aussi", "egalement", "too", "auch", "ebenfalls"})
JOINTS = frozenset({"en", "et", "and", "und", "of", "ou", "or", "oder"})
LONGEST_SENTENCE = 1_000
"""How far one sentence is read, in characters; what is longer is none."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A part of a sentence, ``text[start:end]`` of it, and how much it is asked.

    ``words`` are those of the demand without the phrase of degree, and know their place in the sentence. ``stated``
    marks what is welcome or unneeded by a phrase of its own, ``aside`` what stands in brackets: a detail of what
    precedes.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    welcome: bool = False
    unneeded: bool = False
    stated: bool = False
    aside: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.form for word in self.words)


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    mark: str
    words: tuple[Word, ...]
    aside: bool


def sentences(text: str) -> list[str]:
    """Return the sentences of a line, each at most :data:`LONGEST_SENTENCE` long."""
    return [piece[:LONGEST_SENTENCE].strip() for piece in _SENTENCE.split(text) if piece.strip()]


def read_demands(sentence: str) -> tuple[Demand, ...]:
    """Return what a sentence asks, in order: ``kennis van Excel, SAP is een plus`` is one needed and one welcome.

    What is said after a row (``X, Y en Z zijn een plus``, ``kennis van X, Y of Z is een plus``) is said of all of it.
    What is said ahead (``bij voorkeur``) holds to the end of the sentence.
    """
    demands: list[Demand] = []
    ahead = False
    for part in _parts(sentence):
        for demand, degree in _of_part(part):
            if degree is Degree.REQUIRED:
                ahead = False
            if demand.words and _TOO.issuperset(demand.forms):  # "SAP is een plus, een attest (ADR) ook"
                if any(earlier.welcome for earlier in demands):
                    _spread(demands, len(demands), Degree.WELCOME, aside=part.aside)
            elif demand.words:
                before = demands[-1] if demands else demand
                like = before.welcome and not demand.stated and (part.aside or demand.forms[-1] in _TOO)
                demands.append(replace(demand, welcome=demand.welcome or ahead or like))
            if degree is Degree.WELCOME_AHEAD:
                ahead = True
                if not demand.words and part.mark == "open":
                    ahead = False
                    _spread(demands, len(demands), Degree.WELCOME, aside=True)
            elif degree is not None and degree is not Degree.REQUIRED:
                _spread(demands, len(demands) - bool(demand.words), degree, aside=part.aside)
    return tuple(demands)


def _spread(demands: list[Demand], last: int, degree: Degree, *, aside: bool) -> None:
    """Say of earlier parts what a phrase says of the part at ``last``, as far back as it speaks.

    A phrase after a bracket speaks of what stands before it; one inside (``aside``) of nothing outside but the part
    that the bracket is about.
    """
    said = Degree.UNNEEDED if degree is Degree.UNNEEDED else Degree.WELCOME
    if last == len(demands):  # the phrase stands alone: it speaks of the part before
        if not demands:
            return
        last -= 1
        if said is Degree.UNNEEDED and demands[last].welcome:
            return  # "preferred but not required"
        demands[last] = _degreed(demands[last], said)
        while last and demands[last].aside and not aside:
            last -= 1
            demands[last] = _degreed(demands[last], said)
    first = last
    while first and not begins_with(demands[first].forms, "before"):
        first -= 1
    # "kennis van Excel, Word en Access is een plus" is one row; "kennis van Excel, SAP is een plus" is not.
    framed = begins_with(demands[first].forms, "before")
    row = first < last and not JOINTS.isdisjoint(demands[last].forms)
    spoken_of = first if (row and framed) or (degree is Degree.WELCOME_ALL and not framed) else last
    for index in range(spoken_of, last):
        if not demands[index].stated:
            demands[index] = _degreed(demands[index], said)


def _degreed(demand: Demand, degree: Degree) -> Demand:
    return replace(demand, welcome=degree in WELCOMING, unneeded=degree is Degree.UNNEEDED, stated=True)


def _of_part(part: _Part) -> Iterator[tuple[Demand, Degree | None]]:
    """Yield what one part asks: what stands before a phrase of degree, or after one that speaks ahead."""
    forms = [word.form for word in part.words]
    start, held, given = 0, False, False
    for degree, first, end in find_degrees(forms):
        if degree is Degree.WELCOME_AHEAD and end < len(forms):
            if start < first:
                yield _demand(part, start, first, None), None
            yield _demand(part, 0, 0, None), degree
        else:
            said = Degree.WELCOME if degree is Degree.WELCOME_AHEAD and first else degree
            yield _demand(part, start, first, said), said
            given = given or start < first
        start, held = end, True
    # what follows "eigen vervoer is vereist" is why or what for
    if not held or (start < len(forms) and not given):
        refused = Degree.UNNEEDED if refuses(forms) else None
        yield _demand(part, start, len(forms), refused), refused


def _demand(part: _Part, first: int, end: int, degree: Degree | None) -> Demand:
    words = part.words[first:end]
    start, stop = (words[0].start, words[-1].end) if words else (part.start, part.start)
    demand = Demand(start, stop, words, aside=part.aside)
    said = Degree.UNNEEDED if refuses([word.form for word in words]) else degree
    return _degreed(demand, said) if said else demand


def _parts(sentence: str) -> Iterator[_Part]:
    """Cut a sentence at commas, brackets, colons and "but", never inside a number."""
    start, mark, depth = 0, "", 0
    marks = (match for match in _MARK.finditer(sentence) if match.lastgroup != "none")
    cuts = [(match.start(), match.end(), match.lastgroup or "") for match in marks]
    for before, after, kind in (*cuts, (len(sentence), len(sentence), "")):
        words = _placed(read_words(sentence[start:before]), start)
        if words:
            yield _Part(start, before, mark, words, depth > 0)
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        start, mark = after, kind


def _placed(words: Sequence[Word], by: int) -> tuple[Word, ...]:
    return tuple(Word(word.start + by, word.end + by, word.form, word.gap) for word in words)
