"""What a skill and an occupation are, and the read-only :class:`Taxonomy` that answers about them.

A taxonomy is one SQLite file (or an in-memory database for the starter slice): it opens in milliseconds, however large.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

from taxonomies.errors import TaxonomyError
from taxonomies.wording import normalise

SCHEMA_VERSION = "1"
LANGUAGES_SHOWN = ("en", "fr", "nl", "de")


class ConceptKind(StrEnum):
    """The kinds of concept a phrase can be linked to, and the groups above them."""

    SKILL = "skill"
    OCCUPATION = "occupation"
    SKILL_GROUP = "skill_group"
    ISCO_GROUP = "isco_group"


class LabelRole(StrEnum):
    """What a label is to its concept."""

    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Label:
    """One name of one concept in one language (ISO 639-1); ``normal`` is its form for comparison."""

    uri: str
    language: str
    role: LabelRole
    text: str
    normal: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or a piece of knowledge. ``preferred`` maps language to label."""

    uri: str
    preferred: Mapping[str, str]
    skill_type: str = ""
    reuse_level: str = ""
    collections: frozenset[str] = frozenset()

    def label(self, language: str = "en") -> str:
        """Return the preferred label in that language, else in English, else in any."""
        return _best_label(self.preferred, language, self.uri)


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation. ``isco_group`` is its ISCO-08 unit group (four digits), ``code`` the finer ESCO code."""

    uri: str
    preferred: Mapping[str, str]
    isco_group: str = ""
    code: str = ""

    def label(self, language: str = "en") -> str:
        """Return the preferred label in that language, else in English, else in any."""
        return _best_label(self.preferred, language, self.uri)


@dataclass(frozen=True, slots=True)
class OccupationSkills:
    """The skills ESCO lists for one occupation, by relation."""

    essential: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TaxonomyStatus:
    """What a taxonomy holds: edition, counts by kind, labels by language, and what its import left out."""

    name: str
    edition: str
    counts: Mapping[str, int]
    labels: Mapping[str, int]
    collections: Mapping[str, int]
    relations: Mapping[str, int]
    notes: tuple[str, ...] = field(default=())


def _best_label(preferred: Mapping[str, str], language: str, uri: str) -> str:
    return preferred.get(language) or preferred.get("en") or next(iter(preferred.values()), uri)


class Taxonomy:
    """Concepts, labels and relations by URI and by label. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = RLock()
        self.meta: dict[str, str] = dict(self._rows("SELECT key, value FROM meta"))
        self.concept = lru_cache(maxsize=50_000)(self._concept)
        self.ancestors = lru_cache(maxsize=50_000)(self._ancestors)
        self.skills_of = lru_cache(maxsize=5_000)(self._skills_of)

    @classmethod
    def open(cls, path: Path) -> Taxonomy:
        """Open a taxonomy file written by :class:`taxonomies.builder.TaxonomyBuilder`.

        Raises:
            TaxonomyError: the file is no taxonomy of this version; importing again mends it.
        """
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            taxonomy = cls(connection)
        except sqlite3.DatabaseError as error:
            raise TaxonomyError(f"{path} is not a readable taxonomy: run `matcher taxonomy import` again.") from error
        if taxonomy.meta.get("schema") != SCHEMA_VERSION:
            connection.close()
            raise TaxonomyError(f"{path} was written by another version: run `matcher taxonomy import` again.")
        return taxonomy

    @property
    def fingerprint(self) -> str:
        """Hash of the content (hex): equal taxonomies have equal fingerprints."""
        return self.meta["fingerprint"]

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def labels(self, kind: ConceptKind, language: str) -> tuple[Label, ...]:
        """Return every label of a kind in a language, in a fixed order."""
        rows = self._rows(
            "SELECT c.uri, l.language, l.role, l.text, l.normalised FROM label l "
            "JOIN concept c ON c.id = l.concept_id WHERE c.kind = ? AND l.language = ? ORDER BY l.id",
            (kind.value, language),
        )
        roles = {role.value: role for role in LabelRole}
        return tuple(Label(uri, lang, roles[role], text, normal) for uri, lang, role, text, normal in rows)

    def languages(self, kind: ConceptKind) -> tuple[str, ...]:
        """Return the languages in which concepts of that kind have labels, sorted."""
        rows = self._rows(
            "SELECT DISTINCT l.language FROM label l JOIN concept c ON c.id = l.concept_id WHERE c.kind = ? ORDER BY 1",
            (kind.value,),
        )
        return tuple(language for (language,) in rows)

    def with_label(self, text: str, kind: ConceptKind, languages: Iterable[str] = ()) -> tuple[Label, ...]:
        """Return the labels of that kind whose normal form equals the text's, best role first."""
        wanted = tuple(languages)
        clause = f" AND l.language IN ({','.join('?' * len(wanted))})" if wanted else ""
        rows = self._rows(
            "SELECT c.uri, l.language, l.role, l.text FROM label l JOIN concept c ON c.id = l.concept_id "
            f"WHERE l.normalised = ? AND c.kind = ?{clause} ORDER BY l.role = 'preferred' DESC, c.uri, l.id",
            (normalise(text), kind.value, *wanted),
        )
        return tuple(Label(uri, language, LabelRole(role), label) for uri, language, role, label in rows)

    def uris(self, kind: ConceptKind) -> tuple[str, ...]:
        """Return the URIs of all concepts of a kind, sorted."""
        return tuple(u for (u,) in self._rows("SELECT uri FROM concept WHERE kind = ? ORDER BY uri", (kind.value,)))

    def descriptions(self, kind: ConceptKind) -> Iterator[tuple[str, str, str]]:
        """Yield ``(uri, language, text)`` for every description of a kind."""
        yield from self._rows(
            "SELECT c.uri, d.language, d.text FROM description d JOIN concept c ON c.id = d.concept_id "
            "WHERE c.kind = ? ORDER BY c.uri, d.language",
            (kind.value,),
        )

    def description(self, uri: str, language: str = "en") -> str | None:
        """Return what the concept means, in that language or in English, or ``None``."""
        rows = self._rows(
            "SELECT d.text FROM description d JOIN concept c ON c.id = d.concept_id "
            "WHERE c.uri = ? AND d.language IN (?, 'en') ORDER BY d.language = ? DESC LIMIT 1",
            (uri, language, language),
        )
        return rows[0][0] if rows else None

    def parents(self, kind: ConceptKind) -> Iterator[tuple[str, str]]:
        """Yield ``(uri, uri of a concept directly above)`` for every concept of a kind."""
        yield from self._rows(
            "SELECT c.uri, b.uri FROM broader r JOIN concept c ON c.id = r.concept_id "
            "JOIN concept b ON b.id = r.broader_id WHERE c.kind = ? ORDER BY 1, 2",
            (kind.value,),
        )

    def requirements(self) -> Iterator[tuple[str, str, bool]]:
        """Yield ``(occupation, skill, whether essential)`` for every skill listed for an occupation."""
        rows = self._rows(
            "SELECT o.uri, s.uri, r.essential FROM requires r JOIN concept o ON o.id = r.occupation_id "
            "JOIN concept s ON s.id = r.skill_id ORDER BY 1, 2"
        )
        yield from ((occupation, skill, bool(essential)) for occupation, skill, essential in rows)

    def skill_traits(self) -> Iterator[tuple[str, str, str]]:
        """Yield ``(uri, skill type, reuse level)`` for every skill; what is not stated is empty."""
        yield from self._rows("SELECT uri, skill_type, reuse_level FROM concept WHERE kind = 'skill' ORDER BY uri")

    def preferred_labels(self, kind: ConceptKind) -> dict[str, str]:
        """Return one preferred label of each concept of a kind: the English one, else the first by language."""
        rows = self._rows(
            "SELECT c.uri, l.text FROM label l JOIN concept c ON c.id = l.concept_id "
            "WHERE c.kind = ? AND l.role = 'preferred' ORDER BY l.language = 'en', l.language DESC",
            (kind.value,),
        )
        return dict(rows)

    def collection(self, name: str) -> frozenset[str]:
        """Return the URIs in a collection: digital, green, language, transversal, research, digcomp."""
        rows = self._rows(
            "SELECT c.uri FROM member m JOIN concept c ON c.id = m.concept_id WHERE m.collection = ?", (name,)
        )
        return frozenset(uri for (uri,) in rows)

    def broader(self, uri: str) -> tuple[str, ...]:
        """Return the concepts directly above."""
        return self._linked(
            "SELECT b.uri FROM broader r JOIN concept c ON c.id = r.concept_id "
            "JOIN concept b ON b.id = r.broader_id WHERE c.uri = ? ORDER BY 1",
            uri,
        )

    def narrower(self, uri: str) -> tuple[str, ...]:
        """Return the concepts directly below."""
        return self._linked(
            "SELECT c.uri FROM broader r JOIN concept c ON c.id = r.concept_id "
            "JOIN concept b ON b.id = r.broader_id WHERE b.uri = ? ORDER BY 1",
            uri,
        )

    def skill(self, uri: str) -> Skill:
        """Return a skill; raises :class:`TaxonomyError` where the URI is not one."""
        found = self.concept(uri)
        if not isinstance(found, Skill):
            raise TaxonomyError(f"{uri} is not a skill of {self.meta.get('name', 'this taxonomy')}.")
        return found

    def occupation(self, uri: str) -> Occupation:
        """Return an occupation; raises :class:`TaxonomyError` where the URI is not one."""
        found = self.concept(uri)
        if not isinstance(found, Occupation):
            raise TaxonomyError(f"{uri} is not an occupation of {self.meta.get('name', 'this taxonomy')}.")
        return found

    def occupations_coded(self, code: str) -> tuple[str, ...]:
        """Return the occupations with an ESCO code such as 2512.1, by URI."""
        return self._linked("SELECT uri FROM concept WHERE kind = 'occupation' AND code = ? ORDER BY uri", code)

    def occupations_in_isco(self, digits: str) -> tuple[str, ...]:
        """Return the occupations in a group of ISCO-08, given its one to four digits, by URI."""
        return self._linked(
            "SELECT uri FROM concept WHERE kind = 'occupation' AND isco_group GLOB ? || '*' ORDER BY uri", digits
        )

    def status(self) -> TaxonomyStatus:
        """Count everything held."""
        counts = dict(self._rows("SELECT kind, COUNT(*) FROM concept GROUP BY kind ORDER BY kind"))
        labels = dict(self._rows("SELECT language, COUNT(*) FROM label GROUP BY language ORDER BY language"))
        members = dict(self._rows("SELECT collection, COUNT(*) FROM member GROUP BY collection ORDER BY collection"))
        relations = {
            "essential": self._rows("SELECT COUNT(*) FROM requires WHERE essential = 1")[0][0],
            "optional": self._rows("SELECT COUNT(*) FROM requires WHERE essential = 0")[0][0],
            "broader": self._rows("SELECT COUNT(*) FROM broader")[0][0],
        }
        notes = tuple(self.meta.get("notes", "").splitlines())
        name, edition = self.meta.get("name", "?"), self.meta.get("edition", "?")
        return TaxonomyStatus(name, edition, counts, labels, members, relations, notes)

    def _concept(self, uri: str) -> Skill | Occupation | None:
        rows = self._rows(
            "SELECT id, kind, code, isco_group, skill_type, reuse_level FROM concept WHERE uri = ?", (uri,)
        )
        if not rows:
            return None
        identity, kind, code, isco_group, skill_type, reuse_level = rows[0]
        preferred = dict(
            self._rows("SELECT language, text FROM label WHERE concept_id = ? AND role = 'preferred'", (identity,))
        )
        if kind == ConceptKind.OCCUPATION:
            return Occupation(uri, preferred, isco_group, code)
        if kind != ConceptKind.SKILL:
            return None
        collections = self._rows("SELECT collection FROM member WHERE concept_id = ?", (identity,))
        return Skill(uri, preferred, skill_type, reuse_level, frozenset(name for (name,) in collections))

    def _ancestors(self, uri: str) -> Mapping[str, int]:
        """Return every concept above with its distance in steps (1 = directly broader)."""
        distances: dict[str, int] = {}
        frontier, steps = [uri], 0
        while frontier:
            steps += 1
            above = [parent for child in frontier for parent in self.broader(child)]
            frontier = [parent for parent in dict.fromkeys(above) if parent not in distances and parent != uri]
            distances.update(dict.fromkeys(frontier, steps))
        return distances

    def _skills_of(self, occupation_uri: str) -> OccupationSkills:
        rows = self._rows(
            "SELECT s.uri, r.essential FROM requires r JOIN concept o ON o.id = r.occupation_id "
            "JOIN concept s ON s.id = r.skill_id WHERE o.uri = ?",
            (occupation_uri,),
        )
        essential = frozenset(uri for uri, flag in rows if flag)
        return OccupationSkills(essential, frozenset(uri for uri, flag in rows if not flag))

    def _linked(self, query: str, uri: str) -> tuple[str, ...]:
        return tuple(found for (found,) in self._rows(query, (uri,)))

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()
