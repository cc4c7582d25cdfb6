"""A look at the sectors of an old Office file (XLS) before its reader follows them.

A compound file chains its sectors by number ([MS-CFB]). A chain that runs in a ring, or that points far beyond the end,
makes the reader reserve memory until the machine has none; that cannot be caught afterwards.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

COMPOUND_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LAST_REGULAR = 0xFFFFFFFA
"""Numbers from here on are no sectors but marks: free, end of a chain, part of a table."""

_HEADER = 512
_SIZE_OF_VERSION = {3: 512, 4: 4096}
_ENTRY = 128
_MINI_LIMIT = 4096
_STREAM, _ROOT = 2, 5


def has_sound_chains(data: bytes) -> bool:
    """Tell whether every chain of sectors ends, and within the file; ``True`` also where it is no compound file."""
    size = _SIZE_OF_VERSION.get(int.from_bytes(data[26:28], "little"))
    if not data.startswith(COMPOUND_START) or len(data) < _HEADER or size is None:
        return not data.startswith(COMPOUND_START)
    file = _Sectors(data, size)
    directory, mini_start, table_start = (int.from_bytes(data[at : at + 4], "little") for at in (48, 60, 68))
    tables = file.tables(list(_numbers(data[76:_HEADER])), table_start)
    if tables is None or not all(file.holds(number) for number in (directory, mini_start, *tables)):
        return False
    chains = list(_numbers(b"".join(file.sector(number) for number in tables)))
    if not all(file.holds(number) for number in chains) or not _end(chains):
        return False
    mini = list(_numbers(b"".join(file.sector(number) for number in _chain(mini_start, chains))))
    if not _end(mini):
        return False
    entries = b"".join(file.sector(number) for number in _chain(directory, chains))
    return all(_starts_within(entries[at : at + _ENTRY], file, mini) for at in range(0, len(entries), _ENTRY))


class _Sectors:
    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size
        self._count = -(-len(data) // size) - 1

    def holds(self, number: int) -> bool:
        return number < self._count or number >= _LAST_REGULAR

    def sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def tables(self, first: list[int], following: int) -> list[int] | None:
        """Return the numbers of the sectors that hold the chains: those in the header, then those listed elsewhere."""
        found = [number for number in first if number < _LAST_REGULAR]
        for _ in range(self._count + 1):
            if following >= _LAST_REGULAR or not self.holds(following):
                return found if following >= _LAST_REGULAR else None
            *listed, following = list(_numbers(self.sector(following))) or [_LAST_REGULAR]
            found += [number for number in listed if number < _LAST_REGULAR]
        return None


def _numbers(data: bytes) -> Iterator[int]:
    whole = len(data) // 4
    return iter(struct.unpack(f"<{whole}I", data[: whole * 4]))


def _chain(start: int, chains: Sequence[int]) -> Iterator[int]:
    while start < len(chains):
        yield start
        start = chains[start]


def _end(chains: Sequence[int]) -> bool:
    """Tell whether no chain runs in a ring: from each sector at most one other follows."""
    checked = bytearray(len(chains))
    for start in range(len(chains)):
        walked = []
        number = start
        while number < len(chains) and not checked[number]:
            checked[number] = 1
            walked.append(number)
            number = chains[number]
        if number < len(chains) and checked[number] == 1:
            return False
        for number in walked:
            checked[number] = 2
    return True


def _starts_within(entry: bytes, file: _Sectors, mini: Sequence[int]) -> bool:
    if len(entry) < _ENTRY or entry[66] not in (_STREAM, _ROOT):
        return True
    start, length = (int.from_bytes(entry[at : at + 4], "little") for at in (116, 120))
    if entry[66] == _STREAM and length < _MINI_LIMIT:
        return length == 0 or start < len(mini) or start >= _LAST_REGULAR
    return file.holds(start)
