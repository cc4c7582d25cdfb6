"""Writes a taxonomy database: the one place that knows its tables."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from taxonomies.concepts import SCHEMA_VERSION, ConceptKind, LabelRole, Taxonomy
from taxonomies.wording import gendered_forms, normalise

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE concept (
    id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, code TEXT NOT NULL, isco_group TEXT NOT NULL,
    skill_type TEXT NOT NULL, reuse_level TEXT NOT NULL);
CREATE TABLE label (
    id INTEGER PRIMARY KEY, concept_id INTEGER NOT NULL REFERENCES concept(id), language TEXT NOT NULL,
    role TEXT NOT NULL, text TEXT NOT NULL, normalised TEXT NOT NULL);
CREATE TABLE description (
    concept_id INTEGER NOT NULL REFERENCES concept(id), language TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (concept_id, language)) WITHOUT ROWID;
CREATE TABLE broader (concept_id INTEGER NOT NULL, broader_id INTEGER NOT NULL,
    PRIMARY KEY (concept_id, broader_id)) WITHOUT ROWID;
CREATE TABLE requires (occupation_id INTEGER NOT NULL, skill_id INTEGER NOT NULL, essential INTEGER NOT NULL,
    PRIMARY KEY (occupation_id, skill_id)) WITHOUT ROWID;
CREATE TABLE member (collection TEXT NOT NULL, concept_id INTEGER NOT NULL,
    PRIMARY KEY (collection, concept_id)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX label_normalised ON label (normalised);
CREATE INDEX label_concept ON label (concept_id, role);
CREATE INDEX concept_kind ON concept (kind);
CREATE INDEX broader_up ON broader (broader_id);
CREATE INDEX member_concept ON member (concept_id);
ANALYZE;
"""


@dataclass(slots=True)
class ConceptDraft:
    """One concept while it is being gathered; ``labels`` maps (language, role) to texts in order of preference."""

    uri: str
    kind: ConceptKind
    code: str = ""
    isco_group: str = ""
    skill_type: str = ""
    reuse_level: str = ""
    labels: dict[tuple[str, LabelRole], list[str]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)

    def add_label(self, language: str, role: LabelRole, text: str) -> None:
        """Keep a label once; a second preferred label in the same language becomes an alternative."""
        text = " ".join(text.split())
        if not text:
            return
        if role is LabelRole.PREFERRED and self.labels.get((language, role)):
            role = LabelRole.ALTERNATIVE
        known = self.labels.setdefault((language, role), [])
        if text not in known:
            known.append(text)


class TaxonomyBuilder:
    """Gathers drafts and relations, then writes them in one go."""

    def __init__(self, concepts: Mapping[str, ConceptDraft]) -> None:
        self._concepts = concepts
        self._ids = {uri: number for number, uri in enumerate(sorted(concepts), start=1)}
        self._broader: set[tuple[int, int]] = set()
        self._requires: dict[tuple[int, int], int] = {}
        self._members: set[tuple[str, int]] = set()

    def add_broader(self, uri: str, broader: str) -> bool:
        """Record that one concept stands under another; ``False`` where either is unknown."""
        below, above = self._ids.get(uri), self._ids.get(broader)
        if below is None or above is None:
            return False
        self._broader.add((below, above))
        return True

    def add_requirement(self, occupation: str, skill: str, *, essential: bool) -> bool:
        """Record a skill of an occupation, essential winning over optional; ``False`` where either is unknown."""
        pair = (self._ids.get(occupation), self._ids.get(skill))
        if pair[0] is None or pair[1] is None:
            return False
        key = (pair[0], pair[1])
        self._requires[key] = max(self._requires.get(key, 0), int(essential))
        return True

    def add_member(self, collection: str, uri: str) -> bool:
        """Record a concept of a collection; ``False`` where it is unknown."""
        identity = self._ids.get(uri)
        if identity is None:
            return False
        self._members.add((collection, identity))
        return True

    def write(self, path: Path | None, *, name: str, edition: str, notes: Iterable[str] = ()) -> Taxonomy:
        """Write the database (``None``: in memory) and return it open. A file is replaced only once complete."""
        partial = path.with_suffix(".partial") if path else None
        if partial and path:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.unlink(missing_ok=True)
        connection = sqlite3.connect(partial or ":memory:", check_same_thread=False)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        digest = self._fill(connection)
        meta = {"schema": SCHEMA_VERSION, "name": name, "edition": edition, "notes": "\n".join(notes)}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [*meta.items(), ("fingerprint", digest)])
        connection.executescript(_INDEXES)
        connection.commit()
        if partial is None or path is None:
            return Taxonomy(connection)
        connection.close()
        partial.replace(path)
        return Taxonomy.open(path)

    def _fill(self, connection: sqlite3.Connection) -> str:
        """Insert every row; return the hash of the labels and relations."""
        digest = hashlib.sha256()
        for uri, identity in self._ids.items():
            draft = self._concepts[uri]
            row = (identity, uri, draft.kind.value, draft.code, draft.isco_group, draft.skill_type, draft.reuse_level)
            connection.execute("INSERT INTO concept VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            labels = _label_rows(identity, draft)
            connection.executemany(
                "INSERT INTO label (concept_id, language, role, text, normalised) VALUES (?, ?, ?, ?, ?)", labels
            )
            described = [(identity, language, text) for language, text in sorted(draft.descriptions.items())]
            connection.executemany("INSERT INTO description VALUES (?, ?, ?)", described)
            digest.update(repr((row[1:], labels)).encode())
        requires = sorted((*pair, flag) for pair, flag in self._requires.items())
        connection.executemany("INSERT INTO broader VALUES (?, ?)", sorted(self._broader))
        connection.executemany("INSERT INTO requires VALUES (?, ?, ?)", requires)
        connection.executemany("INSERT INTO member VALUES (?, ?)", sorted(self._members))
        digest.update(repr((sorted(self._broader), requires, sorted(self._members))).encode())
        return digest.hexdigest()


def _label_rows(identity: int, draft: ConceptDraft) -> list[tuple[int, str, str, str, str]]:
    """Return the label rows of a concept; both halves of "soudeur/soudeuse" are labels of their own."""
    rows: list[tuple[int, str, str, str, str]] = []
    seen: set[tuple[str, str]] = set()

    def add(language: str, role: LabelRole, text: str) -> None:
        key = (language, text.casefold())
        if key not in seen:
            seen.add(key)
            rows.append((identity, language, role.value, text, normalise(text)))

    order = list(LabelRole)
    for (language, role), texts in sorted(draft.labels.items(), key=lambda item: (item[0][0], order.index(item[0][1]))):
        for text in texts:
            add(language, role, text)
            forms = gendered_forms(text)
            for form in forms if len(forms) > 1 else ():
                add(language, LabelRole.ALTERNATIVE, form)
    return rows
