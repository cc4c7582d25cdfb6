"""Delimited text: any of four delimiters, in UTF-8, UTF-16 or Windows-1252, told apart by content."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.sheets import Row, Sheet

LARGEST_FIELD = 10 * 1024 * 1024
"""Longest cell that is read, in characters."""

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "¦", "§", "#", ":")
_SAMPLE = 512 * 1024
_SAMPLE_ROWS = 60
_LONGEST_HEADING = 80
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")
_DECLARED_DELIMITER = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def read_text_table(data: bytes, path: Path, recognises: Callable[[str], bool]) -> Sheet:
    """Return the rows of delimited text.

    Args:
        data: the whole file.
        path: named in messages.
        recognises: tells whether a cell is a known heading; the delimiter that shows most of them wins.

    Raises:
        UnreadableFileError: not text, an unknown encoding, a quotation mark that never closes, or a huge cell.
    """
    text = decode(data, path)
    if csv.field_size_limit() < LARGEST_FIELD:
        csv.field_size_limit(LARGEST_FIELD)
    declared = _DECLARED_DELIMITER.match(text)
    if declared:  # a line for Excel, which does not count or show it
        return Sheet(None, tuple(_rows(text[declared.end() :], declared.group(1), path)))
    return Sheet(None, tuple(_rows(text, _best_delimiter(text, recognises), path)))


def decode(data: bytes, path: Path) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252; lines of mixed encodings are each read as their own.

    Raises:
        UnreadableFileError: the bytes are no text, or in another encoding.
    """
    try:
        text = data.decode(_wide_encoding(data) or "utf-8-sig")
    except UnicodeDecodeError:
        text = "".join(_decode_line(line, number, path) for number, line in enumerate(data.splitlines(True), 1))
        text = text.removeprefix("\ufeff")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) // 50 or sample.count("\x00") > len(sample) // 4:
        raise UnreadableFileError(
            f"{path} holds binary data, not a table; save the table as CSV or XLSX and try again."
        )
    return text.replace("\x00", "")


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 by its mark, or by zero bytes at every second place, for no other text holds any.

    Latin text has them all along, Arabic text only at its digits, spaces, delimiters and line ends.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[: min(4096, len(data) // 2 * 2)]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > len(sample) // 40 and low < high // 10 + 1 and _is_readable(sample.decode(encoding, "ignore")):
            return encoding
    return None


def _is_readable(text: str) -> bool:
    odd = sum(not (char.isprintable() or char in "\r\n\t\xa0") for char in text)
    return odd <= len(text) // 50


def _decode_line(line: bytes, number: int, path: Path) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError as error:
            offending = line[error.start]
    raise UnreadableFileError(
        f"{path}, line {number}: byte 0x{offending:02x} is neither UTF-8 nor Windows-1252 text; "
        "save the file as CSV UTF-8 and try again."
    )


def _best_delimiter(text: str, recognises: Callable[[str], bool]) -> str:
    sample = text[:_SAMPLE]

    def fitness(delimiter: str) -> tuple[int, float]:
        try:
            rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _SAMPLE_ROWS))
        except csv.Error:
            return (0, 0.0)
        headings = (sum(len(cell) <= _LONGEST_HEADING and recognises(cell) for cell in row) for row in rows)
        widths = Counter(len(row) for row in rows if row)
        width, count = max(((w, n) for w, n in widths.items() if w > 1), key=lambda pair: pair[1], default=(1, 0))
        # Rows of one width speak for a delimiter, and more so the wider they are.
        return max(headings, default=0), count / max(sum(widths.values()), 1) * (1 - 1 / width)

    return max(_DELIMITERS, key=fitness)


def _rows(text: str, delimiter: str, path: Path) -> Iterator[Row]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    number = 0
    try:
        for cells in csv.reader(lines(), delimiter=delimiter):
            number += 1
            _refuse_open_quote(taken, delimiter, f"{path}, row {number}")
            taken.clear()
            row = Row(number, tuple(cells))
            if row.filled:
                yield row
    except csv.Error as error:
        raise UnreadableFileError(
            f"{path}, row {number + 1}: {error}; a cell may hold at most {LARGEST_FIELD // 1024**2} million characters."
        ) from error


def _refuse_open_quote(lines: list[str], delimiter: str, place: str) -> None:
    """Raise where a quotation mark was left open, for it would silently swallow the rows below it."""
    record = "".join(lines)
    if len(lines) == 1 and record.count('"') % 2 == 0:
        return
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if len(lines) > 1 or "unexpected end" in str(error):
            raise UnreadableFileError(
                f'{place}: a quotation mark (") opens a cell and is not closed before the next cell; '
                "close it, or double the marks inside the text."
            ) from error
