"""What an unknown counts, measured on a few pools of the demo data."""

import evaluation.missing_evidence as missing
from evaluation.graded import graded_set
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.settings import Settings
from tests.conftest import DATA


def test_three_treatments_are_scored_on_the_same_pools(home, monkeypatch):
    from dataclasses import replace

    whole = graded_set(DATA)
    some = replace(whole, queries=tuple(query for query in whole.queries if query.id < "V013"))
    monkeypatch.setattr(missing, "graded_set", lambda _folder: some)
    monkeypatch.setattr(missing, "ROUNDS", 1)
    measured = missing.SUITES[0].run(Bench(Matcher(Settings())))
    figures = {one.system: one for one in measured.figures}
    assert set(figures) == {"", "neutral prior", "renormalised"}
    assert {one.n for one in figures.values()} == {len(missing.shortlists(some))}
    assert figures[""].value > figures["neutral prior"].value
    assert {row["system"] for row in measured.tables["against"]} == {"neutral prior", "renormalised"}
