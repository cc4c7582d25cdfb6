"""The commands of consent, rights and the audit log, as their users run them."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"


@pytest.fixture(autouse=True)
def _ann_acts(monkeypatch):
    monkeypatch.setenv("MATCHER_ACTOR", "Ann")
    monkeypatch.delenv("MATCHER_ROLE", raising=False)


def test_a_person_from_load_to_erasure(matcher, monkeypatch, tmp_path):
    loaded = matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim").stdout
    assert "Lawful basis: public task, for matching (assumed for palim, for the data protection officer" in loaded
    matcher("load", "vacancies", DATA / "vacancies.csv")
    answer = json.loads(matcher("match", "--vacancy", "BXL-26-3040", "--as-of", "2026-11-23", "--json").stdout)
    person, ranking = answer["matches"][0]["candidate_id"], answer["ranking"]
    assert answer["left_out"] == {}
    assert "identical." in matcher("audit", "replay", ranking).stdout

    matcher("object", person)
    shown = matcher("match", "--vacancy", "BXL-26-3040", "--as-of", "2026-11-23").stdout
    assert "1 candidate was left out of this ranking (1: there is an objection to being ranked)." in shown
    assert person[:8] not in shown
    refused = matcher("match", "--candidate", person, expect=1).stderr
    assert f"Candidate {person[:8]} is not matched with vacancies: there is an objection to being ranked" in refused
    matcher("object", person, "--lift")

    matcher("consent", "give", person, "--how", "signed form", "--on", "2026-01-05")
    matcher("consent", "withdraw", person)
    state = json.loads(matcher("consent", "show", person, "--json").stdout)
    assert (state["ranked"], state["why_not"], state["bases"][0]["given_on"]) == (False, "withdrawn", "2026-01-05")

    out = tmp_path / "person.json"
    matcher("export-person", person, "--out", out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == person

    erased = json.loads(matcher("erase", person, "--json").stdout)
    assert erased["candidate_ids"] == [person]
    report = json.loads(matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--json").stdout)
    assert (report["read"], report["accepted"], report["rejected"]) == (60, 59, 1)
    assert "erased on" in report["problems"][0]["problem"]
    replay = json.loads(matcher("audit", "replay", ranking, "--json").stdout)
    assert (replay["outcome"], replay["missing"]) == ("identical but for the missing", [person])

    verified = json.loads(matcher("audit", "verify", "--json").stdout)
    assert verified["whole"] is True
    log = json.loads(matcher("audit", "show", "--json").stdout)["entries"]
    assert {entry["actor"] for entry in log} == {"Ann"}
    assert {"load", "ranking", "objection", "consent", "export", "erasure"} == {entry["action"] for entry in log}
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    assert "may not read the audit log as recruiter" in matcher("audit", "show", expect=1).stderr


def test_retention_lists_first_and_erases_when_told(matcher):
    matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim")
    assert matcher("retention", "run").stdout.startswith("0 due on")
    later = json.loads(matcher("retention", "run", "--as-of", "2099-01-01", "--json").stdout)
    assert (len(later["due"]), later["erased"]) == (60, None)
    assert "palim keeps 24 months" in later["due"][0]["why"]
    refused = matcher("retention", "run", "--as-of", "2099-01-01", "--erase", expect=2).stderr
    assert "would erase people whose time is not over" in refused


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("erase",), 2, "Say whom to erase, or --compact"),
        (("erase", "nobody"), 1, "holds no candidate yet"),
        (("export-person", "nobody"), 1, "holds no candidate yet"),
        (("consent", "give", "nobody", "--how", "x", "--purpose", "fun"), 2, "choose one of matching"),
        (("audit", "replay", "nothing"), 1, "no ranking is kept under 'nothing'"),
        (("audit", "show", "--action", "stroll"), 2, "choose one of load"),
        (("audit", "prune", "--before", "2999-01-01"), 2, "kept at least 6 months"),
        (
            ("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--basis", "fun"),
            2,
            "consent, public_task",
        ),
        (("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--readmit", "X"), 2, "'X'"),
    ],
)
def test_bad_usage_gets_one_sentence(arguments, status, message, matcher):
    assert message in matcher(*arguments, expect=status).stderr


def test_an_empty_log_is_whole(matcher):
    assert "The log is whole: 0 entries. Head: none" in matcher("audit", "verify").stdout


def test_a_lost_identity_key_stops_neither_ranking_nor_the_log(matcher, home):
    matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim")
    matcher("load", "vacancies", DATA / "vacancies.csv")
    asked = ("match", "--vacancy", "BXL-26-3040", "--as-of", "2026-11-23", "--json")
    before = json.loads(matcher(*asked).stdout)
    keys = home / "identity.keys"
    kept = keys.rename(home / "elsewhere")
    after = json.loads(matcher(*asked).stdout)
    lawless = [{key: found[key] for key in found if key not in ("route", "verdicts")} for found in before["matches"]]
    for found, ranked in zip(after["matches"], lawless, strict=True):
        assert {key: found[key] for key in ranked} == ranked
        assert [finding["code"] for verdict in found["verdicts"] for finding in verdict["findings"]] == [
            "law.facts_sealed"
        ]
    assert (
        "put the key file back from its backup"
        in matcher("export-person", before["matches"][0]["candidate_id"], expect=1).stderr
    )
    said = matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", expect=1).stderr
    assert "put the key file back from its backup" in said
    assert not keys.exists()
    assert "whole" in matcher("audit", "verify").stdout
    kept.rename(keys)
    assert "60 unchanged" in matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim").stdout
    assert "whole" in matcher("audit", "verify").stdout
