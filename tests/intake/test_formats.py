"""Every format by the real command, from the files that stand for what people send."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort
from matcher.records import Candidate
from tests.files_made import europass_pdf, write_files, zipped

ROOT = Path(__file__).parent.parent.parent
FILES = ROOT / "tests" / "files"


@pytest.mark.parametrize(
    ("name", "read", "accepted", "rejected_rows"),
    [
        ("candidats.json", 4, 2, {3, 4}),
        ("candidates.jsonl", 6, 3, {3, 5, 6}),
        ("json-resume.json", 1, 1, set()),
        ("europass.xml", 1, 1, set()),
        ("europass-v3.xml", 1, 1, set()),
        ("europass.pdf", 1, 1, set()),
        ("linkedin.zip", 1, 1, set()),
        ("envoi-mixte.zip", 9, 5, {None, 4}),
    ],
)
def test_one_command_reads_each_format(
    home: Path, name: str, read: int, accepted: int, rejected_rows: set[int | None]
) -> None:
    report = load(FILES / name, "--dry-run")
    assert (report["read"], report["accepted"], report["rejected"]) == (read, accepted, read - accepted)
    refused = [p for p in report["problems"] if p["problem"].endswith("the row was rejected")]
    assert {p["row"] for p in refused} == rejected_rows
    assert len({(p["file"], p["row"]) for p in refused}) == read - accepted
    assert all(p["remedy"] for p in report["problems"])


def load(path: Path, *options: str) -> dict[str, Any]:
    """Run the command; ``home`` set the environment."""
    command = [sys.executable, "-m", "matcher", "load", "cohort", str(path), "--scheme", "palim", "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_a_folder_of_all_formats_is_loaded_once_and_again(home: Path, tmp_path: Path) -> None:
    cohort = tmp_path / "cohort"
    cohort.mkdir()
    for name in ("candidats.json", "candidates.jsonl", "europass-v3.xml", "europass.pdf", "envoi-mixte.zip"):
        (cohort / name).write_bytes((FILES / name).read_bytes())
    first, again = load(cohort), load(cohort)
    assert (first["read"], first["created"], first["rejected"]) == (21, 12, 9)
    assert (again["read"], again["unchanged"], again["created"]) == (21, 12, 0)


def test_a_folder_is_loaded_as_one_cohort(tmp_path: Path) -> None:
    (tmp_path / "cv").mkdir()
    for name in ("europass.xml", "json-resume.json"):
        (tmp_path / "cv" / name).write_bytes((FILES / name).read_bytes())
    (tmp_path / "liste.csv").write_text("Ref;Métier\n1;Soudeur\n2;\n")
    (tmp_path / "~$liste.csv").write_text("lock")
    intake = read_cohort(tmp_path, "palim")
    assert (intake.read, len(intake.records), intake.rejected) == (4, 3, 1)
    place = tmp_path.name
    assert [c.source.file for c in intake.records] == [
        f"{place}/cv/europass.xml",
        f"{place}/cv/json-resume.json",
        f"{place}/liste.csv",
    ]
    assert [p.problem.partition(":")[0] for p in intake.problems] == [
        "passed over",
        "ends before it begins; the dates were left out, their words kept",
        "no occupation, no skill, no experience, no education and no text; the row was rejected",
    ]


def test_the_packed_files_are_those_that_their_script_writes(tmp_path: Path) -> None:
    write_files(tmp_path)
    for path in tmp_path.iterdir():
        if path.suffix == ".zip":  # a PDF names the version of the library that wrote it
            assert path.read_bytes() == (FILES / path.name).read_bytes()
    assert facts(tmp_path / "europass.pdf") == facts(FILES / "europass.pdf")


def facts(path: Path) -> list[object]:
    return [(c.key, c.person, c.profile) for c in read_cohort(path, "palim").records]


@pytest.mark.parametrize("name", ["candidats.json", "candidates.jsonl", "europass.xml", "json-resume.json"])
def test_content_counts_not_the_name(tmp_path: Path, name: str) -> None:
    disguised = tmp_path / "table.xlsx"
    disguised.write_bytes((FILES / name).read_bytes())
    assert facts(disguised) == facts(FILES / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["candidats.json", "candidates.jsonl", "json-resume.json"])
def test_json_is_read_in_any_unicode_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes((FILES / name).read_text("utf-8").encode(encoding))
    assert facts(path) == facts(FILES / name)


def test_one_person_in_two_files_stands_once(tmp_path: Path) -> None:
    xml = (FILES / "europass.xml").read_bytes()
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "b.pdf").write_bytes(europass_pdf(xml))
    (tmp_path / "c.xml").write_bytes(xml.replace(b"Ansible", b"Puppet"))
    intake = read_cohort(tmp_path, "palim")
    assert (intake.read, len(intake.records), intake.rejected) == (3, 1, 2)
    place = tmp_path.name
    assert [p.problem for p in intake.problems] == [
        f"the same record as {place}/a.xml; the row was rejected",
        f"the same name, birth date and e-mail as {place}/a.xml, with other content; the row was rejected",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<?xml version='1.0'?><Workbook/>", 'no Europass CV: it begins with "Workbook"'),
        (b"<?xml version='1.0'?><Candidate>", "damaged XML"),
        (b'{"name": "x"', "damaged JSON"),
        (b'{"weather": [{"sun": 1}, {"rain": 2}]}', "JSON without a list of candidates"),
        (b"[" * 100_000, "damaged JSON (lists within lists"),
        (b'{"a":' * 60 + b"1" + b"}" * 60, "more than 40 deep"),
        (b"PK\x03\x04 cut off", "damaged archive"),
        (b"%PDF-1.7 cut off", "damaged PDF"),
        (b"Rar!\x1a\x07\x01\x00", "RAR archive, not a table; pack the files as ZIP"),
        (zipped({"word/document.xml": "<w/>", "[Content_Types].xml": ""})[:-40], "damaged archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}), "of another program"),
        (zipped({}), "holds no file that could be a record"),
        (zipped({".DS_Store": b"x", "__MACOSX/._a.csv": b"x"}), "holds no file that could be a record"),
    ],
)
def test_what_is_no_cohort_gets_one_clear_sentence(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "cohort"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError) as caught:
        read_cohort(path, "palim")
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert str(caught.value).endswith(".")


def test_an_unreadable_one_among_many_is_one_rejected_record(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.json": "{", "b.csv": "Ref;Métier\n1;Soudeur\n", "c.csv": ""}))
    intake = read_cohort(path, "palim")
    assert (intake.read, [c.key for c in intake.records], intake.rejected) == (3, ["1"], 2)
    assert [(p.file, p.row, p.remedy) for p in intake.problems] == [
        ("a.zip/a.json", None, "export the file again"),
        ("a.zip/c.csv", None, "export the table again"),
    ]


def test_macros_are_not_run_and_the_report_says_so(write_xlsx: Callable[..., Path]) -> None:
    import zipfile

    path = write_xlsx({"A": [["Ref", "Métier"], ["1", "=1+1"], ["2", "Soudeur"]]}, name="cohort.xlsm")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Attribute VB_Name")
    intake = read_cohort(path, "palim")
    assert [c.key for c in intake.records][-1] == "2"
    assert "macros; they were not run" in intake.problems[0].problem


def by_key(name: str) -> dict[str, Candidate]:
    return {candidate.key: candidate for candidate in read_cohort(FILES / name, "palim").records}


def test_keys_of_one_person_files_are_stable() -> None:
    assert by_key("europass.xml").keys() == {"derived-4d845ca7400c84bb"}
    (candidate,) = by_key("linkedin.zip").values()
    assert candidate.key.startswith("derived-")
