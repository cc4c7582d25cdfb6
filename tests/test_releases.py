"""The statistics that stand, made from a small cohort."""

from __future__ import annotations

from matcher.engine import Matcher
from matcher.preparation import silent
from matcher.settings import Settings

HEADER = "Ref;Nom;Métier;Expérience\n"
WELDERS, COOKS, NOBODY = 22, 13, 8


def test_people_are_counted_by_the_first_occupation_that_they_state_and_that_is_known(tmp_path, home):
    lines = [f"W{number};N{number};Lasser;Kok 2010-2015" for number in range(WELDERS)]
    lines += [f"C{number};N{number};Zxqvw;Lasser 2010-2015" for number in range(NOBODY)]
    lines += [f"K{number};N{number};Zxqvw, Kok, Lasser;" for number in range(COOKS)]
    (tmp_path / "cohort.csv").write_text(HEADER + "\n".join(lines), encoding="utf-8")
    matcher = Matcher(Settings())
    assert matcher.load_cohort(tmp_path / "cohort.csv", "palim").rejected == 0
    release = matcher.releases.standing(silent)
    counted = {group: release.count(("occupation", group)) for group in release.groups("occupation")}
    assert {group: count for group, count in counted.items() if count} == {"isco_7": 20, "isco_5": 15, "not_stated": 10}
