"""Links worked out before, kept on disk: a phrase is linked once for a taxonomy and an encoder, then looked up."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from threading import RLock

from matcher.linking import Linker
from matcher.records import ConceptLink, LinkMethod, LinkStatus
from taxonomies.concepts import ConceptKind

_TABLE = (
    "CREATE TABLE IF NOT EXISTS link (kind TEXT NOT NULL, phrase TEXT NOT NULL, uri TEXT, label TEXT, "
    "method TEXT NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (kind, phrase)) WITHOUT ROWID"
)
_ASKED_AT_ONCE = 500


class LinkMemory:
    """A SQLite file of best links. It holds phrases, never who said them; deleting it costs only time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(_TABLE)
        self._lock = RLock()

    def known(self, kind: ConceptKind, phrases: Sequence[str]) -> dict[str, ConceptLink]:
        """Return the links of the phrases that were linked before."""
        found: dict[str, ConceptLink] = {}
        with self._lock:
            for start in range(0, len(phrases), _ASKED_AT_ONCE):
                some = phrases[start : start + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(some))
                query = (
                    f"SELECT phrase, uri, label, method, confidence FROM link WHERE kind = ? AND phrase IN ({marks})"
                )
                for phrase, uri, label, method, confidence in self._connection.execute(query, (kind.value, *some)):
                    found[phrase] = ConceptLink(phrase, uri, label, LinkMethod(method), confidence)
        return found

    def link(self, kind: ConceptKind, linker: Linker, phrases: Sequence[str]) -> None:
        """Link those phrases and keep the result, except what a person confirmed: that stands in the store."""
        links = [link for link in linker.best(phrases) if link.status is not LinkStatus.CONFIRMED]
        rows = [(kind.value, k.text, k.uri, k.label, k.method.value, k.confidence) for k in links]
        with self._lock, self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?, ?)", rows)
