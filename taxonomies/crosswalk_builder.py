"""Writes ``crosswalks.sqlite``: the one place that knows its tables. A file is replaced only once complete."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.crosswalk_direction import Direction, Pair, Reading, Written, measure
from taxonomies.crosswalk_files import CrosswalkFile
from taxonomies.crosswalks import CROSSWALKS_VERSION, Crosswalks, CrosswalkStatus, Relation
from taxonomies.errors import TaxonomyError

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE file (id INTEGER PRIMARY KEY, system TEXT NOT NULL, kinds TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE mapping (system TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, uri TEXT NOT NULL,
    relation TEXT NOT NULL, PRIMARY KEY (system, kind, code, uri)) WITHOUT ROWID;
CREATE TABLE written (system TEXT NOT NULL, written TEXT NOT NULL, code TEXT NOT NULL,
    PRIMARY KEY (system, written, code)) WITHOUT ROWID;
"""
_AS_WRITTEN = {Written.EXACT: Relation.EXACT, Written.CLOSE: Relation.CLOSE}
_UNDER = {
    (Reading.ESCO_NARROWER, Written.NARROW): Relation.ESCO_NARROWER,
    (Reading.ESCO_NARROWER, Written.BROAD): Relation.ESCO_BROADER,
    (Reading.ESCO_BROADER, Written.NARROW): Relation.ESCO_BROADER,
    (Reading.ESCO_BROADER, Written.BROAD): Relation.ESCO_NARROWER,
}


@dataclass(slots=True)
class TakenCrosswalk:
    """What was taken from one file: the rows kept by kind of concept, and how many were left out, by reason."""

    file: CrosswalkFile
    pairs: dict[ConceptKind, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    left_out: Counter[str] = field(default_factory=Counter)


class CrosswalkBuilder:
    """Gathers the rows of a new file of crosswalks, and puts it in place of the old one once complete."""

    def __init__(self, path: Path) -> None:
        """Begin with what stands at ``path``; what this version cannot read is imported anew."""
        self._path = path
        self._partial = path.with_suffix(".partial")
        self._partial.unlink(missing_ok=True)
        self._connection = sqlite3.connect(self._partial)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        self._connection.execute("INSERT INTO meta VALUES ('schema', ?)", (CROSSWALKS_VERSION,))
        if _is_readable(path):
            self._connection.commit()
            self._connection.execute("ATTACH ? AS old", (str(path),))
            for table in ("file", "mapping", "written"):
                self._connection.execute(f"INSERT INTO {table} SELECT * FROM old.{table}")
            self._connection.commit()
            self._connection.execute("DETACH old")
        self._new: list[CrosswalkStatus] = []

    def add(self, files: Sequence[TakenCrosswalk], written: Mapping[str, set[str]], taxonomy: Taxonomy) -> None:
        """Add the files of one system; ``written`` gives the ways in which each code is written."""
        system = files[0].file.system
        of_kind = {kind: [pair for file in files for pair in file.pairs.get(kind, ())] for kind in ConceptKind}
        directions = {kind: measure(pairs, taxonomy.ancestors) for kind, pairs in of_kind.items() if pairs}
        self._forget(system, directions)
        rows = [
            (system, kind.value, code, uri, _relation(written_as, directions[kind]).value)
            for kind, pairs in of_kind.items()
            for uri, code, written_as in pairs
        ]
        self._connection.executemany("INSERT OR REPLACE INTO mapping VALUES (?, ?, ?, ?, ?)", sorted(rows))
        ways = sorted((system, way, code) for code, ways in written.items() for way in ways)
        self._connection.executemany("INSERT OR IGNORE INTO written VALUES (?, ?, ?)", ways)
        for file in files:
            status = _status(file, directions, taxonomy.fingerprint)
            kinds = ",".join(sorted(kind.value for kind in file.pairs))
            self._connection.execute(
                "INSERT INTO file (system, kinds, status) VALUES (?, ?, ?)",
                (system, kinds, json.dumps(asdict(status), ensure_ascii=False)),
            )
            self._new.append(status)

    def finish(self) -> tuple[CrosswalkStatus, ...]:
        """Put the new file in the old one's place; return what became of the files added.

        Raises:
            TaxonomyError: no row at all was kept; the old file stays.
        """
        self._connection.execute(
            "DELETE FROM written WHERE NOT EXISTS "
            "(SELECT 1 FROM mapping WHERE mapping.system = written.system AND mapping.code = written.code)"
        )
        digest = hashlib.sha256()
        for rows in ("SELECT * FROM mapping ORDER BY 1, 2, 3, 4", "SELECT * FROM written ORDER BY 1, 2, 3"):
            for row in self._connection.execute(rows):
                digest.update(repr(row).encode())
        self._connection.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (digest.hexdigest(),))
        self._connection.commit()
        self._connection.close()
        if not any(status.kept for status in self._new):
            self._partial.unlink()
            raise TaxonomyError(_nothing_kept(self._new))
        self._partial.replace(self._path)
        return tuple(self._new)

    def _forget(self, system: str, kinds: Iterable[ConceptKind]) -> None:
        """Take out what earlier imports said of a system and some kinds of concept, and emptied files."""
        gone = {kind.value for kind in kinds}
        for kind in gone:
            self._connection.execute("DELETE FROM mapping WHERE system = ? AND kind = ?", (system, kind))
        files = self._connection.execute("SELECT id, kinds FROM file WHERE system = ?", (system,)).fetchall()
        for identity, named in files:
            if set(named.split(",")) <= gone | {""}:
                self._connection.execute("DELETE FROM file WHERE id = ?", (identity,))


def _relation(written: Written, direction: Direction) -> Relation:
    if written in _AS_WRITTEN:
        return _AS_WRITTEN[written]
    return _UNDER.get((direction.reading, written), Relation.RELATED)


def _status(taken: TakenCrosswalk, directions: dict[ConceptKind, Direction], taxonomy: str) -> CrosswalkStatus:
    pairs = [(kind, pair) for kind, some in taken.pairs.items() for pair in some]
    relations = Counter(_relation(pair[2], directions[kind]).value for kind, pair in pairs)
    return CrosswalkStatus(
        system=taken.file.system,
        origin=Path(taken.file.origin).name,
        version=taken.file.version,
        imported_on=date.today().isoformat(),
        read=len(taken.file.rows),
        kept=len(pairs),
        codes=len({code for _, (_, code, _) in pairs}),
        left_out=dict(sorted(taken.left_out.items())),
        relations=dict(sorted(relations.items())),
        directions={kind.value: asdict(direction) for kind, direction in directions.items() if taken.pairs.get(kind)},
        taxonomy=taxonomy,
    )


def _is_readable(path: Path) -> bool:
    try:
        Crosswalks.open(path.parent).close()
    except TaxonomyError:
        return False
    return path.exists()


def _nothing_kept(statuses: Iterable[CrosswalkStatus]) -> str:
    reasons = sum((Counter(status.left_out) for status in statuses), Counter[str]())
    why = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items())) or "they hold no rows"
    return f"No row of these crosswalks could be kept ({why}): import the ESCO that they map to, then the crosswalk."
