"""The cohort workspace over the demo cohorts: what it counts is what the store holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.cohorts import CohortFilters, Dimension, Fact
from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.hiring import Stage
from matcher.loading import PLAIN_LOAD
from matcher.offices import CohortOffice
from matcher.offices.cohort_office import PAGE, Order
from matcher.records import Answer
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role


@pytest.fixture
def office(demo_matcher):
    return CohortOffice(demo_matcher, Actor("Ann", Role.STAFF))


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.RESEARCHER, Role.AUDITOR])
def test_other_roles_do_not_enter(demo_matcher, role):
    with pytest.raises(RefusedError):
        CohortOffice(demo_matcher, Actor("Rik", role))


def test_staff_see_the_people_of_their_own_schemes_alone(demo_matcher):
    page = CohortOffice(demo_matcher, Actor("Ann", Role.STAFF, frozenset({"palim"}))).page()
    assert (page.found, page.within) == (60, 60)
    assert {line.row.scheme for line in page.lines} == {"palim"}
    assert set(page.counts[Dimension.SCHEME]) == {"palim"}


def test_rows_come_some_at_a_time_and_all_of_them(office):
    pages = [office.page(page=number) for number in range(11)]
    assert [len(page.lines) for page in pages] == [PAGE] * 9 + [240 - 9 * PAGE, 0]
    assert len({line.id for page in pages for line in page.lines}) == 240
    known = [len(line.row.known) for page in pages for line in page.lines]
    assert known == sorted(known)


def test_rows_name_nobody(office, demo_matcher):
    line = office.page().lines[0]
    person = demo_matcher.store.candidate(line.id).person
    assert person.name not in repr(line)


def test_rows_say_from_when_on_people_can_begin_and_where(office, demo_matcher):
    for line in office.page().lines:
        profile = demo_matcher.store.candidate(line.id).profile
        assert (line.row.available, line.row.regions) == (profile.available, profile.regions)


@pytest.mark.parametrize("order", Order)
def test_every_order_shows_everybody(office, order):
    assert office.page(order=order).found == 240


def test_filters_count_as_they_filter(office):
    counts = office.page().counts
    for dimension, field in ((Dimension.SCHEME, "schemes"), (Dimension.GROUP, "groups"), (Dimension.YEARS, "bands")):
        assert sum(counts[dimension].values()) == 240
        for value, number in counts[dimension].items():
            assert office.page(replace(CohortFilters(), **{field: (value,)})).found == number


def test_what_is_missing_is_what_profiles_do_not_say(office, demo_matcher):
    missing = office.completeness()
    people = demo_matcher.store.candidates()
    assert missing[Fact.CONTACT] == sum(not (one.person.email or one.person.phone) for one in people)
    assert missing[Fact.EQF] == sum(one.profile.highest_eqf is None for one in people)
    assert missing[Fact.BIRTH_DATE] == sum(one.status.birth_date is None for one in people)
    assert list(missing.values()) == sorted(missing.values(), reverse=True)
    assert office.page(CohortFilters(lacking=Fact.EQF)).found == missing[Fact.EQF]


def test_a_pivot_by_gender_is_written_down_and_hides_small_groups(office, demo_matcher):
    counted = office.pivot(Dimension.GENDER, Dimension.SCHEME)
    assert counted.people == 240
    assert all(number is None or number == 0 or number >= 5 for line in counted.cells for number in line)
    entry = demo_matcher.steward.register.log(subject="candidates").entries[-1]
    assert (entry.actor, entry.action) == ("Ann", "view")


@pytest.mark.parametrize("by", Dimension)
def test_every_dimension_counts_everybody_once(office, by):
    counted = office.pivot(by, Dimension.SCHEME)
    assert counted.people == 240
    if not by.is_protected:
        assert sum(number or 0 for number in counted.row_totals) == 240


def test_the_skills_map_has_labels_and_shares(office):
    areas = office.skills_map(language="fr")
    assert areas
    assert all(named.label and not named.label.startswith("http") for named in areas)
    assert all(0 <= share <= 1 for named in areas for share in (named.area.people_share, named.area.vacancy_share))
    assert areas[0].area.vacancies >= areas[-1].area.vacancies


def test_the_funnel_begins_with_all_who_joined(office):
    funnel = office.funnel(CohortFilters(schemes=("match",)))
    assert (funnel.joined, funnel.rankable) == (60, 60)
    assert set(funnel.reached) == set(Stage)


def test_targets_stand_beside_what_was_reached(office, demo_matcher):
    (status,) = office.targets()
    assert status.scheme == "match"
    (share,) = status.shares
    people = demo_matcher.store.candidates("match")
    women = sum(one.person.gender == "female" for one in people)
    assert share.share == pytest.approx(women / sum(one.person.gender is not None for one in people))
    assert share.answer is Answer.YES


HEADER = "Ref;Nom;Métier;Compétences;E-mail\n"


def test_rows_follow_every_change_and_an_erasure(tmp_path):
    engine = Matcher(Settings(home=tmp_path / "home", database_url=None, actor="Ann", role="staff"))
    file = tmp_path / "cohort.csv"
    file.write_text(f"{HEADER}K1;Ann Somebody;Soudeur;soudure;a@example.org\nK2;Bo Nobody;Maçon;maçonnerie;\n", "utf-8")
    engine.load_cohort(file, "palim")
    office = CohortOffice(engine, Actor("Ann", Role.STAFF))
    assert office.completeness()[Fact.CONTACT] == 1
    person = engine.store.candidate("K2")
    engine.loader.edit_person("K2", {"phone": "1"}, PLAIN_LOAD, lambda *_: None)
    assert office.completeness()[Fact.CONTACT] == 0
    engine.steward.object(person.id)
    assert office.funnel().rankable == 1
    engine.erase([person.id])
    assert office.page().found == 1
