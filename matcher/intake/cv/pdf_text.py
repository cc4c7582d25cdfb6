"""The text of a PDF file: the only user of pypdf for CVs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matcher.errors import UnreadableFileError
from matcher.intake.cv import columns
from matcher.intake.cv.arabic import in_reading_order
from matcher.intake.cv.text import CvText, clean_line, clean_lines, flat
from taxonomies.wording import fold

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 40
"""More pages than any CV has."""

_MARGIN = 2  # lines at the top and at the foot of a page that may be its header and footer


def read_pdf(data: bytes, file: str) -> CvText:
    """Return the text of a PDF in reading order: columns one after the other, what repeats on each page once.

    Raises:
        UnreadableFileError: no PDF, damaged, behind a password, longer than any CV, or pictures of text only.
    """
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its advice on every odd file is none to a user
    try:
        reader = _open(data, file)
        pages = [_page_lines(page) for page in reader.pages]
        prominent = _prominent(reader.pages[0]) if any(map(any, pages)) else ()
    except UnreadableFileError:
        raise
    except FileNotDecryptedError as error:
        raise _locked(file) from error
    except Exception as error:  # a damaged file makes pypdf fail in any way
        raise UnreadableFileError(
            f"{file} is a damaged PDF ({type(error).__name__}); open it, save it again as PDF, and send that."
        ) from error
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableFileError(
            f"{file} holds pictures of text, no text; run text recognition (OCR) on it, or ask for the file it was made from."
        )
    margins = _margins(pages)
    lines = [line for page in pages for line in (*_without(page, margins), "")]
    return CvText(clean_lines(lines), tuple(dict.fromkeys(map(clean_line, margins))), prominent)


def _open(data: bytes, file: str) -> PdfReader:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(file)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableFileError(
            f"{file} has {len(reader.pages)} pages, more than the {MOST_PAGES} of any CV; send the CV alone."
        )
    return reader


def _locked(file: str) -> UnreadableFileError:
    return UnreadableFileError(f"{file} is behind a password; remove the password, or ask for the file without one.")


def _page_lines(page: PageObject) -> list[str]:
    """Return the lines of a page as they stand on it, or in the order of the file where it cannot be laid out."""
    plain: str = page.extract_text()
    try:
        # Characters set narrower than the page has them leave the gutter between columns open.
        placed: str = page.extract_text(extraction_mode="layout", layout_mode_scale_weight=1.5)
    except Exception:  # a font without widths, a matrix without inverse: the text itself can still be read
        placed = ""
    # Where the layout leaves out text (rotated, odd fonts), all of it counts more than its place.
    usable = len("".join(placed.split())) >= 0.9 * len("".join(plain.split()))
    lines = in_reading_order((placed if usable else plain).split("\n"))
    return columns.in_reading_order(lines)


def _prominent(page: PageObject) -> tuple[str, ...]:
    """Return the texts in the largest letters of a page."""
    found: list[tuple[float, str]] = []

    def note(text: str, _: Any, matrix: Sequence[float], __: Any, size: float) -> None:
        height = abs(size * (matrix[3] or matrix[0]))
        found.extend((round(height, 1), line.strip()) for line in text.split("\n") if line.strip())

    page.extract_text(visitor_text=note)
    largest = max((size for size, _ in found), default=0)
    lines = in_reading_order([text for size, text in found if size == largest])
    return tuple(clean_line(line) for line in lines)


def _margins(pages: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the lines that stand first or last on every page but one, numbers aside, as headers and footers do."""
    if len(pages) < 2:
        return ()
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_without_numbers(line) for line in _edges(page)})
    repeated = {form for form, count in counts.items() if count >= max(2, len(pages) - 1)}
    return tuple(line for page in pages for line in _edges(page) if _without_numbers(line) in repeated)


def _edges(page: Sequence[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return [*filled[:_MARGIN], *filled[_MARGIN:][-_MARGIN:]]


def _without(page: Sequence[str], margins: Sequence[str]) -> list[str]:
    dropped = set(margins)
    return [line for line in page if line not in dropped]


def _without_numbers(line: str) -> str:
    return re.sub(r"\d+|\s+", "", fold(flat(line)))
