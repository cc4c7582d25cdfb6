"""Crosswalks that were imported: an explicit code of another classification -> ESCO concepts, with the relation.

Only codes are held, never a label: those of the Belgian crosswalk are the questions of published benchmarks, and a text
must find its concept by the linker alone.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any, Self

from taxonomies.concepts import ConceptKind
from taxonomies.crosswalk_systems import plain_code
from taxonomies.errors import TaxonomyError

CROSSWALKS_FILE = "crosswalks.sqlite"
CROSSWALKS_VERSION = "1"


class Relation(StrEnum):
    """What an ESCO concept is to a code. ``related`` is nearness of unknown direction."""

    EXACT = "exact"
    CLOSE = "close"
    ESCO_NARROWER = "esco_narrower"
    ESCO_BROADER = "esco_broader"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Mapped:
    """An ESCO concept that a code is mapped to."""

    uri: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class CrosswalkStatus:
    """One imported file: rows ``read`` = ``kept`` + all that ``left_out`` counts by reason.

    ``directions`` gives for each kind of concept what ``narrowMatch`` was found to mean, with the figures.
    ``relations`` counts the rows kept by normalised relation; ``codes`` the different codes among them.
    """

    system: str
    origin: str
    version: str
    imported_on: str
    read: int
    kept: int
    codes: int
    left_out: dict[str, int]
    relations: dict[str, int]
    directions: dict[str, dict[str, Any]]
    taxonomy: str = ""


class Crosswalks:
    """Answers what the codes of imported crosswalks mean. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        """Keep the open file, or ``None`` where nothing was imported."""
        self._connection = connection
        self._lock = RLock()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the crosswalks imported into a taxonomy folder; none imported: every answer is empty.

        Raises:
            TaxonomyError: the file cannot be read; importing again mends it.
        """
        path = folder / CROSSWALKS_FILE
        if not path.exists():
            return cls(None)
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            version = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        except sqlite3.DatabaseError as error:
            raise TaxonomyError(f"{path} is not readable: run `matcher crosswalk import` again.") from error
        if version != (CROSSWALKS_VERSION,):
            connection.close()
            raise TaxonomyError(f"{path} was written by another version: run `matcher crosswalk import` again.")
        return cls(connection)

    def concepts(self, system: str, code: str, kind: ConceptKind) -> tuple[Mapped, ...]:
        """Return the ESCO concepts of a kind that a code, or its UUID, is mapped to; by URI."""
        rows = self._rows(
            "SELECT uri, relation FROM mapping WHERE system = ? AND kind = ? AND code IN "
            "(SELECT code FROM written WHERE system = ? AND written = ?) ORDER BY uri",
            (system, kind.value, system, plain_code(code)),
        )
        return tuple(Mapped(uri, Relation(relation)) for uri, relation in rows)

    @property
    def fingerprint(self) -> str:
        """Hash of what the codes mean (hex), empty where nothing was imported."""
        rows = self._rows("SELECT value FROM meta WHERE key = 'fingerprint'")
        return str(rows[0][0]) if rows else ""

    def status(self) -> tuple[CrosswalkStatus, ...]:
        """Return what was imported, file by file."""
        return tuple(
            CrosswalkStatus(**json.loads(text)) for (text,) in self._rows("SELECT status FROM file ORDER BY id")
        )

    def close(self) -> None:
        """Release the file."""
        if self._connection is not None:
            self._connection.close()

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        if self._connection is None:
            return []
        with self._lock:
            return self._connection.execute(query, values).fetchall()
