"""The table of what people decide about the meaning of phrases, remembered by the phrase in its normal form.

A decision is about whoever says the phrase, or about one candidate. Of several about the same the newest that was not
undone stands, and that of a candidate before that of everybody; all of them stay on record.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Column, Connection, DateTime, String, Table, Text, delete, insert, select, update

from matcher.errors import NotFoundError, UsageError
from matcher.store.bulk import in_portions
from matcher.store.held import LinkChoices, LinkDecision
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, owned_by
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

LINK_DECISIONS = Table(
    "link_decisions",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("phrase", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("uri", Text),
    Column("candidate_id", ID, owned_by("candidates.id"), index=True),
    Column("made_by", Text, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("undone_by", Text),
    Column("undone_at", DateTime(timezone=True)),
    info={COPIED_AS: (Copied.LINKS,)},
)
_D = LINK_DECISIONS.c

LINKABLE = (ConceptKind.SKILL, ConceptKind.OCCUPATION)


def decide(connection: Connection, decision: LinkDecision) -> LinkDecision:
    """Write a decision down, under an id and with the time that it gets here.

    Raises:
        UsageError: The phrase has no word in it, or the kind is not one that phrases are linked to.
    """
    phrase, kind = normalise(decision.text), linkable(decision.kind)
    if not phrase:
        raise UsageError(f"A link cannot be confirmed for {decision.text!r}: it has no word to remember it by.")
    row = {
        "id": uuid4().hex,
        "kind": kind,
        "phrase": phrase,
        "text": decision.text,
        "uri": decision.uri,
        "candidate_id": decision.candidate_id,
        "made_by": decision.made_by,
        "made_at": datetime.now(UTC),
    }
    connection.execute(insert(LINK_DECISIONS), [row])
    return find_decision(connection, str(row["id"]))


def undo_decision(connection: Connection, decision_id: str, who: str) -> LinkDecision:
    """Write down that a decision no longer holds; it stays on record.

    Raises:
        NotFoundError: There is no such decision.
        UsageError: It was undone already.
    """
    if not find_decision(connection, decision_id).stands:
        raise UsageError(f"The decision {decision_id[:8]} was undone already: decide anew instead.")
    values = {"undone_by": who, "undone_at": datetime.now(UTC)}
    connection.execute(update(LINK_DECISIONS).where(_D.id == decision_id).values(values))
    return find_decision(connection, decision_id)


def read_decisions(connection: Connection, latest: int | None = None) -> tuple[LinkDecision, ...]:
    """Read decisions, undone ones too, newest first: all, or so many."""
    rows = connection.execute(select(LINK_DECISIONS).order_by(_D.made_at.desc(), _D.id).limit(latest)).mappings()
    return tuple(LinkDecision(**{name: row[name] for name in _NOUN}) for row in rows)


def find_decision(connection: Connection, decision_id: str) -> LinkDecision:
    """Read one decision; raises :class:`NotFoundError` where there is none with that id."""
    row = connection.execute(select(LINK_DECISIONS).where(_D.id == decision_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(f"There is no decision {decision_id[:8]!r} about a phrase: choose one of the list.")
    return LinkDecision(**{name: row[name] for name in _NOUN})


def choices(connection: Connection, kind: str) -> LinkChoices:
    """Read what stands for the phrases (in normal form) of one kind.

    Raises:
        UsageError: Phrases are not linked to such a kind.
    """
    columns = (_D.phrase, _D.uri, _D.candidate_id)
    standing = select(*columns).where((_D.kind == linkable(kind)) & _D.undone_at.is_(None))
    everybody: dict[str, str | None] = {}
    of_one: dict[tuple[str, str], str | None] = {}
    for phrase, uri, candidate_id in connection.execute(standing.order_by(_D.made_at, _D.id)):
        if candidate_id is None:
            everybody[phrase] = uri
        else:
            of_one[candidate_id, phrase] = uri
    return LinkChoices(dict(sorted(everybody.items())), of_one)


def decided_phrases(connection: Connection) -> frozenset[str]:
    """Read every phrase (in normal form) that somebody ever decided about."""
    return frozenset(connection.execute(select(_D.phrase).distinct()).scalars())


def forget_phrases(connection: Connection, phrases: Collection[str]) -> None:
    """Delete all decisions about some phrases (in normal form)."""
    for some in in_portions(sorted(phrases)):
        connection.execute(delete(LINK_DECISIONS).where(_D.phrase.in_(some)))


def linkable(kind: str) -> str:
    """Return the kind as it is stored.

    Raises:
        UsageError: Phrases are not linked to such a kind.
    """
    if kind not in tuple(LINKABLE):
        raise UsageError(f"{kind!r} is no kind of link: choose {' or '.join(LINKABLE)}.")
    return str(kind)


_NOUN = ("kind", "text", "uri", "candidate_id", "made_by", "id", "phrase", "made_at", "undone_by", "undone_at")
