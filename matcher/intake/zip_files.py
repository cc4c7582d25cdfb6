"""Zip archives through zipfile, read in memory and never unpacked to disk, within limits that no cohort reaches."""

from __future__ import annotations

import io
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import LARGEST_FILE

MOST_MEMBERS = 20_000
"""Most files in one archive."""

MOST_UNPACKED = 1024**3
"""Most bytes of all files of one archive, unpacked."""

MOST_SWELLING = 200
"""Most bytes that one packed byte may become, in a file of more than ``_SMALL`` bytes; text becomes ten to thirty."""

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENT_PARTS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"})
_OFFICE_FOLDERS = {"xl": "workbook", "word": "text", "ppt": "presentation"}
_OPEN_KINDS = {"spreadsheet": "workbook", "text": "open text", "presentation": "presentation"}
_SMALL = 4 * 1024 * 1024
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,  # also of what zipfile knows no way to unpack
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive or folder: its name there, how to read it, or why it must not be read.

    ``read`` raises :class:`UnreadableFileError` where the file turns out to be damaged.
    """

    name: str
    read: Callable[[], bytes]
    fault: str = ""


def member_names(data: bytes) -> tuple[str, ...]:
    """Return the names of the files of an archive; none where it is too damaged to be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(info.filename for info in archive.infolist()[:MOST_MEMBERS] if not _is_folder(info))
    except _BROKEN:
        return ()


def read_member(data: bytes, name: str, longest: int = 1024) -> bytes:
    """Return the first bytes of one file of an archive, or none where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as part:
            return part.read(longest)
    except (*_BROKEN, KeyError):
        return b""


def is_archive(data: bytes) -> bool:
    """Tell a zip of files from the zips that are documents: XLSX, DOCX, ODS."""
    return data.startswith(_ZIP_STARTS) and not _DOCUMENT_PARTS.intersection(member_names(data))


def document_kind(data: bytes) -> str | None:
    """Return what a zip that is a document holds: ``workbook``, ``text`` or ``presentation``; ``None`` for another."""
    for name in member_names(data):
        if kind := _OFFICE_FOLDERS.get(name.partition("/")[0]):
            return kind
    mime = read_member(data, "mimetype").decode("ascii", "replace")
    return next((kind for word, kind in _OPEN_KINDS.items() if f"opendocument.{word}" in mime), None)


def refuse_bomb(data: bytes, place: str) -> None:
    """Raise :class:`UnreadableFileError` where a document packed as zip would swell as no document does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except _BROKEN:
        return  # its reader says what is wrong with it
    if sum(info.file_size for info in infos) > MOST_UNPACKED or any(_swells(info) for info in infos):
        raise UnreadableFileError(
            f"{place} would unpack to far more than a document holds and was not opened: it may be a zip bomb; "
            "open it in its own program, save it again and try again."
        )


def list_members(data: bytes, place: str) -> tuple[Member, ...]:
    """Return the files of an archive, none of them unpacked yet; one that may harm has its fault.

    Raises:
        UnreadableFileError: too damaged to be opened, or beyond the limits: it may be a zip bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = [info for info in archive.infolist() if not _is_folder(info)]
    except _BROKEN as error:
        raise UnreadableFileError(f"{place} is a damaged archive ({error}); pack it again.") from error
    if len(infos) > MOST_MEMBERS:
        raise UnreadableFileError(f"{place} holds more than {MOST_MEMBERS:,} files; split it into several archives.")
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise UnreadableFileError(
            f"{place} would unpack to more than {MOST_UNPACKED // 1024**2:,} million bytes and was not opened: "
            "it may be a zip bomb; split it into several archives."
        )
    return tuple(Member(info.filename, partial(_read, archive, info, place), _unsafe(info)) for info in infos)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str) -> bytes:
    try:
        with archive.open(info) as part:
            return part.read(LARGEST_FILE)
    except (*_BROKEN, KeyError) as error:
        reason = str(error)[:100] or type(error).__name__
        raise UnreadableFileError(
            f"{place}/{info.filename} is damaged in the archive ({reason}); pack it again."
        ) from error


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > max(_SMALL, MOST_SWELLING * info.compress_size)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.filename.endswith("/")  # zipfile's own question fails on an empty name


def _unsafe(info: zipfile.ZipInfo) -> str:
    """Say why a member must not be read, or nothing."""
    parts = info.filename.replace("\\", "/").split("/")
    leads_out = parts[0] == "" or ".." in parts or _DRIVE.match(info.filename) is not None
    faults = (
        (not info.filename, "it has no name"),
        (leads_out, "its name leads out of the archive"),
        (stat.S_ISLNK(info.external_attr >> 16), "it is a link to another file"),
        (bool(info.flag_bits & _ENCRYPTED), "it is protected by a password"),
        (info.file_size > LARGEST_FILE, f"it is larger than {LARGEST_FILE // 1024**2} million bytes"),
        (_swells(info), f"it would unpack to more than {MOST_SWELLING} times its size, as a zip bomb does"),
    )
    return next((words for is_so, words in faults if is_so), "")
