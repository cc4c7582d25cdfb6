"""A few hundred damaged files in the suite; ``make fuzz`` reads ten thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.pool import fuzz
from tests.fuzz.reading import corpus, damaged, read_damaged

FILES = 300


def test_damaged_files_are_read_or_refused_and_nothing_else() -> None:
    outcomes = {outcome.number: outcome for outcome in fuzz(FILES, seed=2026)}
    assert sorted(outcomes) == list(range(FILES))
    wrong = [outcome for outcome in outcomes.values() if outcome.verdict not in ("read", "refused")]
    assert not wrong, wrong[0]
    # Where all were refused the damage would be too great to try the readers.
    assert sum(outcome.verdict == "read" for outcome in outcomes.values()) > FILES // 10


def test_the_same_seed_damages_the_same_way() -> None:
    files = corpus()
    assert [damaged(files, 1, n) for n in range(20)] == [damaged(files, 1, n) for n in range(20)]
    assert [damaged(files, 1, n) for n in range(20)] != [damaged(files, 2, n) for n in range(20)]


def test_a_reader_that_fails_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("tests.fuzz.reading.read_cohort", fail)
    outcome = read_damaged(b"Ref;Nom", 7, tmp_path)
    assert (outcome.verdict, outcome.number) == ("crash", 7)
    assert "KeyError: 'lost'" in outcome.detail
