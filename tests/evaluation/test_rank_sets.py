"""Ranking metrics by hand arithmetic and beside ir-measures; sets that put questions."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.known_item import KnownItemSize, known_item_sets
from evaluation.rank_sets import RankQuery
from evaluation.scored import METRICS, Scored
from evaluation.statements import hahu_set


@pytest.mark.parametrize(
    ("gains", "wanted", "metric", "value"),
    [
        ((3, 2, 0), 2, "nDCG@10", 1.0),
        ((0, 3), 1, "nDCG@10", 1 / math.log2(3)),
        ((1, 3), 1, "nDCG@10", (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))),
        ((0, 0), 1, "nDCG@10", 0.0),
        ((2, 0, 3), 2, "MAP", (1 / 1 + 2 / 3) / 2),
        ((1, 0, 3), 2, "MAP", 1 / 3),
        ((0, 0, 1), 1, "MRR", 1 / 3),
        ((1, 3), 2, "A@1", 0.0),
        ((1, 3), 2, "A@10", 1.0),
    ],
)
def test_metrics_by_hand(gains, wanted, metric, value):
    assert METRICS[metric](Scored(gains, wanted)) == pytest.approx(value, abs=1e-9)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30).filter(any))
def test_ndcg_and_map_as_ir_measures_has_them(gains):
    ir_measures = pytest.importorskip("ir_measures")
    names = [f"d{place:03}" for place in range(len(gains))]
    qrels = [ir_measures.Qrel("q", name, gain) for name, gain in zip(names, gains, strict=True)]
    run = [ir_measures.ScoredDoc("q", name, float(-place)) for place, name in enumerate(names)]
    found = ir_measures.calc_aggregate([ir_measures.nDCG @ 10, ir_measures.AP], qrels, run)
    scored = Scored(tuple(gains), 1)
    assert scored.ndcg() == pytest.approx(found[ir_measures.nDCG @ 10], abs=1e-9)
    assert scored.average_precision() == pytest.approx(found[ir_measures.AP], abs=1e-9)


def test_scores_alike_to_nine_digits_keep_their_order():
    query = RankQuery("q", 0, (0, 1, 2), (0, 1, 2))
    assert Scored.by(query, np.array([0.5, 0.5 + 1e-12, 0.7]), 1).gains == (2, 0, 1)


def test_a_query_picks_its_documents_either_way_round():
    table = np.arange(6.0).reshape(2, 3)
    assert RankQuery("v", 1, (0, 2), (0, 0), by_vacancy=True).pick(table).tolist() == [3.0, 5.0]
    assert RankQuery("c", 1, (0, 1), (0, 0)).pick(table).tolist() == [1.0, 4.0]


def test_known_items_share_no_wording_and_are_the_same_each_time(starter):
    size = KnownItemSize(12, 6)
    sets = known_item_sets(starter, size)
    assert [[query.id for query in one.queries] for one in sets] == [
        [query.id for query in one.queries] for one in known_item_sets(starter, size)
    ]
    assert sum(len(one.queries) for one in sets) <= 12
    for one in sets:
        for query in one.queries:
            candidate, vacancy = one.candidates[query.asker], one.vacancies[query.grades.index(1)]
            assert sum(query.grades) == 1
            assert candidate.id == vacancy.id
            assert not candidate.profile.occupations
            said = {statement.text.casefold() for statement in candidate.profile.skills}
            assert said
            assert not said & {asked.text.casefold() for asked in vacancy.requirements}
            assert query.parts[0].split(" -> ")[0] != query.parts[0].split(" -> ")[1]
            assert query.parts[1].startswith("ISCO group ")


def test_hahu_asks_for_other_adverts_of_the_occupation(tmp_path):
    import gzip

    (tmp_path / "hahu_ads").mkdir()
    rows = "id,title,description,general_classification,esco_code,synthetic_query\n"
    rows += "a,Cook,Cooks,x,1.1,I cook\nb,Chef,Leads,x,1.1,I lead\nc,Nurse,Cares,x,2.1,I care\n"
    (tmp_path / "hahu_ads" / "hahu.csv.gz").write_bytes(gzip.compress(rows.encode()))
    some = hahu_set(tmp_path)
    assert [(query.id, query.documents, query.grades, *query.parts) for query in some.queries] == [
        ("a", (1, 2), (1, 0), "sector x"),
        ("b", (0, 2), (1, 0), "sector x"),
    ]
    assert some.vacancies[0].description == "Cook. Cooks"
