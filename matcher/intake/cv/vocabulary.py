"""The words that give a CV its shape, a file a language beside this module: headings, labels, signs of other papers.

Each file of ``words/`` holds ``[headings]`` (of each :class:`Part`), ``[labels]`` (of each :class:`Label`),
``[jobs]`` (labels within a job, of each :class:`JobLabel`), ``[values]`` (words that say none), ``[documents]`` (the
title of a CV, and phrases of letters, invoices and vacancies) and ``[places]`` (words of the names of employers; words
of jobs, which are in nobody's name).
"""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.intake.cells import is_nothing
from taxonomies.wording import fold

LANGUAGES = ("en", "fr", "nl", "de", "ar")
"""Languages of CVs, in the order in which a heading that two of them share is looked up."""

_WORD = re.compile(r"[^\W_]+")
_ARABIC_FINALS = str.maketrans("ةى", "هي")
_CLOSE_SPELLING = 88.0
_SHORTEST_CLOSE = 6
_LONGEST_HEADING = 60  # characters
_LONGEST_LONGER = 6  # words of a heading in capitals that begins with a known one
_SHORTEST_START = 8  # characters of that one


class Part(StrEnum):
    """What a section of a CV is about."""

    PERSONAL = "personal"
    SUMMARY = "summary"
    OBJECTIVE = "objective"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    SKILLS = "skills"
    LICENCE = "licence"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


_LENGTHENED = frozenset(
    {Part.EXPERIENCE, Part.EDUCATION, Part.CERTIFICATES, Part.LANGUAGES, Part.SKILLS, Part.REFERENCES}
)


class Label(StrEnum):
    """What a word before a personal fact says of it; ``KEPT`` facts have no field and stay in the extra."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    BIRTH_DATE = "birth_date"
    NATIONALITY = "nationality"
    GENDER = "gender"
    EMAIL = "email"
    PHONE = "phone"
    LICENCE = "licence"
    KEPT = "kept"


def key(text: str) -> str:
    """Return the form in which headings and labels are compared: folded words without punctuation or symbols.

    Final forms of Arabic letters that are often written one for the other count as one.
    """
    return " ".join(_WORD.findall(fold(text).translate(_ARABIC_FINALS)))


def part_of(text: str, *, exactly: bool = False) -> Part | None:
    """Return the part that a text heads: exactly, in joined headings (``Skills & Languages``), or nearly so spelt."""
    if len(text) > _LONGEST_HEADING:
        return None
    known = headings()
    form = re.sub(r"^(?:\d{1,2}|[ivx]{1,4}) ", "", key(text))
    if found := known.get(form):
        return found
    halves = [known.get(key(half)) for half in re.split(r"&|/|\+|\b(?:et|and|en|und)\b|\sو", fold(text))]
    if len(halves) > 1 and all(halves):
        return halves[0]
    if text.isupper() and (begun := _begun_by(form)):
        return begun
    if exactly or len(form) < _SHORTEST_CLOSE or not form.replace(" ", "").isalpha():
        return None
    from rapidfuzz import fuzz, process  # only for what no file holds

    near = process.extractOne(form, known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_SPELLING)
    return known[near[0]] if near and len(near[0].split()) == len(form.split()) else None


def _begun_by(form: str) -> Part | None:
    """Return the part of the known heading that begins a longer one: ``QUALIFICATIONS OBTAINED WITH DATES``."""
    words = form.split()
    if (
        not 2 <= len(words) <= _LONGEST_LONGER
        or any(char.isdigit() for char in form)
        or words[-1] in place_words("jobs")
    ):
        return None
    starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    found = next((headings()[start] for start in starts if len(start) >= _SHORTEST_START and start in headings()), None)
    return found if found in _LENGTHENED else None


def label_of(text: str) -> Label | None:
    """Return the personal fact that a text is the label of."""
    return labels().get(key(text))


@cache
def headings() -> dict[str, Part]:
    """Return every heading, as :func:`key` gives it, with its part; the first language that has it counts."""
    return {key(phrase): Part(part) for part, phrase in _reversed_entries("headings")}


@cache
def labels() -> dict[str, Label]:
    """Return every label, as :func:`key` gives it."""
    return {key(phrase): Label(label) for label, phrase in _reversed_entries("labels")}


class JobLabel(StrEnum):
    """What a word before a line of a job says of it."""

    TITLE = "title"
    EMPLOYER = "employer"
    OTHER = "other"


def job_label_of(text: str) -> JobLabel | None:
    """Return what a text is the label of, in a job: ``Fonction``, ``Name and address of employer``."""
    return job_labels().get(key(text))


@cache
def job_labels() -> dict[str, JobLabel]:
    """Return every label of ``[jobs]``, as :func:`key` gives it."""
    return {key(phrase): JobLabel(label) for label, phrase in _reversed_entries("jobs")}


def says_none(text: str) -> bool:
    """Tell whether a value says that there is none: ``Rijbewijs: nee``."""
    return is_nothing(text) or key(text) in {key(word) for words in _files() for word in words["values"]["none"]}


@cache
def phrases(kind: str) -> frozenset[str]:
    """Return the phrases of ``[documents]`` of one kind: ``titles``, ``letter``, ``invoice`` or ``vacancy``."""
    return frozenset(key(phrase) for words in _files() for phrase in words["documents"][kind])


@cache
def place_words(kind: str) -> frozenset[str]:
    """Return the words of ``[places]`` of one kind: ``employers`` or ``jobs``."""
    return frozenset(key(word) for words in _files() for word in words["places"][kind].split())


def _reversed_entries(table: str) -> list[tuple[str, str]]:
    entries = [(name, phrase) for words in _files() for name, listed in words[table].items() for phrase in listed]
    return entries[::-1]


@cache
def _files() -> tuple[dict[str, Any], ...]:
    folder = files("matcher.intake.cv") / "words"
    return tuple(tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8")) for code in LANGUAGES)
