"""The text of a CV, whatever file it came from: lines of cells, cleaned of what typesetting did to the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CELL = "\t"
"""Parts the cells of a line: columns of a table, or text that a wide gap sets apart."""

BULLETS = "•·▪■●○◦‣➢➤►▸✓✔★☆❖◆◇→∙⁃*–—-"
_BULLET = re.compile(rf"^\s*[{re.escape(BULLETS)}\uf000-\uf0ff]+\s*(?=\S)")
_DROPPED = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\xad\x00ـ")
)
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_RATING = re.compile(r"([●•★■◆⬤]{1,10})([○☆□◇◯]{0,10})(?=\s*(?:$|\t))")
_BROKEN_WORD = re.compile(r"[^\W\d_]{2,}-$")


@dataclass(frozen=True, slots=True)
class CvText:
    """What a file says, in reading order.

    Attributes:
        lines: one a line of the page, cells parted by :data:`CELL`; an empty line where the page leaves a gap.
        margins: headers and footers, each once.
        prominent: what stands in the largest letters of the first page.
    """

    lines: tuple[str, ...]
    margins: tuple[str, ...] = ()
    prominent: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """All words, in order, margins last."""
        return [word for line in (*self.lines, *self.margins) for word in line.split()]


def clean_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines with letters, digits and spaces in one form, words joined that were broken or spaced out.

    At most one empty line follows another line; none stands first.
    """
    cleaned: list[str] = []
    for line in map(clean_line, lines):
        if not line and (not cleaned or not cleaned[-1]):
            continue
        if cleaned and line[:1].islower() and _BROKEN_WORD.search(cleaned[-1]):
            cleaned[-1] = cleaned[-1][:-1] + line
        else:
            cleaned.append(line)
    return tuple(cleaned)


def clean_line(line: str) -> str:
    """Return one line cleaned: ligatures and joined Arabic letters taken apart, digits Western, quotes straight."""
    text = unicodedata.normalize("NFKC", line.translate(_DROPPED)).replace("’", "'").replace("‘", "'")
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() and char.isdecimal() else char for char in text)
    # Four spaces and more align what belongs to a table.
    parted = [part for cell in text.split(CELL) for part in re.split(r" {4,}", _joined(cell))]
    cells = [re.sub(r"\s+", " ", part).strip() for part in parted]
    return CELL.join(cell for cell in cells if cell)


def cells_of(line: str) -> list[str]:
    """Return the cells of a line."""
    return line.split(CELL)


def flat(line: str) -> str:
    """Return a line as one text, its cells parted by a space."""
    return line.replace(CELL, " ")


def is_bullet(line: str) -> bool:
    """Tell whether a line begins with the mark of a list."""
    return bool(_BULLET.match(line))


def without_bullet(line: str) -> str:
    """Return a line without the mark of a list before it."""
    return _BULLET.sub("", line, count=1)


def counted_rating(line: str) -> str:
    """Write a row of dots or stars as numbers: ``Anglais ●●●○○`` is ``Anglais (3/5)``, and no level is made of it."""
    return _RATING.sub(_as_numbers, line)


def joined_wraps(lines: Sequence[str]) -> list[str]:
    """Join to a line that ends in a comma, or to an item of a list, the line that goes on with it in small letters."""
    joined: list[str] = []
    for line in lines:
        before = joined[-1] if joined else ""
        goes_on = before.endswith(",") or (is_bullet(before) and line[:1].islower())
        if goes_on and line and not is_bullet(line) and CELL not in line:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _joined(cell: str) -> str:
    """Join letters that were set apart; a wider gap parts their words: ``W O R K   H I S T O R Y``."""
    if not _SPACED_LETTERS.search(cell):
        return cell
    pieces = re.split(r"\s{2,}", cell.strip())
    return " ".join(_SPACED_LETTERS.sub(lambda match: match[0].replace(" ", ""), piece) for piece in pieces)


def _as_numbers(match: re.Match[str]) -> str:
    full, empty = len(match[1]), len(match[2])
    return f"({full}/{full + empty})" if full + empty >= 3 else match[0]
