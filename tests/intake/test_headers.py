from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.headers import Header, Heading, column_letters, repeats_header
from matcher.intake.sheets import Row

C = CandidateColumn


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_column_letters_are_those_of_a_spreadsheet(index: int, letters: str) -> None:
    assert column_letters(index) == letters


@pytest.mark.parametrize(
    ("cells", "repeats"),
    [
        (("Ref", "", "Métier"), True),
        (("Ref", "", "Métier\n"), True),
        (("Ref", "x", "Métier"), False),
        (("Ref", "", "Soudeur"), False),
        (("Ref", "", ""), False),
    ],
)
def test_a_header_printed_again_is_known_also_beside_a_column_without_heading(
    cells: tuple[str, ...], repeats: bool
) -> None:
    header = Header(1, (Heading(0, "Ref", C.KEY), Heading(1, "Column B", None), Heading(2, "Métier", C.OCCUPATION)))
    assert repeats_header(Row(9, cells), header) == repeats
