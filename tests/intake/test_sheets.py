from __future__ import annotations

from datetime import date, datetime

import pytest

from matcher.intake.sheets import Cell, Row, cell_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Soudeur\u00a0", "Soudeur"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("MIG\x00 weldng", "MIG weldng"),
        ("=1+1", "=1+1"),
        (3.0, "3"),
        (2.5, "2.5"),
        (400000103.0, "400000103"),
        (1e20, "1e+20"),
        (date(1999, 3, 1), "1999-03-01"),
        (datetime(1999, 3, 1), "1999-03-01"),
        (datetime(1999, 3, 1, 8, 30), "1999-03-01 08:30:00"),
        ("", ""),
    ],
)
def test_cell_text_is_what_a_person_would_type(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_filled_cells_keep_their_places() -> None:
    assert Row(4, ("", "a", " ", 2.0)).filled == ((1, "a"), (3, "2"))
