"""From when on somebody can begin and where goes with them everywhere: masking, store, history, merging, export."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.differences import differences
from matcher.engine import Matcher
from matcher.errors import RefusedRecordError
from matcher.filters import Filters
from matcher.loading import PLAIN_LOAD
from matcher.masking import mask
from matcher.preparation import silent
from matcher.ranking import RankingRequest
from matcher.records import Candidate, FieldChange, ProfessionalProfile, Source, Vacancy
from matcher.replaying import Outcome
from matcher.settings import Settings
from matcher.shortlists import request_of, request_words
from matcher.store.codec import content_hash, encode
from matcher.store.connection import connect, writing
from matcher.store.uniting import unite

COHORT = """Ref;Métier;Compétences;Disponible à partir du;Région souhaitée
W-1;soudeur;TIG;01/03/2027;Gand
W-2;soudeur;MIG;01/06/2027;Wallonie
W-3;soudeur;MIG;;
W-4;soudeur;MIG;préavis de 3 mois;partout
"""
MARCH = date(2027, 3, 1)


def candidate(available: date | None = None, *regions: str) -> Candidate:
    profile = ProfessionalProfile(("soudeur",), available=available, regions=regions)
    return Candidate("c", "k", "palim", Source("f.csv"), profile=profile)


@pytest.fixture
def loaded(tmp_path) -> Matcher:
    path = tmp_path / "cohort.csv"
    path.write_text(COHORT, encoding="utf-8")
    engine = Matcher(Settings(home=tmp_path / "home", database_url=None, encoder="embedded"))
    report = engine.load_cohort(path, "palim")
    assert (report.read, report.accepted, [problem.row for problem in report.problems]) == (4, 4, [5])
    assert engine.load_cohort(path, "palim").unchanged == 4
    return engine


def test_a_file_reaches_the_store_the_filters_and_the_export(loaded):
    held = {item.key: item for item in loaded.store.candidates()}
    assert [(held[key].profile.available, held[key].profile.regions) for key in ("W-1", "W-3")] == [
        (MARCH, ("flanders",)),
        (None, ()),
    ]
    assert dict(held["W-4"].extra)["Disponible à partir du"] == "préavis de 3 mois"
    counts = [
        loaded.count_candidates(Filters(available_by=by, regions=regions, drop_unknown=drop))
        for by, regions, drop in (
            (MARCH, (), False),
            (MARCH, (), True),
            (None, ("wallonia",), True),
            (MARCH, ("brussels",), False),
        )
    ]
    assert counts == [3, 1, 2, 2]
    export = loaded.export_person(held["W-1"].id)
    for part in ("profile_as_stated", "profile_as_used"):
        assert (export[part]["available"], export[part]["regions"]) == ("2027-03-01", ["flanders"])
    assert {"column": "Région souhaitée", "value": "Gand"} in export["other_columns"]


def test_both_are_entered_and_cleared_by_hand(loaded):
    person = loaded.store.candidate_id("W-1")
    loaded.loader.edit_person(person, {"available": "15/09/2027", "regions": "Namur; Bruxelles"}, PLAIN_LOAD, silent)
    profile = loaded.store.candidate("W-1").profile
    assert (profile.available, profile.regions) == (date(2027, 9, 15), ("wallonia", "brussels"))
    loaded.loader.edit_person(person, {"available": "", "skills": ["TIG", "MIG"]}, PLAIN_LOAD, silent)
    profile = loaded.store.candidate("W-1").profile
    assert (profile.available, profile.regions) == (None, ("wallonia", "brussels"))
    with pytest.raises(RefusedRecordError, match="available 'préavis': a period of notice"):
        loaded.loader.edit_person(person, {"available": "préavis"}, PLAIN_LOAD, silent)


def test_a_filtered_ranking_is_repeated_though_people_say_something_else_since(loaded):
    vacancy = Vacancy("v", "V-1", "Soudeur", Source("v.csv"))
    request = RankingRequest(5, Filters(available_by=MARCH, regions=("flanders",), drop_unknown=True))
    made = loaded.shortlists.for_vacancy(vacancy, request, None, silent)
    assert [match.candidate_id for match in made.matches] == [loaded.store.candidate_id("W-1")]
    loaded.loader.edit_person("W-1", {"available": "01/12/2027", "regions": "Mons"}, PLAIN_LOAD, silent)
    assert loaded.shortlists.for_vacancy(vacancy, request, None, silent).matches == ()
    again = loaded.replay(made.ranking_id)
    assert (again.outcome, again.differences, again.changed) == (Outcome.IDENTICAL, (), ())


def test_a_request_is_kept_with_both_and_one_kept_before_they_were_there_still_opens():
    request = RankingRequest(5, Filters(available_by=MARCH, regions=("flanders", "brussels")))
    assert request_of(request_words(request)) == request
    assert request_words(RankingRequest(5)) == {"k": 5, "filters": {}}
    assert request_of({"k": 5, "filters": {"schemes": ["palim"]}}).filters == Filters(schemes=("palim",))


def test_masking_keeps_both():
    profile = mask(candidate(MARCH, "flanders"))
    assert (profile.available, profile.regions) == (MARCH, ("flanders",))


def test_who_states_neither_is_written_and_hashed_as_before():
    assert encode(candidate().profile) == {"occupations": ["soudeur"]}
    assert content_hash(candidate(MARCH)) != content_hash(candidate())


def test_a_change_is_told_in_words():
    assert differences(candidate(), candidate(MARCH, "flanders", "brussels")) == (
        FieldChange("available", "", "2027-03-01"),
        FieldChange("regions", "", "flanders; brussels"),
    )


def test_two_records_of_one_person_say_what_either_says():
    one, other = candidate(None, "wallonia"), candidate(MARCH, "flanders", "wallonia")
    profile = unite(one, other).profile
    assert (profile.available, profile.regions) == (MARCH, ("flanders", "wallonia"))
    assert unite(candidate(date(2028, 1, 1)), other).profile.available == date(2028, 1, 1)


def test_people_held_before_they_could_be_asked_are_held_as_they_were(tmp_path):
    settings = Settings(home=tmp_path / "home", database_url=None, encoder="embedded")
    path = tmp_path / "cohort.csv"
    path.write_text("Ref;Métier\nW-1;soudeur\n", encoding="utf-8")
    with Matcher(settings).store as store:
        Matcher(settings).load_cohort(path, "palim")
        before, url = store.candidates(), store._desk.engine.url
    database = connect(url.render_as_string(hide_password=False))
    with writing(database) as connection:
        for column in ("available", "regions"):
            connection.exec_driver_sql(f"ALTER TABLE profiles DROP COLUMN {column}")
        connection.exec_driver_sql("DELETE FROM revisions WHERE family = 'statuses'")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0011'")
    database.dispose()
    engine = Matcher(settings)
    assert engine.store.candidates() == before
    assert engine.load_cohort(path, "palim").unchanged == 1
