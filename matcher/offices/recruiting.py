"""What recruiters do: find candidates for a vacancy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from matcher.errors import NotFoundError
from matcher.filters import Filters
from matcher.offices.asked import require_own_vacancy, require_seeing
from matcher.offices.draft_desk import DraftDesk
from matcher.offices.office import Office
from matcher.offices.results import (
    FacetRead,
    Hits,
    LinkRead,
    ProfileRead,
    Results,
    Similar,
    singles_out,
    told_counts,
    told_remaining,
)
from matcher.offices.search_desk import SearchDesk
from matcher.preparation import Progress, silent
from matcher.ranking import RankingRequest
from matcher.records import ConceptLink, Vacancy
from matcher.stewardship import Right
from matcher.store import HeldProfile, Holdings
from matcher.vacancy_search import search_vacancies
from taxonomies.concepts import ConceptKind
from taxonomies.wording import gendered_forms

_MEANT = 3  # occupations that a word typed may name


class RecruitingOffice(Office):
    """Vacancies and candidates within the actor's reach, blind."""

    right: ClassVar[Right] = Right.CANDIDATES

    @property
    def drafts(self) -> DraftDesk:
        """Vacancies that are pasted or changed for a search."""
        return DraftDesk(self._engine, self.actor)

    @property
    def searches(self) -> SearchDesk:
        """The actor's saved searches."""
        return SearchDesk(self._engine, self.actor)

    @property
    def is_blind(self) -> bool:
        """Whether the actor may not see legal facts, nor what would give them away."""
        return not self.actor.may(Right.LEGAL_FACTS)

    def holdings(self) -> Holdings:
        """Count the candidates within reach, by scheme, or under no name for a blind actor; and the open vacancies."""
        self.actor.require(Right.CANDIDATES)
        counts: dict[str, int] = {}
        for held in self.profiles():
            name = "" if self.is_blind else held.scheme
            counts[name] = counts.get(name, 0) + 1
        return Holdings(tuple(sorted(counts.items())), len(self.vacancies(date.today())))

    def find_vacancies(self, sought: str, k: int = 8) -> Hits:
        """Find open vacancies by a few words of title, employer, place or reference.

        Where none holds the words, they are taken for an occupation, and its name in other languages is sought.
        """
        self.actor.require(Right.VACANCIES)
        held = self.vacancies(date.today())
        found = search_vacancies(held, sought) or self._by_occupation(held, sought)
        return Hits(tuple(found[:k]), len(found))

    def _by_occupation(self, held: Sequence[Vacancy], sought: str) -> list[Vacancy]:
        means = self._engine.concept_search(ConceptKind.OCCUPATION).suggest(sought, "en", _MEANT)
        names = (name for item in means for name in self._engine.taxonomy.occupation(item.uri).preferred.values())
        forms = (form for name in names for form in gendered_forms(name))
        found = {vacancy.id: vacancy for form in dict.fromkeys(forms) for vacancy in search_vacancies(held, form)}
        return list(found.values())

    def open_vacancy(self, name: str) -> Vacancy:
        """Return the open vacancy with that id or reference; raises :class:`NotFoundError` where there is none."""
        self.actor.require(Right.VACANCIES)
        found = next((item for item in self.vacancies(date.today()) if name in (item.id, item.key)), None)
        if found is None:
            raise NotFoundError(f"There is no open vacancy {name!r}: choose one of the list.")
        return found

    def still_ranked(self, candidate_ids: Iterable[str]) -> frozenset[str]:
        """Keep those of some candidates who may be ranked as things stand now."""
        self.actor.require(Right.CANDIDATES)
        asked = frozenset(candidate_ids)
        pool = self._engine.shortlists.pool(None)
        ids = (pool.everybody[row].id for row in pool.rows.tolist())
        return asked.intersection(ids)

    def rank(
        self, vacancy: Vacancy, request: RankingRequest, progress: Progress = silent, *, language: str = "en"
    ) -> Results:
        """Rank candidates for a vacancy, which need not be in the store: the record of the ranking keeps it.

        Raises:
            NotFoundError: It is in the store, but out of reach.
            RefusedError: A blind actor asks for the people of a scheme.
        """
        self.actor.require(Right.CANDIDATES)
        require_seeing(self.actor, request.filters)
        require_own_vacancy(self._engine, vacancy)
        lawful = self._engine.shortlists.pool(None)
        total, remaining = len(lawful.rows), self._engine.count_candidates(request.filters, progress, vacancy=vacancy)
        if self.is_blind and singles_out(remaining, total):
            return Results("", (), total, None, too_few=True, left_out=lawful.left_out)
        if not remaining:
            return Results("", (), total, 0, left_out=lawful.left_out)
        ranked = self._engine.shortlists.for_vacancy(vacancy, request, None, progress)
        matches = self._engine.with_verdicts(ranked.matches, [vacancy], language=language)
        told = told_remaining(remaining, total) if self.is_blind else remaining
        held = self._engine.store.held(match.candidate_id for match in matches)
        profiles = {candidate_id: each.profile for candidate_id, each in held.items()}
        return Results(ranked.ranking_id, matches, total, told, left_out=ranked.left_out, profiles=profiles)

    def facets(self, filters: Filters, progress: Progress = silent, *, vacancy: Vacancy | None = None) -> FacetRead:
        """Count who passes some filters, and who would with another value of each, as far as it may be told.

        Legal ways are counted where a vacancy is named.

        Raises:
            NotFoundError: The vacancy is in the store, but out of reach.
            RefusedError: A blind actor asks for the people of a scheme.
        """
        self.actor.require(Right.CANDIDATES)
        require_seeing(self.actor, filters)
        if vacancy is not None:
            require_own_vacancy(self._engine, vacancy)
        found = self._engine.shortlists.facets(filters, progress, vacancy)
        told = told_counts if self.is_blind else dict
        return FacetRead(
            total=found.total,
            remaining=told_remaining(found.remaining, found.total) if self.is_blind else found.remaining,
            schemes={} if self.is_blind else found.schemes,
            languages={language: told(levels) for language, levels in found.languages.items()},
            occupations=told(found.occupations),
            skills=told(found.skills),
            available=told(found.available),
            regions=told(found.regions),
            routes=told(found.routes),
        )

    def concept_names(self, uris: Iterable[str], language: str = "en") -> dict[str, str]:
        """Return what concepts are called in a language, by URI; one that is not known is called by its URI."""
        self.actor.require(Right.CANDIDATES)
        concepts = ((uri, self._engine.taxonomy.concept(uri)) for uri in uris)
        return {uri: concept.label(language) if concept else uri for uri, concept in concepts}

    def read(self, candidate_id: str, language: str = "en") -> ProfileRead:
        """Return a masked profile with what its statements were understood as, in a language.

        Raises:
            NotFoundError: There is no such candidate within reach.
        """
        self.actor.require(Right.CANDIDATES)
        return self._read(self.profile(candidate_id), language)

    def similar(self, candidate_id: str, k: int = 5, language: str = "en") -> tuple[Similar, ...]:
        """Return the candidates who may be ranked and whose profiles are nearest to one's, the nearest first.

        Raises:
            NotFoundError: There is no such candidate within reach.
        """
        self.actor.require(Right.CANDIDATES)
        own = self._read(self.profile(candidate_id), language)
        near = self._engine.shortlists.similar(candidate_id, k)
        held = {each.id: each for each in self.profiles()}
        found = ((self._read(held[name], language), closeness) for name, closeness in near if name in held)
        return tuple(Similar(read, closeness, _shared(own, read)) for read, closeness in found)

    def _read(self, held: HeldProfile, language: str) -> ProfileRead:
        occupations, skills = self._engine.profile_links(held.profile)
        return ProfileRead(
            held.id,
            held.profile,
            tuple(self._link(link, "occupation", language) for link in occupations),
            tuple(self._link(link, "skill", language) for link in skills),
        )

    def _link(self, link: ConceptLink, kind: str, language: str) -> LinkRead:
        if link.uri is None:
            return LinkRead(link.text, None, link.method, 0.0, is_calibrated=False)
        concept = self._engine.label(link, language) or link.label or link.uri
        sure = self._engine.certainty(link, kind)
        return LinkRead(link.text, concept, link.method, sure.chance, sure.is_calibrated)


def _shared(one: ProfileRead, other: ProfileRead) -> tuple[str, ...]:
    """Return the concepts that both profiles state, as the first lists them."""
    theirs = {link.concept for link in (*other.occupations, *other.skills)}
    own = (link.concept for link in (*one.occupations, *one.skills) if link.concept in theirs)
    return tuple(dict.fromkeys(concept for concept in own if concept))
