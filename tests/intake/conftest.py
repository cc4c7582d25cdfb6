"""Files written for one test each, and the files beside the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

FILES = Path(__file__).parent / "files"

WriteFile = Callable[..., Path]


@pytest.fixture
def write_text(tmp_path: Path) -> WriteFile:
    """Write text lines, or the given text, to a file; returns its path."""

    def write(content: str | Sequence[str], name: str = "cohort.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else "\n".join(content) + "\n"
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def write_xlsx(tmp_path: Path) -> WriteFile:
    """Write rows to the sheets of a spreadsheet; returns its path."""

    def write(sheets: dict[str, Sequence[Sequence[object]]], name: str = "cohort.xlsx") -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return write
