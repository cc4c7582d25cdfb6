from __future__ import annotations

from matcher.intake.problem_column import PROBLEM_HEADING, without_problem_column
from matcher.intake.sheets import Row, Sheet


def test_the_column_of_problems_is_emptied_wherever_it_stands() -> None:
    rows = (Row(1, ("Liste", "")), Row(3, ("Ref", PROBLEM_HEADING.upper(), "Métier")), Row(4, ("1", "bad", "Soudeur")))
    read = without_problem_column(Sheet("S", (*rows, Row(9, ("", "the whole sheet", "")))))
    assert [(row.number, row.cells) for row in read.rows] == [
        (1, ("Liste", "")),
        (3, ("Ref", "", "Métier")),
        (4, ("1", "", "Soudeur")),
    ]


def test_other_columns_of_problems_are_the_senders_own() -> None:
    sheet = Sheet(None, (Row(1, ("Ref", "Problems", 3.0)), Row(2, ("1", "none"))))
    assert without_problem_column(sheet) == sheet
