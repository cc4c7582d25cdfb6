"""The narrowed pool of a large cohort must hold the best of the exhaustive one."""

import numpy as np

from matcher.evidence import Relations
from matcher.retrieval import Retriever


def prepared(matcher):
    return matcher.preparer.pool([(held.id, held.profile) for held in matcher.store.profiles()])


def everyone(pool):
    return np.arange(len(pool), dtype=np.int64)


def test_a_small_pool_is_compared_whole(demo_matcher):
    pool = prepared(demo_matcher)
    opening = demo_matcher.preparer.opening(demo_matcher.store.vacancies()[0])
    allowed = np.array([5, 3, 9], dtype=np.int64)
    assert Retriever(pool, Relations(demo_matcher.taxonomy)).rows(opening, allowed, 1).tolist() == [3, 5, 9]


def test_a_narrowed_pool_stays_within_the_filter(demo_matcher):
    pool = prepared(demo_matcher)
    opening = demo_matcher.preparer.opening(demo_matcher.store.vacancies()[0])
    allowed = everyone(pool)[::2]
    rows = Retriever(pool, Relations(demo_matcher.taxonomy), exhaustive=50).rows(opening, allowed, 10)
    assert set(rows) <= set(allowed)
    assert 10 <= len(rows) < len(allowed)


def test_recall_of_the_exhaustive_top_5(demo_matcher):
    """Narrowing 240 candidates to the 60 nearest and those who share a skill keeps at least 99% of the best five."""
    pool = prepared(demo_matcher)
    retriever = Retriever(pool, Relations(demo_matcher.taxonomy), exhaustive=50)
    kept = wanted = 0
    for opening in demo_matcher.preparer.openings(demo_matcher.store.vacancies()):
        best = {match.candidate_id for match in demo_matcher._fusion.compare(opening, pool).best(5)}
        chosen = {pool.ids[row] for row in retriever.rows(opening, everyone(pool), 60)}
        kept += len(best & chosen)
        wanted += len(best)
    assert kept / wanted >= 0.99
