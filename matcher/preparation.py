"""Profiles and vacancies made ready to compare: their phrases linked (or remembered) and encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from matcher.encoding import Encoder, TextRole
from matcher.evidence import Opening, Phrases, Pool
from matcher.link_memory import LinkMemory
from matcher.linking import BATCH, Context, Linker, Said, accepted
from matcher.records import ConceptLink, LinkMethod, LinkStatus, ProfessionalProfile, Vacancy
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
Progress = Callable[[str, int, int], None]
Profiles = Sequence[tuple[str, ProfessionalProfile]]
Lists = Sequence[Sequence[str]]
"""The phrases of each record."""


def silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""


class Preparer:
    """Turns records into the two sides that evidence compares."""

    def __init__(
        self,
        encoder: Encoder,
        linker: Callable[[ConceptKind], Linker],
        context: Callable[[], Context],
        memory: LinkMemory,
        confirmed: Callable[[ConceptKind], Mapping[str, str]],
    ) -> None:
        """Keep the parts.

        Args:
            encoder: gives the vectors.
            linker: opens the linker of a kind; called only where some phrase was never linked before.
            context: opens what settles a phrase's meaning by the others beside it.
            memory: links worked out before.
            confirmed: asked for a kind, gives normalised phrase -> concept URI as people confirmed.
        """
        self._encoder = encoder
        self._linker = linker
        self._context = context
        self._memory = memory
        self._confirmed = confirmed

    def pool(self, profiles: Profiles, progress: Progress = silent) -> Pool:
        """Prepare candidates: ``(id, profile)`` pairs, already masked."""
        said = {
            ConceptKind.SKILL: [_skill_phrases(profile) for _, profile in profiles],
            ConceptKind.OCCUPATION: [_titles(profile) for _, profile in profiles],
        }
        links = self._settled(said, progress)
        years = [profile.years_of_experience for _, profile in profiles]
        levels = [profile.highest_eqf for _, profile in profiles]
        return Pool(
            ids=tuple(identity for identity, _ in profiles),
            skills=self._phrases(said[ConceptKind.SKILL], links[ConceptKind.SKILL]),
            titles=self._phrases(said[ConceptKind.OCCUPATION], links[ConceptKind.OCCUPATION]),
            vectors=self._encoder.encode([_whole_profile(profile) for _, profile in profiles], TextRole.PASSAGE),
            years=np.array([np.nan if value is None else value for value in years], dtype=np.float64),
            eqf=np.array([np.nan if value is None else value for value in levels], dtype=np.float64),
        )

    def opening(self, vacancy: Vacancy, progress: Progress = silent) -> Opening:
        """Prepare one vacancy."""
        return self.openings([vacancy], progress)[0]

    def openings(self, vacancies: Sequence[Vacancy], progress: Progress = silent) -> list[Opening]:
        """Prepare vacancies."""
        said = {
            ConceptKind.SKILL: [[requirement.text for requirement in vacancy.requirements] for vacancy in vacancies],
            ConceptKind.OCCUPATION: [[vacancy.title] for vacancy in vacancies],
        }
        links = self._settled(said, progress)
        requirements = self._phrases(said[ConceptKind.SKILL], links[ConceptKind.SKILL])
        titles = links[ConceptKind.OCCUPATION]
        title_vectors = self._encoder.encode([_headline(vacancy) for vacancy in vacancies], TextRole.QUERY)
        vectors = self._encoder.encode([_whole_vacancy(vacancy) for vacancy in vacancies], TextRole.QUERY)
        openings = []
        for number, vacancy in enumerate(vacancies):
            own = requirements.of(np.array([number]))
            linked = (titles[number],) if titles[number].uri else ()
            openings.append(Opening(vacancy, own.links, own.vectors, linked, title_vectors[number], vectors[number]))
        return openings

    def profile_links(self, profile: ProfessionalProfile) -> tuple[list[ConceptLink], list[ConceptLink]]:
        """Return the link of each occupation and of each skill that a profile states, as a match counts them."""
        titles, phrases = _titles(profile), _skill_phrases(profile)
        links = self._settled({ConceptKind.OCCUPATION: [titles], ConceptKind.SKILL: [phrases]}, silent)
        occupations = dict(zip(titles, links[ConceptKind.OCCUPATION], strict=True))
        skills = dict(zip(phrases, links[ConceptKind.SKILL], strict=True))
        return [occupations[title] for title in profile.occupations], [skills[item.text] for item in profile.skills]

    def _settled(self, said: Mapping[ConceptKind, Lists], progress: Progress) -> dict[ConceptKind, list[ConceptLink]]:
        """Return the link of each phrase of each record, record after record, settled by the others of the record."""
        meanings = {kind: self._meanings(kind, lists, progress) for kind, lists in said.items()}
        return {
            kind: [accepted(text, links) for text, links in zip(meanings[kind].texts, settled, strict=True)]
            for kind, settled in self._context().settle(meanings).items()
        }

    def _meanings(self, kind: ConceptKind, lists: Lists, progress: Progress) -> Said:
        """Return what each phrase may mean: confirmed by a person, else remembered, else worked out and kept."""
        phrases = [phrase for some in lists for phrase in some]
        distinct = list(dict.fromkeys(phrase for phrase in phrases if phrase.strip()))
        known = self._memory.known(kind, distinct)
        new = [phrase for phrase in distinct if phrase not in known]
        for start in range(0, len(new), BATCH):
            self._memory.link(kind, self._linker(kind), new[start : start + BATCH])
            progress(f"linking {kind.value}s to ESCO", min(start + BATCH, len(new)), len(new))
        known |= self._memory.known(kind, new)
        if confirmed := self._confirmed(kind):
            known = {phrase: _as_confirmed(phrase, links, confirmed) for phrase, links in known.items()}
        owners = np.repeat(np.arange(len(lists)), [len(some) for some in lists])
        return Said(phrases, [known.get(phrase, ()) for phrase in phrases], owners)

    def _phrases(self, lists: Lists, links: Sequence[ConceptLink]) -> Phrases:
        flat = tuple(phrase for phrases in lists for phrase in phrases)
        owners = np.repeat(np.arange(len(lists)), [len(phrases) for phrases in lists])
        return Phrases(flat, tuple(links), self._encoder.encode(flat, TextRole.QUERY), owners)


def _as_confirmed(
    phrase: str, computed: tuple[ConceptLink, ...], confirmed: Mapping[str, str]
) -> tuple[ConceptLink, ...]:
    uri = confirmed.get(normalise(phrase))
    if uri is None:
        return computed
    label = next((link.label for link in computed if link.uri == uri), None)
    return (ConceptLink(phrase, uri, label, LinkMethod.CONFIRMED, 1.0, LinkStatus.CONFIRMED),)


def phrases_of_profile(profile: ProfessionalProfile) -> frozenset[str]:
    """Return every phrase of a profile that is linked."""
    return frozenset([*_skill_phrases(profile), *_titles(profile)])


def phrases_of_vacancy(vacancy: Vacancy) -> frozenset[str]:
    """Return every phrase of a vacancy that is linked."""
    return frozenset([vacancy.title, *(requirement.text for requirement in vacancy.requirements)])


def _skill_phrases(profile: ProfessionalProfile) -> list[str]:
    """Return what may speak for a skill: statements, and the jobs held with what was done there."""
    jobs = [text for job in profile.experience for text in (job.title, job.description) if text]
    return list(dict.fromkeys([statement.text for statement in profile.skills] + jobs))


def _titles(profile: ProfessionalProfile) -> list[str]:
    return list(dict.fromkeys([*profile.occupations, *(job.title for job in profile.experience if job.title)]))


def _whole_profile(profile: ProfessionalProfile) -> str:
    statements = [statement.text for statement in profile.skills]
    jobs = [text for job in profile.experience for text in (job.title, job.description) if text]
    return ". ".join(dict.fromkeys([*profile.occupations, *statements, *jobs, profile.summary]))


def _headline(vacancy: Vacancy) -> str:
    """Return the title, or the first sentence: people who paste an advert paste its title first."""
    return vacancy.title or _SENTENCE_END.split(vacancy.description.strip(), maxsplit=1)[0]


def _whole_vacancy(vacancy: Vacancy) -> str:
    return ". ".join([vacancy.title, *(asked.text for asked in vacancy.requirements), vacancy.description])
