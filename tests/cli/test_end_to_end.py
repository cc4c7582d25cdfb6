"""The command line as its users run it: real processes, real files, an empty home."""

import contextlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"
FILES = ROOT / "tests" / "intake" / "files"


def test_a_cohort_and_vacancies_become_explained_matches(matcher):
    loaded = json.loads(matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--json").stdout)
    assert (loaded["read"], loaded["accepted"], loaded["created"], loaded["rejected"]) == (60, 60, 60, 0)
    matcher("load", "vacancies", DATA / "vacancies.csv")
    answer = json.loads(
        matcher("match", "--vacancy", "BXL-26-3040", "--top", "3", "--as-of", "2026-11-23", "--json").stdout
    )
    assert len(answer["matches"]) == 3
    for found in answer["matches"]:
        assert found["score"] == pytest.approx(sum(part["contribution"] for part in found["evidence"]))
        assert {part["signal"] for part in found["evidence"]} == {
            "skills",
            "occupation",
            "meaning",
            "experience",
            "education",
        }
        assert found["verdicts"]
        assert {verdict["answer"] for verdict in found["verdicts"]} <= {"yes", "no", "unknown"}
        assert all(verdict["findings"] for verdict in found["verdicts"])
    candidate = answer["matches"][0]["candidate_id"]
    back = json.loads(
        matcher("match", "--candidate", candidate[:8], "--top", "5", "--as-of", "2026-11-23", "--json").stdout
    )
    scores = {found["vacancy_id"]: found["score"] for found in back["matches"]}
    assert scores.get(answer["matches"][0]["vacancy_id"]) == pytest.approx(answer["matches"][0]["score"])


def test_candidates_are_chosen_by_when_they_can_begin_and_where_they_would_work(matcher, tmp_path):
    cohort, vacancies = tmp_path / "c.csv", tmp_path / "v.csv"
    cohort.write_text(
        "Ref;Métier;Disponible le;Lieu souhaité\n1;soudeur;01/03/2027;Gand\n2;soudeur;01/06/2027;Mons\n3;soudeur;;\n",
        encoding="utf-8",
    )
    vacancies.write_text("reference,title\nV1,Lasser\n", encoding="utf-8")
    matcher("load", "cohort", cohort, "--scheme", "palim")
    matcher("load", "vacancies", vacancies)

    def number(*wishes):
        return len(json.loads(matcher("match", "--vacancy", "V1", "--json", *wishes).stdout)["matches"])

    assert number("--available-by", "2027-03-01", "--region", "Vlaanderen") == 2
    assert number("--available-by", "2027-03-01", "--drop-unknown") == 1
    assert number("--region", "wallonia", "--region", "brussels", "--drop-unknown") == 1
    assert (
        "choose flanders, wallonia, brussels"
        in matcher("match", "--vacancy", "V1", "--region", "Atlantis", expect=2).stderr
    )
    refused = matcher("match", "--candidate", "x", "--region", "flanders", expect=2).stderr
    assert "they go with --vacancy" in " ".join(refused.split())


def test_loading_the_same_file_twice_changes_nothing(matcher):
    for scheme, name in (("palim", "palim-maroc.xlsx"), ("asylum", "asylum-belgium.xlsx")):
        matcher("load", "cohort", DATA / name, "--scheme", scheme)
        again = json.loads(matcher("load", "cohort", DATA / name, "--scheme", scheme, "--json").stdout)
        assert (again["read"], again["unchanged"], again["created"], again["updated"]) == (60, 60, 0, 0)
    matcher("load", "vacancies", DATA / "vacancies.csv")
    assert json.loads(matcher("load", "vacancies", DATA / "vacancies.csv", "--json").stdout)["unchanged"] == 120


def test_three_bad_rows_in_sixty_are_reported_and_the_rest_accepted(matcher):
    report = json.loads(matcher("load", "cohort", FILES / "three-bad-rows.xlsx", "--scheme", "palim", "--json").stdout)
    assert (report["read"], report["accepted"], report["rejected"]) == (60, 57, 3)
    rows = {problem["row"] for problem in report["problems"]}
    assert len(rows) == 3
    for problem in report["problems"]:
        assert problem["file"].endswith("three-bad-rows.xlsx")
        assert problem["column"]
        assert problem["problem"]
        assert problem["remedy"]


def test_strict_accepts_nothing_where_a_row_is_bad(matcher):
    report = matcher(
        "load", "cohort", FILES / "three-bad-rows.xlsx", "--scheme", "palim", "--strict", "--json", expect=1
    )
    assert json.loads(report.stdout)["accepted"] == 0
    nothing = matcher("match", "--candidate", "anyone", expect=1)
    assert "holds no candidate yet" in nothing.stderr


def test_a_dry_run_writes_nothing(matcher):
    report = json.loads(
        matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--dry-run", "--json").stdout
    )
    assert report["created"] == 60
    assert (
        json.loads(matcher("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palim", "--json").stdout)[
            "created"
        ]
        == 60
    )


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("load", "cohort", "missing.csv", "--scheme", "palim"), 1, "missing.csv"),
        (
            ("load", "cohort", DATA / "palim-maroc.xlsx", "--scheme", "palm"),
            2,
            "asylum, match, other, palim, talent_pool, thamm",
        ),
        (("match", "--vacancy", "X-1", "--scheme", "palm"), 2, "asylum, match, other, palim, talent_pool, thamm"),
        (("match", "--vacancy", "X-1", "--language", "pt"), 2, "en, fr, nl, de"),
        (("match", "--candidate", "X-1", "--speaks", "nl:B1"), 2, "--vacancy"),
        (("match",), 2, "--vacancy ID or --candidate ID"),
        (("match", "--vacancy", "X-1"), 1, "holds no vacancy yet"),
        (("link", "--kind", "hobby"), 2, "hobby"),
        (("link", "--kind", "skill", "--labels", "en,xx"), 2, "choose from"),
        (("taxonomy", "import", "missing"), 1, "missing does not exist"),
        (("frobnicate",), 2, "frobnicate"),
    ],
)
def test_bad_usage_gets_one_sentence(arguments, status, message, matcher):
    done = matcher(*arguments, text="", expect=status)
    assert message in done.stderr


def test_json_stands_on_standard_output_also_where_nothing_could_be_read(matcher, tmp_path):
    page = tmp_path / "cohort.csv"
    page.write_text("<!DOCTYPE html><html><body>Please sign in</body></html>")
    report = json.loads(matcher("load", "cohort", page, "--scheme", "palim", "--json", expect=1).stdout)
    assert (report["read"], report["accepted"], report["rejected"]) == (0, 0, 0)
    assert str(page) in report["problems"][0]["file"]


def test_json_also_where_the_scheme_or_the_encoder_is_wrong_and_nothing_is_kept(matcher, monkeypatch, tmp_path):
    cohort = DATA / "palim-maroc.xlsx"
    report = json.loads(matcher("load", "cohort", cohort, "--scheme", "palm", "--json", expect=2).stdout)
    assert "palm" in report["problems"][0]["problem"]
    monkeypatch.setenv("MATCHER_ENCODER", str(tmp_path / "no-model"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    report = json.loads(matcher("load", "cohort", cohort, "--scheme", "palim", "--json", expect=1).stdout)
    assert report["accepted"] == 0
    monkeypatch.delenv("MATCHER_ENCODER")
    assert json.loads(matcher("load", "cohort", cohort, "--scheme", "palim", "--json").stdout)["created"] == 60


@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.3, 1.8, 2.6])
def test_a_load_killed_at_any_moment_leaves_all_or_nothing(seconds, matcher):
    command = [
        sys.executable,
        "-m",
        "matcher",
        "load",
        "cohort",
        str(DATA / "asylum-belgium.xlsx"),
        "--scheme",
        "asylum",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.kill()
    process.wait()
    again = json.loads(matcher("load", "cohort", DATA / "asylum-belgium.xlsx", "--scheme", "asylum", "--json").stdout)
    assert (again["created"], again["unchanged"]) in {(60, 0), (0, 60)}


def test_rank_touches_no_store(matcher, monkeypatch, tmp_path, home):
    monkeypatch.setenv("MATCHER_DATABASE_URL", "postgresql://nowhere.invalid/none")
    for name in ("c", "v"):
        (tmp_path / f"{name}.csv").write_text("id,text\na,welder\n", encoding="utf-8")
    matcher("rank", "--candidates", tmp_path / "c.csv", "--vacancies", tmp_path / "v.csv", "--out", tmp_path / "run")
    assert (tmp_path / "run").read_text().startswith("a Q0 a 1 ")
    assert not (home / "matcher.sqlite").exists()


def test_ids_that_would_break_a_run_are_refused(matcher, tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("id,text\na b,welder\n", encoding="utf-8")
    done = matcher("rank", "--candidates", path, "--vacancies", path, "--out", tmp_path / "run", expect=2)
    assert "'a b'" in done.stderr


def test_a_reader_that_leaves_early_is_no_failure(home):
    lines = "welder\n" * 3_000
    command = f"{sys.executable} -m matcher link --kind occupation --jsonl | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], input=lines, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.splitlines()[-1] == "0", done.stderr
    assert "Traceback" not in done.stderr


def test_a_console_that_knows_no_arabic_gets_escapes(matcher, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    done = matcher("link", "--kind", "occupation", "--top", "1", "--jsonl", text="لحام\n".encode().decode("latin-1"))
    assert json.loads(done.stdout)["matches"]


def test_a_home_that_cannot_be_written_is_named(matcher, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("MATCHER_HOME", str(blocked / "home"))
    assert str(blocked) in matcher("link", "--kind", "skill", text="x\n", expect=1).stderr


def test_link_answers_every_line_in_order(matcher):
    lines = ["soudeur", "", "heftruk chauffeur", "مطور ويب", "\ufeffcook\t", "x" * 5_000]
    done = matcher("link", "--kind", "occupation", "--top", "3", "--jsonl", text="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == lines
    assert [len(answer["matches"]) for answer in answers] == [3, 0, 3, 3, 3, 3]
    for answer in answers:
        assert all(set(match) == {"uri", "label", "score", "method"} for match in answer["matches"])
        assert all(0 <= match["score"] <= 1 for match in answer["matches"])


def test_link_gives_no_more_than_there_are_concepts(matcher, tmp_path):
    path = tmp_path / "list.tsv"
    path.write_text("1\twelder\n2\tcook\n", encoding="utf-8")
    done = matcher("link", "--kind", "occupation", "--against", path, "--top", "50", "--jsonl", text="soudeur\n")
    matches = json.loads(done.stdout)["matches"]
    assert [match["uri"] for match in matches] == ["1", "2"]
    assert matches[0]["label"] == "welder"


def test_rank_writes_a_complete_trec_run(matcher, tmp_path):
    candidates, vacancies, run = tmp_path / "c.csv", tmp_path / "v.csv", tmp_path / "run.txt"
    candidates.write_text("id,text\nc1,I weld steel pipes\nc2,Ik kook in een restaurant\nc3,\n", encoding="utf-8")
    vacancies.write_text("id,text\nv1,Soudeur TIG. Souder des tuyaux\nv2,Cuisinier pour brasserie\n", encoding="utf-8")
    matcher("rank", "--candidates", candidates, "--vacancies", vacancies, "--top", "5", "--out", run)
    lines = [line.split() for line in run.read_text().splitlines()]
    assert [(query, fixed, rank, tag) for query, fixed, _, rank, _, tag in lines] == [
        (query, "Q0", rank, "matcher") for query in ("c1", "c2", "c3") for rank in ("1", "2")
    ]
    first = {query: document for query, _, document, rank, *_ in lines if rank == "1"}
    assert (first["c1"], first["c2"]) == ("v1", "v2")
    matcher("rank", "--candidates", candidates, "--vacancies", vacancies, "--by", "vacancy", "--top", "2", "--out", run)
    assert [line.split()[0] for line in run.read_text().splitlines()] == ["v1", "v1", "v2", "v2"]


def test_a_closed_vacancy_is_left_out(matcher):
    matcher("load", "vacancies", DATA / "vacancies.csv")
    done = matcher("match", "--vacancy", "VL-26-1007", "--as-of", "2026-11-23", expect=1)
    assert "is not open on 2026-11-23" in done.stderr


def test_taxonomy_status_of_the_starter_slice(matcher):
    status = json.loads(matcher("taxonomy", "status", "--json").stdout)
    assert status["edition"] == "1.2.1 (starter slice)"
    assert status["counts"]["skill"] >= 300


def test_demo_ends_with_matches_and_the_path_of_a_report(matcher, home):
    out = matcher("demo").stdout
    assert "Report on all" in out
    [report] = (home / "reports").glob("*.html")
    assert str(report) in out.replace("\n", "")
    page = report.read_text(encoding="utf-8")
    assert page.count("<article>") >= 100
    assert "<script" not in page


def test_version(matcher):
    assert matcher("--version").stdout.startswith("matcher 0.")
