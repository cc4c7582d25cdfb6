"""Rows, filters, pivots and the skills map, against counts by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.cohorts import (
    BANDS,
    CohortFilters,
    CohortRow,
    Dimension,
    Fact,
    band_of,
    facet_counts,
    grounds_of,
    pivot,
    skills_map,
)
from matcher.cohorts.pivots import SMALLEST_GROUP
from matcher.hiring import Stage
from matcher.store import HeldGrounds


def row(name: str, **said) -> CohortRow:
    fields = {
        "scheme": "palim",
        "occupation": "",
        "group": "7",
        "eqf": None,
        "years": None,
        "languages": (),
        "skills": frozenset(),
        "known": frozenset(Fact),
        **said,
    }
    return CohortRow(id=name, **fields)


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (None, "unknown"),
        (0.0, "0_to_1"),
        (1.0, "1_to_3"),
        (2.9, "1_to_3"),
        (3, "3_to_6"),
        (9.9, "6_to_10"),
        (10, "more"),
    ],
)
def test_years_fall_into_bands(years, band):
    assert band_of(years) == band
    assert list(BANDS) == sorted(BANDS)


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        (CohortFilters(), True),
        (CohortFilters(schemes=("thamm",)), False),
        (CohortFilters(groups=("7", "8")), True),
        (CohortFilters(eqf=(4,)), True),
        (CohortFilters(eqf=(5,)), False),
        (CohortFilters(bands=("1_to_3",)), True),
        (CohortFilters(language="nl", level="A2"), True),
        (CohortFilters(language="nl", level="B2"), False),
        (CohortFilters(language="fr", level="A1"), False),  # held without a level
        (CohortFilters(language="de", level="A1"), False),  # not named
        (CohortFilters(language="nl"), True),  # no level is asked
        (CohortFilters(stages=("interview",)), True),
        (CohortFilters(stages=("none",)), False),
        (CohortFilters(lacking=Fact.CONTACT), True),
        (CohortFilters(lacking=Fact.SKILLS), False),
    ],
)
def test_a_filter_lets_pass_whom_it_asks_for(filters, passes):
    person = row("a", eqf=4, years=2, languages=(("nl", "B1"), ("fr", None)), known=frozenset({Fact.SKILLS}))
    assert filters.lets_pass(person, {"a": Stage.INTERVIEW}) is passes


def test_counts_of_a_facet_stand_under_all_other_filters():
    rows = [row("a", scheme="palim", eqf=4), row("b", scheme="palim", eqf=5), row("c", scheme="thamm", eqf=4)]
    counts = facet_counts(rows, CohortFilters(schemes=("palim",), eqf=(4,)), {"a": Stage.OFFER})
    assert counts[Dimension.SCHEME] == {"palim": 1, "thamm": 1}
    assert counts[Dimension.EQF] == {"4": 1, "5": 1}
    assert counts[Dimension.STAGE] == {"offer": 1}


def test_stages_stand_as_a_hiring_goes_and_the_unknown_last():
    rows = [row("a", group=""), row("b", group="9"), row("c", group="2")]
    stages = {"a": Stage.HIRED_HERE, "b": Stage.CONTACTED}
    counts = facet_counts(rows, CohortFilters(), stages)
    assert list(counts[Dimension.STAGE]) == ["none", "contacted", "hired_here"]
    assert list(counts[Dimension.GROUP]) == ["2", "9", "unknown"]


def counted(pairs, *, protected):
    ids = [str(number) for number in range(len(pairs))]
    return pivot(ids, lambda one: pairs[int(one)][0], lambda one: pairs[int(one)][1], protected=protected)


def test_a_pivot_adds_up():
    table = counted([("x", "p")] * 3 + [("x", "q")] * 2 + [("y", "p")], protected=False)
    assert (table.rows, table.columns) == (("x", "y"), ("p", "q"))
    assert table.cells == ((3, 2), (1, 0))
    assert (table.row_totals, table.column_totals, table.people) == ((5, 1), (4, 2), 6)


def test_small_groups_of_a_protected_ground_are_hidden_with_the_totals_that_tell_them():
    table = counted([("x", "p")] * 9 + [("x", "q")] * 2 + [("y", "p")] * 6 + [("y", "q")] * 7, protected=True)
    assert table.cells == ((9, None), (6, 7))
    assert table.row_totals == (None, 13)
    assert table.column_totals == (15, None)


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("pqr")), max_size=60))
def test_no_number_under_five_is_ever_shown_of_a_protected_ground(pairs):
    table = counted(pairs, protected=True)
    shown = [number for line in table.cells for number in line]
    assert all(number is None or number == 0 or number >= SMALLEST_GROUP for number in shown)
    for line, total in zip(table.cells, table.row_totals, strict=True):
        assert (total is None) == (None in line)


def test_nationalities_of_one_country_count_together_and_rare_ones_are_gathered():
    held = {f"m{number}": HeldGrounds(None, "Marocaine", None) for number in range(4)}
    held |= {"n1": HeldGrounds(None, "Moroccan", None), "s": HeldGrounds(None, "Syrie", None)}
    held |= {"u": HeldGrounds(None, None, None), "w": HeldGrounds(None, "Marocaine ou Syrienne", None)}
    values = grounds_of(held, Dimension.NATIONALITY)
    assert {values[one] for one in ("m0", "m1", "m2", "m3", "n1")} == {"Marocaine (MA)"}
    assert {values[one] for one in ("s", "u", "w")} == {"other"}


def test_the_skills_map_sets_people_beside_vacancies():
    groups = {"mig": ("metal",), "tig": ("metal",), "php": ("ict",), "sql": ("ict", "data")}
    people = [row("a", skills=frozenset({"mig", "tig"})), row("b", skills=frozenset({"php"}))]
    areas = {
        area.uri: area for area in skills_map(people, [{"sql"}, {"php", "mig"}, {"sql"}, set()], groups.__getitem__)
    }
    assert (areas["metal"].people, areas["metal"].vacancies) == (1, 1)
    assert (areas["ict"].people, areas["ict"].vacancies) == (1, 3)
    assert areas["data"].gap == pytest.approx(2 / 4 - 0)
    assert [area.uri for area in skills_map(people, [{"sql"}], groups.__getitem__)][:2] == ["ict", "data"]


def test_nobody_and_nothing_asked_make_an_empty_map():
    assert skills_map([], [], lambda uri: (uri,)) == ()
