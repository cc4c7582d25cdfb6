"""Writing shortlists: what is put on them, changed and removed, and how the latest of it is taken back.

What is removed stays a day, so that it can be taken back, and then goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select, update

from matcher.errors import NotFoundError
from matcher.hiring import Stage
from matcher.store.codec import encode
from matcher.store.held_shortlists import Feedback, HeldEntry, HeldShortlist, NewEntry, Step, match_content
from matcher.store.shortlist_tables import ENTRIES, SHORTLISTS, STEPS
from matcher.store.vault import Vault

_L, _E, _S = SHORTLISTS.c, ENTRIES.c, STEPS.c
_TAKEN_BACK_WITHIN = timedelta(days=1)


def now() -> str:
    """Return this moment, UTC, as the tables keep it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def put_list(connection: Connection, made: HeldShortlist) -> None:
    """Write a new list."""
    row = {
        "id": made.id,
        "name": made.name,
        "vacancy_id": made.vacancy.id if made.vacancy else None,
        "vacancy": encode(made.vacancy) if made.vacancy else None,
        "organisation": made.organisation,
        "made_by": made.made_by,
        "made_at": made.made_at,
    }
    connection.execute(insert(SHORTLISTS), [row])


def rename(connection: Connection, list_id: str, name: str) -> None:
    """Give a list another name."""
    connection.execute(update(SHORTLISTS).where(_L.id == list_id).values(name=name))


def remove_list(connection: Connection, list_id: str, act: str) -> None:
    """Take a list away, so that it can be taken back for a day."""
    _forget_removed(connection)
    connection.execute(update(SHORTLISTS).where(_L.id == list_id).values(removed_at=now(), removed_act=act))


def put_entry(connection: Connection, new: NewEntry, act: str) -> str:
    """Write a new entry, proposed today; return its id. One that stands, or was removed, is replaced."""
    same = (
        (_E.shortlist_id == new.shortlist_id)
        & (_E.candidate_id == new.match.candidate_id)
        & (_E.vacancy_id == new.vacancy.id)
    )
    connection.execute(delete(ENTRIES).where(same))
    entry_id, at = uuid4().hex, now()
    row = {
        "id": entry_id,
        "shortlist_id": new.shortlist_id,
        "candidate_id": new.match.candidate_id,
        "vacancy_id": new.vacancy.id,
        "vacancy": encode(new.vacancy),
        "match": match_content(new.match),
        "ranking_id": new.ranking_id,
        "added_by": new.added_by,
        "added_at": at,
    }
    connection.execute(insert(ENTRIES), [row])
    first = _step_row(entry_id, new.match.candidate_id, 0, Step(Stage.PROPOSED, at, new.added_by, act), None)
    connection.execute(insert(STEPS), [first])
    return entry_id


def put_note(connection: Connection, vault: Vault, entry_id: str, text: str) -> None:
    """Write the note of an entry; an empty one takes it away."""
    note = vault.seal(f"{ENTRIES.name}.note", _owner(connection, entry_id), text) if text else None
    connection.execute(update(ENTRIES).where(_E.id == entry_id).values(note=note))


def put_feedback(connection: Connection, entry_id: str, feedback: Feedback | None) -> None:
    """Write whether a candidate suits, or take that back."""
    reasons = [reason.value for reason in feedback.reasons] if feedback else None
    values = {"suits": feedback.suits if feedback else None, "suits_reasons": reasons}
    connection.execute(update(ENTRIES).where(_E.id == entry_id).values(values))


def remove_entries(connection: Connection, entry_ids: Sequence[str], act: str) -> None:
    """Take entries away, so that they can be taken back for a day."""
    _forget_removed(connection)
    connection.execute(update(ENTRIES).where(_E.id.in_(entry_ids)).values(removed_at=now(), removed_act=act))


def put_steps(connection: Connection, vault: Vault, entries: Iterable[HeldEntry], step: Step) -> None:
    """Give some entries a stage."""
    rows = []
    for entry in entries:
        owner = _owner(connection, entry.id)
        reason = vault.seal(f"{STEPS.name}.reason", owner, step.reason) if step.reason else None
        rows.append(_step_row(entry.id, owner, len(entry.steps), step, reason))
    if rows:
        connection.execute(insert(STEPS), rows)


def take_back(connection: Connection, list_id: str, act: str) -> tuple[str, ...]:
    """Undo one change of stages or one removal on a list, or the removal of the list itself.

    A stage that was changed again since is left as it is.

    Returns:
        The candidates of the entries that were put back, or the id of the list where it was itself.
    """
    newest = select(_S.entry_id, func.max(_S.number).label("number")).group_by(_S.entry_id).subquery()
    query = (
        select(_S.id, _S.entry_id).join(newest, newest.c.entry_id == _S.entry_id).join(ENTRIES, _E.id == _S.entry_id)
    )
    query = query.where(_E.shortlist_id == list_id, _S.act == act, _S.number == newest.c.number, _S.number > 0)
    steps = connection.execute(query).all()
    connection.execute(delete(STEPS).where(_S.id.in_([row.id for row in steps])))
    removed = (_E.shortlist_id == list_id) & (_E.removed_act == act)
    back = select(_E.candidate_id).where(removed | _E.id.in_([row.entry_id for row in steps]))
    candidates = connection.execute(back.order_by(_E.added_at)).scalars().all()
    connection.execute(update(ENTRIES).where(removed).values(removed_at=None, removed_act=None))
    itself = (_L.id == list_id) & (_L.removed_act == act)
    lists = connection.execute(select(_L.id).where(itself)).scalars().all()
    connection.execute(update(SHORTLISTS).where(itself).values(removed_at=None, removed_act=None))
    return (*candidates, *lists)


def _forget_removed(connection: Connection) -> None:
    """Delete what was removed so long ago that it cannot be taken back any more."""
    oldest = (datetime.now(UTC) - _TAKEN_BACK_WITHIN).isoformat(timespec="microseconds")
    connection.execute(delete(ENTRIES).where(_E.removed_at < oldest))
    connection.execute(delete(SHORTLISTS).where(_L.removed_at < oldest))


def _owner(connection: Connection, entry_id: str) -> str:
    """Return the candidate whom an entry was written for, which a merge does not change."""
    owner = connection.execute(select(_E.candidate_id).where(_E.id == entry_id)).scalar()
    if owner is None:
        raise NotFoundError("This candidate is no longer on the shortlist: load the page again.")
    return str(owner)


def _step_row(entry_id: str, candidate_id: str, number: int, step: Step, reason: bytes | None) -> dict[str, Any]:
    return {
        "id": uuid4().hex,
        "entry_id": entry_id,
        "candidate_id": candidate_id,
        "number": number,
        "stage": step.stage.value,
        "reason": reason,
        "act": step.act,
        "set_by": step.by,
        "set_at": step.at,
    }
