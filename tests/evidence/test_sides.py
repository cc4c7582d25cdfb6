import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.conftest import phrases, pool


@given(st.lists(st.integers(0, 5), max_size=12), st.integers(0, 1_000))
def test_best_by_owner_agrees_with_a_plain_loop(owners, seed):
    owners = sorted(owners)
    table = phrases(*((owner, f"{number}", "x", None, 0.0) for number, owner in enumerate(owners)))
    values = np.random.default_rng(seed).integers(0, 4, len(owners)).astype(np.float64)
    best, phrase = table.best_by_owner(values, 6)
    for owner in range(6):
        own = [(value, -number) for number, value in enumerate(values) if owners[number] == owner]
        if own:
            assert (best[owner], -phrase[owner]) == max(own)
        else:
            assert np.isnan(best[owner])
            assert phrase[owner] == -1


def test_a_part_of_a_pool_keeps_each_candidates_phrases():
    whole = pool(3, skills=[(0, "a", "x", None, 0.0), (2, "b", "y", None, 0.0), (2, "c", "z", None, 0.0)])
    part = whole.of(np.array([2, 0]))
    assert part.ids == ("c2", "c0")
    assert part.skills.texts == ("b", "c", "a")
    assert part.skills.owners.tolist() == [0, 0, 1]
