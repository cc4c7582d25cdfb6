from __future__ import annotations

from datetime import date

from matcher.statistics import Dimension, made_release
from screen.counted import counts_table
from screen.counts_chart import bars_table, counts_chart
from screen.wording import Words

EN = Words("en")
DIMENSIONS = (Dimension("scheme", ("palim", "thamm")), Dimension("gender", ("female", "male", "other")))
PEOPLE = [("palim", "female")] * 12 + [("palim", "male")] * 33 + [("thamm", "female")] * 8 + [("thamm", "male")] * 13
RELEASE = made_release([*PEOPLE, ("thamm", "other"), ("palim", "other")], DIMENSIONS, date(2026, 11, 28))


def test_a_bar_stands_for_each_number_that_is_told():
    bars = bars_table(RELEASE, "gender", "scheme", EN)
    told = counts_table(RELEASE, "gender", "scheme", EN)
    numbers = [cell for row in told.rows[:-1] for cell in row[1:-1] if isinstance(cell, int)]
    assert sorted(bars["count"]) == sorted(numbers)
    assert "another gender" not in set(bars["group"])


def test_parts_stand_under_each_other_and_never_add_up_to_a_whole():
    drawn = counts_chart(bars_table(RELEASE, "gender", "scheme", EN), ["women", "men"], EN).to_dict()
    assert drawn["encoding"]["yOffset"]["field"] == "part"
    assert set(drawn["encoding"]["color"]["scale"]["domain"]) <= {"PALIM", "THAMM"}


def test_one_bar_a_group_needs_no_legend():
    drawn = counts_chart(bars_table(RELEASE, "scheme", "", EN), ["PALIM", "THAMM"], EN).to_dict()
    assert "color" not in drawn["encoding"]
    assert drawn["encoding"]["y"]["sort"] == ["PALIM", "THAMM"]


def test_the_table_ends_with_all_in_both_directions():
    told = counts_table(RELEASE, "gender", "scheme", EN)
    assert told.headings == ("Gender", "PALIM", "THAMM", "All")
    assert told.rows[-1][0] == "All"
    assert told.rows[-1][-1] == 70


def test_who_reaches_one_scheme_sees_no_column_of_all():
    told = counts_table(RELEASE.within({"palim"}), "gender", "scheme", EN)
    assert told.headings == ("Gender", "PALIM")
