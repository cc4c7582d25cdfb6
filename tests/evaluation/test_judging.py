"""Grading by hand: the walk, the file that is only added to, and the report."""

import json
import subprocess
import sys

import pytest

from evaluation.graded import demo_records
from evaluation.judging import (
    AUTHOR,
    Item,
    Judgements,
    Session,
    compare,
    items,
    lines_of_profile,
    lines_of_vacancy,
)
from evaluation.pools import Graded, judgements_folder, read_grades
from matcher.errors import UsageError
from matcher.masking import mask
from tests.conftest import DATA

ITEMS = tuple(Item(f"V{number // 2}", (("palim", f"P{number}"), f"W{number}")) for number in range(4))


def walk(folder, *answers, name="ann"):
    session = Session(ITEMS, Judgements(folder, name))
    for answer in answers:
        session.answer(answer)
    return session


def test_answers_are_kept_and_the_walk_goes_on_where_it_stopped(tmp_path):
    walk(tmp_path, "3", "0", "q")
    session = walk(tmp_path)
    assert session.current == ITEMS[2]
    assert session.done == 2
    walk(tmp_path, "s", " 1 ")
    assert Judgements(tmp_path, "ann").read() == dict(zip([item.pair for item in ITEMS], [3, 0, None, 1], strict=True))
    assert walk(tmp_path).current is None


def test_a_step_back_corrects_and_nothing_is_overwritten(tmp_path):
    walk(tmp_path, "3", "b", "2")
    assert Judgements(tmp_path, "ann").read()[ITEMS[0].pair] == 2
    lines = (tmp_path / "ann.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["grade"] for line in lines] == [3, 2]
    assert walk(tmp_path, "b", "b", "b").current == ITEMS[0]


@pytest.mark.parametrize("answer", ["4", "", "x", "-1", "3 3", "³"])
def test_another_answer_is_refused_and_kept_nowhere(tmp_path, answer):
    with pytest.raises(UsageError, match="grade 0 to 3"):
        walk(tmp_path, answer)
    assert not (tmp_path / "ann.jsonl").exists()


@pytest.mark.parametrize("name", ["", "../ann", "a/b", ".hidden", "a" * 61])
def test_a_name_that_could_not_be_a_file_is_refused(tmp_path, name):
    with pytest.raises(UsageError, match="cannot name a file"):
        Judgements(tmp_path, name)


@pytest.mark.parametrize("line", ["{", "[]", '{"grade": 1}', '{"scheme":"a","candidate":"b","vacancy":"c","grade":9}'])
def test_a_damaged_line_is_named(tmp_path, line):
    (tmp_path / "ann.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"ann\.jsonl, line 1"):
        Judgements(tmp_path, "ann").read()


def test_a_pair_is_asked_once_and_the_first_pools_may_be_taken_alone():
    grades = [
        Graded("V1", "a", "x", "w", 1, ""),
        Graded("V2", "a", "x", "w", 1, ""),
        Graded("V2", "a", "y", "w", 0, ""),
    ]
    assert [item.pool for item in items(grades)] == ["V1", "V2"]
    assert len(items(grades, pools=1)) == 1


def test_agreement_counts_what_both_graded_and_names_the_worst_pool():
    one = dict(zip([item.pair for item in ITEMS], [3, 0, 1, None], strict=True))
    other = dict(zip([item.pair for item in ITEMS], [3, 2, 2, 1], strict=True))
    (found,) = compare({"ann": one, "bob": other}, ITEMS)
    assert (found.n, found.equal) == (3, 1)
    assert found.disagreements == (("V0", 1, 2), ("V1", 1, 1))
    # Grades 3/3, 0/2, 1/2: squares observed 0+4+1; expected over all nine pairs (0+1+1 + 9+4+4 + 4+1+1)/3 = 25/3.
    assert found.kappas["quadratic kappa"].value == pytest.approx(1 - 5 / (25 / 3))


def test_what_is_shown_names_nobody():
    people, vacancies = demo_records(DATA)
    for candidate in people.values():
        shown = "\n".join(lines_of_profile(mask(candidate)))
        assert candidate.person.name
        assert candidate.person.name not in shown
        assert not candidate.person.email or candidate.person.email not in shown
    for vacancy in vacancies.values():
        assert vacancy.title in "\n".join(lines_of_vacancy(vacancy))


def test_by_command(home):
    def run(*arguments, text=""):
        code = (
            "import typer; from evaluation.judge_command import judge; app = typer.Typer(); app.command()(judge); app()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], input=text, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout

    grades = [line.grade for line in read_grades(judgements_folder())[:3]]
    status, told = run("ann", "--pools", "1", text="\n".join([*map(str, grades), "9", "q"]) + "\n")
    assert status == 0
    assert "3 of 12 pairs have an answer" in told
    assert "is no answer" in told
    _, told = run("--report", "--json", "--pools", "1")
    (found,) = json.loads(told)["agreement"]
    assert (found["one"], found["other"], found["n"], found["equal"]) == (AUTHOR, "ann", 3, 3)
