from __future__ import annotations

import pytest

from matcher.errors import NotFoundError
from matcher.measured import compare, read_run


def one(values, metric="MRR", name="small"):
    mean = sum(values) / len(values)
    figure = {
        "metric": metric,
        "value": mean,
        "low": 0,
        "high": 1,
        "n": len(values),
        "system": "",
        "part": "",
        "published": False,
    }
    ids = [str(number) for number in range(len(values))]
    return {
        "benchmark": name,
        "figures": [figure],
        "tables": {"per_query": {"ids": ids, "values": {"": {metric: values}}}},
    }


def test_a_comparison_tells_chance_from_change():
    better = compare([one([0.0] * 20)], [one([1.0] * 20)])
    assert better.moves[0].is_significant
    assert better.moves[0].p == pytest.approx(1 / 10_001)
    chance = compare([one([0.0, 1.0, 0.5])], [one([1.0, 0.0, 0.7])])
    assert not chance.moves[0].is_significant
    assert not compare([one([0.4])], [one([0.4])]).moves
    assert compare([one([0.4])], [one([0.4], name="other")]).only_one == ("other", "small")


def test_a_figure_without_scores_by_query_moves_untested():
    before, after = one([0.0] * 20), one([1.0] * 20)
    del before["tables"]
    [move] = compare([before], [after]).moves
    assert move.p is None
    assert not move.is_significant


def test_what_is_no_run_is_refused(tmp_path):
    (tmp_path / "no.json").write_text("[1]", encoding="utf-8")
    for path in (tmp_path, tmp_path / "none.json", tmp_path / "no.json"):
        with pytest.raises(NotFoundError, match="matcher evaluate"):
            read_run(path)
