"""The text of a PDF file: the only user of pypdf for CVs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.errors import UnreadableFileError
from matcher.intake.cv.arabic import in_reading_order
from matcher.intake.cv.layout import lines_of
from matcher.intake.cv.pdf_fragments import PageText, read_fragments
from matcher.intake.cv.text import CvText, clean_line, clean_lines, flat
from taxonomies.wording import fold

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 40
"""More pages than any CV has."""

_MARGIN = 2  # lines at the top and at the foot of a page that may be its header and footer
_NEARLY = 0.97
_MOST_OF_IT = 0.9  # of the letters: where places are known of fewer, all the text counts more than its place


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[str, ...]
    prominent: tuple[str, ...] = ()
    gutter: float | None = None


def read_pdf(data: bytes, file: str) -> CvText:
    """Return the text of a PDF in reading order: columns one after the other, what repeats on each page once.

    Raises:
        UnreadableFileError: no PDF, damaged, behind a password, longer than any CV, or pictures of text only.
    """
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its advice on every odd file is none to a user
    try:
        reader = _open(data, file)
        read: list[_Page] = []
        for page in reader.pages:
            read.append(_read_page(page, read[-1].gutter if read else None))
    except UnreadableFileError:
        raise
    except FileNotDecryptedError as error:
        raise _locked(file) from error
    except Exception as error:  # a damaged file makes pypdf fail in any way
        raise UnreadableFileError(
            f"{file} is a damaged PDF ({type(error).__name__}); open it, save it again as PDF, and send that."
        ) from error
    pages = [page.lines for page in read]
    if not any(line.strip() for page in pages for line in page):
        raise UnreadableFileError(
            f"{file} holds pictures of text, no text; run text recognition (OCR) on it, or ask for the file it "
            "was made from."
        )
    margins = _margins(pages)
    lines = [line for page in pages for line in (*_without(page, margins), "")]
    return CvText(clean_lines(lines), tuple(dict.fromkeys(map(clean_line, margins))), clean_lines(read[0].prominent))


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


def _read_page(page: PageObject, gutter: float | None) -> _Page:
    """Return the lines of a page as they stand on it, or in the order of the file where places are not known."""
    plain: str = page.extract_text()
    try:
        found = read_fragments(page)
    except Exception:  # a font without widths, a matrix without inverse: the text itself can still be read
        found = PageText((), ())
    lines, gutter = lines_of(found.upright, gutter)
    placed = [*lines, "", *found.turned]
    if found.upright and _letters(placed) >= _MOST_OF_IT * _letters([plain]):
        tallest = max((fragment.height for fragment in found.upright), default=0.0)
        titles = [fragment for fragment in found.upright if fragment.height > _NEARLY * tallest]
        return _Page(tuple(in_reading_order(placed)), tuple(in_reading_order(lines_of(titles)[0])), gutter)
    return _Page(tuple(in_reading_order(plain.split("\n"))))


def _letters(lines: Sequence[str]) -> int:
    return sum(char.isalnum() for line in lines for char in line)


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
