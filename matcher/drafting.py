"""A pasted vacancy made ready to be looked over: what its wording does not list, its concepts tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import uuid4

from matcher.intake.languages import read_language_requirements
from matcher.intake.pasting import read_pasted
from matcher.records import (
    ExtractedConcept,
    Extraction,
    LanguageRequirement,
    Polarity,
    SkillRequirement,
    Vacancy,
)
from taxonomies.concepts import ConceptKind, Skill, Taxonomy
from taxonomies.wording import fold, normalise

ENOUGH = 3
"""A vacancy whose wording lists fewer skills is searched for concepts word by word, which takes seconds."""

_SEARCHED = 2_500  # characters: where a vacancy says what it asks
_PORTION = 400
_MOST_WORDS = 4  # of a skill in the words of the text; more give way to the concept's name
_LANGUAGE = "language"

Extract = Callable[[str], Extraction]
Progress = Callable[[str, int, int], None]


class Drafter:
    """Drafts vacancies."""

    def __init__(self, extract: Extract, taxonomy: Taxonomy) -> None:
        self._extract = extract
        self._taxonomy = taxonomy

    def read(self, text: str, language: str, progress: Progress) -> Vacancy:
        """Return the vacancy that a text tells of, under a new random id; concepts are named in ``language``.

        Raises:
            PastedTextError: as :func:`matcher.intake.pasting.read_pasted`.
        """
        vacancy = replace(read_pasted(text), id=uuid4().hex)
        if len(vacancy.requirements) >= ENOUGH:
            return vacancy
        return self._with_concepts(vacancy, language, progress)

    def _with_concepts(self, vacancy: Vacancy, language: str, progress: Progress) -> Vacancy:
        said: dict[str, str] = {}
        languages = {asked.language: asked for asked in vacancy.languages}
        portions = list(_portions(vacancy.description[:_SEARCHED]))
        for number, portion in enumerate(portions):
            progress("reading", number, len(portions))
            for concept in self._extract(portion).concepts:
                if concept.match.kind is not ConceptKind.SKILL or concept.polarity is Polarity.NEGATED:
                    continue
                if spoken := self._language(concept):
                    languages.setdefault(spoken.language, spoken)
                else:
                    said.setdefault(concept.match.uri, self._words(portion, concept, language))
        progress("reading", len(portions), len(portions))
        return replace(
            vacancy,
            requirements=_united(vacancy.requirements, list(said.values())),
            languages=tuple(languages.values()),
        )

    def _language(self, concept: ExtractedConcept) -> LanguageRequirement | None:
        """Return the language that a concept of ESCO's collection of languages stands for."""
        found = self._taxonomy.concept(concept.match.uri)
        if not isinstance(found, Skill) or _LANGUAGE not in found.collections:
            return None
        return next(iter(read_language_requirements(found.label("en"))), None)

    def _words(self, text: str, concept: ExtractedConcept, language: str) -> str:
        """Return the words that name a concept, as the vacancy writes them where they are few."""
        start, end = concept.spans[0]
        words = text[start:end].split()
        if 0 < len(words) <= _MOST_WORDS:
            return " ".join(words)
        found = self._taxonomy.concept(concept.match.uri)
        return found.label(language) if found else concept.match.label


def _portions(text: str) -> Iterator[str]:
    """Cut a text at the ends of its lines or sentences, so that progress can be told."""
    portion = ""
    for line in text.replace(". ", ".\n").splitlines():
        if portion and len(portion) + len(line) > _PORTION:
            yield portion
            portion = ""
        portion += f"{line}\n"
    if portion.strip():
        yield portion


def _united(listed: Sequence[SkillRequirement], found: Sequence[str]) -> tuple[SkillRequirement, ...]:
    """Return the skills listed with those found in the text; one that names several of these gives way to them."""
    kept, covered = [], set[str]()
    for asked in listed:
        inside = [text for text in found if f" {normalise(text)} " in f" {normalise(asked.text)} "]
        if len(inside) > 1:
            kept += [SkillRequirement(text, asked.essential) for text in inside]
        else:
            kept.append(asked)
        covered.update(map(fold, inside))
    kept += [SkillRequirement(text) for text in found if fold(text) not in covered]
    return tuple({fold(asked.text): asked for asked in reversed(kept)}.values())[::-1]
