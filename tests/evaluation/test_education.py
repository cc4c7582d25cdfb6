"""Reading of levels scored on rows of our own in the published layout, by hand."""

import csv
import json

import pytest

from evaluation.education import run_degrees, run_mentions
from evaluation.suites import Bench
from matcher.engine import Matcher
from matcher.settings import Settings


def figures(measured):
    return {(one.metric, one.system): (one.value, one.n) for one in measured.figures}


def test_levels_of_degrees_by_hand(tmp_path):
    folder = tmp_path / "education_normalisation"
    folder.mkdir()
    rows = [
        ([("bachelor of science", "physics")], [6]),
        ([("high school diploma", "")], [3]),
        ([("master of arts", ""), ("bachelor of arts", "")], [7, 6]),
        ([("phd", "")], [3]),  # wrong on purpose
        ([("some course", "")], [None]),
    ]
    entries = [
        {
            "edu": [{"degree": degree, "major": major} for degree, major in edu],
            "edu_norm": [{"level": level, "field": ""} for level in levels],
        }
        for edu, levels in rows
    ]
    (folder / "education_test.json").write_text(json.dumps(entries), encoding="utf-8")
    found = figures(run_degrees(Bench(Matcher(Settings()), tmp_path)))
    assert found["exact set of levels", ""] == (pytest.approx(4 / 5), 5)
    assert found["some level read", ""] == (pytest.approx(4 / 5), 5)
    assert found["exact where some is read", ""] == (pytest.approx(3 / 4), 4)


def test_levels_of_mentions_by_hand(tmp_path):
    folder = tmp_path / "eqf_qualifications"
    folder.mkdir()
    with (folder / "qualification_mapping.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("text", "subtext", "label"))
        writer.writerows(
            [
                ("x", "master's degree", "EQF7"),
                ("x", "bachelor degree", "EQF7"),
                ("x", "an attitude to thrill", "EQF7"),
                ("x", "friendly", "UNK"),
            ]
        )
    found = figures(run_mentions(Bench(Matcher(Settings()), tmp_path)))
    assert found["exact level", ""] == (pytest.approx(1 / 3), 3)
    assert found["mean level error", ""] == (pytest.approx((0 + 1 + 7) / 3), 3)
    assert found["no level read where none is given", ""] == (1.0, 1)
