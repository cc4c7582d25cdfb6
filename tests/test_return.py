"""Return: somebody against the vacancies and shortages of a home country, which the store does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.engine import Matcher
from matcher.errors import RefusedError
from matcher.intake.shortage_lists import read_targets
from matcher.ranking import RankingRequest
from matcher.replaying import Outcome
from matcher.settings import Settings

FILES = Path(__file__).parent / "files"
COHORT = "Ref;Métier;Compétences\nR1;Soudeur;soudure TIG\nR2;Cuisinier;cuisine française\n"


@pytest.fixture
def engine(tmp_path):
    matcher = Matcher(Settings(home=tmp_path / "home", database_url=None, encoder="embedded"))
    (tmp_path / "cohort.csv").write_text(COHORT, encoding="utf-8")
    matcher.load_cohort(tmp_path / "cohort.csv", "palim")
    return matcher


def silent(*_):
    pass


@pytest.mark.parametrize(
    ("key", "file", "first"),
    [
        ("R1", "penuries-maroc.csv", "Soudeur TIG"),
        ("R2", "penuries-maroc.csv", "Cuisinier"),
        ("R1", "offres-tunisie.csv", "Soudeur"),
    ],
)
def test_the_occupation_of_ones_skills_comes_first(engine, key, file, first):
    targets = read_targets(FILES / file).records
    shortlist = engine.shortlists.for_return(engine.store.candidate_id(key), targets, RankingRequest(10), silent)
    titles = {item.id: item.title for item in targets}
    assert titles[shortlist.matches[0].vacancy_id] == first
    assert len(shortlist.matches) == len(targets)
    assert all(match.verdicts == () for match in shortlist.matches)
    assert engine.store.vacancies() == ()


def test_the_ranking_is_logged_and_can_be_repeated(engine):
    targets = read_targets(FILES / "penuries-maroc.csv").records
    shortlist = engine.shortlists.for_return(engine.store.candidate_id("R1"), targets, RankingRequest(3), silent)
    assert engine.replay(shortlist.ranking_id).outcome is Outcome.IDENTICAL


def test_who_objects_is_not_ranked(engine):
    person = engine.store.candidate_id("R1")
    engine.steward.object(person)
    with pytest.raises(RefusedError):
        engine.shortlists.for_return(
            person, read_targets(FILES / "penuries-maroc.csv").records, RankingRequest(3), silent
        )


def test_a_cohort_of_a_scheme_without_legs_loads_and_keeps_the_legs_of_its_rows(engine, tmp_path):
    (tmp_path / "other.csv").write_text(
        "Ref;Métier;Pays d'origine;Pays de destination\nO1;Soudeur;Maroc;Belgique\nO2;Maçon;;\n", encoding="utf-8"
    )
    assert engine.load_cohort(tmp_path / "other.csv", "other").accepted == 2
    legs = {item.key: item.leg and (item.leg.origin, item.leg.destination) for item in engine.store.candidates("other")}
    assert legs == {"O1": ("MA", "BE"), "O2": None}
