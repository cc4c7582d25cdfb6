"""Finds and reads official ESCO CSV files in folders, zips, gzips and alone, whatever the edition and language."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from taxonomies.errors import TaxonomyError

_NAME = re.compile(r"^(?P<table>[A-Za-z]+)(?:_(?P<language>[a-z]{2}))?\.(?i:csv(?:\.gz)?)$")
_EDITION = re.compile(r"(?<![\w.])v?(\d+\.\d+(?:\.\d+)?)(?![\w.]*\d)")
_NEEDED = {
    "skills": ("conceptUri", "preferredLabel"),
    "occupations": ("conceptUri", "preferredLabel"),
    "skillGroups": ("conceptUri", "preferredLabel"),
    "ISCOGroups": ("conceptUri", "preferredLabel"),
    "broaderRelationsSkillPillar": ("conceptUri", "broaderUri"),
    "broaderRelationsOccPillar": ("conceptUri", "broaderUri"),
    "occupationSkillRelations": ("occupationUri", "relationType", "skillUri"),
}
_COLLECTION = re.compile(r"^(?P<collection>[a-zA-Z]+?)(?:Skills|Occupations)Collection$")
_OF_NO_USE = frozenset({"skillsHierarchy", "conceptSchemes", "dictionary", "greenShareOcc", "skillSkillRelations"})
_MAX_BYTES = 2_000_000_000  # far above any ESCO package, far below what a zip bomb unpacks to


@dataclass(frozen=True, slots=True)
class EscoFile:
    """One recognised table. ``edition`` is what the name of its folder or zip says ("1.2.0"), or empty."""

    table: str
    language: str
    edition: str
    origin: str
    container: str
    read: Callable[[], bytes]

    @property
    def collection(self) -> str | None:
        """Name of the collection this table lists (digital, green, ...), or ``None``."""
        found = _COLLECTION.match(self.table)
        return found["collection"].lower() if found else None

    def rows(self) -> Iterator[dict[str, str]]:
        """Yield the rows; raises :class:`TaxonomyError` in one sentence where the file is broken."""
        try:
            text = self.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise TaxonomyError(f"{self.origin} is not UTF-8 at byte {error.start}: download it again.") from error
        if text.lstrip()[:1] == "<":
            raise TaxonomyError(f"{self.origin} is a web page saved as CSV: download the CSV package again.")
        csv.field_size_limit(10_000_000)
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        needed = ("conceptUri",) if self.collection else _NEEDED[self.table]
        missing = [column for column in needed if column not in (reader.fieldnames or ())]
        if missing:
            found = ", ".join((reader.fieldnames or ())[:6]) or "none"
            raise TaxonomyError(
                f"{self.origin} has no column {' or '.join(missing)} (found: {found}): use the official ESCO CSV."
            )
        try:
            yield from reader
        except csv.Error as error:
            raise TaxonomyError(f"{self.origin}, line {reader.line_num}: {error}: download it again.") from error


@dataclass(frozen=True, slots=True)
class Found:
    """What a path held: the tables to read, and the files left aside."""

    files: tuple[EscoFile, ...]
    skipped: tuple[str, ...]


def find_files(path: Path) -> Found:
    """Find every ESCO table under a folder, in a zip, or in one csv or csv.gz file.

    Raises:
        TaxonomyError: the path does not exist or holds no ESCO table.
    """
    if not path.exists():
        raise TaxonomyError(f"{path} does not exist: give the folder or zip of an ESCO CSV download.")
    paths = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    files: list[EscoFile] = []
    skipped: list[str] = []
    for item in paths:
        for origin, name, container, read in members_of(item):
            recognised = _recognise(origin, name, container, read)
            if recognised:
                files.append(recognised)
            elif ".csv" in name.lower():
                skipped.append(origin)
    if not files:
        raise TaxonomyError(
            f"{path} holds no ESCO table: expected names such as skills_en.csv, occupations_fr.csv.gz or an ESCO zip."
        )
    return Found(tuple(files), tuple(skipped))


def _recognise(origin: str, name: str, container: str, read: Callable[[], bytes]) -> EscoFile | None:
    match = _NAME.match(name)
    if not match or (match["table"] not in _NEEDED and not _COLLECTION.match(match["table"])):
        return None
    editions = _EDITION.findall(PurePosixPath(container).name)
    return EscoFile(match["table"], match["language"] or "", editions[-1] if editions else "", origin, container, read)


def is_of_no_use(origin: str) -> bool:
    """Tell whether a skipped file is an official table that the engine has no need of."""
    match = _NAME.match(PurePosixPath(origin).name)
    return bool(match and match["table"] in _OF_NO_USE)


_Member = tuple[str, str, str, Callable[[], bytes]]


def members_of(path: Path) -> list[_Member]:
    """Return ``(origin, name, container, read)`` of a file, or of each file in a zip; gzip is unpacked on reading.

    Raises:
        TaxonomyError: the zip is broken, or would unpack to far more than any ESCO package.
    """
    return _zip_members(path) if path.suffix.lower() == ".zip" else [_plain(path)]


def _plain(path: Path) -> _Member:
    return str(path), path.name, str(path.parent), partial(_read_plain, path)


def _zip_members(path: Path) -> list[_Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise TaxonomyError(f"{path} is not a complete zip: download it again.") from error
    if sum(info.file_size for info in infos) > _MAX_BYTES:
        raise TaxonomyError(f"{path} would unpack to more than {_MAX_BYTES // 10**9} GB: it is no ESCO package.")
    return [
        (
            f"{path}:{i.filename}",
            PurePosixPath(i.filename).name,
            f"{path} {str(PurePosixPath(i.filename).parent).replace('/', ' ')}",
            partial(_read_member, path, i.filename),
        )
        for i in infos
    ]


def _read_plain(path: Path) -> bytes:
    raw = path.read_bytes()
    if raw[:2] == b"\x1f\x8b":
        return _gunzip(raw, str(path))
    return raw


def _read_member(path: Path, member: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            raw = archive.read(member)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        # RuntimeError is what an encrypted member or an unknown compression raises.
        raise TaxonomyError(f"{path} cannot be unpacked at {member} ({error}): download it again.") from error
    return _gunzip(raw, f"{path}:{member}") if raw[:2] == b"\x1f\x8b" else raw


def _gunzip(raw: bytes, origin: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as unpacked:
            content = unpacked.read(_MAX_BYTES + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise TaxonomyError(f"{origin} is a truncated or broken gzip: download it again.") from error
    if len(content) > _MAX_BYTES:
        raise TaxonomyError(f"{origin} would unpack to more than {_MAX_BYTES // 10**9} GB: it is no ESCO file.")
    return content
