"""A known-item set made of a taxonomy: half of an occupation's essential skills, in other words and another language.

A vacancy is an occupation's title and its essential skills in one language. A profile has no title and a seeded half
of the same skills in another language, by alternative labels where there are any. It must find its occupation among
the others of the sample and their neighbours of the same ISCO minor group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from random import Random

from evaluation.rank_sets import RankQuery, RankSet
from matcher.records import Candidate, ProfessionalProfile, SkillRequirement, SkillStatement, Source, Vacancy
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy

_SPOKEN = ("en", "fr", "nl")
_FEWEST, _MOST = 6, 24  # essential skills of an occupation that is asked for
_SEED = 20261128
SAMPLED, DISTRACTORS = 150, 150


@dataclass(frozen=True, slots=True)
class KnownItemSize:
    """How many occupations are asked for, and how many others stand beside them."""

    sampled: int = SAMPLED
    distractors: int = DISTRACTORS


class _Words:
    """The labels of skills and occupations, by language."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.preferred: dict[tuple[str, str], str] = {}
        self.alternative: dict[tuple[str, str], list[str]] = defaultdict(list)
        for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
            for language in _SPOKEN:
                for label in taxonomy.labels(kind, language):
                    if label.role is LabelRole.PREFERRED:
                        self.preferred[label.uri, language] = label.text
                    elif label.role is LabelRole.ALTERNATIVE:
                        self.alternative[label.uri, language].append(label.text)

    def otherwise(self, uri: str, language: str, asked: str, random: Random) -> str | None:
        """Return a label in a language that is not the text asked, alternative where there is one; else nothing."""
        for some in (self.alternative.get((uri, language), []), [self.preferred.get((uri, language), asked)]):
            free = sorted({text for text in some if text.casefold() != asked.casefold()})
            if free:
                return random.choice(free)
        return None

    def has_all(self, uri: str) -> bool:
        """Tell whether the concept is called something in every language."""
        return all((uri, language) in self.preferred for language in _SPOKEN)


def known_item_sets(taxonomy: Taxonomy, size: KnownItemSize | None = None) -> tuple[RankSet, ...]:
    """Make the sets from a taxonomy, one for each language of the vacancies; the same ones each time.

    Slices are the direction, such as ``fr -> nl`` (language of the profile, language of the vacancies), and the ISCO-08
    major group of the occupation.
    """
    size = size or KnownItemSize()
    random, words = Random(_SEED), _Words(taxonomy)
    skills: dict[str, list[str]] = defaultdict(list)
    for occupation, skill, essential in taxonomy.requirements():
        if essential and words.has_all(skill):
            skills[occupation].append(skill)
    usable = sorted(uri for uri, some in skills.items() if len(some) >= _FEWEST and words.has_all(uri))
    sampled = random.sample(usable, min(size.sampled, len(usable)))
    # By URI: documents that score alike keep their order, which must not tell those that are asked for.
    corpus = sorted(sampled + _beside(taxonomy, sampled, usable, random)[: size.distractors])
    directions = list(permutations(_SPOKEN, 2))
    queries: dict[str, list[tuple[str, tuple[str, ...], Candidate]]] = defaultdict(list)
    for number, uri in enumerate(sampled):
        held, asked = directions[number % len(directions)]
        profile = _profile(words, skills[uri], (held, asked), random)
        if profile.skills:
            parts = (f"{held} -> {asked}", f"ISCO group {taxonomy.occupation(uri).isco_group[:1]}")
            queries[asked].append((uri, parts, Candidate(uri, uri, "", Source("esco"), profile=profile)))
    return tuple(
        _set(language, queries[language], [_vacancy(words, uri, skills[uri], language) for uri in corpus])
        for language in _SPOKEN
        if queries[language]
    )


def _set(
    language: str, queries: Sequence[tuple[str, tuple[str, ...], Candidate]], vacancies: Sequence[Vacancy]
) -> RankSet:
    documents = tuple(range(len(vacancies)))
    return RankSet(
        f"known-item onto {language}",
        tuple(candidate for _, _, candidate in queries),
        tuple(vacancies),
        tuple(
            RankQuery(
                uri, place, documents, tuple(int(vacancy.id == uri) for vacancy in vacancies), parts=parts, group=uri
            )
            for place, (uri, parts, _) in enumerate(queries)
        ),
    )


def _beside(taxonomy: Taxonomy, sampled: Sequence[str], usable: Iterable[str], random: Random) -> list[str]:
    """Return the other occupations of the same ISCO minor groups (three digits), shuffled."""
    groups = {taxonomy.occupation(uri).isco_group[:3] for uri in sampled}
    taken = set(sampled)
    others = [uri for uri in usable if uri not in taken and taxonomy.occupation(uri).isco_group[:3] in groups]
    random.shuffle(others)
    return others


def _profile(words: _Words, skills: Sequence[str], way: tuple[str, str], random: Random) -> ProfessionalProfile:
    held, asked = way
    half = random.sample(sorted(skills)[:_MOST], min(len(skills), _MOST) // 2)
    texts = _texts(words, half, held, asked, random)
    return ProfessionalProfile(skills=tuple(SkillStatement(text) for text in texts))


def _texts(words: _Words, half: Sequence[str], held: str, asked: str, random: Random) -> Iterator[str]:
    for skill in half:
        text = words.otherwise(skill, held, words.preferred[skill, asked], random)
        if text is not None:
            yield text


def _vacancy(words: _Words, uri: str, skills: Sequence[str], language: str) -> Vacancy:
    texts = [words.preferred[skill, language] for skill in sorted(skills)[:_MOST]]
    return Vacancy(
        uri,
        uri,
        words.preferred[uri, language],
        Source("esco"),
        requirements=tuple(SkillRequirement(text) for text in texts),
    )
