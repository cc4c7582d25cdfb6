from __future__ import annotations

import pytest

from matcher.intake.headers import column_letters


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters_are_those_of_a_spreadsheet(index: int, letters: str) -> None:
    assert column_letters(index) == letters
