"""What is kept of a ranking, so that it can be repeated. It may be erased; the audit log holds only digests of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

from matcher.records import Vacancy
from matcher.store.codec import encode
from matcher.trail import canonical


class RankingKind(StrEnum):
    """What was ranked."""

    CANDIDATES = "candidates"
    VACANCIES = "vacancies"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Member:
    """One candidate of a pool. ``mark`` is a keyed digest of id and profile: it tells a change, and nothing else."""

    candidate_id: str
    mark: str


@dataclass(frozen=True, slots=True)
class PoolRecord:
    """Everybody who was compared, by id, and the SHA-256 of that. Rankings of an unchanged pool share one record."""

    members: tuple[Member, ...]
    digest: str

    @classmethod
    def of(cls, members: tuple[Member, ...]) -> Self:
        """Take the digest of some members."""
        return cls(members, digest_of(f"{member.candidate_id} {member.mark}" for member in members))


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a ranking. ``score`` is ``None`` once the person is erased; ``mark`` still fits the log's digest."""

    vacancy_id: str
    place: int
    candidate_id: str
    score: float | None
    mark: str


@dataclass(frozen=True, slots=True)
class RankingRecord:
    """One ranking: the pool, the vacancies, the terms (versions, weights, filters) and the lines that were shown."""

    id: str
    kind: RankingKind
    pool: PoolRecord
    vacancies: tuple[Vacancy, ...]
    terms: Mapping[str, Any]
    places: tuple[Place, ...]


def digest_of(lines: Iterable[str]) -> str:
    """Return the SHA-256 (hexadecimal) of some lines in their order."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


@lru_cache(maxsize=20_000)
def vacancy_digest(vacancy: Vacancy) -> str:
    """Return the SHA-256 (hexadecimal) of all that a vacancy says, its id included."""
    return digest_of([canonical(encode(vacancy))])
