from __future__ import annotations

import struct
from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort
from matcher.intake.compound_files import has_sound_chains

XLS = Path(__file__).parent / "files" / "kandidaten.xls"
SECTOR = 512


def changed(at: int, number: int) -> bytes:
    data = bytearray(XLS.read_bytes())
    struct.pack_into("<I", data, at, number)
    return bytes(data)


def table_at() -> int:
    """Return where the first sector of chains begins: the header lists it first."""
    return (struct.unpack_from("<I", XLS.read_bytes(), 76)[0] + 1) * SECTOR


def test_a_sound_file_is_sound() -> None:
    assert has_sound_chains(XLS.read_bytes())
    assert has_sound_chains(b"PK\x03\x04")
    assert has_sound_chains(b"")


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (table_at(), 0),  # a ring of one
        (table_at() + 4, 0x00FFFFFF),  # far beyond the end
        (48, 0x00FFFFFF),
        (60, 0x00FFFFFF),
        (68, 0),
        (76, 0x00FFFFFF),
    ],
)
def test_rings_and_far_jumps_are_found(tmp_path: Path, at: int, number: int) -> None:
    data = changed(at, number)
    assert not has_sound_chains(data)
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="cannot be opened as a spreadsheet"):
        read_cohort(path, "asylum")


@pytest.mark.parametrize("length", [8, 100, 512, 600, 1024])
def test_a_file_that_was_cut_off_is_looked_at_without_fault(length: int) -> None:
    assert has_sound_chains(XLS.read_bytes()[:length]) in (True, False)
