"""Profiles and vacancies made ready to compare: their phrases linked (or remembered) and encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from matcher.encoding import Encoder, TextRole
from matcher.evidence import Opening, Phrases, Pool
from matcher.link_memory import LinkMemory
from matcher.linking import BATCH, Linker
from matcher.records import ConceptLink, LinkMethod, LinkStatus, ProfessionalProfile, Vacancy
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
Progress = Callable[[str, int, int], None]
Profiles = Sequence[tuple[str, ProfessionalProfile]]


def silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""


class Preparer:
    """Turns records into the two sides that evidence compares."""

    def __init__(
        self,
        encoder: Encoder,
        linker: Callable[[ConceptKind], Linker],
        memory: LinkMemory,
        confirmed: Callable[[ConceptKind], Mapping[str, str]],
    ) -> None:
        """Keep the parts.

        Args:
            encoder: gives the vectors.
            linker: opens the linker of a kind; called only where some phrase was never linked before.
            memory: links worked out before.
            confirmed: asked for a kind, gives normalised phrase -> concept URI as people confirmed.
        """
        self._encoder = encoder
        self._linker = linker
        self._memory = memory
        self._confirmed = confirmed

    def pool(self, profiles: Profiles, progress: Progress = silent) -> Pool:
        """Prepare candidates: ``(id, profile)`` pairs, already masked."""
        skills = [_skill_phrases(profile) for _, profile in profiles]
        titles = [_titles(profile) for _, profile in profiles]
        years = [profile.years_of_experience for _, profile in profiles]
        levels = [profile.highest_eqf for _, profile in profiles]
        return Pool(
            ids=tuple(identity for identity, _ in profiles),
            skills=self._phrases(ConceptKind.SKILL, skills, progress),
            titles=self._phrases(ConceptKind.OCCUPATION, titles, progress),
            vectors=self._encoder.encode([_whole_profile(profile) for _, profile in profiles], TextRole.PASSAGE),
            years=np.array([np.nan if value is None else value for value in years], dtype=np.float64),
            eqf=np.array([np.nan if value is None else value for value in levels], dtype=np.float64),
        )

    def opening(self, vacancy: Vacancy, progress: Progress = silent) -> Opening:
        """Prepare one vacancy."""
        return self.openings([vacancy], progress)[0]

    def openings(self, vacancies: Sequence[Vacancy], progress: Progress = silent) -> list[Opening]:
        """Prepare vacancies."""
        asked = [[requirement.text for requirement in vacancy.requirements] for vacancy in vacancies]
        requirements = self._phrases(ConceptKind.SKILL, asked, progress)
        titles = self.links(ConceptKind.OCCUPATION, [vacancy.title for vacancy in vacancies], progress)
        title_vectors = self._encoder.encode([_headline(vacancy) for vacancy in vacancies], TextRole.QUERY)
        vectors = self._encoder.encode([_whole_vacancy(vacancy) for vacancy in vacancies], TextRole.QUERY)
        openings = []
        for number, vacancy in enumerate(vacancies):
            own = requirements.of(np.array([number]))
            linked = (titles[number],) if titles[number].uri else ()
            openings.append(Opening(vacancy, own.links, own.vectors, linked, title_vectors[number], vectors[number]))
        return openings

    def links(self, kind: ConceptKind, phrases: Sequence[str], progress: Progress = silent) -> list[ConceptLink]:
        """Return the best link of each phrase: confirmed by a person, else remembered, else worked out and kept."""
        distinct = list(dict.fromkeys(phrase for phrase in phrases if phrase.strip()))
        known = self._memory.known(kind, distinct)
        new = [phrase for phrase in distinct if phrase not in known]
        for start in range(0, len(new), BATCH):
            self._memory.link(kind, self._linker(kind), new[start : start + BATCH])
            progress(f"linking {kind.value}s to ESCO", min(start + BATCH, len(new)), len(new))
        known |= self._memory.known(kind, new)
        confirmed = self._confirmed(kind)
        links = [known.get(phrase) or ConceptLink(phrase, None, None, LinkMethod.UNLINKED, 0.0) for phrase in phrases]
        return [_as_confirmed(link, confirmed) for link in links] if confirmed else links

    def _phrases(self, kind: ConceptKind, lists: Sequence[Sequence[str]], progress: Progress) -> Phrases:
        flat = [phrase for phrases in lists for phrase in phrases]
        owners = np.repeat(np.arange(len(lists)), [len(phrases) for phrases in lists])
        role = TextRole.QUERY
        return Phrases(tuple(flat), tuple(self.links(kind, flat, progress)), self._encoder.encode(flat, role), owners)


def _as_confirmed(computed: ConceptLink, confirmed: Mapping[str, str]) -> ConceptLink:
    uri = confirmed.get(normalise(computed.text))
    if uri is None:
        return computed
    label = computed.label if computed.uri == uri else None
    return ConceptLink(computed.text, uri, label, LinkMethod.CONFIRMED, 1.0, LinkStatus.CONFIRMED)


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
