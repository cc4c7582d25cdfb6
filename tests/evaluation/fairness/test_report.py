"""The report on groups, on a real store with the demo data, and who may ask for it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from evaluation.fairness.people import field_of
from evaluation.fairness.report import COMPARABLE, EVERYBODY, comparable, measure_groups
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role


@pytest.fixture(scope="module")
def measured(demo_matcher):
    return measure_groups(Bench(demo_matcher))


def test_every_dimension_is_told_among_everybody_and_among_comparable_people(measured):
    told = {(row["pool"], row["dimension"]) for row in measured.tables["groups"]}
    dimensions = ("gender", "nationality", "age", "scheme", "language", "script")
    assert told == {(pool, dimension) for pool in (EVERYBODY, COMPARABLE) for dimension in dimensions}
    measures = {row["measure"] for row in measured.tables["groups"]}
    assert measures == {"selected@5", "selected@10", "selected@20", "exposure", "exposure@20"}
    json.dumps({"tables": dict(measured.tables)}, allow_nan=False)


def test_no_small_group_is_told_of(measured):
    assert min(row["people"] for row in measured.tables["groups"]) >= 5
    assert all(row["people"] % 5 == 0 for row in measured.tables["groups"])
    scripts = {row["group"] for row in measured.tables["groups"] if row["dimension"] == "script"}
    assert scripts == {"Latin"}  # four and one others


def test_groups_of_a_dimension_get_all_places_between_them(measured):
    rows = [row for row in measured.tables["groups"] if row["pool"] == EVERYBODY and row["measure"] == "selected@10"]
    for dimension in ("gender", "scheme", "nationality"):
        some = [row for row in rows if row["dimension"] == dimension]
        # Sizes are told to the nearest 5, so that the places come out to 10 only about.
        assert sum(row["rate"][0] * row["people"] for row in some) == pytest.approx(10, abs=0.3)
        assert max(row["to_highest"][0] for row in some) == 1.0


def test_four_fifths_are_marked_by_the_interval_too(measured):
    for row in measured.tables["groups"]:
        value, _, high = row["to_highest"]
        sign = "" if value >= 0.8 else "clearly below" if high < 0.8 else "below"
        assert row["four_fifths"] == sign


def test_schemes_are_nearer_to_each_other_among_comparable_people(measured):
    """The demo schemes are of different trades: most of what sets them apart is what the vacancies are for."""

    def lowest(pool):
        return min(
            row["to_highest"][0]
            for row in measured.tables["groups"]
            if (row["pool"], row["dimension"], row["measure"]) == (pool, "scheme", "selected@10")
        )

    assert lowest(COMPARABLE) > lowest(EVERYBODY)


def test_figures_are_the_same_each_time_and_name_their_pool(demo_matcher, measured):
    assert measure_groups(Bench(demo_matcher)) == measured
    assert any(figure.metric == "impact_ratio@10" and EVERYBODY in figure.part for figure in measured.figures)


def test_comparable_people_share_a_major_group_with_the_vacancy(demo_matcher):
    field = field_of(demo_matcher)
    pool = demo_matcher.preparer.pool([(member.id, member.profile) for member in field.members])
    openings = demo_matcher.preparer.openings(field.vacancies)
    table = comparable(demo_matcher.taxonomy, pool, openings)
    assert table.shape == (len(openings), len(pool))
    assert table.any(axis=1).mean() > 0.8
    for opening, row in zip(openings, table, strict=True):
        assert opening.occupations or opening.vacancy.codes or not row.any()


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.STAFF])
def test_other_roles_are_refused(demo_matcher, role, monkeypatch):
    monkeypatch.setattr(demo_matcher.steward, "actor", Actor("somebody", role))
    with pytest.raises(RefusedError, match="measure how groups of people fare"):
        measure_groups(Bench(demo_matcher))


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR, Role.RESEARCHER])
def test_whoever_may_leaves_an_entry_that_names_nobody(demo_matcher, role, monkeypatch):
    monkeypatch.setattr(demo_matcher.steward, "actor", Actor("somebody", role))
    before = len(demo_matcher.steward.register.log().entries)
    field = field_of(demo_matcher)
    entries = demo_matcher.steward.register.log().entries[before:]
    assert [(entry.action, entry.subject) for entry in entries] == [("view", "candidates")]
    assert str(len(field.members)) in entries[0].detail
    assert not [member.id for member in field.members if member.id in entries[0].detail]


def test_grounds_hold_no_name(demo_matcher):
    member = field_of(demo_matcher).members[0]
    assert set(member.grounds._fields) == {"gender", "nationality", "birth_date", "leg"}
    held = demo_matcher.store.candidate(member.id)
    assert member.grounds == (held.person.gender, held.status.nationality, held.status.birth_date, held.leg)


def test_a_store_that_holds_nobody_is_measured_on_the_demo_data(tmp_path):
    empty = Matcher(Settings(home=tmp_path, database_url=None, encoder="embedded"))
    field = field_of(empty)
    assert len(field.members) == 240
    assert "invented" in field.origin
    assert all(vacancy.is_open(field.day) for vacancy in field.vacancies) or field.day > date(2027, 1, 1)
