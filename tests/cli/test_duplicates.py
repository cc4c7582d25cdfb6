"""``matcher duplicates`` from two files to a decision and back, as a person does it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from matcher.cli.main import app
from matcher.errors import MatcherError, UsageError

PALIM = """Ref;Nom complet;Date de naissance;Sexe;Email;Téléphone;Métier;Compétences
P1;EL AMRANI Mohammed;14/05/1990;M;m.elamrani@gmail.com;+212 6 00 00 00 12;Soudeur;MIG
P3;Hassan Diallo;03/04/1999;M;;+221 70 000 00 01;Maçon;coffrage
P4;Hussein Diallo;03/04/1999;M;;+221 70 000 00 01;Maçon;coffrage
"""
THAMM = """Ref;Nom complet;Date de naissance;Sexe;Email;Téléphone;Métier;Compétences
T1;محمد العمراني;14/05/1990;M;mel.amrani+be@gmail.com;00212600000012;Soudeur TIG;TIG
T3;Karim Bouzid;02/11/1985;M;;;Electricien;tableaux
"""


@pytest.fixture
def matcher(home, tmp_path):
    runner = CliRunner()

    def run(*arguments):
        done = runner.invoke(app, arguments)
        if isinstance(done.exception, MatcherError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    loaded = {}
    for scheme, content in (("palim", PALIM), ("thamm", THAMM)):
        path = tmp_path / f"{scheme}.csv"
        path.write_text(content, encoding="utf-8")
        loaded[scheme] = run("load", "cohort", str(path), "--scheme", scheme)
    run.loaded = loaded
    run.files = tmp_path
    return run


def test_a_load_says_how_many_likely_duplicates_came_in(matcher):
    assert "duplicates" not in matcher.loaded["palim"]
    assert "1 pair of records is likely one person: 'matcher duplicates' shows them." in matcher.loaded["thamm"]
    again = matcher("load", "cohort", str(matcher.files / "thamm.csv"), "--scheme", "thamm", "--json")
    assert json.loads(again)["likely_duplicates"] == 0


def test_pairs_are_listed_with_reasons(matcher):
    told = matcher("duplicates")
    assert "1 pair of records may be one person: 1 certain. You decide; nothing was changed." in told
    assert "EL AMRANI Mohammed" in told
    assert "+ Same birth date: 1990-05-14." in told
    assert "Hussein" not in told
    (pair,) = json.loads(matcher("duplicates", "--json", "--language", "fr", "--scheme", "thamm"))["pairs"]
    assert pair["bits"] == pytest.approx(sum(part["bits"] or 0 for part in pair["evidence"]), abs=0.1)
    assert "Même date de naissance : 1990-05-14." in pair["reasons"]
    assert json.loads(matcher("duplicates", "--json", "--scheme", "match")) == {"pairs": []}


def test_a_merge_is_made_and_taken_back(matcher):
    before = matcher("duplicates", "--json")
    done = json.loads(matcher("duplicates", "merge", "P1", "T1", "--take", "name", "--json"))
    assert [each["field"] for each in done["conflicts"]] == ["name", "email", "phone"]
    assert done["conflicts"][0] == {"field": "name", "kept": "محمد العمراني", "other": "EL AMRANI Mohammed"}
    assert matcher("duplicates") == "No two records look like one person.\n"
    with pytest.raises(UsageError, match="is one record"):
        matcher("duplicates", "merge", "P1", "T1")
    assert "merged into" in matcher("duplicates", "decisions")
    assert "stand apart again" in matcher("duplicates", "undo", done["decision"][:8])
    assert matcher("duplicates", "--json") == before


def test_the_person_chooses_which_record_is_kept(matcher):
    kept = json.loads(matcher("duplicates", "merge", "P1", "T1", "--keep", "T1", "--json"))
    older = json.loads(matcher("duplicates", "decisions", "--json"))["decisions"][0]
    assert older["left"] == kept["kept"]
    matcher("duplicates", "undo", kept["decision"])
    assert json.loads(matcher("duplicates", "merge", "T1", "P1", "--json"))["merged"] == kept["kept"]
    with pytest.raises(UsageError, match="neither of the two"):
        matcher("duplicates", "merge", "P3", "P4", "--keep", "T3")


def test_a_pair_kept_apart_is_not_listed_until_that_is_undone(matcher):
    decision = json.loads(matcher("duplicates", "keep-both", "P1", "T1", "--json"))["decision"]
    assert json.loads(matcher("duplicates", "--json")) == {"pairs": []}
    assert "may be listed again" in matcher("duplicates", "undo", decision)
    assert len(json.loads(matcher("duplicates", "--json"))["pairs"]) == 1
