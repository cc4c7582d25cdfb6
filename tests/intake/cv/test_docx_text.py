from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as DocumentFile
from docx.shared import Pt

from matcher.errors import UnreadableFileError
from matcher.intake.cv.docx_text import LARGEST_UNPACKED, read_docx
from matcher.intake.cv.text import CvText
from tests.files.cv.cv_documents import paragraphs, table, text_box


def read(write: Callable[[DocumentFile], None]) -> CvText:
    document = Document()
    write(document)
    stored = io.BytesIO()
    document.save(stored)
    return read_docx(stored.getvalue(), "cv.docx")


def test_paragraphs_lists_tabs_and_line_breaks() -> None:
    def write(document: DocumentFile) -> None:
        paragraphs(document, "# Langues\nArabe\tC2\n- meulage")
        document.add_paragraph("2019\nSoudeur")

    assert read(write).lines == ("Langues", "Arabe\tC2", "• meulage", "2019", "Soudeur")


def test_table_rows_are_lines_and_tall_first_cells_columns() -> None:
    assert read(lambda document: table(document, [["2019", "Soudeur\nUsine X"], ["2017", "Aide"]])).lines == (
        "2019\tSoudeur",
        "Usine X",
        "",
        "2017\tAide",
        "",
    )
    assert read(lambda document: table(document, [["2013 –\n2017", "Soudeur"]])).lines == ("2013 – 2017\tSoudeur", "")
    side_by_side = [["Awa Ndao\nSoudeuse\nLangues\nwolof", "Expérience\n2019 soudeuse"]]
    assert [line for line in read(lambda document: table(document, side_by_side)).lines if line] == [
        *("Awa Ndao", "Soudeuse", "Langues", "wolof", "Expérience", "2019 soudeuse"),
    ]


def test_a_text_box_is_read_once_and_page_headers_apart() -> None:
    def write(document: DocumentFile) -> None:
        document.sections[0].header.paragraphs[0].text = "Awa Ndao"
        document.add_paragraph("Soudeuse")
        text_box(document, "Contact\n+221 00")

    text = read(write)
    assert ([line for line in text.lines if line], text.margins) == (["Soudeuse", "Contact", "+221 00"], ("Awa Ndao",))


def test_the_largest_letters_are_prominent() -> None:
    def write(document: DocumentFile) -> None:
        document.add_paragraph("Curriculum vitae")
        document.add_paragraph().add_run("Awa Ndao").font.size = Pt(24)

    assert read(write).prominent == ("Awa Ndao",)
    assert read(lambda document: document.add_paragraph("Awa Ndao") and None).prominent == ()


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(LARGEST_UNPACKED + 1))
    with pytest.raises(UnreadableFileError, match=r"unpacks to 60,000,001 bytes"):
        read_docx(stored.getvalue(), "bomb.docx")


def test_a_zip_of_something_else_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("cv.txt", "Awa")
    with pytest.raises(UnreadableFileError, match="no readable Word document"):
        read_docx(stored.getvalue(), "cv.docx")
