"""Rankings as they may be made: of those with a lawful basis alone, each written down so that it can be repeated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from matcher.errors import NotFoundError
from matcher.facets import FacetCounts
from matcher.filters import Filters
from matcher.lawful import Exclusion, Purpose
from matcher.pool_records import PoolRecords
from matcher.preparation import Progress, silent
from matcher.ranking import ProfilePool, Ranker, RankingRequest
from matcher.records import Match, Vacancy
from matcher.stewardship import Steward
from matcher.stewardship.lawfulness import LawfulPool
from matcher.store import Store
from matcher.store.codec import decode, encode
from matcher.store.held_rankings import Place, RankingKind, RankingRecord, digest_of, vacancy_digest
from matcher.trail import Action, KeyedDigest, canonical

SIMILAR = "candidates with a profile like another's"

Terms = Callable[[], Mapping[str, Any]]
"""Gives the versions, encoder, taxonomy and weights that rankings are made with."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The best matches of one ranking, its id in the audit log, and how many could not be ranked, by reason."""

    ranking_id: str
    matches: tuple[Match, ...]
    left_out: Mapping[Exclusion, int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What was ranked under a request, for the record."""

    kind: RankingKind
    pool: ProfilePool
    vacancies: tuple[Vacancy, ...]
    request: RankingRequest
    matches: tuple[Match, ...]


class Shortlists:
    """Makes rankings and writes them down."""

    def __init__(self, store: Store, steward: Steward, ranker: Ranker, terms: Terms, records: PoolRecords) -> None:
        self._store = store
        self._steward = steward
        self._ranker = ranker
        self._terms = terms
        self._records = records

    def for_vacancy(
        self, vacancy: Vacancy, request: RankingRequest, as_of: date | None, progress: Progress
    ) -> Shortlist:
        """Rank candidates for a vacancy."""
        lawful = self.pool(as_of)
        pool = _ready(lawful)
        matches = self._ranker.for_vacancy(vacancy, pool, request, progress)
        ranked = Ranked(RankingKind.CANDIDATES, pool, (vacancy,), request, tuple(matches))
        return self._kept(ranked, lawful.left_out)

    def for_candidate(
        self, candidate_id: str, request: RankingRequest, as_of: date | None, progress: Progress
    ) -> Shortlist:
        """Rank the vacancies open on a day (default today) for a candidate.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self._steward.require_rankable(candidate_id, as_of)
        return self._vacancies(candidate_id, self._open_vacancies(as_of or date.today()), request, progress)

    def for_return(
        self, candidate_id: str, vacancies: tuple[Vacancy, ...], request: RankingRequest, progress: Progress
    ) -> Shortlist:
        """Rank vacancies or occupations that the store does not hold for a candidate, such as those of a home country.

        They are kept with the ranking alone, so that it can be repeated.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self._steward.require_rankable(candidate_id)
        return self._vacancies(candidate_id, vacancies, request, progress)

    def _vacancies(
        self, candidate_id: str, vacancies: tuple[Vacancy, ...], request: RankingRequest, progress: Progress
    ) -> Shortlist:
        reach = self._steward.reach
        held = self._store.held([candidate_id])[candidate_id]
        if not reach.candidate(held.id, held.scheme):
            raise NotFoundError(f"There is no candidate {candidate_id[:8]!r}: choose one that you may see.")
        matches = self._ranker.for_candidate(held, vacancies, request, progress)
        alone = ProfilePool.of([held])
        return self._kept(Ranked(RankingKind.VACANCIES, alone, vacancies, request, tuple(matches)), {})

    def for_all(self, request: RankingRequest, progress: Progress) -> list[tuple[Vacancy, list[Match]]]:
        """Rank all candidates for every vacancy open today; by vacancy reference."""
        lawful, vacancies = self.pool(None), self._open_vacancies(date.today())
        pool = _ready(lawful)
        ranking = self._ranker.for_all(vacancies, pool, request, progress)
        matches = tuple(match for _, some in ranking for match in some)
        self._kept(Ranked(RankingKind.EVERYTHING, pool, vacancies, request, matches), lawful.left_out)
        return ranking

    def _open_vacancies(self, on: date) -> tuple[Vacancy, ...]:
        return self._steward.vacancies(on)

    def similar(self, candidate_id: str, k: int, progress: Progress = silent) -> list[tuple[str, float]]:
        """Return the candidates whose profiles are nearest to one's, with how near (0..1); it is written down.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self._steward.require_rankable(candidate_id)
        found = self._ranker.nearest(candidate_id, _ready(self.pool(None)), k, progress)
        self._steward.audit.record(Action.VIEW, candidate_id, SIMILAR, {"candidates": len(found)})
        return found

    def pool(self, as_of: date | None) -> LawfulPool:
        """Return those who may be ranked."""
        return self._steward.lawful_pool(self._store.profiles(), as_of)

    def facets(self, filters: Filters, progress: Progress) -> FacetCounts:
        """Count who may be ranked today and passes the filters, and who would with other values of each."""
        return self._ranker.counts(_ready(self.pool(None)), filters, date.today(), progress)

    def count(self, filters: Filters, progress: Progress) -> int:
        """Count who may be ranked today and passes the filters."""
        return self._ranker.count(_ready(self.pool(None)), filters, progress)

    def forget(self) -> None:
        """Hold nothing ready of anybody who is no longer held."""
        self._store.refresh()
        self._records.forget()
        self._ranker.follow(self._store.profiles(), silent)

    def _kept(self, made: Ranked, left_out: Mapping[Exclusion, int]) -> Shortlist:
        digest = self._steward.register.seal
        record = RankingRecord(
            uuid4().hex,
            made.kind,
            self._records.of(made.pool, digest),
            made.vacancies,
            {**self._terms(), **request_words(made.request)},
            places_of(made.kind, made.matches, digest),
        )
        detail = {**digests(record), "left_out": dict(left_out)}
        note = self._steward.audit.note(Action.RANKING, record.id, Purpose.MATCHING.value, detail)
        self._steward.register.keep_ranking(record, note)
        return Shortlist(record.id, made.matches, left_out)


def _ready(lawful: LawfulPool) -> ProfilePool:
    return ProfilePool(lawful.everybody, lawful.rows)


def place_mark(place: Place, digest: KeyedDigest) -> str:
    """Return the mark of a line, which stays when the line's score is erased and says nothing without the key."""
    return digest(f"{place.vacancy_id} {place.place} {place.candidate_id} {place.score:.9f}")


def places_of(kind: RankingKind, matches: Sequence[Match], digest: KeyedDigest) -> tuple[Place, ...]:
    """Return the lines of a ranking; places count within a vacancy, or over all vacancies of one candidate."""
    lines, counts = [], Counter[str]()
    for match in matches:
        group = "" if kind is RankingKind.VACANCIES else match.vacancy_id
        counts[group] += 1
        line = Place(match.vacancy_id, counts[group], match.candidate_id, match.score, "")
        lines.append(replace(line, mark=place_mark(line, digest)))
    return tuple(lines)


def digests(record: RankingRecord) -> dict[str, Any]:
    """Return what the audit log keeps of a ranking: digests and counts, no word of anybody."""
    return {
        "kind": record.kind.value,
        "pool": record.pool.digest,
        "candidates": len(record.pool.members),
        "vacancies": digest_of(vacancy_digest(vacancy) for vacancy in record.vacancies),
        "terms": digest_of([canonical(dict(record.terms))]),
        "places": digest_of(place.mark for place in record.places),
    }


def request_words(request: RankingRequest) -> dict[str, Any]:
    """Return a request as plain JSON."""
    return {"k": request.k, "filters": encode(request.filters)}


def request_of(terms: Mapping[str, Any]) -> RankingRequest:
    """Return the request that :func:`request_words` wrote."""
    return RankingRequest(terms["k"], decode(Filters, terms["filters"]))
