"""What phrases may mean, worked out before and kept on disk: once for a taxonomy and an encoder, then looked up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import RLock

from matcher.linking import MEANINGS, Linker
from matcher.records import ConceptLink, LinkMethod
from taxonomies.concepts import ConceptKind

_TABLE = (
    "CREATE TABLE IF NOT EXISTS link (kind TEXT NOT NULL, phrase TEXT NOT NULL, meanings TEXT NOT NULL, "
    "PRIMARY KEY (kind, phrase)) WITHOUT ROWID"
)
_ASKED_AT_ONCE = 500
_LEAST = 0.01  # confidence under which a meaning is not worth keeping beside a better one

Meanings = tuple[ConceptLink, ...]


class LinkMemory:
    """A SQLite file of best links. It holds phrases, never who said them; deleting it costs only time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # words of people, masked as far as masking goes
        self._connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(_TABLE)
        self._lock = RLock()

    def known(self, kind: ConceptKind, phrases: Sequence[str]) -> dict[str, Meanings]:
        """Return what the phrases that were linked before may mean, best first."""
        found: dict[str, Meanings] = {}
        with self._lock:
            for start in range(0, len(phrases), _ASKED_AT_ONCE):
                some = phrases[start : start + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT phrase, meanings FROM link WHERE kind = ? AND phrase IN ({marks})"
                for phrase, meanings in self._connection.execute(query, (kind.value, *some)):
                    found[phrase] = _read(phrase, meanings)
        return found

    def link(self, kind: ConceptKind, linker: Linker, phrases: Sequence[str]) -> None:
        """Link those phrases and keep what each may mean; what people confirmed stands in the store."""
        rows = [
            (kind.value, phrase, _written(links))
            for phrase, links in zip(phrases, linker.link(phrases, MEANINGS), strict=True)
        ]
        with self._lock, self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?)", rows)

    def keep_only(self, phrases: Iterable[str]) -> int:
        """Forget every phrase but these, down to the bytes of the file; return how many were forgotten.

        A phrase may hold words of a person who is erased; that of somebody who is still there is linked again when
        it is needed.
        """
        with self._lock:
            with self._connection:
                self._connection.execute("PRAGMA temp_store = MEMORY")
                self._connection.execute("CREATE TEMP TABLE kept (phrase TEXT PRIMARY KEY) WITHOUT ROWID")
                self._connection.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((phrase,) for phrase in phrases))
                gone = self._connection.execute(
                    "DELETE FROM link WHERE phrase NOT IN (SELECT phrase FROM kept)"
                ).rowcount
                self._connection.execute("DROP TABLE kept")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return gone

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _written(links: Meanings) -> str:
    kept = [link for number, link in enumerate(links) if number == 0 or link.confidence >= _LEAST]
    return json.dumps(
        [[link.uri, link.label, link.method.value, round(link.confidence, 4)] for link in kept], ensure_ascii=False
    )


def _read(phrase: str, meanings: str) -> Meanings:
    return tuple(
        ConceptLink(phrase, uri, label, LinkMethod(method), confidence)
        for uri, label, method, confidence in json.loads(meanings)
    )
