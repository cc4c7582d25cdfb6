"""The commands for fair recruitment, schemes and return, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

FILES = Path(__file__).parents[1] / "files"


def test_a_file_is_checked_without_being_kept(matcher, tmp_path):
    (tmp_path / "v.csv").write_text(
        "reference,title,description,wage\n"
        "V1,Lasser (m/v/x),Max. 35 jaar. Je paspoort wordt bijgehouden.,3000 €/maand\n",
        encoding="utf-8",
    )
    shown = json.loads(matcher("check", "--file", tmp_path / "v.csv", "--as-of", "2025-06-01", "--json").stdout)
    found = {item["code"]: item for item in shown["vacancies"][0]["warnings"] if not item["note"]}
    assert found["fair.ground.age"]["found"] == ["Max. 35 jaar"]
    assert found["fair.fee.passport"]["answer"] == "no"
    printed = matcher("check", "--file", tmp_path / "v.csv", "--language", "nl").stdout
    assert "beschermd criterium: leeftijd" in printed
    assert "1 of 1 vacancies have fair-recruitment warnings." in printed
    assert "matcher.db" not in [item.name for item in tmp_path.rglob("*")]


def test_a_scheme_is_shown_and_an_unknown_one_told(matcher):
    assert json.loads(matcher("scheme", "show", "match", "--json").stdout)["shortlist_size"] == 5
    assert "disputed" in matcher("scheme", "show", "match").stdout
    assert "choose one of" in matcher("scheme", "show", "nowhere", expect=1).stderr


def test_return_and_the_size_of_a_schemes_shortlist(matcher, tmp_path):
    rows = "".join(f"M{number};Soudeur;soudure TIG\n" for number in range(7))
    (tmp_path / "cohort.csv").write_text(f"Ref;Métier;Compétences\n{rows}", encoding="utf-8")
    (tmp_path / "v.csv").write_text("reference,title\nV1,Soudeur (h/f/x)\n", encoding="utf-8")
    matcher("load", "cohort", tmp_path / "cohort.csv", "--scheme", "match")
    assert "1 of 1 vacancies have fair-recruitment" in matcher("load", "vacancies", tmp_path / "v.csv").stdout
    ask = ("match", "--vacancy", "V1", "--json")
    assert len(json.loads(matcher(*ask, "--scheme", "match").stdout)["matches"]) == 5
    assert len(json.loads(matcher(*ask, "--scheme", "match", "--top", "6").stdout)["matches"]) == 6
    assert len(json.loads(matcher(*ask).stdout)["matches"]) == 7
    back = json.loads(
        matcher("return", "--candidate", "M1", "--against", FILES / "offres-tunisie.csv", "--json").stdout
    )
    assert back["matches"][0]["title"] == "Soudeur"
    assert back["matches"][0]["skills_that_serve"]
