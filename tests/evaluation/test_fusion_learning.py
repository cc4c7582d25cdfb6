"""Learned weights: what they must find, the test between two runs, unknowns, and the file that ships."""

import json
import os
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.fit_fusion import hash_of_hahu, hashes, priors_of, questions, rounded
from evaluation.fusion_learning import Asked, cross_validated, fit
from evaluation.graded import graded_set
from evaluation.known_item import known_item_sets
from evaluation.missing_evidence import hidden, treatments
from evaluation.person_suites import HAHU
from evaluation.rank_sets import SIGNALS, RankQuery
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.fusion import WEIGHTS_FILE, learned_weights
from matcher.measured import paired_p
from matcher.records import Education, Experience, ProfessionalProfile, SkillStatement
from matcher.settings import Settings
from tests.conftest import DATA


def made(count=40, seed=3):
    """Queries in which the first signal tells the grades, the second nothing, the third the contrary."""
    random = np.random.default_rng(seed)
    found = []
    for number in range(count):
        grades = random.integers(0, 4, size=10)
        signals = np.column_stack([grades / 3, random.random(10), 1 - grades / 3])
        signals[:, [0, 2]] = (signals[:, [0, 2]] + random.normal(0, 0.2, (10, 2))).clip(0, 1)
        found.append(Asked(RankQuery(str(number), number, tuple(range(10)), tuple(map(int, grades))), signals, 2))
    return found


def test_a_signal_that_tells_takes_the_weight_and_none_is_negative():
    weights = fit([made()])
    assert weights.sum() == pytest.approx(1)
    assert weights[0] > 0.8
    assert weights[2] == 0
    assert fit([made()]) == pytest.approx(weights)


def test_cross_validation_scores_every_query_once():
    scores = cross_validated({"made": made()}, {"made": "nDCG@10"})
    assert scores["made"].shape == (40,)
    assert scores["made"].mean() > 0.9


def test_paired_randomisation_by_hand():
    # Two queries, both better by 1: of the four ways to swap, two are as far apart.
    assert paired_p(np.array([1.0, 1.0]), np.zeros(2)) == pytest.approx(0.5, abs=0.02)
    assert paired_p(np.ones(30), np.ones(30)) == 1.0
    assert paired_p(np.ones(30), np.zeros(30)) < 0.001


def test_treatments_of_an_unknown_by_hand():
    known = np.array([[[0.2, 1.0], [0.4, 0.0]]])
    ways = treatments(known)
    signals, weights = np.array([[0.6, np.nan]]), np.array([0.75, 0.25])
    assert ways["neutral prior"](signals, weights) == pytest.approx([0.45 + 0.125])
    assert ways["renormalised"](signals, weights) == pytest.approx([0.6])
    assert ways["learned prior"](np.array([[np.nan, 1.0]]), weights) == pytest.approx([0.3 * 0.75 + 0.25])


def test_hiding_a_field_hides_all_that_speaks_for_it():
    whole = ProfessionalProfile(
        ("cook",),
        (SkillStatement("cooking"),),
        (Experience("chef", 3.0, description="sauces"),),
        (Education("school", eqf=4),),
    )
    assert hidden(whole, Random(1), 0.0) == whole
    bare = hidden(whole, Random(1), 1.0)
    assert (bare.occupations, bare.skills, bare.education) == ((), (), ())
    assert (bare.years_of_experience, bare.highest_eqf) == (None, None)
    assert (bare.experience[0].title, bare.experience[0].description) == ("", None)


@given(st.lists(st.floats(0.001, 1), min_size=2, max_size=6))
def test_rounded_weights_still_sum_to_1(parts):
    weights = rounded(np.array(parts) / sum(parts))
    assert weights.sum() == pytest.approx(1, abs=1e-9)
    assert (weights >= 0).all()


def test_the_file_that_ships_names_every_signal_and_its_data():
    kept = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert list(kept["weights"]) == list(kept["unknown"]) == list(SIGNALS)
    assert sum(kept["weights"].values()) == pytest.approx(1, abs=1e-9)
    assert all(0 <= learned.prior <= 1 and learned.weight > 0 for learned in learned_weights().values())
    assert set(kept["cross_validated"]) == {"graded", "known-item", "hahu-adverts"}
    assert kept["cross_validated"]["hahu-adverts"]["value"] > 0.4128  # char TF-IDF on the same texts
    assert {"learned_from", "date", "version", "name"} <= set(kept)


def test_the_graded_set_is_the_one_that_was_learned_from(home):
    kept = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert hashes(Matcher(Settings()), DATA)["graded"] == kept["learned_from"]["graded"]


def test_hahu_is_the_one_that_was_scored_beside():
    folder = os.environ.get("BENCHMARKS_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("BENCHMARKS_DIR names no folder of benchmarks")
    kept = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert hash_of_hahu(Path(folder)) == kept["scored_beside"]["hahu-adverts"]


def test_the_engine_beats_the_baselines_on_hahu(home):
    """Statement -> other adverts, on the starter taxonomy: ahead of every baseline of words on MAP, p < 0.05."""
    folder = os.environ.get("BENCHMARKS_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("BENCHMARKS_DIR names no folder of benchmarks")
    measured = HAHU.run(Bench(Matcher(Settings()), Path(folder), quick=True))
    held = {
        row["system"]: row
        for row in measured.tables["against"]
        if row["metric"] == "MAP" and not row["system"].startswith("without")
    }
    assert {"random", "edit distance", "bm25", "char tf-idf", "spelling only", "meaning only"} < set(held)
    assert all(row["engine_ahead"] > 0 and row["p"] < 0.05 for row in held.values())


@pytest.mark.skipif(not os.environ.get("MATCHER_TEST_FIT"), reason="MATCHER_TEST_FIT=HOME: a home with the full ESCO")
def test_fitting_again_finds_the_weights_that_ship(monkeypatch):
    monkeypatch.setenv("MATCHER_HOME", os.environ["MATCHER_TEST_FIT"])
    matcher = Matcher(Settings())
    kept = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert hashes(matcher, DATA) == kept["learned_from"]
    graded = graded_set(DATA)
    priors = priors_of(matcher, graded)
    assert priors.tolist() == list(kept["unknown"].values())
    known = [one for part in known_item_sets(matcher.taxonomy) for one in questions(matcher, part, priors)]
    weights = rounded(fit([questions(matcher, graded, priors), known]))
    assert weights == pytest.approx(list(kept["weights"].values()), abs=2e-3)
