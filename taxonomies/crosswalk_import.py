"""Official crosswalk files -> ``crosswalks.sqlite`` beside the taxonomy, the direction of each relation checked."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from filelock import FileLock

from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.crosswalk_direction import Direction, Pair, Reading, Written, measure
from taxonomies.crosswalk_files import CrosswalkFile, CrosswalkRow, read_crosswalks
from taxonomies.crosswalk_systems import SYSTEMS, plain_code
from taxonomies.crosswalks import CROSSWALKS_FILE, CROSSWALKS_VERSION, Crosswalks, CrosswalkStatus, Relation
from taxonomies.errors import TaxonomyError

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE file (id INTEGER PRIMARY KEY, system TEXT NOT NULL, kinds TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE mapping (system TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL, uri TEXT NOT NULL,
    relation TEXT NOT NULL, PRIMARY KEY (system, kind, code, uri)) WITHOUT ROWID;
CREATE TABLE written (system TEXT NOT NULL, written TEXT NOT NULL, code TEXT NOT NULL,
    PRIMARY KEY (system, written, code)) WITHOUT ROWID;
"""
_RELATIONS = {
    "exact": Written.EXACT,
    "close": Written.CLOSE,
    "narrow": Written.NARROW,
    "narrower": Written.NARROW,
    "broad": Written.BROAD,
    "broader": Written.BROAD,
    "related": Written.RELATED,
}
_AS_WRITTEN = {Written.EXACT: Relation.EXACT, Written.CLOSE: Relation.CLOSE}
_UNDER = {
    (Reading.ESCO_NARROWER, Written.NARROW): Relation.ESCO_NARROWER,
    (Reading.ESCO_NARROWER, Written.BROAD): Relation.ESCO_BROADER,
    (Reading.ESCO_BROADER, Written.NARROW): Relation.ESCO_BROADER,
    (Reading.ESCO_BROADER, Written.BROAD): Relation.ESCO_NARROWER,
}


@dataclass(slots=True)
class _Taken:
    """What was taken from one file."""

    file: CrosswalkFile
    pairs: dict[ConceptKind, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    left_out: Counter[str] = field(default_factory=Counter)


def import_crosswalks(
    paths: Sequence[Path], folder: Path, taxonomy: Taxonomy, *, system: str = ""
) -> tuple[CrosswalkStatus, ...]:
    """Import crosswalk files beside those imported before, and write ``folder/crosswalks.sqlite``.

    What a file says of one classification and one kind of concept replaces all that earlier imports said of these.
    Nothing changes where any file is broken.

    Args:
        paths: ``.csv``, ``.csv.gz`` or ``.zip`` files.
        folder: where the taxonomy stands.
        taxonomy: the ESCO in use; rows that name a concept which it has not are left out and counted.
        system: the classification, where the files do not name it.

    Returns:
        What became of the rows of each file given.

    Raises:
        TaxonomyError: a file cannot be used, or the system is not known.
    """
    if system and system not in SYSTEMS:
        raise TaxonomyError(f"No codes of {system!r} are read: choose one of {', '.join(SYSTEMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "import.lock"):
        files = [file for path in paths for file in read_crosswalks(path, system)]
        writing = _Writing(Crosswalks.open(folder), folder / CROSSWALKS_FILE)
        kinds = _kinds(taxonomy)
        for name in dict.fromkeys(file.system for file in files):
            writing.add(_take([file for file in files if file.system == name], kinds), taxonomy)
        return writing.finish()


def _nothing_kept(statuses: Iterable[CrosswalkStatus]) -> str:
    reasons = sum((Counter(status.left_out) for status in statuses), Counter[str]())
    why = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items())) or "they hold no rows"
    return f"No row of these crosswalks could be kept ({why}): import the ESCO that they map to, then the crosswalk."


def _kinds(taxonomy: Taxonomy) -> dict[str, ConceptKind]:
    """Return every concept that a code can be mapped to, by its URI and by the UUID that ends it."""
    both = (ConceptKind.OCCUPATION, ConceptKind.SKILL)
    return {uri: kind for kind in both for uri in taxonomy.uris(kind)}


def _take(files: Iterable[CrosswalkFile], kinds: dict[str, ConceptKind]) -> tuple[list[_Taken], dict[str, set[str]]]:
    """Return the pairs of each file of one system, and the ways in which each code is written."""
    whole = {uri.rsplit("/", 1)[-1]: uri for uri in kinds}
    seen: set[tuple[str, str]] = set()
    written: dict[str, set[str]] = defaultdict(set)
    taken = []
    for file in files:
        of_file = _Taken(file)
        for row in file.rows:
            uri = whole.get(row.concept, row.concept)
            fault = _fault(row, uri in kinds)
            code = plain_code(row.codes[0]) if row.codes else ""
            if not fault and (uri, code) in seen:
                fault = "duplicate"
            if fault:
                of_file.left_out[fault] += 1
                continue
            seen.add((uri, code))
            written[code] |= {plain_code(way) for way in row.codes}
            of_file.pairs[kinds[uri]].append((uri, code, _RELATIONS[_plain_relation(row.relation)]))
        taken.append(of_file)
    return taken, written


def _fault(row: CrosswalkRow, is_known: bool) -> str:
    """Return why a row cannot be kept, or ``""``."""
    if not row.concept:
        return "no ESCO concept"
    if not row.codes:
        return "no code"
    if _plain_relation(row.relation) not in _RELATIONS:
        return "no relation"
    return "" if is_known else "unknown ESCO concept"


def _plain_relation(text: str) -> str:
    """Return "narrow" for ``skos:narrowMatch``, ``narrower match`` and the address that ends in ``#narrowMatch``."""
    return re.sub(r"[^a-z]", "", re.split(r"[:/#]", text)[-1].casefold()).removesuffix("match")


class _Writing:
    """Gathers the rows of a new file of crosswalks, and puts it in place of the old one once complete."""

    def __init__(self, before: Crosswalks, path: Path) -> None:
        """Begin beside what stands at ``path``."""
        self._path = path
        self._partial = path.with_suffix(".partial")
        self._partial.unlink(missing_ok=True)
        before.close()
        self._connection = sqlite3.connect(self._partial)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        self._connection.execute("INSERT INTO meta VALUES ('schema', ?)", (CROSSWALKS_VERSION,))
        if path.exists():
            self._connection.commit()
            self._connection.execute("ATTACH ? AS old", (str(path),))
            for table in ("file", "mapping", "written"):
                self._connection.execute(f"INSERT INTO {table} SELECT * FROM old.{table}")
            self._connection.commit()
            self._connection.execute("DETACH old")
        self._new: list[CrosswalkStatus] = []

    def add(self, taken: tuple[list[_Taken], dict[str, set[str]]], taxonomy: Taxonomy) -> None:
        """Add the files of one system."""
        files, written = taken
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


def _status(taken: _Taken, directions: dict[ConceptKind, Direction], taxonomy: str) -> CrosswalkStatus:
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
