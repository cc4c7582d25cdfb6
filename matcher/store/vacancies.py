"""The table of vacancies, and how they are loaded and read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Double,
    Integer,
    Select,
    String,
    Table,
    Text,
    case,
    func,
    insert,
    or_,
    select,
)

from matcher.records import Vacancy
from matcher.store.bulk import collection_paused, in_portions, replace_rows
from matcher.store.codec import from_columns, to_columns
from matcher.store.history import keep_vacancies
from matcher.store.loading import Arrival, Held
from matcher.store.lookup import Entry
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, NESTED
from matcher.store.vacancy_dates import VACANCY_DATES

VACANCIES = Table(
    "vacancies",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("source", NESTED, nullable=False),
    Column("employer", Text),
    Column("description", Text, nullable=False),
    Column("requirements", NESTED),
    Column("languages", NESTED),
    Column("openings", Integer, nullable=False),
    Column("contract", Text),
    Column("wage", NESTED),
    Column("workplace", NESTED),
    Column("eqf", Integer),
    Column("years", Double),
    Column("opens", Date),
    Column("closes", Date),
    Column("extra", NESTED),
    Column("codes", NESTED),
    Column("hours", Double),
    Column("full_time", Boolean),
    Column("seat", NESTED),
    Column("further_workplaces", NESTED),
    Column("sectors", NESTED),
    Column("driving_licences", NESTED),
    Column("starts", Date),
    Column("vks", Integer),
    Column("joint_committee", Text),
    Column("follows_scale", Boolean),
    Column("transfer", Boolean),
    Column("postings", NESTED),
    Column("url", Text),
    Column("content_hash", String(64), nullable=False),
    info={COPIED_AS: (Copied.VACANCIES,)},
)


@dataclass(frozen=True, slots=True)
class VacancyFamily:
    """How vacancies are held, for :func:`matcher.store.loading.load`."""

    def held(self, connection: Connection, keys: Collection[str]) -> dict[str, Held]:
        """Read id and content hash of each vacancy among those references."""
        rows = connection.execute(select(VACANCIES.c.key, VACANCIES.c.id, VACANCIES.c.content_hash))
        return {key: Held(record_id, content_hash) for key, record_id, content_hash in rows if key in keys}

    def insert(self, connection: Connection, arrivals: Sequence[Arrival[Vacancy]]) -> None:
        """Write new vacancies, whose ids are set."""
        if arrivals:
            connection.execute(insert(VACANCIES), [_row(arrival) for arrival in arrivals])

    def replace(self, connection: Connection, arrivals: Sequence[Arrival[Vacancy]]) -> None:
        """Overwrite vacancies by id, their previous content going to the history."""
        for ids in in_portions([arrival.record.id for arrival in arrivals]):
            keep_vacancies(connection, _read(connection, select(VACANCIES).where(VACANCIES.c.id.in_(ids))))
        replace_rows(connection, VACANCIES, [_row(arrival) for arrival in arrivals])


def read_vacancies(connection: Connection) -> tuple[Vacancy, ...]:
    """Read all vacancies, open and closed, by key."""
    with collection_paused():
        return _read(connection, _as_dated().order_by(VACANCIES.c.key))


def vacancy_by_id(connection: Connection, vacancy_id: str) -> Vacancy:
    """Read one vacancy that the store is known to hold."""
    (vacancy,) = _read(connection, _as_dated().where(VACANCIES.c.id == vacancy_id))
    return vacancy


def dates_in_files(connection: Connection, ids: Collection[str]) -> dict[str, tuple[date | None, date | None]]:
    """Read when vacancies open and close as their files last said, by id, whatever people set since."""
    found: dict[str, tuple[date | None, date | None]] = {}
    for some in in_portions(sorted(ids)):
        query = select(VACANCIES.c.id, VACANCIES.c.opens, VACANCIES.c.closes).where(VACANCIES.c.id.in_(some))
        found |= {record_id: (opens, closes) for record_id, opens, closes in connection.execute(query)}
    return found


def vacancy_entries(connection: Connection, name: str | None) -> list[Entry]:
    """Read what vacancies can be called by: the one with that id or key, or all."""
    query = select(VACANCIES.c.id, VACANCIES.c.key).order_by(VACANCIES.c.key)
    if name is not None:
        query = query.where(or_(VACANCIES.c.id == name, VACANCIES.c.key == name))
    return [Entry(record_id, key) for record_id, key in connection.execute(query)]


def count_vacancies(connection: Connection) -> int:
    """Count all vacancies, open and closed."""
    return connection.execute(select(func.count()).select_from(VACANCIES)).scalar_one()


def _dated(name: str) -> ColumnElement[date | None]:
    """Return the day that a person set, also where it is none, else the file's."""
    return case((VACANCY_DATES.c.vacancy_id.is_not(None), VACANCY_DATES.c[name]), else_=VACANCIES.c[name])


def _as_dated() -> Select[Any]:
    """Return the query of vacancies as they count: with the dates that people set in place of those of the file."""
    stated = [column for column in VACANCIES.columns if column.name not in ("opens", "closes")]
    dated = [_dated(name).label(name) for name in ("opens", "closes")]
    return select(*stated, *dated).outerjoin_from(VACANCIES, VACANCY_DATES)


def _row(arrival: Arrival[Vacancy]) -> dict[str, Any]:
    return {**to_columns(arrival.record), "content_hash": arrival.content_hash}


def _read(connection: Connection, query: Select[Any]) -> tuple[Vacancy, ...]:
    return tuple(from_columns(Vacancy, row) for row in connection.execute(query).mappings())
