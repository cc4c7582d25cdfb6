"""Rankings as they may be made: of those with a lawful basis alone, each written down so that it can be repeated."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

import numpy as np

from matcher.errors import NotFoundError, UsageError
from matcher.facets import FacetCounts, Mask
from matcher.filters import Filters
from matcher.lawful import Exclusion, Purpose
from matcher.pool_records import PoolRecords
from matcher.preparation import Progress, silent
from matcher.ranking import ProfilePool, Ranker, RankingRequest
from matcher.records import Answer, Match, Vacancy
from matcher.stewardship import Steward
from matcher.stewardship.lawfulness import LawfulPool
from matcher.store import HeldProfile, Store
from matcher.store.codec import decode, encode
from matcher.store.held_rankings import Member, Place, RankingKind, RankingRecord, digest_of, vacancy_digest
from matcher.trail import Action, KeyedDigest, canonical

SIMILAR = "candidates with a profile like another's"

Terms = Callable[[], Mapping[str, Any]]
"""Gives the versions, encoder, taxonomy and weights that rankings are made with."""

Routes = Callable[[Vacancy, Sequence[HeldProfile], date | None, Progress], Mapping[Answer, Mask]]
"""Gives for a vacancy and a day (default today) who has each answer about a legal way, as masks over everybody."""


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
    within: Mask | None = None


@dataclass(frozen=True, slots=True)
class Shortlists:
    """Makes rankings and writes them down."""

    store: Store
    steward: Steward
    ranker: Ranker
    terms: Terms
    records: PoolRecords
    routes: Routes

    def for_vacancy(
        self, vacancy: Vacancy, request: RankingRequest, as_of: date | None, progress: Progress
    ) -> Shortlist:
        """Rank candidates for a vacancy."""
        lawful = self.pool(as_of)
        pool = _ready(lawful)
        within = self._within(vacancy, pool, request.filters, as_of, progress)
        narrowed = pool if within is None else pool.within(within)
        matches = self.ranker.for_vacancy(vacancy, narrowed, request, progress)
        ranked = Ranked(RankingKind.CANDIDATES, pool, (vacancy,), request, tuple(matches), within)
        return self._kept(ranked, lawful.left_out)

    def for_candidate(
        self, candidate_id: str, request: RankingRequest, as_of: date | None, progress: Progress
    ) -> Shortlist:
        """Rank the vacancies open on a day (default today) for a candidate.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self.steward.require_rankable(candidate_id, as_of)
        return self._vacancies(candidate_id, self._open_vacancies(as_of or date.today()), request, progress)

    def for_return(
        self, candidate_id: str, vacancies: tuple[Vacancy, ...], request: RankingRequest, progress: Progress
    ) -> Shortlist:
        """Rank vacancies or occupations that the store does not hold for a candidate, such as those of a home country.

        They are kept with the ranking alone, so that it can be repeated.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self.steward.require_rankable(candidate_id)
        return self._vacancies(candidate_id, vacancies, request, progress)

    def _vacancies(
        self, candidate_id: str, vacancies: tuple[Vacancy, ...], request: RankingRequest, progress: Progress
    ) -> Shortlist:
        reach = self.steward.reach
        held = self.store.held([candidate_id])[candidate_id]
        if not reach.candidate(held.id, held.scheme):
            raise NotFoundError(f"There is no candidate {candidate_id[:8]!r}: choose one that you may see.")
        matches = self.ranker.for_candidate(held, vacancies, request, progress)
        alone = ProfilePool.of([held])
        return self._kept(Ranked(RankingKind.VACANCIES, alone, vacancies, request, tuple(matches)), {})

    def for_all(self, request: RankingRequest, progress: Progress) -> list[tuple[Vacancy, list[Match]]]:
        """Rank all candidates for every vacancy open today; by vacancy reference."""
        lawful, vacancies = self.pool(None), self._open_vacancies(date.today())
        pool = _ready(lawful)
        ranking = self.ranker.for_all(vacancies, pool, request, progress)
        matches = tuple(match for _, some in ranking for match in some)
        self._kept(Ranked(RankingKind.EVERYTHING, pool, vacancies, request, matches), lawful.left_out)
        return ranking

    def _open_vacancies(self, on: date) -> tuple[Vacancy, ...]:
        return self.steward.vacancies(on)

    def similar(self, candidate_id: str, k: int, progress: Progress = silent) -> list[tuple[str, float]]:
        """Return the candidates whose profiles are nearest to one's, with how near (0..1); it is written down.

        Raises:
            RefusedError: The candidate may not be ranked.
        """
        self.steward.require_rankable(candidate_id)
        found = self.ranker.nearest(candidate_id, _ready(self.pool(None)), k, progress)
        self.steward.audit.record(Action.VIEW, candidate_id, SIMILAR, {"candidates": len(found)})
        return found

    def pool(self, as_of: date | None) -> LawfulPool:
        """Return those who may be ranked."""
        return self.steward.lawful_pool(self.store.profiles(), as_of)

    def facets(self, filters: Filters, progress: Progress, vacancy: Vacancy | None = None) -> FacetCounts:
        """Count who may be ranked today and passes the filters, and who would with other values of each.

        Legal ways are counted where a vacancy is named; a filter that asks for them needs one.
        """
        pool = _ready(self.pool(None))
        answers = self.routes(vacancy, pool.everybody, None, progress) if vacancy else {}
        within = _having(answers, filters)
        found = self.ranker.counts(pool if within is None else pool.within(within), filters, date.today(), progress)
        passing = self.ranker.allowed(pool, filters, progress)
        routes = {answer.value: int((passing & mask).sum()) for answer, mask in answers.items()}
        return replace(found, total=len(pool.rows), routes=routes)

    def count(self, filters: Filters, progress: Progress, vacancy: Vacancy | None = None) -> int:
        """Count who may be ranked today and passes the filters; one that asks for legal ways needs a vacancy."""
        pool = _ready(self.pool(None))
        allowed = self.ranker.allowed(pool, filters, progress)
        within = self._within(vacancy, pool, filters, None, progress)
        return int((allowed if within is None else allowed & within).sum())

    def _within(
        self, vacancy: Vacancy | None, pool: ProfilePool, filters: Filters, as_of: date | None, progress: Progress
    ) -> Mask | None:
        """Return who has a legal answer asked for; the law is looked at only where one is."""
        asked = vacancy if filters.routes else None
        return _having(self.routes(asked, pool.everybody, as_of, progress) if asked else {}, filters)

    def forget(self) -> None:
        """Hold nothing ready of anybody who is no longer held."""
        self.store.refresh()
        self.records.forget()
        self.ranker.follow(self.store.profiles(), silent)

    def _kept(self, made: Ranked, left_out: Mapping[Exclusion, int]) -> Shortlist:
        digest = self.steward.register.seal
        record = RankingRecord(
            uuid4().hex,
            made.kind,
            self.records.of(made.pool, digest),
            made.vacancies,
            {**self.terms(), **request_words(made.request), **_within_words(made)},
            places_of(made.kind, made.matches, digest),
        )
        detail = {**digests(record), "left_out": dict(left_out)}
        note = self.steward.audit.note(Action.RANKING, record.id, Purpose.MATCHING.value, detail)
        self.steward.register.keep_ranking(record, note)
        return Shortlist(record.id, made.matches, left_out)


def _ready(lawful: LawfulPool) -> ProfilePool:
    return ProfilePool(lawful.everybody, lawful.rows)


def _having(answers: Mapping[Answer, Mask], filters: Filters) -> Mask | None:
    """Return who has one of the legal answers asked for, as a mask over everybody; ``None`` where none is asked.

    The ranking itself never learns of it: it is given fewer people.
    """
    if not filters.routes:
        return None
    if not answers:
        raise UsageError("A legal way is one to a job: name the vacancy beside the filter by legal way.")
    found: Mask = np.logical_or.reduce([answers[answer] for answer in filters.routes])
    return found


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


def _within_words(made: Ranked) -> dict[str, Any]:
    """Return who of the pool's record was ranked where something beside the profiles narrowed it, as packed bits."""
    if made.within is None:
        return {}
    return {"within": b64encode(np.packbits(made.within[made.pool.rows]).tobytes()).decode()}


def ranked_members(record: RankingRecord) -> tuple[Member, ...]:
    """Return those of a pool's record who were ranked: all of them, but where the ranking says which."""
    members, packed = record.pool.members, record.terms.get("within")
    if packed is None:
        return members
    bits = np.unpackbits(np.frombuffer(b64decode(packed), dtype=np.uint8), count=len(members))
    return tuple(member for member, bit in zip(members, bits, strict=True) if bit)


def request_words(request: RankingRequest) -> dict[str, Any]:
    """Return a request as plain JSON."""
    return {"k": request.k, "filters": encode(request.filters)}


def request_of(terms: Mapping[str, Any]) -> RankingRequest:
    """Return the request that :func:`request_words` wrote."""
    return RankingRequest(terms["k"], decode(Filters, terms["filters"]))
