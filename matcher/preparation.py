"""Profiles and vacancies made ready to compare: their phrases linked (or remembered) and encoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

import numpy as np

from matcher.coding import Coding
from matcher.encoding import Encoder, TextRole
from matcher.evidence import Opening, Phrases, Pool
from matcher.intake.jobs_told import jobs_told
from matcher.link_memory import LinkMemory, Meanings
from matcher.linkers import Linkers
from matcher.linking import BATCH, MEANINGS, Said, accepted
from matcher.records import ConceptLink, LinkMethod, LinkStatus, ProfessionalProfile, Vacancy
from matcher.store import LinkChoices
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
Progress = Callable[[str, int, int], None]
Profiles = Sequence[tuple[str, ProfessionalProfile]]
Lists = Sequence[Sequence[str]]
"""The phrases of each record."""

NOT_CHOSEN = LinkChoices()


def silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""


class Preparer:
    """Turns records into the two sides that evidence compares."""

    def __init__(
        self,
        encoder: Encoder,
        linkers: Linkers,
        coding: Coding,
        memory: LinkMemory,
        choices: Callable[[ConceptKind], LinkChoices],
    ) -> None:
        """Keep the parts.

        Args:
            encoder: gives the vectors.
            linkers: opens the linker of a kind, only where some phrase was never linked before, and what settles a
                phrase's meaning by the others beside it.
            coding: tells what the codes of a vacancy mean.
            memory: links worked out before.
            choices: asked for a kind, gives what people decided that its phrases mean.
        """
        self._encoder = encoder
        self._linkers = linkers
        self._coding = coding
        self._memory = memory
        self._choices = choices

    def pool(self, profiles: Profiles, progress: Progress = silent) -> Pool:
        """Prepare candidates: ``(id, profile)`` pairs, already masked."""
        said = {
            ConceptKind.SKILL: [_skill_phrases(profile) for _, profile in profiles],
            ConceptKind.OCCUPATION: [_titles(profile) for _, profile in profiles],
        }
        links = self._settled(said, [identity for identity, _ in profiles], progress)
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
        nobody = [""] * len(vacancies)
        meanings = {kind: self._meanings(kind, lists, nobody, progress) for kind, lists in said.items()}
        coded = self._coded(vacancies, meanings[ConceptKind.OCCUPATION].meanings)
        meanings[ConceptKind.OCCUPATION] = _by_code_first(meanings[ConceptKind.OCCUPATION], coded)
        settled = self._linkers.context.settle(meanings)
        links = _accepted(meanings[ConceptKind.SKILL], settled[ConceptKind.SKILL])
        requirements = self._phrases(said[ConceptKind.SKILL], links)
        titles = settled[ConceptKind.OCCUPATION]
        title_vectors = self._encoder.encode([_headline(vacancy) for vacancy in vacancies], TextRole.QUERY)
        vectors = self._encoder.encode([_whole_vacancy(vacancy) for vacancy in vacancies], TextRole.QUERY)
        openings = []
        for number, vacancy in enumerate(vacancies):
            own = requirements.of(np.array([number]))
            linked = _occupations(vacancy.title, titles[number], coded[number])
            asked = own.vectors[own.wordings]
            openings.append(Opening(vacancy, own.links, asked, linked, title_vectors[number], vectors[number]))
        return openings

    def choices_in_force(self) -> tuple[LinkChoices, ...]:
        """Return what people decided of each kind: what was prepared under other decisions is prepared anew."""
        return tuple(self._choices(kind) for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION))

    def requirement_links(self, vacancies: Sequence[Vacancy], progress: Progress = silent) -> list[list[ConceptLink]]:
        """Return the link of each skill that each vacancy asks, settled by its title and the other skills."""
        asked = [[requirement.text for requirement in vacancy.requirements] for vacancy in vacancies]
        titles = [[vacancy.title] for vacancy in vacancies]
        said = {ConceptKind.SKILL: asked, ConceptKind.OCCUPATION: titles}
        links = self._settled(said, [""] * len(vacancies), progress)
        return _parted(links[ConceptKind.SKILL], asked)

    def profile_links(
        self, profile: ProfessionalProfile, candidate_id: str = ""
    ) -> tuple[list[ConceptLink], list[ConceptLink]]:
        """Return the link of each occupation and of each skill that a profile states, as a match counts them.

        Without the id of the candidate, what was decided about the words of that one alone does not count.
        """
        titles, phrases = _titles(profile), _skill_phrases(profile)
        links = self._settled({ConceptKind.OCCUPATION: [titles], ConceptKind.SKILL: [phrases]}, [candidate_id], silent)
        occupations = dict(zip(titles, links[ConceptKind.OCCUPATION], strict=True))
        skills = dict(zip(phrases, links[ConceptKind.SKILL], strict=True))
        return [occupations[title] for title in profile.occupations], [skills[item.text] for item in profile.skills]

    def meanings(self, kind: ConceptKind, phrases: Iterable[str], progress: Progress = silent) -> dict[str, Meanings]:
        """Return what each phrase may mean by itself, best first, whatever people decided: remembered or worked out."""
        distinct = list(dict.fromkeys(phrase for phrase in phrases if phrase.strip()))
        known = self._memory.known(kind, distinct)
        new = [phrase for phrase in distinct if phrase not in known]
        for start in range(0, len(new), BATCH):
            self._memory.link(kind, self._linkers.of(kind), new[start : start + BATCH])
            progress(f"linking {kind.value}s to ESCO", min(start + BATCH, len(new)), len(new))
        return known | self._memory.known(kind, new)

    def _settled(
        self, said: Mapping[ConceptKind, Lists], ids: Sequence[str], progress: Progress
    ) -> dict[ConceptKind, list[ConceptLink]]:
        """Return the link of each phrase of each record, record after record, settled by the others of the record."""
        meanings = {kind: self._meanings(kind, lists, ids, progress) for kind, lists in said.items()}
        settled = self._linkers.context.settle(meanings)
        return {kind: _accepted(meanings[kind], links) for kind, links in settled.items()}

    def _coded(self, vacancies: Sequence[Vacancy], titles: Sequence[Meanings]) -> list[Meanings]:
        """Return the links that the codes of each vacancy give, none where it has no known code."""
        return [
            self._coding.occupations(vacancy.codes).links(title)
            for vacancy, title in zip(vacancies, titles, strict=True)
        ]

    def _meanings(self, kind: ConceptKind, lists: Lists, ids: Sequence[str], progress: Progress) -> Said:
        """Return what each phrase may mean: as a person decided, else as it was remembered or worked out."""
        phrases = [phrase for some in lists for phrase in some]
        known = self.meanings(kind, phrases, progress)
        choices = self._choices(kind)
        if choices.everybody:
            known = {phrase: _as_decided(phrase, links, choices.everybody) for phrase, links in known.items()}
        meanings = [known.get(phrase, ()) for phrase in phrases]
        owners = np.repeat(np.arange(len(lists)), [len(some) for some in lists])
        if choices.of_one:
            meanings = [
                _as_decided_of(ids[owner], phrase, links, choices.of_one)
                for owner, phrase, links in zip(owners.tolist(), phrases, meanings, strict=True)
            ]
        return Said(phrases, meanings, owners)

    def _phrases(self, lists: Lists, links: Sequence[ConceptLink]) -> Phrases:
        flat = tuple(phrase for phrases in lists for phrase in phrases)
        owners = np.repeat(np.arange(len(lists)), [len(phrases) for phrases in lists])
        places = {text: place for place, text in enumerate(dict.fromkeys(flat))}
        wordings = np.array([places[text] for text in flat], dtype=np.int64)
        return Phrases(flat, tuple(links), self._encoder.encode(tuple(places), TextRole.QUERY), owners, wordings)


def _parted(links: Sequence[ConceptLink], lists: Lists) -> list[list[ConceptLink]]:
    """Part links that stand in a row into those of each record."""
    rest = iter(links)
    return [list(islice(rest, len(some))) for some in lists]


def _accepted(said: Said, settled: Sequence[Meanings]) -> list[ConceptLink]:
    return [accepted(text, links) for text, links in zip(said.texts, settled, strict=True)]


def _by_code_first(titles: Said, coded: Sequence[Meanings]) -> Said:
    """Return what the titles mean: what the codes say where there are any, so that context chooses within them."""
    # More than a phrase may have meanings say too little of any one of them to tell others' meaning by.
    within = [links if len(links) <= MEANINGS else () for links in coded]
    meanings = [own if links else said for own, links, said in zip(within, coded, titles.meanings, strict=True)]
    return Said(titles.texts, meanings, titles.owners)


def _occupations(title: str, settled: Meanings, coded: Meanings) -> Meanings:
    """Return the occupations of a vacancy: by its codes, settled where they are few, else the one of its title."""
    if coded:
        return tuple(link for link in settled if link.uri) or coded
    link = accepted(title, settled)
    return (link,) if link.uri else ()


def _as_decided(phrase: str, computed: Meanings, decided: Mapping[str, str | None]) -> Meanings:
    form = normalise(phrase)
    return _chosen(phrase, computed, decided[form]) if form in decided else computed


def _as_decided_of(
    candidate_id: str, phrase: str, computed: Meanings, decided: Mapping[tuple[str, str], str | None]
) -> Meanings:
    key = (candidate_id, normalise(phrase))
    return _chosen(phrase, computed, decided[key]) if key in decided else computed


def _chosen(phrase: str, computed: Meanings, uri: str | None) -> Meanings:
    if uri is None:
        return (ConceptLink(phrase, None, None, LinkMethod.UNLINKED, 0.0, LinkStatus.REJECTED),)
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
    """Return the jobs that a profile names; one that lists none may tell them in its text."""
    named = [*profile.occupations, *(job.title for job in profile.experience if job.title)]
    return list(dict.fromkeys(named or jobs_told(profile.summary)))


def _whole_profile(profile: ProfessionalProfile) -> str:
    statements = [statement.text for statement in profile.skills]
    jobs = [text for job in profile.experience for text in (job.title, job.description) if text]
    return ". ".join(dict.fromkeys([*profile.occupations, *statements, *jobs, profile.summary]))


def _headline(vacancy: Vacancy) -> str:
    """Return the title, or the first sentence: people who paste an advert paste its title first."""
    return vacancy.title or _SENTENCE_END.split(vacancy.description.strip(), maxsplit=1)[0]


def _whole_vacancy(vacancy: Vacancy) -> str:
    return ". ".join([vacancy.title, *(asked.text for asked in vacancy.requirements), vacancy.description])
