"""Each kind of table loads with the real command, from files that are messy the way real ones are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from matcher.intake import read_cohort
from matcher.store import KeySource, Store
from tests.files.build_cohorts import build

ROOT = Path(__file__).parent.parent.parent
FILES = ROOT / "tests" / "files"

# file: rows read, rows rejected with the column that says why, headings that nobody recognised
EXPECTED: dict[str, tuple[int, list[tuple[str | None, int, str]], list[str]]] = {
    "cohort-agence-cp1252.csv": (4, [(None, 7, "Né(e) le")], ["Avis du conseiller"]),
    "cohort-arabic-utf8sig.csv": (2, [], ["ملاحظات المرشد"]),
    "cohort-caret-utf16be.csv": (2, [], []),
    "cohort-libre.ods": (3, [("Bewerber", 7, "Kandidatennummer")], []),
    "cohort-old.xls": (3, [("Kandidaten", 6, "Geboortedatum")], []),
    "cohort-two-sheets.xlsx": (5, [("Maroc", 7, "Date de naissance")], []),
    "cohort-vdab-utf16.tsv": (3, [], []),
}
# what one candidate of each file must say: key, name, birth date, phone, languages, skills, years
PEOPLE: dict[str, tuple[Any, ...]] = {
    "cohort-agence-cp1252.csv": (
        *("0012", "Noura BENSAÏD", "1996-04-03", "0000 12 34 56", ["fr C1", "en A2"]),
        *(["soudure TIG", "soudure à l'arc", "lecture de plans"], None),
    ),
    "cohort-arabic-utf8sig.csv": (
        *("ع-٢", "يوسف الخيالي", "1990-12-02", None, ["en A2"], ["تركيب الكابلات", "صيانة"], None),
    ),
    "cohort-caret-utf16be.csv": ("X1", "Invented, Ann", "1997-03-09", None, [], ["HTML", "CSS", "JavaScript"], None),
    "cohort-libre.ods": (
        *("7", "Hagos Erfunden", "1993-07-09", "+32 000 7", ["de A2"], ["MIG-Schweißen", "Brennschneiden"], None),
    ),
    "cohort-old.xls": ("1001", "Abel Gefingeerd", "1992-05-17", None, ["nl A2", "ti C2"], [], 8.0),
    "cohort-two-sheets.xlsx": (
        *("M-01", "Hind ALAMI FICTIF", "1995-06-05", None, ["fr C1", "nl A2", "en None"], ["soins", "triage"], 7.0),
    ),
    "cohort-vdab-utf16.tsv": (
        *("D-003", "Nergens Lidia", "2001-03-01", None, ["nl A2"], ["ramen wassen", "strijken"], None),
    ),
}


@pytest.fixture(scope="module")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cohort-files")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_of_each_kind_loads_with_the_real_command(name: str, shared_home: Path) -> None:
    read, rejected, unknown = EXPECTED[name]
    environment = os.environ | {"MATCHER_HOME": str(shared_home)}
    command = [sys.executable, "-m", "matcher", "load", "cohort", str(FILES / name), "--scheme", "palim", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
    report = json.loads(done.stdout)
    told = [
        (problem["sheet"], problem["row"], problem["column"]) for problem in report["problems"] if problem["rejects"]
    ]
    assert (report["read"], report["created"], told) == (read, read - len(rejected), rejected)
    assert [column["heading"] for column in report["columns"] if column["field"] is None] == unknown

    key, *facts = PEOPLE[name]
    keys = KeySource(shared_home / "identity.keys")
    with Store.open(f"sqlite:///{shared_home / 'matcher.sqlite'}", keys) as store:
        person = store.candidate(key)
    assert person.stated is not None
    assert [
        person.person.name,
        person.status.birth_date and person.status.birth_date.isoformat(),
        person.person.phone,
        [f"{skill.language} {skill.cefr}" for skill in person.stated.languages],
        [skill.text for skill in person.stated.skills],
        person.stated.years_of_experience,
    ] == facts


def test_the_files_are_what_their_builder_writes(tmp_path: Path) -> None:
    build(tmp_path)
    built = sorted(path.name for path in tmp_path.iterdir())
    assert built == sorted(EXPECTED)
    for name in built:
        assert read_cohort(tmp_path / name, "palim") == read_cohort(FILES / name, "palim")
