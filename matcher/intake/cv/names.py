"""Whose CV it is: a name that is labelled or that several signs point to, else none; nobody is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.intake.countries import country_code
from matcher.intake.cv.arabic import has_arabic
from matcher.intake.cv.facts import Fact, pieces_of
from matcher.intake.cv.vocabulary import Label, key, label_of, part_of, phrases, place_words
from taxonomies.wording import fold

_PARTICLES = frozenset(
    {"al", "el", "ben", "bin", "bint", "ibn", "abu", "abou", "ould", "ait", "bou", "de", "da", "do", "dos", "du", "des"}
    | {"di", "van", "von", "der", "den", "ter", "la", "le", "zu"}
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]+|[^\W\d_]\.)(?:['-][^\W\d_]+)*")
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|miss|mme|m|mlle|monsieur|madame|dhr|mevr|mevrouw|herr|frau|dr|ing)\.?\s+", re.IGNORECASE
)
_SEARCHED = 12  # lines in which a name without label may stand
_ENOUGH = 3  # points; see _points
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class NameRead:
    """The name and the words that hold it; without certainty ``name`` is empty and ``words`` what may be one."""

    name: str
    words: str


def read_name(facts: Sequence[Fact], lines: Sequence[str], prominent: Sequence[str], email: str) -> NameRead:
    """Return the name of the person.

    Args:
        facts: what is labelled; a labelled name needs nothing else.
        lines: the lines before the first section and those of personal details, page headers last.
        prominent: what stands in the largest letters.
        email: the address of the person, or ``""``.
    """
    labelled = {label: fact.value for label in Label if (fact := _first(facts, label))}
    if whole := labelled.get(Label.NAME):
        return NameRead(whole, whole)
    parts = [labelled[label] for label in (Label.GIVEN_NAME, Label.FAMILY_NAME) if label in labelled]
    if parts:
        return NameRead(" ".join(parts), "\t".join(parts))
    found: list[tuple[int, int, str]] = []
    filled = [line for line in lines if line and key(line) not in phrases("titles")][:_SEARCHED]
    for number, line in enumerate(filled):
        for piece in pieces_of(line):
            name = _TITLE.sub("", _without_title_words(piece))
            if _may_be_a_name(name, email):
                found.append((_points(name, number, prominent, email), -number, name))
    best = max(found, default=None)
    if best is None:
        return NameRead("", "")
    return NameRead(best[2] if best[0] >= _ENOUGH else "", best[2])


def _first(facts: Sequence[Fact], label: Label) -> Fact | None:
    return next((fact for fact in facts if fact.label == label), None)


def _without_title_words(piece: str) -> str:
    """Drop *Curriculum vitae* before or after a name: ``CV - Tobenna Obi``."""
    halves = [half.strip() for half in re.split(r"\s[-–—:]\s|:\s", piece)]
    kept = [half for half in halves if key(half) not in phrases("titles")]
    return kept[0] if len(kept) == 1 and len(halves) == 2 else piece


def _may_be_a_name(text: str, email: str) -> bool:
    """Tell whether a text is made like a name; with the word of a job only where the address has two of its words."""
    words = text.split()
    if not 2 <= len(words) <= 6 or not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    plain = [key(word).removeprefix(_ARTICLE) for word in words]
    if part_of(text) or label_of(text) or country_code(text):
        return False
    if place_words("jobs").intersection(plain) and len(_in_address(text, email)) < 2:
        return False
    telling = [word for word in words if fold(word) not in _PARTICLES]
    return len(telling) >= 2 and all(word[0].isupper() or has_arabic(word) for word in telling)


def _points(name: str, number: int, prominent: Sequence[str], email: str) -> int:
    """Count the signs that a text is the name of the person.

    Parts of it in the e-mail address 3, the largest letters 2, the first line 1, a family name in capitals 1; an
    employer's word in it speaks against it.
    """
    capitals = [word.isupper() and len(word) > 1 for word in name.split()]
    points = 3 * bool(_in_address(name, email))
    points += 2 * (name in " ".join(prominent)) + (number == 0) + (any(capitals) and not all(capitals))
    return points - 2 * bool(place_words("employers").intersection(key(name).split()))


def _in_address(name: str, email: str) -> list[str]:
    """Return the words of a name, of three letters and more, that the e-mail address has before its ``@``."""
    handle = re.sub(r"[^a-z]", "", fold(email.partition("@")[0]))
    return [part for part in re.findall(r"[a-z]{3,}", fold(name)) if part in handle and part not in _PARTICLES]
