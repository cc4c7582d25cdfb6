"""What people said of matches leaves the store without names, and the lab measures it."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from evaluation.benchmarks.feedback import Judged, judged
from evaluation.feedback import measure, ordered_pairs
from evaluation.registry import development, find
from evaluation.suites import Bench
from matcher.cli.feedback import export
from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError, UnreadableFileError
from matcher.feedback import judgements
from matcher.offices import ShortlistOffice
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_shortlists import FeedbackReason
from matcher.trail import Role

COHORT = "Ref;Nom;Métier;Compétences\nK1;Jan Janssens;lasser;MIG lassen\nK2;Amina Haddad;kok;koken\n"
SUITS_IN_WORDS = '{"vacancy":"v","candidate":"c","suits":"yes","because":[],"score":0.5,"signals":{}}'
VACANCIES = "reference,title,essential_skills\nH1,Lasser,MIG lassen\n"


@pytest.fixture
def engine(home) -> Matcher:
    """An engine with a vacancy and two candidates, one judged to suit and one not."""
    home.mkdir()
    matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
    (home / "cohort.csv").write_text(COHORT, encoding="utf-8")
    (home / "vacancies.csv").write_text(VACANCIES, encoding="utf-8")
    matcher.load_cohort(home / "cohort.csv", "palim")
    matcher.load_vacancies(home / "vacancies.csv")
    office = ShortlistOffice(matcher, Actor("Ann", Role.RECRUITER))
    vacancy = matcher.store.vacancy("H1")
    held = office.make("Secret plans of Jan", vacancy)
    best, worst = matcher.match_vacancy(vacancy, 2)
    for match, suits, why in ((best, True, FeedbackReason.SKILLS), (worst, False, FeedbackReason.OCCUPATION)):
        entry_id = office.add(held.id, match, vacancy)
        office.judge(held.id, entry_id, suits, [why])
        office.annotate(held.id, entry_id, "Jan is nice")
    return matcher


def test_judgements_leave_under_pseudonyms_without_words(engine):
    found = judgements(engine.store, engine.steward)
    assert sorted(one.suits for one in found) == [False, True]
    (suiting,) = (one for one in found if one.suits)
    assert suiting.because == ("skills",)
    assert set(suiting.signals) == {"skills", "occupation", "meaning", "experience", "education"}
    written = json.dumps([asdict(one) for one in found])
    ids = [held.id for held in engine.store.profiles()] + [engine.store.vacancy("H1").id]
    assert not any(word in written for word in ("Jan", "Secret", "lasser", "H1", "Ann", *(name[:8] for name in ids)))
    assert judgements(engine.store, engine.steward) == found
    assert [entry.action for entry in engine.steward.register.log().entries][-1] == "export"


def test_who_objects_is_left_out(engine):
    best = next(entry for entry in engine.store.shortlists.entries([engine.store.shortlists.lists()[0].id]))
    engine.steward.object(best.candidate_id)
    assert len(judgements(engine.store, engine.steward)) == 1


def test_a_role_that_may_not_see_how_good_matches_are_is_refused(engine):
    other = engine.acting_as(Actor("Bob", Role.RECRUITER))
    with pytest.raises(RefusedError, match="how good the matches are"):
        judgements(other.store, other.steward)


def test_the_command_writes_what_the_suite_measures(engine, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MATCHER_ROLE", "researcher")
    export(out=tmp_path / "feedback" / "judgements.jsonl")
    assert "Wrote 2 judgements" in capsys.readouterr().out
    suite = find("feedback")
    measured = suite.run(Bench(engine, tmp_path))
    by_name = {(one.metric, one.system): one for one in measured.figures}
    assert (by_name["AUC", ""].value, by_name["AUC", ""].n) == (1.0, 1)
    assert by_name["suits", ""].value == 0.5
    assert measured.tables["because"] == [
        {"suits": False, "because": "occupation", "judgements": 1},
        {"suits": True, "because": "skills", "judgements": 1},
    ]
    assert any("AUC" in line and "1.000" in line for line in suite.lines(measured))


@pytest.mark.parametrize(
    ("suiting", "others", "share"),
    [
        ([0.9], [0.1], 1.0),
        ([0.1], [0.9], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.4], 0.625),  # of four pairs two are right, one is a tie, one is wrong: (2 + 1/2) / 4
    ],
)
def test_the_share_of_pairs_in_order_by_hand(suiting, others, share):
    assert ordered_pairs(suiting, others) == pytest.approx(share)


def test_a_vacancy_with_one_kind_of_judgement_counts_for_no_order_and_an_unknown_signal_neither():
    found = [
        Judged("v1", "a", True, (), 0.9, {"skills": None}),
        Judged("v1", "b", False, (), 0.2, {"skills": 0.5}),
        Judged("v2", "c", True, (), 0.1, {"skills": 0.5}),
    ]
    by_name = {(one.metric, one.system): one for one in measure(found)}
    assert (by_name["AUC", ""].value, by_name["AUC", ""].n) == (1.0, 1)
    assert by_name["AUC", "skills alone"].n == 0
    assert by_name["suits", ""].value == pytest.approx(2 / 3)


def test_the_later_word_on_a_pair_counts(tmp_path):
    folder = tmp_path / "feedback"
    folder.mkdir()
    row = {"vacancy": "v", "candidate": "c", "suits": True, "because": [], "score": 0.5, "signals": {}}
    lines = [json.dumps(row), "", json.dumps(row | {"suits": False})]
    (folder / "one.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [one.suits for one in judged(tmp_path)] == [False]


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"vacancy": "v"}', '{"vacancy":"v","candidate":"c","signals":[]}', SUITS_IN_WORDS]
)
def test_a_line_that_is_no_judgement_is_named(tmp_path, line):
    (tmp_path / "feedback").mkdir()
    (tmp_path / "feedback" / "one.jsonl").write_text("\n" + line, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"one\.jsonl, line 2 is no judgement"):
        judged(tmp_path)


def test_without_an_export_the_suite_says_how_to_make_one_and_all_leaves_it_out(tmp_path):
    with pytest.raises(NotFoundError, match="matcher feedback export --out"):
        judged(tmp_path)
    assert "feedback" not in {suite.name for suite in development()}
