"""The tables of shortlists: named lists, the candidates on them, and every stage they were given.

What is removed stays a day, so that it can be taken back, and then goes. A candidate who is erased goes from all
three tables by their keys; notes and reasons are sealed, for people write names into them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
    func,
    select,
)

from matcher.hiring import Stage
from matcher.records import Vacancy
from matcher.store.bulk import in_portions
from matcher.store.codec import decode
from matcher.store.cohorts import CANDIDATES
from matcher.store.held_shortlists import (
    Feedback,
    FeedbackReason,
    HeldEntry,
    HeldShortlist,
    Step,
    match_of,
)
from matcher.store.schema import ID, METADATA, NESTED, owned_by, sealed
from matcher.store.vault import Vault

SHORTLISTS = Table(
    "shortlists",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),
    # No foreign key: a pasted vacancy is ranked without being kept.
    Column("vacancy_id", ID),
    Column("vacancy", NESTED),
    Column("organisation", String(64)),
    Column("made_by", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("removed_at", String(32)),
    Column("removed_act", ID),
)

ENTRIES = Table(
    "shortlist_entries",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("shortlist_id", ID, owned_by("shortlists.id"), nullable=False, index=True),
    Column("candidate_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("vacancy_id", ID, nullable=False),
    Column("vacancy", NESTED, nullable=False),
    Column("match", NESTED, nullable=False),
    Column("ranking_id", ID),
    Column("added_by", Text, nullable=False),
    Column("added_at", String(32), nullable=False),
    sealed("note"),
    Column("suits", Boolean),
    Column("suits_reasons", NESTED),
    Column("removed_at", String(32)),
    Column("removed_act", ID),
)

STEPS = Table(
    "shortlist_steps",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("entry_id", ID, owned_by("shortlist_entries.id"), nullable=False, index=True),
    Column("candidate_id", ID, owned_by("candidates.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("stage", String(16), nullable=False),
    sealed("reason"),
    Column("act", ID, nullable=False, index=True),
    Column("set_by", Text, nullable=False),
    Column("set_at", String(32), nullable=False),
)

_L, _E, _S = SHORTLISTS.c, ENTRIES.c, STEPS.c


def read_lists(
    connection: Connection, vacancy_id: str | None = None, *, removed: bool = False
) -> tuple[HeldShortlist, ...]:
    """Read the lists that stand, the newest first: all, or those for a vacancy or for any.

    With ``removed`` those that can still be taken back are read too.
    """
    counted = select(_E.shortlist_id, func.count().label("entries")).where(_E.removed_at.is_(None))
    counts = counted.group_by(_E.shortlist_id).subquery()
    query = select(SHORTLISTS, counts.c.entries).outerjoin(counts, counts.c.shortlist_id == _L.id)
    query = query.order_by(_L.made_at.desc(), _L.id)
    if not removed:
        query = query.where(_L.removed_at.is_(None))
    if vacancy_id is not None:
        query = query.where(_L.vacancy_id.is_(None) | (_L.vacancy_id == vacancy_id))
    return tuple(_list(row) for row in connection.execute(query).mappings())


def read_entries(connection: Connection, vault: Vault, list_ids: Sequence[str]) -> tuple[HeldEntry, ...]:
    """Read the entries of some lists that stand, by when they were added."""
    query = select(ENTRIES, CANDIDATES.c.scheme).join(CANDIDATES, CANDIDATES.c.id == _E.candidate_id)
    query = query.where(_E.shortlist_id.in_(list_ids), _E.removed_at.is_(None)).order_by(_E.added_at, _E.id)
    return _read(connection, vault, connection.execute(query).mappings().all())


def read_listed(connection: Connection, vacancy_id: str | None) -> list[tuple[str, str, str]]:
    """Read who is on which list, for a vacancy or for any: list, candidate and scheme, and nothing else of them."""
    query = select(_E.shortlist_id, _E.candidate_id, CANDIDATES.c.scheme).join(
        CANDIDATES, CANDIDATES.c.id == _E.candidate_id
    )
    query = query.where(_E.removed_at.is_(None)).order_by(_E.added_at)
    if vacancy_id is not None:
        query = query.where(_E.vacancy_id == vacancy_id)
    return [(row.shortlist_id, row.candidate_id, row.scheme) for row in connection.execute(query)]


def entries_of(connection: Connection, vault: Vault, candidate_id: str) -> tuple[HeldEntry, ...]:
    """Read every entry about one candidate, those removed within the last day too, by when they were added."""
    query = select(ENTRIES, CANDIDATES.c.scheme).join(CANDIDATES, CANDIDATES.c.id == _E.candidate_id)
    query = query.where(_E.candidate_id == candidate_id).order_by(_E.added_at, _E.id)
    return _read(connection, vault, connection.execute(query).mappings().all())


def stages_reached(connection: Connection) -> list[tuple[str, Stage]]:
    """Read every stage that a candidate ever reached on a list that stands."""
    query = select(_S.candidate_id, _S.stage).distinct().join(ENTRIES, _E.id == _S.entry_id)
    query = query.join(SHORTLISTS, _L.id == _E.shortlist_id)
    query = query.where(_E.removed_at.is_(None), _L.removed_at.is_(None))
    return [(row.candidate_id, Stage(row.stage)) for row in connection.execute(query)]


def _list(row: RowMapping) -> HeldShortlist:
    vacancy = decode(Vacancy, row["vacancy"]) if row["vacancy"] else None
    made = (row["organisation"], row["made_by"], row["made_at"])
    return HeldShortlist(row["id"], row["name"], vacancy, *made, entries=row["entries"] or 0)


def _read(connection: Connection, vault: Vault, rows: Sequence[RowMapping]) -> tuple[HeldEntry, ...]:
    steps = _steps(connection, vault, [row["id"] for row in rows])
    vacancies: dict[str, tuple[Any, Vacancy]] = {}
    entries = []
    for row in rows:
        said, vacancy = vacancies.get(row["vacancy_id"], (None, None))
        if vacancy is None or said != row["vacancy"]:  # nearly all are of one vacancy: it is decoded once
            vacancy = decode(Vacancy, row["vacancy"])
            vacancies[row["vacancy_id"]] = (row["vacancy"], vacancy)
        entries.append(_entry(vault, row, vacancy, tuple(steps[row["id"]])))
    return tuple(entries)


def _steps(connection: Connection, vault: Vault, entry_ids: Sequence[str]) -> dict[str, list[Step]]:
    steps: dict[str, list[Step]] = {}
    for some in in_portions(entry_ids):
        query = select(STEPS).where(_S.entry_id.in_(some)).order_by(_S.entry_id, _S.number)
        for row in connection.execute(query).mappings():
            reason = vault.unseal_row(STEPS.name, row["candidate_id"], row, ("reason",)).get("reason", "")
            made = Step(Stage(row["stage"]), row["set_at"], row["set_by"], row["act"], reason)
            steps.setdefault(row["entry_id"], []).append(made)
    return steps


def _entry(vault: Vault, row: Mapping[Any, Any], vacancy: Vacancy, steps: tuple[Step, ...]) -> HeldEntry:
    note = vault.unseal_row(ENTRIES.name, row["candidate_id"], row, ("note",)).get("note", "")
    reasons = tuple(FeedbackReason(reason) for reason in row["suits_reasons"] or ())
    return HeldEntry(
        id=row["id"],
        shortlist_id=row["shortlist_id"],
        scheme=row["scheme"],
        match=match_of(row["candidate_id"], row["vacancy_id"], row["match"]),
        vacancy=vacancy,
        ranking_id=row["ranking_id"],
        added_by=row["added_by"],
        added_at=row["added_at"],
        steps=steps,
        note=note,
        feedback=None if row["suits"] is None else Feedback(row["suits"], reasons),
    )
