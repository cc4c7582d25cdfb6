"""Column mappings: what a person said the headings of a sender's files mean, kept as TOML that people can edit."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import NotFoundError, UsageError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.headers import normalise_heading
from matcher.intake.lexicon import Lexicon
from matcher.records import ColumnReading

KEPT = "extra"
"""What a heading is mapped to where its cells are to be kept verbatim, though they look like a known field."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_KEYS = {"scheme", "columns"}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Headings of one sender's files and the field that each stands for; ``None`` keeps a column verbatim."""

    name: str
    scheme: str
    columns: tuple[tuple[str, CandidateColumn | None], ...]

    @classmethod
    def from_pairs(cls, name: str, scheme: str, pairs: Iterable[tuple[str, str]]) -> ColumnMapping:
        """Return the mapping that ``(heading, field)`` pairs give.

        Raises:
            UsageError: a name that cannot name a file, an unknown field, or one heading or field given twice.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"A mapping cannot be called {name!r}: use small letters, digits and dashes, as in forem-2026."
            )
        columns = tuple((heading.strip(), _column(heading, field)) for heading, field in pairs)
        _refuse_doubles(name, columns)
        return cls(name, scheme, columns)

    @classmethod
    def from_toml(cls, path: Path, scheme: str) -> ColumnMapping:
        """Read a mapping that was saved, or edited by hand since.

        Raises:
            UsageError: no TOML, an unknown entry or field, another scheme, or one heading or field given twice.
        """
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} is no TOML ({error}): mend that line, or save the mapping again.") from error
        if unknown := sorted(content.keys() - _KEYS):
            raise UsageError(
                f"{path} has an entry {unknown[0]!r} that no mapping has: remove it; it may have scheme and columns."
            )
        if content.get("scheme") != scheme:
            raise UsageError(
                f"{path} is for the scheme {content.get('scheme')!r}: write scheme = {json.dumps(scheme)} in it."
            )
        columns = content.get("columns")
        if not isinstance(columns, dict) or not all(isinstance(field, str) for field in columns.values()):
            raise UsageError(f'{path} needs a table [columns] with lines such as "Tel." = "phone".')
        try:
            return cls.from_pairs(path.stem, scheme, columns.items())
        except UsageError as error:
            raise UsageError(f"{path}: {error}") from error

    def to_toml(self) -> str:
        """Return the mapping as a file that explains itself."""
        fields = ", ".join(field_names())
        lines = [
            "# What the columns of a sender's files mean, for:",
            f"# matcher load cohort FILE --scheme {self.scheme} --mapping {self.name}",
            f"# Fields: {fields}.",
            f"scheme = {_quoted(self.scheme)}",
            "",
            "[columns]",
            *(f"{_quoted(heading)} = {_quoted(column or KEPT)}" for heading, column in self.columns),
        ]
        return "\n".join(lines) + "\n"

    def lexicon(self) -> Lexicon[CandidateColumn]:
        """Return the known headings of candidates with what this mapping says of some."""
        return CANDIDATE_LEXICON.told(dict(self.columns))


@dataclass(frozen=True, slots=True)
class MappingShelf:
    """The mappings that were saved, one file each: ``FOLDER/SCHEME/NAME.toml``."""

    folder: Path

    def path(self, scheme: str, name: str) -> Path:
        """Return where a mapping stands, or would stand."""
        return self.folder / scheme / f"{name}.toml"

    def save(self, mapping: ColumnMapping) -> Path:
        """Write a mapping, in place of one of that name."""
        path = self.path(mapping.scheme, mapping.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(mapping.to_toml(), encoding="utf-8")
        return path

    def load(self, scheme: str, name: str) -> ColumnMapping:
        """Read a mapping.

        Raises:
            NotFoundError: the scheme has none of that name; those it has are named.
            UsageError: the file was edited into something that is no mapping.
        """
        return ColumnMapping.from_toml(self._found(scheme, name), scheme)

    def delete(self, scheme: str, name: str) -> None:
        """Remove a mapping.

        Raises:
            NotFoundError: as :meth:`load`.
        """
        self._found(scheme, name).unlink()

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return the ``(scheme, name)`` of every mapping, in order."""
        return tuple(sorted((path.parent.name, path.stem) for path in self.folder.glob("*/*.toml")))

    def _found(self, scheme: str, name: str) -> Path:
        path = self.path(scheme, name)
        if _NAME.fullmatch(name) and path.is_file():
            return path
        held = [known for kept_for, known in self.names() if kept_for == scheme]
        remedy = f"it has {', '.join(held)}" if held else "save one with matcher mapping save"
        raise NotFoundError(f"The scheme {scheme} has no mapping {name!r}: {remedy}.")


def check_headings(mapping: ColumnMapping, path: Path, columns: Iterable[ColumnReading]) -> None:
    """Raise :class:`UsageError` where a mapping speaks of headings that the file does not have."""
    headings = dict.fromkeys(column.heading for column in columns)
    known = set(map(normalise_heading, headings))
    for heading, _ in mapping.columns:
        if normalise_heading(heading) not in known:
            raise UsageError(f"{path} has no heading {heading!r}: its headings are {', '.join(headings)}.")


def field_names() -> tuple[str, ...]:
    """Return what a heading can be mapped to."""
    return (*(column.value for column in CandidateColumn), KEPT)


def _column(heading: str, field: str) -> CandidateColumn | None:
    if not normalise_heading(heading):
        raise UsageError(f"{heading!r} is no heading: give its words as they stand in the file.")
    if field == KEPT:
        return None
    try:
        return CandidateColumn(field)
    except ValueError as error:
        raise UsageError(
            f"The heading {heading!r} cannot be mapped to {field!r}: choose one of {', '.join(field_names())}."
        ) from error


def _refuse_doubles(name: str, columns: tuple[tuple[str, CandidateColumn | None], ...]) -> None:
    headings: dict[str, str] = {}
    fields: dict[CandidateColumn, str] = {}
    for heading, column in columns:
        plain = normalise_heading(heading)
        if plain in headings:
            raise UsageError(f"The mapping {name} names the heading {heading!r} twice: keep one of the two.")
        headings[plain] = heading
        if column is None or column in CANDIDATE_LEXICON.repeatable:
            continue
        if column in fields:
            raise UsageError(
                f"The mapping {name} gives both {fields[column]!r} and {heading!r} the field {column.value}: "
                f"a record has one; map the other to {KEPT}, which keeps it as it is."
            )
        fields[column] = heading


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
