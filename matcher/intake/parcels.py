"""What a user names: one file, or a folder or archive of many, walked in order, one file in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival, read_bytes
from matcher.intake.linkedin import EXPORT_FILES, is_export
from matcher.intake.zip_files import MOST_UNPACKED, Member, is_archive, list_members

DEEPEST_ARCHIVE = 3
"""Archives within archives that are opened."""

MOST_FILES = 20_000
"""Most files of a folder, and of an archive with all archives within it."""

_JUNK_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that is no record by its nature, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that counts as one rejected record, why, and what would mend it."""

    name: str
    why: str
    remedy: str = "mend this file and send it again; the others were read"


Item = Arrival | Refused | PassedOver


def open_parcel(path: Path) -> Iterator[Item]:
    """Yield the files of a folder or archive, or the one file that was named.

    Raises:
        UnreadableFileError: no such file, an archive that cannot be opened, nothing in it that could be a record, or
            more in it than the limits allow.
    """
    if path.is_dir():
        yield from _Walk(str(path)).folder(path)
        return
    arrival = Arrival(path.name, read_bytes(path), str(path))
    if is_archive(arrival.data):
        yield from _Walk(str(path)).archive(arrival)
    else:
        yield arrival


def refusal(name: str, place: str, error: UnreadableFileError) -> Refused:
    """Return a file that could not be read, with what its error says beside the name of the file."""
    told = str(error).rstrip(".")
    for known in (place, name):
        told = told.removeprefix(known).lstrip(" ,:")
    why, _, remedy = told.rpartition("; ")
    return Refused(name, why, remedy) if why else Refused(name, remedy)


class _Walk:
    """One walk through a folder or archive, with what it may still unpack."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._bytes_left = MOST_UNPACKED
        self._files = 0
        self._found = False

    def folder(self, path: Path) -> Iterator[Item]:
        """Yield what is in a folder and those below it, in the order of their names."""
        yield from self._items(_members(path), Arrival(path.name, b"", str(path)), 0)
        self._refuse_nothing()

    def archive(self, arrival: Arrival) -> Iterator[Item]:
        """Yield what is in an archive."""
        yield from self._items(list_members(arrival.data, arrival.place), arrival, 1)
        self._refuse_nothing()

    def _refuse_nothing(self) -> None:
        if not self._found:
            raise UnreadableFileError(f"{self._place} holds no file that could be a record; check what was put in it.")

    def _items(self, members: Sequence[Member], outer: Arrival, depth: int) -> Iterator[Item]:
        exports = _exports(members)
        for member in sorted(members, key=lambda member: member.name):
            name = f"{outer.name}/{member.name}"
            self._count()
            if any(_is_junk(part) for part in _parts(member.name)):
                yield PassedOver(name, "a file that programs keep for themselves")
            elif (export := _export_of(member, exports)) is not None:
                if member is exports[export][0]:
                    yield self._export(export, exports[export], outer)
                elif member not in exports[export]:
                    yield PassedOver(name, "not one of the files of a LinkedIn export that describe the person")
            elif member.fault:
                self._found = True
                yield Refused(name, member.fault)
            else:
                yield from self._item(member, outer, depth)

    def _item(self, member: Member, outer: Arrival, depth: int) -> Iterator[Item]:
        self._found = True
        name, place = f"{outer.name}/{member.name}", f"{outer.place}/{member.name}"
        try:
            arrival = Arrival(name, self._read(member), place)
            if not is_archive(arrival.data):
                yield arrival
            elif depth >= DEEPEST_ARCHIVE:
                yield Refused(name, f"archives within archives, more than {DEEPEST_ARCHIVE} deep")
            else:
                yield from self._items(list_members(arrival.data, place), arrival, depth + 1)
        except _TooMuchError:
            raise
        except UnreadableFileError as error:
            yield refusal(name, place, error)

    def _export(self, folder: str, members: Sequence[Member], outer: Arrival) -> Item:
        self._found = True
        name, place = (f"{above}/{folder}".rstrip("/") for above in (outer.name, outer.place))
        try:
            parts = {_parts(member.name)[-1]: self._read(member) for member in members if not member.fault}
        except _TooMuchError:
            raise
        except UnreadableFileError as error:
            return refusal(name, place, error)
        return Arrival(name, b"", place, parts)

    def _read(self, member: Member) -> bytes:
        data = member.read()
        self._bytes_left -= len(data)
        if self._bytes_left < 0:
            raise _TooMuchError(
                f"{self._place} would unpack to more than {MOST_UNPACKED // 1024**2:,} million bytes: "
                "it may be a zip bomb; split it into several archives."
            )
        return data

    def _count(self) -> None:
        self._files += 1
        if self._files > MOST_FILES:
            raise _TooMuchError(f"{self._place} holds more than {MOST_FILES:,} files; load it in several parts.")


class _TooMuchError(UnreadableFileError):
    """The whole walk goes beyond a limit, not one of its files."""


def _members(path: Path) -> tuple[Member, ...]:
    """List the files below a folder; a link is not followed, for it may lead anywhere."""
    found: list[Member] = []
    for above, folders, files in os.walk(path):
        linked = [name for name in folders if Path(above, name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in linked)
        for file in (Path(above, name) for name in (*files, *linked)):
            fault = "" if file.is_file() and not file.is_symlink() else "it is a link or a device, not a file"
            found.append(Member(file.relative_to(path).as_posix(), partial(read_bytes, file), fault))
            if len(found) > MOST_FILES:
                return tuple(found)
    return tuple(found)


def _exports(members: Sequence[Member]) -> dict[str, list[Member]]:
    """Return the folders that hold a LinkedIn export, with the files in it that describe the person."""
    folders: dict[str, list[Member]] = {}
    for member in members:
        parts = _parts(member.name)
        if parts[-1] in EXPORT_FILES and not any(_is_junk(part) for part in parts):
            folders.setdefault("/".join(parts[:-1]), []).append(member)
    return {
        folder: sorted(found, key=lambda member: member.name)
        for folder, found in folders.items()
        if is_export(_parts(member.name)[-1] for member in found)
    }


def _export_of(member: Member, exports: dict[str, list[Member]]) -> str | None:
    above = _parts(member.name)[:-1]
    places = ("/".join(above[:length]) for length in range(len(above), -1, -1))
    return next((place for place in places if place in exports), None)


def _parts(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


def _is_junk(name: str) -> bool:
    return name.lower() in _JUNK_NAMES or (name.startswith((".", "~$")) and name not in (".", ".."))
