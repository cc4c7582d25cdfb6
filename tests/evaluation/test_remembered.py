"""Answers are worked out once for a source and a query."""

from evaluation.baselines import Corpus, baselines, rankings
from evaluation.remembered import Remembered
from tests.evaluation.test_baselines import ROWS, Letters


def test_only_new_queries_are_worked_out_and_the_order_is_that_asked():
    remembered, asked = Remembered(), []

    def work(queries):
        asked.extend(queries)
        return [[query.upper()] for query in queries]

    assert remembered.answers("engine", ["a", "b", "a"], work) == [["A"], ["B"], ["A"]]
    assert remembered.answers("engine", ["c", "b"], work) == [["C"], ["B"]]
    assert asked == ["a", "b", "c"]
    remembered.answers("another", ["a"], work)
    assert asked[-1] == "a"


def test_a_query_is_ranked_alike_alone_and_among_others():
    """So that a benchmark has the same figures by itself and in a run of all, chance included."""
    corpus, found = Corpus.of(ROWS), baselines(Letters(), None)
    queries = ["welder", "cook", "arc", "nurse"]
    alone = dict(rankings(found, ["arc"], corpus, 3))
    shared = Remembered()
    list(rankings(found, queries[:2], corpus, 3, shared))
    among = dict(rankings(found, queries, corpus, 3, shared))
    assert {name: [ranked[2]] for name, ranked in among.items()} == alone
