"""Writes records as a PDF: a title, facts under it, and one block a record with each field under its heading.

The font is inside the file, so the words of any cohort show on any machine; lines in Arabic run from the right. Texts
are drawn letter by letter: nothing in them is read as markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FONTS = Path(__file__).parent / "fonts"
_PLAIN, _BOLD = "DejaVuSans", "DejaVuSans-Bold"
_INK, _QUIET, _RULE = "#1A1A1A", "#555555", "#B5B5B5"
_PAGE = (595.28, 841.89)  # A4 in points
_MARGIN, _LABEL = 48.0, 118.0
_LEADING = 1.42  # height of a line in sizes of its letters
_FOOT = 24.0
_KEPT_TOGETHER = 3  # lines at least of a block before a page may break it


@dataclass(frozen=True, slots=True)
class PdfBlock:
    """One record: a heading, and the fields with what is said under each; an empty field is left out."""

    heading: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Style:
    font: str
    size: float
    colour: str = _INK


_TITLE, _FACT, _HEADING = _Style(_BOLD, 16), _Style(_PLAIN, 9, _QUIET), _Style(_BOLD, 11)
_NAME, _TEXT = _Style(_PLAIN, 8.5, _QUIET), _Style(_PLAIN, 9)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the page: texts at their distance from the left margin. ``rule`` draws a line above."""

    texts: tuple[tuple[float, str, _Style], ...]
    height: float
    rule: bool = False
    keep: int = 0


def write_pdf(title: str, facts: Sequence[str], blocks: Sequence[PdfBlock]) -> bytes:
    """Return a PDF (A4) of some records.

    Args:
        title: of the document.
        facts: lines under the title.
        blocks: the records, in their order.
    """
    from reportlab.pdfgen.canvas import Canvas  # a heavy import

    _register_fonts()
    pages = list(_pages([*_head(title, facts), *(line for block in blocks for line in _block(block))]))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=_PAGE, pageCompression=1)
    canvas.setTitle(title)
    canvas.setCreator("Mobility Matcher")
    for number, lines in enumerate(pages, start=1):
        _draw(canvas, lines)
        canvas.setFont(_PLAIN, 8)
        canvas.setFillColor(_QUIET)
        canvas.drawRightString(_PAGE[0] - _MARGIN, _FOOT, f"{number} / {len(pages)}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (_PLAIN, _BOLD):
        registerFont(TTFont(name, _FONTS / f"{name}.ttf"))


def _head(title: str, facts: Iterable[str]) -> Iterator[_Line]:
    yield from _lines(title, _TITLE)
    for fact in facts:
        yield from _lines(fact, _FACT)


def _block(block: PdfBlock) -> Iterator[_Line]:
    yield _Line((), 12)
    first, *rest = _lines(block.heading, _HEADING)
    yield _Line(first.texts, first.height + 4, rule=True, keep=_KEPT_TOGETHER)
    yield from rest
    for name, said in block.fields:
        if said:
            yield from _field(name, said)


def _field(name: str, said: str) -> Iterator[_Line]:
    names = _wrapped(name, _NAME, _LABEL - 8)
    texts = _wrapped(said, _TEXT, _PAGE[0] - 2 * _MARGIN - _LABEL)
    for number in range(max(len(names), len(texts))):
        cells = []
        if number < len(names):
            cells.append((0.0, names[number], _NAME))
        if number < len(texts):
            cells.append((_LABEL, texts[number], _TEXT))
        yield _Line(tuple(cells), _TEXT.size * _LEADING)


def _lines(text: str, style: _Style) -> Iterator[_Line]:
    for part in _wrapped(text, style, _PAGE[0] - 2 * _MARGIN):
        yield _Line(((0.0, part, style),), style.size * _LEADING)


def _wrapped(text: str, style: _Style, width: float) -> list[str]:
    """Cut a text into lines that fit, at blanks, or within a word that is wider than a line."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if stringWidth(longer, style.font, style.size) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while stringWidth(line, style.font, style.size) > width:
                fits = next(
                    n for n in range(len(line), 0, -1) if stringWidth(line[:n], style.font, style.size) <= width
                )
                lines.append(line[:fits])
                line = line[fits:]
        lines.append(line)
    return lines


def _pages(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    room = _PAGE[1] - 2 * _MARGIN
    page: list[_Line] = []
    used = 0.0
    for number, line in enumerate(lines):
        needed = sum(item.height for item in lines[number : number + max(line.keep, 1)])
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
        if page or line.texts:  # no empty line opens a page
            page.append(line)
            used += line.height
    yield page


def _draw(canvas: Any, lines: Iterable[_Line]) -> None:
    y = _PAGE[1] - _MARGIN
    for line in lines:
        if line.rule:
            canvas.setStrokeColor(_RULE)
            canvas.line(_MARGIN, y + 2, _PAGE[0] - _MARGIN, y + 2)
        y -= line.height
        for x, text, style in line.texts:
            canvas.setFont(style.font, style.size)
            canvas.setFillColor(style.colour)
            canvas.drawString(_MARGIN + x, y + 2, _as_drawn(text))


def _as_drawn(text: str) -> str:
    """Return a line in the order in which its letters stand from left to right, Arabic ones joined."""
    if all(letter < "\u0590" for letter in text):  # before Hebrew every script runs from the left
        return text
    import arabic_reshaper
    from bidi import get_display

    return str(get_display(arabic_reshaper.reshape(text)))
