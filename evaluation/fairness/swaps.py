"""What reveals a group inside a text: pairs of wordings that differ in nothing else, put into a profile."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from matcher.records import Candidate, Experience, LegalStatus, Person, ProfessionalProfile, Source

TITLE, NAME, UNSTATED = "title", "name", "name_unstated"


@dataclass(frozen=True, slots=True)
class Swap:
    """Two wordings of one thing. ``names`` are those that the record states beside them, if any."""

    ground: str
    language: str
    one: str
    other: str
    frame: str = ""
    names: tuple[str | None, str | None] = (None, None)

    def candidates(self, profile: ProfessionalProfile) -> tuple[Candidate, Candidate]:
        """Put each wording into a profile: a title as occupation, first job and in a sentence, else as a sentence."""
        made = []
        for text, name in zip((self.one, self.other), self.names, strict=True):
            person = Person(name=name)
            put = self._with_title(profile, text) if self.ground == TITLE else _with_sentence(profile, text)
            made.append(Candidate("variant", "variant", "invented", Source("invented"), person, LegalStatus(), put))
        return made[0], made[1]

    def _with_title(self, profile: ProfessionalProfile, title: str) -> ProfessionalProfile:
        job = Experience(title, years=5.0)
        told = _with_sentence(profile, self.frame.replace("TITLE", title))
        return replace(told, occupations=(title,), experience=(job, *profile.experience[1:]))


@cache
def swaps() -> tuple[Swap, ...]:
    """Read every swap, by ground and language; wordings that are alike stand for titles with one form for all."""
    text = (files("evaluation.fairness") / "swaps.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return (
        *_titles(table["titles"], table["frames"]),
        *(
            Swap(ground, language, one, other)
            for ground, by_language in table["pairs"].items()
            for language, pairs in by_language.items()
            for one, other in pairs
        ),
        *_named(table["sentences"], [(pair["one"], pair["other"]) for pair in table["names"]]),
    )


def _titles(titles: dict[str, dict[str, str]], frames: dict[str, str]) -> Iterator[Swap]:
    for language, listed in titles.items():
        for pair in listed["pairs"].split():
            one, other = pair.replace("_", " ").split("/")
            yield Swap(TITLE, language, one, other, frames[language])


def _named(sentences: dict[str, dict[str, list[str]]], names: list[tuple[str, str]]) -> Iterator[Swap]:
    for ground, by_language in sentences.items():
        for language, wordings in by_language.items():
            for number, wording in enumerate(wordings):
                pair = names[number % len(names)]
                one, other = (wording.replace("NAME", name) for name in pair)
                yield Swap(ground, language, one, other, names=pair if ground == NAME else (None, None))


def _with_sentence(profile: ProfessionalProfile, sentence: str) -> ProfessionalProfile:
    return replace(profile, summary=f"{sentence}\n{profile.summary}".strip())
