"""Folders and archives: what is walked, what is passed over, what is refused because it may do harm."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort, zip_files
from matcher.records import Candidate, Intake
from tests.files_made import zipped

COHORT = "Ref;Métier\n{0};Soudeur\n"


def load(tmp_path: Path, data: bytes) -> Intake[Candidate]:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    return read_cohort(path, "palim")


@pytest.mark.parametrize(
    "name", ["../x.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv", "\\\\server\\x.csv"]
)
def test_a_name_that_leads_out_is_a_rejected_record(tmp_path: Path, name: str) -> None:
    intake = load(tmp_path, zipped({name: COHORT.format(1), "ok.csv": COHORT.format(2)}))
    assert (intake.read, [c.key for c in intake.records], intake.rejected) == (2, ["2"], 1)
    assert intake.problems[0].problem == "its name leads out of the archive; the row was rejected"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    intake = load(tmp_path, buffer.getvalue())
    assert (intake.read, intake.rejected) == (1, 1)
    assert "a link" in intake.problems[0].problem
    folder = tmp_path / "folder"
    folder.mkdir()
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.csv").write_text(COHORT.format(1))
    (folder / "to-folder").symlink_to(secret)
    (folder / "to-file.csv").symlink_to(secret / "s.csv")
    intake = read_cohort(folder, "palim")
    assert (intake.read, intake.rejected, intake.records) == (2, 2, ())


def test_archives_within_archives_are_opened_up_to_a_depth(tmp_path: Path) -> None:
    data: bytes | str = COHORT.format(1)
    for level in range(6):
        data = zipped({("x.csv" if level == 0 else f"{level}.zip"): data, f"{level}.csv": COHORT.format(f"L{level}")})
    assert isinstance(data, bytes)
    intake = load(tmp_path, data)
    assert (intake.read, intake.rejected) == (4, 1)
    assert [c.key for c in intake.records] == ["L5", "L4", "L3"]
    assert "more than 3 deep" in intake.problems[0].problem


def test_a_file_that_swells_is_refused_unread(tmp_path: Path) -> None:
    bomb = zipped({"bomb.csv": b"0" * (30 * 1024 * 1024), "ok.csv": COHORT.format(1)})
    assert len(bomb) < 100_000
    intake = load(tmp_path, bomb)
    assert (intake.read, [c.key for c in intake.records], intake.rejected) == (2, ["1"], 1)
    assert "as a zip bomb does" in intake.problems[0].problem


def test_a_spreadsheet_that_swells_is_refused_unread(tmp_path: Path) -> None:
    book = zipped({"[Content_Types].xml": "", "xl/workbook.xml": "", "xl/sharedStrings.xml": b" " * (30 * 1024 * 1024)})
    with pytest.raises(UnreadableFileError, match="zip bomb"):
        load(tmp_path, book)


def test_more_than_any_cohort_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zipped({f"{n}.csv": COHORT.format(n) * 20 for n in range(5)})
    data = zipped({f"{n}.zip": inner for n in range(5)})
    monkeypatch.setattr("matcher.intake.parcels.MOST_UNPACKED", 3_000)
    with pytest.raises(UnreadableFileError, match="may be a zip bomb"):
        load(tmp_path, data)
    monkeypatch.setattr("matcher.intake.parcels.MOST_UNPACKED", 10**9)
    monkeypatch.setattr("matcher.intake.parcels.MOST_FILES", 9)
    with pytest.raises(UnreadableFileError, match="more than 9 files"):
        load(tmp_path, data)
    monkeypatch.setattr(zip_files, "MOST_MEMBERS", 4)
    with pytest.raises(UnreadableFileError, match="more than 4 files"):
        load(tmp_path, data)


def test_a_password_and_damage_are_named_by_file(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": COHORT.format(1), "b.csv": COHORT.format(2), "c.csv": COHORT.format(3)}))
    for name in (b"a.csv",):
        struct.pack_into("<H", data, data.rfind(b"PK\x01\x02", 0, data.rfind(name)) + 8, 1)
    data[data.find(b"b.csv") + 8] ^= 0xFF
    intake = load(tmp_path, bytes(data))
    assert [c.key for c in intake.records] == ["3"]
    assert [(p.file, p.problem.partition(" (")[0]) for p in intake.problems] == [
        ("a.zip/a.csv", "it is protected by a password; the row was rejected"),
        ("a.zip/b.csv", "is damaged in the archive"),
    ]


def test_what_programs_leave_behind_is_passed_over_and_named(tmp_path: Path) -> None:
    junk = ("__MACOSX/._x.csv", ".DS_Store", "a/Thumbs.db", "a/desktop.ini", "~$x.xlsx", ".hidden/x.csv")
    intake = load(tmp_path, zipped(dict.fromkeys(junk, "x") | {"a/x.csv": COHORT.format(1)}))
    assert (intake.read, intake.rejected) == (1, 0)
    assert {p.file for p in intake.problems} == {f"a.zip/{name}" for name in junk}
    assert all(p.problem.startswith("passed over") and p.row is None for p in intake.problems)


def test_two_files_with_the_same_references_say_where(tmp_path: Path) -> None:
    intake = load(tmp_path, zipped({"a.csv": COHORT.format(1), "b.csv": "Ref;Métier\n1;Maçon\n"}))
    assert [(p.file, p.row, p.problem) for p in intake.problems] == [
        (
            "a.zip/b.csv",
            2,
            "the reference 1 stands already in row 2 of a.zip/a.csv, with other content; the row was rejected",
        )
    ]


def test_a_fault_is_told_without_the_name_and_with_its_remedy(tmp_path: Path) -> None:
    files = {"a.csv": 'Ref;Métier\n1;"Soudeur\n2;x\n', "b.xml": "<?xml version='1.0'?><x/>", "c.csv": " "}
    intake = load(tmp_path, zipped(files))
    (tmp_path / "folder").mkdir()
    for name, text in files.items():
        (tmp_path / "folder" / name).write_text(text)
    for found in (intake, read_cohort(tmp_path / "folder", "palim")):
        assert (found.read, found.rejected) == (3, 3)
        assert [(p.problem, p.remedy) for p in found.problems] == [
            (
                'row 2: a quotation mark (") opens a cell and is not closed before the next cell; the row was rejected',
                "close it, or double the marks inside the text",
            ),
            (
                'is XML, but no Europass CV: it begins with "x"; the row was rejected',
                "export it as Europass XML, or save the table as XLSX",
            ),
            ("is empty; the row was rejected", "export the table again"),
        ]
