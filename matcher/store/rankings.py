"""The tables of what was ranked: pools, the words of vacancies, rankings and their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Connection, Double, Index, Integer, String, Table, delete, exists, insert, select, update

from matcher.errors import NotFoundError
from matcher.records import Vacancy
from matcher.store.bulk import in_portions
from matcher.store.codec import decode, encode
from matcher.store.held_rankings import Member, Place, PoolRecord, RankingKind, RankingRecord, vacancy_digest
from matcher.store.schema import ID, METADATA, NESTED

_DIGEST = String(64)

RANKINGS = Table(
    "rankings",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("pool", _DIGEST, nullable=False),
    Column("vacancies", NESTED, nullable=False),
    Column("terms", NESTED, nullable=False),
)

# No foreign key to the candidates: the id of somebody erased stays, so that a replay can say who is missing.
POOL_MEMBERS = Table(
    "ranking_pools",
    METADATA,
    Column("pool", _DIGEST, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("candidate_id", ID, nullable=False),
    Column("mark", _DIGEST, nullable=False),
)

PLACES = Table(
    "ranking_places",
    METADATA,
    Column("ranking_id", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("vacancy_id", ID, nullable=False),
    Column("place", Integer, nullable=False),
    Column("candidate_id", ID, nullable=False),
    Column("score", Double),
    Column("mark", _DIGEST, nullable=False),
    Index("ix_ranking_places_candidate_id", "candidate_id"),
)

VACANCY_WORDS = Table(
    "ranking_vacancies",
    METADATA,
    Column("digest", _DIGEST, primary_key=True),
    Column("content", NESTED, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Appearance:
    """One line of a ranking in which a person stood. ``score`` is 0..1."""

    ranking_id: str
    at: str
    vacancy_id: str
    place: int
    score: float | None


def keep_ranking(connection: Connection, ranking: RankingRecord) -> None:
    """Write a ranking; a pool or a vacancy that was written before is not written again."""
    pool = ranking.pool.digest
    if not connection.execute(select(exists().where(POOL_MEMBERS.c.pool == pool))).scalar() and ranking.pool.members:
        numbered = enumerate(ranking.pool.members)
        connection.execute(insert(POOL_MEMBERS), [{"pool": pool, "number": n} | asdict(m) for n, m in numbered])
    digests = _keep_vacancies(connection, ranking.vacancies)
    row = {"id": ranking.id, "at": datetime.now(UTC).isoformat(timespec="microseconds"), "kind": ranking.kind.value}
    connection.execute(insert(RANKINGS), [row | {"pool": pool, "vacancies": digests, "terms": dict(ranking.terms)}])
    if ranking.places:
        lines = enumerate(ranking.places)
        connection.execute(insert(PLACES), [{"ranking_id": ranking.id, "number": n} | asdict(p) for n, p in lines])


def read_ranking(connection: Connection, name: str) -> RankingRecord:
    """Read a ranking by its id or the first digits of it.

    Raises:
        NotFoundError: None is called so, or more than one.
    """
    found = connection.execute(select(RANKINGS).where(RANKINGS.c.id.startswith(name, autoescape=True)).limit(2)).all()
    if len(found) != 1:
        many = "more than one ranking starts with" if found else "no ranking is kept under"
        raise NotFoundError(f"There {many} {name!r}: `matcher audit show --action ranking` lists their ids.")
    (row,) = found
    members = select(POOL_MEMBERS.c.candidate_id, POOL_MEMBERS.c.mark).where(POOL_MEMBERS.c.pool == row.pool)
    pool = PoolRecord.of(tuple(Member(*item) for item in connection.execute(members.order_by(POOL_MEMBERS.c.number))))
    lines = select(PLACES).where(PLACES.c.ranking_id == row.id).order_by(PLACES.c.number)
    places = tuple(Place(*item[2:]) for item in connection.execute(lines))
    contents = _contents(connection, row.vacancies)
    vacancies = tuple(decode(Vacancy, contents[digest]) for digest in row.vacancies)
    return RankingRecord(row.id, RankingKind(row.kind), pool, vacancies, row.terms, places)


def appearances(connection: Connection, candidate_id: str) -> tuple[Appearance, ...]:
    """Read every line of a ranking in which a person stood, oldest first."""
    columns = (RANKINGS.c.id, RANKINGS.c.at, PLACES.c.vacancy_id, PLACES.c.place, PLACES.c.score)
    query = select(*columns).join_from(PLACES, RANKINGS, PLACES.c.ranking_id == RANKINGS.c.id)
    query = query.where(PLACES.c.candidate_id == candidate_id).order_by(RANKINGS.c.at, PLACES.c.number)
    return tuple(Appearance(*row) for row in connection.execute(query))


def forget_scores(connection: Connection, candidate_id: str) -> None:
    """Take what a person scored out of every ranking. Their random id and the marks say nothing by themselves."""
    connection.execute(update(PLACES).where(PLACES.c.candidate_id == candidate_id).values(score=None))


def drop_rankings(connection: Connection, before: date) -> int:
    """Delete rankings older than a day (UTC) with what only they used; return how many."""
    old = select(RANKINGS.c.id).where(RANKINGS.c.at < before.isoformat())
    connection.execute(delete(PLACES).where(PLACES.c.ranking_id.in_(old)))
    dropped = connection.execute(delete(RANKINGS).where(RANKINGS.c.at < before.isoformat())).rowcount
    connection.execute(delete(POOL_MEMBERS).where(POOL_MEMBERS.c.pool.not_in(select(RANKINGS.c.pool))))
    used = {digest for digests in connection.execute(select(RANKINGS.c.vacancies)).scalars() for digest in digests}
    for digest in connection.execute(select(VACANCY_WORDS.c.digest)).scalars().all():
        if digest not in used:
            connection.execute(delete(VACANCY_WORDS).where(VACANCY_WORDS.c.digest == digest))
    return dropped


def _keep_vacancies(connection: Connection, vacancies: Iterable[Vacancy]) -> list[str]:
    said = {vacancy_digest(vacancy): vacancy for vacancy in vacancies}
    known = _contents(connection, list(said))
    rows = [{"digest": digest, "content": encode(item)} for digest, item in said.items() if digest not in known]
    if rows:
        connection.execute(insert(VACANCY_WORDS), rows)
    return list(said)


def _contents(connection: Connection, digests: Sequence[str]) -> dict[str, Any]:
    found = {}
    for some in in_portions(digests):
        query = select(VACANCY_WORDS.c.digest, VACANCY_WORDS.c.content).where(VACANCY_WORDS.c.digest.in_(some))
        found.update({item.digest: item.content for item in connection.execute(query)})
    return found
