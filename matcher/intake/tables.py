"""Opens a table file by what it holds, never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival, read_bytes
from matcher.intake.sheets import Sheet
from matcher.intake.text_tables import read_text_table
from matcher.intake.workbooks import read_workbook

_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHER_STARTS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
)
_MARKUP = re.compile(rb"\s*<\s*(?:!doctype|!--|\?xml|html|head|body|table|meta|script|style|div)\b", re.IGNORECASE)


def read_sheets(file: Path | Arrival, recognises: Callable[[str], bool]) -> tuple[Sheet, ...]:
    """Return the sheets of a spreadsheet, or the one table of a text file.

    Args:
        file: a CSV, TSV, XLSX, XLSB, XLS or ODS file, whatever its name says; on disk, or in memory already.
        recognises: tells whether a cell is a known heading; used to tell delimiters apart.

    Raises:
        UnreadableFileError: the file is missing, empty or no table.
    """
    data = file.data if isinstance(file, Arrival) else read_bytes(file)
    path = Path(str(file))
    if data.startswith(_WORKBOOK_STARTS):
        return read_workbook(data, path)
    for start, kind in _OTHER_STARTS:
        if data.startswith(start):
            remedy = "pack the files as ZIP" if "archive" in kind else "save the table as CSV or XLSX"
            raise UnreadableFileError(f"{path} is {kind}, not a table; {remedy} and try again.")
    plain = data[:4096].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if _MARKUP.match(plain):
        raise UnreadableFileError(
            f"{path} is a web page or XML, not a table; "
            "open it in a spreadsheet program, save it as XLSX and try again."
        )
    return (read_text_table(data, path, recognises),)
