"""Statistics as an office gives them: by role and reach, standing still, logged, and of nobody."""

from __future__ import annotations

import json

import pytest
from filelock import FileLock

from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.offices import ResearchOffice
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Action, Role

RESEARCHER = Actor("Rania", Role.RESEARCHER)
HEADER = "Référence;Nom;Genre;Nationalité;Date de naissance;Métier;Langues"


def row(number, gender="F", nationality="Marocaine"):
    return f"R{number};Nom Numéro{number};{gender};{nationality};12/04/1990;Soudeuse;français B2"


def load(matcher, tmp_path, rows, scheme="palim"):
    file = tmp_path / f"{scheme}.csv"
    file.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    assert matcher.load_cohort(file, scheme).rejected == 0


@pytest.fixture
def matcher(home, tmp_path):
    found = Matcher(Settings(home=home))
    load(found, tmp_path, [row(n) for n in range(20)] + [row(n, "M") for n in range(20, 33)])
    load(found, tmp_path, [row(n, nationality="Tunisienne") for n in range(50, 62)], "thamm")
    return found


def test_counts_are_rounded_and_of_everybody(matcher):
    release = ResearchOffice(matcher, RESEARCHER).statistics()
    assert release.count() == 45
    assert release.count(("scheme", "palim")) == 35
    assert release.count(("scheme", "palim"), ("gender", "female")) == 20
    assert release.count(("origin", "TN")) == 10
    assert release.count(("age", "30_39")) == 45
    assert release.count(("language", "fr")) == release.count(("level", "B2")) == 45


def test_the_numbers_stand_still_until_five_have_come(matcher, tmp_path):
    office = ResearchOffice(matcher, RESEARCHER)
    first = office.statistics()
    load(matcher, tmp_path, [row(n, "M") for n in range(70, 74)])
    assert office.statistics() == first
    load(matcher, tmp_path, [row(74, "M")])
    assert office.statistics().count(("scheme", "palim")) == 40


def test_while_another_session_counts_the_old_numbers_are_shown(matcher, tmp_path, home):
    office = ResearchOffice(matcher, RESEARCHER)
    first = office.statistics()
    load(matcher, tmp_path, [row(n, "M") for n in range(70, 75)])
    with FileLock(home / "statistics" / "release.lock"):
        assert office.statistics() == first
    assert office.statistics().count() == 50


def test_records_that_were_merged_are_one_person_and_make_no_release_due(matcher):
    left, right = (held.id for held in matcher.store.profiles()[:2])
    matcher.duplicates.merge(left, right)
    office = ResearchOffice(matcher, RESEARCHER)
    first = office.statistics()
    made = (matcher.settings.statistics_folder / "release.json").stat().st_mtime_ns
    assert office.statistics() == first
    assert (matcher.settings.statistics_folder / "release.json").stat().st_mtime_ns == made


def test_another_process_is_shown_the_same_release(matcher, tmp_path, home):
    first = ResearchOffice(matcher, RESEARCHER).statistics()
    load(matcher, tmp_path, [row(70)])
    assert ResearchOffice(Matcher(Settings(home=home)), RESEARCHER).statistics() == first


def test_erasing_one_person_does_not_show(matcher):
    office = ResearchOffice(matcher, RESEARCHER)
    first = office.statistics()
    matcher.erase([matcher.store.profiles()[0].id])
    assert office.statistics() == first


def test_who_reaches_one_scheme_is_told_of_that_alone(matcher):
    release = ResearchOffice(matcher, Actor("Rania", Role.RESEARCHER, frozenset({"thamm"}))).statistics()
    assert release.count() is None
    assert release.count(("origin", "TN")) is None
    assert release.count(("scheme", "palim")) is None
    assert release.count(("scheme", "thamm")) == 10
    assert release.groups("scheme") == ("thamm",)
    assert set(release.people) == {"thamm"}


def test_each_look_is_written_down(matcher):
    before = len(matcher.steward.register.log().entries)
    ResearchOffice(matcher, RESEARCHER).statistics()
    entry = matcher.steward.register.log().entries[-1]
    assert len(matcher.steward.register.log().entries) == before + 1
    assert (entry.actor, entry.role, entry.action, entry.subject) == ("Rania", "researcher", Action.VIEW, "statistics")


def test_nothing_of_anybody_is_in_what_is_kept_or_given(matcher, home):
    release = ResearchOffice(matcher, RESEARCHER).statistics()
    kept = (home / "statistics" / "release.json").read_text(encoding="utf-8")
    ids = [held.id for held in matcher.store.profiles()]
    for text in (kept, repr(release), json.dumps([[list(pair) for pair in cell] for cell in release.shown])):
        assert "Nom" not in text
        assert not any(each[:8] in text for each in ids)
    assert all(count >= 5 and count % 5 == 0 for count in release.shown.values())


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.AUDITOR])
def test_other_roles_are_refused(matcher, role):
    with pytest.raises(RefusedError, match="statistics"):
        ResearchOffice(matcher, Actor("x", role))


@pytest.mark.parametrize("role", [Role.RESEARCHER])
def test_a_researcher_reaches_no_candidate_through_the_office(matcher, role):
    office = ResearchOffice(matcher, Actor("x", role))
    with pytest.raises(RefusedError, match="see candidates"):
        office.profiles()
    with pytest.raises(RefusedError, match="see candidates"):
        office.profile(matcher.store.profiles()[0].id)


def test_a_damaged_file_is_made_anew(matcher, home):
    office = ResearchOffice(matcher, RESEARCHER)
    first = office.statistics()
    (home / "statistics" / "release.json").write_text("{", encoding="utf-8")
    assert office.statistics() == first
