from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake.tables import read_sheets

FILES = Path(__file__).parent / "files"


def read(path: Path) -> object:
    return read_sheets(path, lambda text: text == "Ref")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\xef\xbb\xbf \r\n\r\n", "is empty"),
        ("page.csv", b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "web page or XML"),
        ("page.xlsx", b"<table><tr><td>Ref</td></tr></table>", "web page or XML"),
        ("wide.csv", "<html>".encode("utf-16"), "web page or XML"),
        ("sheet.xml", b'<?xml version="1.0"?><Workbook/>', "web page or XML"),
        ("list.csv", b"%PDF-1.7 ...", "is a PDF"),
        ("list.xlsx", b"\x89PNG\r\n", "is a picture"),
        ("list.csv.gz", b"\x1f\x8b\x08\x00", "compressed archive"),
    ],
)
def test_other_kinds_of_file_get_one_clear_sentence(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=words) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"There is no file .*absent\.csv"):
        read(tmp_path / "absent.csv")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        read(Path("a\x00b"))


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    spreadsheet = tmp_path / "really-a-spreadsheet.csv"
    spreadsheet.write_bytes((FILES / "three-bad-rows.xlsx").read_bytes())
    text = tmp_path / "really-text.xlsx"
    text.write_text("Ref;Nom\n1;a\n")
    (first, *_), (second,) = read(spreadsheet), read(text)
    assert first.name == "Candidats"
    assert second.name is None
    assert second.rows[1].filled == ((0, "1"), (1, "a"))
