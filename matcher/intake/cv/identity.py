"""The personal part of a CV: who it is, how to reach them, and the words of it that no field holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.intake.countries import country_code
from matcher.intake.cv.dating import is_only_a_date, periods_of, read_day
from matcher.intake.cv.facts import Fact, find_facts, pieces_of
from matcher.intake.cv.names import NameRead, read_name
from matcher.intake.cv.text import flat, without_bullet
from matcher.intake.cv.vocabulary import Label, key, label_of, phrases, place_words, says_none

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_PHONE = re.compile(r"(?<![\w/.@(+-])\(?(?:\+|00\s?)?\(?\d[\d\s().\-/]{6,40}\d(?![\w@])")
_SHORTEST = 8  # characters
_BETWEEN_PHONES = re.compile(r"\s+[/-]\s+")
_DATE_LIKE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\b(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_HEADLINE = 10  # words
_SENTENCE = 8  # words


@dataclass(frozen=True, slots=True)
class Identity:
    """What the personal part says.

    Attributes:
        name: the name read, or what may be one.
        email: the first address.
        phone: the first number.
        facts: everything labelled.
        occupations: the line under the name, and others that begin with the name of a job.
        sentences: lines of running text.
        kept: lines that say more than all of this, as they stand.
    """

    name: NameRead
    email: str
    phone: str
    facts: tuple[Fact, ...]
    occupations: tuple[str, ...]
    sentences: tuple[str, ...]
    kept: tuple[str, ...]

    def fact(self, label: Label) -> Fact | None:
        """Return the first fact of a label."""
        return next((fact for fact in self.facts if fact.label == label), None)


def read_identity(lines: Sequence[str], prominent: Sequence[str], today: date) -> Identity:
    """Read the lines before the first section, those of personal details, and the page headers."""
    facts = find_facts(lines)
    email = next((match[0] for line in lines if (match := _EMAIL.search(line))), "")
    phone = next((number for line in lines for number in _phones(line, today)), "")
    name = read_name(facts, lines, prominent, email)
    used = (name.name, email, phone, *_held_by_fields(facts, today))
    occupations, sentences, kept = _others(lines, name, used)
    return Identity(name, email, phone, tuple(facts), occupations, sentences, kept)


def _held_by_fields(facts: Sequence[Fact], today: date) -> Iterator[str]:
    """Yield the words of labelled facts that a field will hold; the first fact of a label fills its field.

    ``Né le 14/03/1991 à Tunis`` says more than the field, and a second telephone number has none.
    """
    seen: set[Label] = set()
    for fact in facts:
        if fact.label == Label.KEPT:
            continue
        yield fact.heading
        first = fact.label not in seen
        seen.add(fact.label)
        whole = first and fact.label in (Label.NATIONALITY, Label.GENDER)
        born = first and fact.label == Label.BIRTH_DATE and is_only_a_date(fact.value)
        licence = fact.label == Label.LICENCE and not says_none(fact.value)
        if whole or licence or (born and read_day(fact.value, today) is not None):
            yield fact.value


def _phones(line: str, today: date) -> list[str]:
    stretches = [match[0] for match in _PHONE.finditer(_EMAIL.sub(" ", line))]
    # "0000 11 22 33 / 0000 44 55 66" is two numbers, "0000 / 11 22 33" is one.
    parted = [first if len(first := _BETWEEN_PHONES.split(whole)[0]) > _SHORTEST else whole for whole in stretches]
    found = [stretch.strip(" .-/") for stretch in parted]
    return [number for number in found if _is_phone(number, today)]


def _is_phone(number: str, today: date) -> bool:
    digits = sum(char.isdigit() for char in number)
    return 8 <= digits <= 15 and not _DATE_LIKE.search(number) and not periods_of(number, today)


def _others(
    lines: Sequence[str], name: NameRead, used: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Tell apart what else the lines say: occupations, sentences, and the rest to be kept."""
    occupations: dict[str, None] = {}
    sentences: list[str] = []
    kept: list[str] = []
    spoken = {word for text in used for word in _WORD.findall(text)}
    named = under_name = False
    for line in filter(None, lines):
        text = without_bullet(flat(line))
        pieces = pieces_of(line)
        more = [piece for piece in pieces if not _is_spoken(piece, spoken)]
        if more and label_of(pieces[0]):
            more = [text]
        if not more:
            pass
        elif headlines := [piece for piece in more if _is_headline(piece, under_name=under_name and len(pieces) == 1)]:
            occupations.update(dict.fromkeys(headlines))
            kept.extend(piece for piece in more if piece not in headlines)
        elif len(text.split()) >= _SENTENCE and not re.search(r"[\d@]", text):
            sentences.append(text)
        else:
            kept.extend(more)
        under_name = not named and bool(name.name) and name.name in text
        named = named or under_name
    return tuple(occupations), tuple(sentences), tuple(kept)


def _is_spoken(piece: str, spoken: set[str]) -> bool:
    """Tell whether the facts read hold all words of a piece, labels and titles of documents aside."""
    return key(piece) in phrases("titles") or all(word in spoken or label_of(word) for word in _WORD.findall(piece))


def _is_headline(text: str, *, under_name: bool) -> bool:
    words = key(text).split()
    if not words or len(words) > _LONGEST_HEADLINE or re.search(r"[\d@]|://|www\.", text):
        return False
    if country_code(text) or label_of(text.partition(":")[0]):
        return False
    return under_name or words[0] in place_words("jobs") or words[-1] in place_words("jobs")
