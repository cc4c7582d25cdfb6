"""Mappings, annotated copies and people by hand, as their users type them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from matcher.cli.main import app
from matcher.errors import UsageError

ODD = """\
Nr interne;Wie;Geboortedag;Kan;Mail du conseiller
K-1;Aya Verzonnen;01/02/1993;MIG, TIG, slijpen;x@example.org
K-2;Ben Bedacht;11/12/1991;grillen, bakken, snijden;x@example.org
K-3;Cas Denkbeeldig;31/02/1990;TIG, MIG, plannen lezen;x@example.org
"""
SETS = ("--set", "Nr interne=key", "--set", "Wie=name", "--set", "Geboortedag=birth_date", "--set", "Kan=skills")


def run(*arguments: object, expect: int = 0, text: str = "") -> str:
    done = CliRunner().invoke(app, [str(item) for item in arguments], input=text)
    if isinstance(done.exception, Exception) and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == expect, done.output
    return done.stdout


@pytest.fixture
def odd(tmp_path: Path, home: Path) -> Path:
    path = tmp_path / "odd one.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


def test_a_mapping_is_proposed_saved_used_shown_and_deleted(odd: Path, home: Path) -> None:
    proposed = run("mapping", "propose", odd)
    assert "column 'Geboortedag': probably birth_date (3 of 3 cells are dates" in proposed
    assert "column 'Kan': probably skills (3 of 3 cells are lists of three things or more)" in proposed
    assert "column 'Mail du conseiller': not recognised; kept as it is" in proposed
    as_json = json.loads(run("mapping", "propose", odd, "--json"))["columns"]
    assert [(column["field"], column["how"]) for column in as_json if column["heading"] == "Kan"] == [
        ("skills", "proposed")
    ]

    saved = run("mapping", "save", "antwerpen", odd, "--scheme", "thamm", *SETS)
    assert str(home / "mappings" / "thamm" / "antwerpen.toml") in saved
    assert f"matcher load cohort '{odd}' --scheme thamm --mapping antwerpen" in saved
    assert run("mapping", "list") == "thamm  antwerpen\n"
    assert json.loads(run("mapping", "list", "--json")) == {"mappings": [{"scheme": "thamm", "name": "antwerpen"}]}
    assert "Kan = skills" in run("mapping", "show", "antwerpen", "--scheme", "thamm")
    shown = json.loads(run("mapping", "show", "antwerpen", "--scheme", "thamm", "--json"))
    assert shown["columns"] == {"Nr interne": "key", "Wie": "name", "Geboortedag": "birth_date", "Kan": "skills"}

    load = ("load", "cohort", odd, "--scheme", "thamm", "--mapping", "antwerpen", "--dry-run")
    report = json.loads(run(*load, "--json"))
    assert (report["read"], report["created"], report["rejected"]) == (3, 2, 1)
    assert [row["fate"] for row in report["rows"]] == ["created", "created"]
    assert "3 rows read, 2 would be accepted (2 created, 0 updated, 0 unchanged), 1 rejected" in run(*load)

    run("mapping", "delete", "antwerpen", "--scheme", "thamm")
    assert run("mapping", "list").startswith("No mapping is saved yet")


@pytest.mark.parametrize(
    ("sets", "message"),
    [
        (("--set", "Wie"), 'write "HEADING=field"'),
        (("--set", "Qui=name"), "has no heading 'Qui'"),
        (("--set", "Wie=nom"), "choose one of key, name"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(odd: Path, sets: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run("mapping", "save", "x", odd, "--scheme", "thamm", *sets)
    assert run("mapping", "list").startswith("No mapping")


def test_an_annotated_copy_is_mended_and_sent_back(odd: Path, tmp_path: Path) -> None:
    run("mapping", "save", "m", odd, "--scheme", "thamm", *SETS)
    load = ("--scheme", "thamm", "--mapping", "m")
    copy = tmp_path / "back.xlsx"
    run("load", "cohort", odd, *load, "--annotate", copy)
    book = load_workbook(copy)
    sheet = book.worksheets[0]
    assert sheet["C4"].fill.fgColor.rgb == "00F8CBAD"
    assert sheet["F4"].value.startswith("Geboortedag: the calendar has no such birth date")
    sheet["C4"] = "28/02/1990"
    sheet["D2"] = "MIG, TIG, slijpen, solderen"
    book.save(copy)
    text = run("load", "cohort", copy, *load)
    assert "3 rows read, 3 were accepted (1 created, 1 updated, 1 unchanged), 0 rejected" in text
    assert "row 2: skills: MIG; TIG; slijpen -> MIG; TIG; slijpen; solderen" in text


def test_nothing_is_loaded_where_the_copy_has_no_place(odd: Path) -> None:
    run("mapping", "save", "m", odd, "--scheme", "thamm", *SETS)
    load = ("load", "cohort", odd, "--scheme", "thamm", "--mapping", "m")
    for out, message in ((odd, "is the file that was sent"), (odd.with_suffix(".doc"), "ends in .doc")):
        with pytest.raises(UsageError, match=message):
            run(*load, "--annotate", out)
    assert json.loads(run(*load, "--dry-run", "--json"))["created"] == 2


def test_a_person_is_entered_and_edited(home: Path) -> None:
    told = run("person", "add", "--scheme", "thamm", "--set", "key=N-1", "--set", "occupation=lasser", "--dry-run")
    assert told == "Candidate (new): would be created.\n"
    told = run("person", "add", "--scheme", "thamm", "--set", "key=N-1", "--set", "occupation=lasser")
    assert told.endswith(": created.\n")
    content: dict[str, Any] = {"skills": ["TIG", "MIG"], "phone": "+32 000 1"}
    report = json.loads(run("person", "edit", "N-1", "--json", "-", text=json.dumps(content)))
    assert report["rows"][0]["changes"] == [
        {"field": "phone", "was": None, "now": None},
        {"field": "skills", "was": "", "now": "TIG; MIG"},
    ]
    assert run("person", "edit", "N-1", "--set", "skills=TIG").splitlines()[1:] == ["  skills: TIG; MIG -> TIG"]
    assert run("person", "edit", "N-1", "--set", "skills=TIG").endswith(": unchanged.\n")


@pytest.mark.parametrize(
    ("arguments", "text", "message"),
    [
        ((), "", "Nothing was entered"),
        (("--set", "lasser"), "", 'write "field=value"'),
        (("--set", "beroep=lasser"), "", "no field 'beroep'"),
        (("--json", "-"), "[1]", "holds no object"),
        (("--json", "-"), "{", "is no JSON"),
        (("--json", "-"), '{"skills": {"a": 1}}', "'skills' must be a text, a number or a list"),
        (("--json", "-"), '{"skills": [true]}', "'skills' must be a text, a number or a list"),
    ],
)
def test_what_cannot_be_entered_is_refused(home: Path, arguments: tuple[str, ...], text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run("person", "add", "--scheme", "thamm", *arguments, text=text)
