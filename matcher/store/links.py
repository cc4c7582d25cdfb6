"""The table of links that a person confirmed, remembered by the phrase in its normal form."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Column, Connection, DateTime, String, Table, Text, delete, insert, select

from matcher.errors import UsageError
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, METADATA
from taxonomies.concepts import ConceptKind
from taxonomies.wording import normalise

CONFIRMED_LINKS = Table(
    "confirmed_links",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("phrase", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("uri", Text, nullable=False),
    Column("confirmed_at", DateTime(timezone=True), nullable=False),
    info={COPIED_AS: (Copied.LINKS,)},
)

LINKABLE = (ConceptKind.SKILL, ConceptKind.OCCUPATION)


def confirm(connection: Connection, text: str, kind: str, uri: str) -> None:
    """Remember what a phrase means; a later confirmation of the same phrase replaces it.

    Raises:
        UsageError: The phrase has no word in it, or the kind is not one that phrases are linked to.
    """
    phrase, kind = normalise(text), linkable(kind)
    if not phrase:
        raise UsageError(f"A link cannot be confirmed for {text!r}: it has no word to remember it by.")
    same = (CONFIRMED_LINKS.c.kind == kind) & (CONFIRMED_LINKS.c.phrase == phrase)
    connection.execute(delete(CONFIRMED_LINKS).where(same))
    row = {"kind": kind, "phrase": phrase, "text": text, "uri": uri, "confirmed_at": datetime.now(UTC)}
    connection.execute(insert(CONFIRMED_LINKS), [row])


def confirmed(connection: Connection, kind: str) -> dict[str, str]:
    """Read the confirmed concept of each phrase (in normal form) of one kind."""
    query = select(CONFIRMED_LINKS.c.phrase, CONFIRMED_LINKS.c.uri).where(CONFIRMED_LINKS.c.kind == linkable(kind))
    return {row.phrase: row.uri for row in connection.execute(query.order_by(CONFIRMED_LINKS.c.phrase))}


def linkable(kind: str) -> str:
    """Return the kind as it is stored.

    Raises:
        UsageError: Phrases are not linked to such a kind.
    """
    if kind not in tuple(LINKABLE):
        raise UsageError(f"{kind!r} is no kind of link: choose {' or '.join(LINKABLE)}.")
    return str(kind)
