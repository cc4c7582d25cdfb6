"""Repeats a ranking from what the audit log and its inputs kept, and says whether it comes out the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from matcher.pool_records import profile_mark
from matcher.preparation import Progress
from matcher.ranking import ProfilePool, Ranker
from matcher.records import Match
from matcher.shortlists import Terms, digests, place_mark, ranked_members, request_of
from matcher.stewardship import Steward
from matcher.store import HeldProfile, Store
from matcher.store.held_rankings import Member, Place, RankingKind, RankingRecord
from matcher.trail import Action

SAME_SCORE = 1e-6  # scores nearer than this are the same: other sums in another order differ by as much


class Outcome(StrEnum):
    """How a replay came out."""

    IDENTICAL = "identical"
    IDENTICAL_BUT_MISSING = "identical but for the missing"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay found.

    Args:
        ranking_id: of the ranking.
        missing: ids of those who were ranked and are erased.
        changed: ids of those of whom nothing says any more what was ranked.
        tampered: parts of the record that do not fit the audit log.
        terms: each version, encoder, taxonomy or weight that is another now: name, then, now.
        differences: lines that come out otherwise, one sentence each.
    """

    ranking_id: str
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    tampered: tuple[str, ...]
    terms: tuple[tuple[str, Any, Any], ...]
    differences: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """The whole in one word."""
        if self.differences or self.tampered or self.changed:
            return Outcome.DIFFERS
        return Outcome.IDENTICAL_BUT_MISSING if self.missing else Outcome.IDENTICAL


class Replayer:
    """Repeats rankings with the parts in use now."""

    def __init__(self, store: Store, steward: Steward, ranker: Ranker, terms: Terms) -> None:
        self._store = store
        self._steward = steward
        self._ranker = ranker
        self._terms = terms

    def replay(self, name: str, progress: Progress) -> Replay:
        """Repeat a ranking, by its id or the first digits of it.

        Profiles that changed since are taken from the history as they were. It is a check of the past: nothing is
        recorded as a new ranking, and who has objected since is still part of what was.
        """
        record = self._steward.register.ranking(name)
        now = {held.id: held for held in self._store.profiles()}
        found = {member.candidate_id: self._as_ranked(member, now) for member in ranked_members(record)}
        held = [profile for profile, _ in found.values() if profile is not None]
        return Replay(
            ranking_id=record.id,
            missing=tuple(candidate_id for candidate_id, (profile, _) in found.items() if profile is None),
            changed=tuple(candidate_id for candidate_id, (profile, same) in found.items() if profile and not same),
            tampered=self._tampered(record),
            terms=_changed_terms(record.terms, self._terms()),
            differences=tuple(_differences(record, self._repeat(record, held, progress))),
        )

    def _as_ranked(self, member: Member, now: Mapping[str, HeldProfile]) -> tuple[HeldProfile | None, bool]:
        """Return a profile as it was ranked, or as it is, and whether it is as it was; ``None`` for somebody erased."""
        current = now.get(member.candidate_id)
        if current is None or self._fits(current, member):
            return current, current is not None
        for version in self._store.candidate_history(member.candidate_id):
            past = HeldProfile(member.candidate_id, version.scheme, version.profile)
            if self._fits(past, member):
                return past, True
        return current, False

    def _fits(self, held: HeldProfile, member: Member) -> bool:
        return profile_mark(held, self._steward.register.seal) == member.mark

    def _tampered(self, record: RankingRecord) -> tuple[str, ...]:
        """Return the parts of a record that do not fit the digests in the audit log."""
        entries = self._steward.register.log(subject=record.id).entries
        logged = [json.loads(entry.detail) for entry in entries if entry.action == Action.RANKING]
        if not logged:
            return ("its entry in the audit log",)
        kept = digests(record)
        parts = [part for part, value in kept.items() if logged[0].get(part) != value]
        digest = self._steward.register.seal
        lines = [
            place for place in record.places if place.score is not None and place_mark(place, digest) != place.mark
        ]
        return (*parts, *(f"the score on place {line.place}" for line in lines))

    def _repeat(self, record: RankingRecord, held: Sequence[HeldProfile], progress: Progress) -> list[Match]:
        request = request_of(record.terms)
        if not held or not record.vacancies:
            return []
        if record.kind is RankingKind.CANDIDATES:
            return self._ranker.for_vacancy(record.vacancies[0], ProfilePool.of(held), request, progress)
        if record.kind is RankingKind.VACANCIES:
            return self._ranker.for_candidate(held[0], record.vacancies, request, progress)
        ranking = self._ranker.for_all(record.vacancies, ProfilePool.of(held), request, progress)
        return [match for _, some in ranking for match in some]


def _changed_terms(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    return tuple((name, then.get(name), value) for name, value in now.items() if then.get(name) != value)


def _differences(record: RankingRecord, again: Sequence[Match]) -> Iterator[str]:
    """Compare line by line; a line of somebody erased is passed over, and those below them move up by one."""
    together = record.kind is RankingKind.VACANCIES
    lines: dict[str, list[Place]] = {}
    for place in record.places:
        if place.score is not None:
            lines.setdefault("" if together else place.vacancy_id, []).append(place)
    found: dict[str, list[Match]] = {}
    for match in again:
        found.setdefault("" if together else match.vacancy_id, []).append(match)
    for group, places in lines.items():
        for place, match in zip_longest(places, found.get(group, [])[: len(places)]):
            if match is None or not _same(place, match):
                yield _difference(place, match)


def _same(place: Place, match: Match) -> bool:
    ids = (place.candidate_id, place.vacancy_id) == (match.candidate_id, match.vacancy_id)
    return ids and place.score is not None and abs(place.score - match.score) < SAME_SCORE


def _difference(place: Place, match: Match | None) -> str:
    was = f"{place.candidate_id[:8]} with vacancy {place.vacancy_id[:8]} at {place.score:.6f}"
    now = f"{match.candidate_id[:8]} with vacancy {match.vacancy_id[:8]} at {match.score:.6f}" if match else "nobody"
    return f"place {place.place} was {was}, is {now}"
