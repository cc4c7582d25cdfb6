from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake.sheets import cell_text
from matcher.intake.text_tables import LARGEST_FIELD, decode, read_text_table

PATH = Path("export.csv")
HEADINGS = {"ref", "métier", "langues"}


def rows_of(text: str, encoding: str = "utf-8") -> list[tuple[int, list[str]]]:
    sheet = read_text_table(text.encode(encoding), PATH, lambda cell: cell.casefold() in HEADINGS)
    return [(row.number, [cell_text(cell) for cell in row.cells]) for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_rows(encoding: str, delimiter: str) -> None:
    text = delimiter.join(["Ref", "Métier", "Langues"]) + "\r\n" + delimiter.join(["1", "Maçon", "français"]) + "\r\n"
    assert rows_of(text, encoding) == [(1, ["Ref", "Métier", "Langues"]), (2, ["1", "Maçon", "français"])]


def test_known_headings_outweigh_commas_inside_the_cells() -> None:
    text = "Ref;Métier\n" + "\n".join(f"{n};a, b, c" for n in range(9))
    assert rows_of(text)[1] == (2, ["0", "a, b, c"])


def test_delimiter_is_found_without_known_headings_by_even_rows() -> None:
    assert rows_of("x;y;z\n1;2,5;3\n4;5,5;6\n")[1] == (2, ["1", "2,5", "3"])


def test_line_for_excel_declares_the_delimiter_and_counts_for_nothing() -> None:
    assert rows_of("sep=|\nRef|Métier\n1|a;b;c\n") == [(1, ["Ref", "Métier"]), (2, ["1", "a;b;c"])]


def test_record_with_line_ends_takes_one_number_and_blank_lines_count() -> None:
    text = 'Ref,Métier\n1,"a\nb\nc"\n\n2,d\n'
    assert [number for number, _ in rows_of(text)] == [1, 2, 4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end: str) -> None:
    assert rows_of(end.join(["Ref,Métier", "1,a", "2,b", ""])) == [
        (1, ["Ref", "Métier"]),
        (2, ["1", "a"]),
        (3, ["2", "b"]),
    ]


def test_lines_of_two_encodings_are_each_read_as_their_own() -> None:
    data = "Ref;Métier\n1;Maçon\n".encode() + "2;Électricien\n".encode("cp1252")
    sheet = read_text_table(data, PATH, lambda _: False)
    assert [row.cells[1] for row in sheet.rows] == ["Métier", "Maçon", "Électricien"]


def test_stray_nul_bytes_are_dropped() -> None:
    assert rows_of("Ref,Métier\n1,so\x00udeur\n")[1] == (2, ["1", "soudeur"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(range(256)) * 20, "neither UTF-8 nor Windows-1252"),
        (b"\x01\x02\x03\x04\x05\x06abc" * 50, "binary data"),
        (b"ab\x00\x00\x00\x00\x00\x00" * 50, "binary data"),
        (b"Ref;M\xe9tier\n1;\x81\n", "line 2: byte 0x81"),
        ("Ref;Métier\n".encode("utf-16")[:-1], "binary data"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words):
        decode(data, PATH)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('Ref,Métier\n1,"soudeur\n2,maçon\n', 2),
        ('Ref,Métier\n1,soudeur\n2,"maçon', 3),
        ('Ref,Métier\n1,"soudeur\n2,"maçon"\n', 2),
    ],
)
def test_quotation_mark_left_open_is_never_passed_over(text: str, row: int) -> None:
    with pytest.raises(UnreadableFileError, match=f"export.csv, row {row}: a quotation mark"):
        rows_of(text)


def test_marks_inside_a_line_are_no_open_quotation() -> None:
    assert rows_of('Ref,Métier\n1,pipe 5" welder\n2,"soudeur" MIG\n')[1:] == [
        (2, ["1", 'pipe 5" welder']),
        (3, ["2", "soudeur MIG"]),
    ]


def test_a_cell_of_ten_megabytes_is_read_and_a_longer_one_named() -> None:
    assert len(rows_of("Ref,Métier\n1," + "a" * LARGEST_FIELD)[1][1][1]) == LARGEST_FIELD
    with pytest.raises(UnreadableFileError, match="row 2"):
        rows_of("Ref,Métier\n1," + "a" * (LARGEST_FIELD + 1))


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs")), max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=8), st.sampled_from(",;\t|"))
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(["Ref", "Métier", "Langues"])
    writer.writerows(rows)
    expected = [row for row in rows if any(cell_text(cell) for cell in row)]
    sheet = read_text_table(buffer.getvalue().encode(), PATH, lambda cell: cell.casefold() in HEADINGS)
    assert [list(row.cells) for row in sheet.rows[1:]] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Réf;Métier\n1;maçon\n", "رقم الملف,المهنة\n١,خياطة آلية\nع-٢,كهربائي\n"])
def test_every_encoding_is_told_also_of_text_in_arabic(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), Path("cohort.csv")) == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", "¦", "§", "#", ":"])
def test_any_delimiter_is_told_by_the_headings_it_shows(delimiter: str) -> None:
    lines = (("Ref", "Nom", "Métier", "Compétences"), ("1", "A", "soudeur", "MIG; TIG, 2:1"))
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    sheet = read_text_table(text.encode(), Path("cohort.csv"), lambda cell: cell in lines[0])
    assert tuple(row.cells for row in sheet.rows) == lines
