"""One file as it came: its name, its bytes, and what they look like to each family of formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from matcher.errors import UnreadableFileError

LARGEST_FILE = 256 * 1024 * 1024
"""Most bytes of one file; a cohort of 100,000 candidates stays far below."""


@dataclass(frozen=True)
class Arrival:
    """A file, or one member of an archive or a folder, in memory.

    Attributes:
        name: what its records say of where they stand: ``cohort.zip/cv/amina.pdf``.
        data: the whole file.
        place: what messages say: the name as the user gave it, with the folders above.
        parts: the files of an export that describe one person together, by name; ``data`` is then empty.
    """

    name: str
    data: bytes
    place: str
    parts: Mapping[str, bytes] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.place

    @cached_property
    def plain(self) -> str:
        """The first characters of a text, whatever its encoding: for a look at how it begins."""
        return self.data[:4096].replace(b"\x00", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd \t\r\n")


def read_bytes(path: Path) -> bytes:
    """Return the whole file.

    Raises:
        UnreadableFileError: no such file, a folder, no permission, nothing in it, or more than ``LARGEST_FILE``.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise oversized(str(path))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"There is no file {path}; check the name and the folder.") from error
    except IsADirectoryError as error:
        raise UnreadableFileError(f"{path} is a folder; name one file in it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(
            f"{path} cannot be opened ({reason}); check the name and your permissions."
        ) from error
    refuse_empty(data, str(path))
    return data


def refuse_empty(data: bytes, place: str) -> None:
    """Raise :class:`UnreadableFileError` where a file holds nothing but blanks and marks of an encoding."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFileError(f"{place} is empty; export the table again.")


def oversized(place: str) -> UnreadableFileError:
    """Return the error for a file beyond ``LARGEST_FILE``."""
    return UnreadableFileError(
        f"{place} is larger than {LARGEST_FILE // 1024**2} million bytes; split it into several files."
    )
