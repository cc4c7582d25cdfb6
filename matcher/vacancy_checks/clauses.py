"""A vacancy's texts as clauses in which phrases are looked for: one sentence, line or list item each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from matcher.records import Vacancy
from taxonomies.wording import fold

LONGEST_CLAUSE = 600
"""Characters; a longer one is cut between two words, which bounds the work on text without a full stop."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BREAKING_TAG = re.compile(r"<(?:/?(?:p|li|ul|ol|div|tr|h[1-6])|br)\b[^<>]{0,300}>", re.IGNORECASE)
_BULLET = r"[-–—*•·▪■●○◦‣➢➤►✓✔✅👉🔹>]"
_BLANKS = re.compile(r"[ \t]+")
_WRAPPED = re.compile(rf"(?<![.:;!?\n]) ?\n ?(?!{_BULLET})(?=[a-zà-ÿ0-9])")
_ABBREVIATED = re.compile(
    r"(?:^|\W)(?:max|min|ca|incl|excl|bv|bijv|vb|evt|resp|evtl|bzw|ggf|nr|no|art|env|approx|dhr|mevr|mme|mlle|dr"
    r"|p\.ex|par ex|e\.g|i\.e|o\.a|d\.w\.z|z\.b|etc|enz)$",
    re.IGNORECASE,
)
_END = re.compile(rf"[.!?…]+(?=[\s\"'»”)]|$)|[;|\n\r\f\v]+|(?<=\s){_BULLET}(?=\s(?!\d))|[•▪■●◦‣➢➤►✓✔✅👉🔹]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "\xad": None})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause as it is written, and folded for comparing: ``folded[i]`` comes from ``written[places[i]]``."""

    written: str
    folded: str
    places: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """Return the words as written that ``folded[start:end]`` stands for."""
        return self.written[self.places[start] : self.places[end - 1] + 1].strip() if end > start else ""


def clauses_of(vacancy: Vacancy) -> list[Clause]:
    """Return the clauses of everything that a vacancy says in running words; its title is the first."""
    asked = [requirement.text for requirement in vacancy.requirements]
    texts = (vacancy.title, vacancy.description, *asked, vacancy.contract or "", *(cell for _, cell in vacancy.extra))
    return [clause for text in texts for clause in read_clauses(text)]


def read_clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text, HTML marks and entities taken out; any string is taken."""
    plain = _TAG.sub(" ", _BREAKING_TAG.sub("\n", html.unescape(text))).translate(_QUOTES)
    plain = _BLANKS.sub(" ", plain.replace("\r\n", "\n").replace("\xa0", " ").replace("\u202f", " "))
    plain = _WRAPPED.sub(" ", plain)
    start = 0
    for end in _END.finditer(plain):
        if end[0] == "." and _ABBREVIATED.search(plain[max(start, end.start() - 12) : end.start()]):
            continue
        yield from _cut(plain[start : end.start()])
        start = end.end()
    yield from _cut(plain[start:])


def folded_clause(written: str) -> Clause:
    """Return a clause that is one line already."""
    pieces = [(_fold(char), place) for place, char in enumerate(written)]
    folded = "".join(piece for piece, _ in pieces)
    return Clause(written, folded, tuple(place for piece, place in pieces for _ in piece))


def _cut(text: str) -> Iterator[Clause]:
    line = " ".join(text.split())
    while len(line) > LONGEST_CLAUSE:
        space = line.rfind(" ", 1, LONGEST_CLAUSE)
        cut = space if space > 0 else LONGEST_CLAUSE
        yield folded_clause(line[:cut])
        line = line[cut:].lstrip()
    if line:
        yield folded_clause(line)


@cache
def _fold(char: str) -> str:
    return fold(char)
