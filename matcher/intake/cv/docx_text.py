"""The text of a Word document: the only user of python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.cv.text import CELL, CvText, clean_line, clean_lines

LARGEST_UNPACKED = 60_000_000
"""Bytes that the parts of a document may take once unpacked; a CV with photographs stays far below."""

_NEAR_THE_TOP = 30  # paragraphs
_TITLE_SIZE = 56  # half points, what Word's style "Title" has
_DATE = 30  # characters: a first cell of numbers up to this length is a date
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset({"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_W}pPr", f"{_W}rPr"})
_BOX = f"{_W}txbxContent"
_MARKS = {f"{_W}tab": CELL, f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": CELL}


def read_docx(data: bytes, file: str) -> CvText:
    """Return the text of a document in reading order: its page headers apart, tables row by row, text boxes in place.

    Raises:
        UnreadableFileError: no Word document, damaged, behind a password, or unpacked larger than any CV.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise UnreadableFileError(f"{file} unpacks to {unpacked:,} bytes, more than any CV; save the text alone.")
        body, margins = _parts(data)
        lines, prominent = list(_lines(body)), _prominent(body)
    except UnreadableFileError:
        raise
    except Exception as error:  # a damaged file makes zipfile, lxml and python-docx fail in any way
        raise UnreadableFileError(
            f"{file} is no readable Word document ({type(error).__name__}); save it again as .docx or as PDF."
        ) from error
    around = dict.fromkeys(cleaned for part in margins for line in _lines(part) if (cleaned := clean_line(line)))
    return CvText(clean_lines(lines), tuple(around), prominent)


def _parts(data: bytes) -> tuple[Any, list[Any]]:
    """Return the XML of the body, and of the page headers and footers that the document has of its own."""
    from docx import Document

    document = Document(io.BytesIO(data))
    margins = [
        part._element  # noqa: SLF001  python-docx shows only paragraphs and tables, no text boxes
        for section in document.sections
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer)
        if not part.is_linked_to_previous
    ]
    return document.element.body, margins


def _lines(element: Any) -> Iterator[str]:
    """Yield the lines under an element: paragraphs and table rows in order, each text box after its paragraph."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            for row in _within(child, f"{_W}tr"):
                yield from _row(row)
            yield ""
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _lines(child)


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(_texts(paragraph, boxes))
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or "List" in _style(paragraph)
    for number, line in enumerate(text.split("\n")):
        yield f"• {line}" if listed and number == 0 and line.strip() else line
    for box in boxes:
        yield from _lines(box)


def _prominent(body: Any) -> tuple[str, ...]:
    """Return the paragraphs near the top in the largest letters, where any are larger than others."""
    sized: list[tuple[int, str]] = []
    for paragraph in islice(body.iter(f"{_W}p"), _NEAR_THE_TOP):
        text = clean_line("".join(_texts(paragraph, [])))
        if text:
            sizes = [int(size.get(f"{_W}val", 0)) for size in paragraph.iterfind(f"{_W}r/{_W}rPr/{_W}sz")]
            sized.append((_TITLE_SIZE if _style(paragraph) == "Title" else max(sizes, default=0), text))
    largest = max((size for size, _ in sized), default=0)
    return tuple(text for size, text in sized if size == largest) if any(size < largest for size, _ in sized) else ()


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _texts(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == _BOX:
            boxes.append(child)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _texts(child, boxes)


def _row(row: Any) -> Iterator[str]:
    """Yield the lines of a table row.

    A first cell of one line goes with the first line of the others (a date and its job, a label and its text); one of
    several lines is a column of its own.
    """
    cells = [[line for line in _lines(cell) if line.strip()] for cell in _within(row, f"{_W}tc")]
    filled = [lines for lines in cells if lines]
    if (
        len(filled) > 1
        and any(char.isdigit() for line in filled[0] for char in line)
        and len("".join(filled[0])) < _DATE
    ):
        filled[0] = [" ".join(filled[0])]  # "2013 –" above "2017"
    if len(filled) > 1 and len(filled[0]) == 1:
        yield CELL.join(lines[0] for lines in filled)
        for lines in filled[1:]:
            yield from lines[1:]
    else:
        for lines in filled:
            yield from lines
    if any(len(lines) > 1 for lines in filled):
        yield ""


def _within(element: Any, tag: str) -> Iterable[Any]:
    """Return the elements of a tag under an element, also within content controls, but not within nested tables."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _within(child, tag)
