"""Who a text may be about: the person's name, numbers and birth date, made ready once for all their texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from matcher.masking.ordinary import PARTICLES, is_ordinary
from matcher.masking.reading import WORD, Reading, Span, canonical, fold_in_place
from matcher.records import LegalStatus, Person

_SHORTEST = 3  # a name part under this length is looked for only beside another
_SHORTEST_HANDLE = 4  # and a part of an e-mail address, which may be an abbreviation
_PHONE_DIGITS = 8  # the last digits, since country codes and leading zeros come and go
_BETWEEN = re.compile(r"[ .'\-_]{0,3}")
_ELISION = re.compile(r"(?<![^\W\d_])(?:d|l|qu|j|m|s|n|aujourd)'$")
_PREPOSITION = re.compile(r"(?<![^\W\d_])(?:de|par|avec|pour|chez|of|by|with|for|van|door|met|voor|von|mit|fur|bei) $")
_PHRASE_END = re.compile(r"\s*(?:$|[,.;:!?)\n])")
_POSSESSIVE = re.compile(r"'s(?!\w)")
_PROCLITICS = "وفبلك"  # Arabic "and", "so", "in", "for", "like", written onto the word
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))


@dataclass(frozen=True, slots=True)
class Identity:
    """What to look for in one person's texts. Nationality and gender are not: their phrases go whoever wrote them."""

    telling: frozenset[str] = frozenset()
    """Folded name parts, and parts run together, that are masked wherever they stand."""
    weak: frozenset[str] = frozenset()
    """Those that are masked only beside another: short ones, particles, initials, ordinary words."""
    whole: frozenset[str] = frozenset()
    """All parts of the name: side by side they are masked even where each is weak."""
    phone: str = ""
    birth_date: date | None = None

    @classmethod
    def of(cls, person: Person, status: LegalStatus) -> Identity:
        """Make ready what identifies a person."""
        parts = _parts(person.name or "")
        telling = {form for part in parts for form in _forms(part) if _tells(form, _SHORTEST)}
        runs = ("".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 2, len(parts) + 1))
        telling |= {run for run in runs if _tells(run, _SHORTEST_HANDLE)}
        handle = _parts((person.email or "").partition("@")[0])
        telling |= {part for part in handle if _tells(part, _SHORTEST_HANDLE)}
        weak = {form for part in parts for form in (*_forms(part), part[0])} - telling
        digits = "".join(char for char in person.phone or "" if char.isdigit())
        phone = digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""
        return cls(frozenset(telling), frozenset(weak), frozenset(parts), phone, status.birth_date)

    def may_be_in(self, reading: Reading) -> bool:
        """Tell quickly whether a text may hold the name."""
        if not self.telling.isdisjoint(reading.words) or len(self.weak.intersection(reading.words)) > 1:
            return True
        return any(word[0] in _PROCLITICS and word[1:] in self.telling for word in reading.words)

    def name_spans(self, reading: Reading) -> Iterator[Span]:
        """Yield where the name or a part of it stands, with "d'" before it and "'s" after."""
        for run in self._runs(reading):
            if not self._means_the_name([word for _, word in run]):
                continue
            start, end = run[0][0][0], run[-1][0][1]
            elided = _ELISION.search(reading.folded, 0, start) or _led(reading.folded, start, end)
            owned = _POSSESSIVE.match(reading.folded, end)
            yield elided.start() if elided else start, owned.end() if owned else end

    def _runs(self, reading: Reading) -> Iterator[list[tuple[Span, str]]]:
        """Yield stretches of name parts with nothing but spaces, hyphens and the like between them."""
        found = [(token.span(), self._part(reading, token)) for token in WORD.finditer(reading.folded)]
        run: list[tuple[Span, str]] = []
        for (span, part), (next_span, next_part) in pairwise([*found, ((0, 0), None)]):
            if part is None:
                continue
            run.append((span, part))
            if next_part is None or not _BETWEEN.fullmatch(reading.folded, span[1], next_span[0]):
                yield run
                run = []

    def _part(self, reading: Reading, token: re.Match[str]) -> str | None:
        """Return the name part that a word is, or ``None``; a single letter is one only as a capital."""
        word = canonical(token.group())
        if word in self.telling:
            return word
        if word in self.weak:
            return word if len(word) > 1 or not reading.text[token.start()].islower() else None
        return word[1:] if word[0] in _PROCLITICS and word[1:] in self.telling else None

    def _means_the_name(self, parts: list[str]) -> bool:
        if any(part in self.telling for part in parts):
            return True
        distinct = set(parts)
        ordinary = [part for part in distinct if len(part) >= _SHORTEST and part not in PARTICLES]
        return len(ordinary) > 1 or (len(distinct) > 1 and distinct >= self.whole)


def _led(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Find the "of" or "by" that would be left hanging where a name ends a phrase."""
    return _PREPOSITION.search(folded, 0, start) if _PHRASE_END.match(folded, end) else None


def _parts(name: str) -> list[str]:
    composed = unicodedata.normalize("NFC", name)
    return [canonical(word) for word in WORD.findall(fold_in_place(composed)) if canonical(word)]


def _forms(part: str) -> Iterable[str]:
    """Return the spellings of a name part: as it is, and Arabic names with and without their article."""
    yield part
    if part.startswith("ال") and len(part) > 4:
        yield part[2:]
    elif "\u0600" <= part[0] <= "\u06ff":
        yield "ال" + part


def _tells(word: str, shortest: int) -> bool:
    return len(word) >= shortest and not is_ordinary(word) and word not in PARTICLES
