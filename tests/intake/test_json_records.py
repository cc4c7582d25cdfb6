"""The shapes in which JSON of candidates comes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort
from matcher.records import Candidate, Intake

FILES = Path(__file__).parent.parent / "files"
TODAY = date(2026, 11, 25)
WELDER = {"ref": "1", "métier": "Soudeur", "compétences": ["TIG", "MIG"]}
Write = Callable[..., Path]


def read(write_text: Write, value: Any) -> Intake[Candidate]:
    return read_cohort(write_text(json.dumps(value), "cohort.json"), "palim", today=TODAY)


@pytest.mark.parametrize(
    "value",
    [
        [WELDER],
        WELDER,
        {"candidats": [WELDER]},
        {"meta": {"page": 1}, "data": {"items": [WELDER]}},
        {"candidates": [WELDER], "errors": []},
        {"name": "Export of October", "description": "a cohort", "rows": [WELDER]},
    ],
)
def test_a_list_is_found_in_whatever_wraps_it(write_text: Write, value: Any) -> None:
    (candidate,) = read(write_text, value).records
    assert (candidate.key, candidate.profile.occupations) == ("1", ("Soudeur",))
    assert [skill.text for skill in candidate.profile.skills] == ["TIG", "MIG"]


def test_the_same_facts_in_json_and_csv_are_the_same_candidate(write_text: Write) -> None:
    row = {"Ref": "7", "Nom": "Nil", "Né le": "1/2/1990", "Métier": "Maçon", "Langues": "FR B2; AR", "Ville": "Fès"}
    table = write_text([";".join(row), ";".join(f'"{text}"' for text in row.values())], "a.csv")
    (from_csv,), (from_json,) = read_cohort(table, "palim").records, read(write_text, [row]).records
    assert (from_json.key, from_json.person, from_json.status) == (from_csv.key, from_csv.person, from_csv.status)
    assert (from_json.profile, from_json.extra) == (from_csv.profile, from_csv.extra)


def test_nested_parts_of_a_person() -> None:
    first, second = read_cohort(FILES / "candidats.json", "palim", today=TODAY).records
    assert (first.person.email, first.person.phone) == ("youssef.elamrani@example.org", "212600000101")
    assert [(job.title, job.years, job.end) for job in first.profile.experience] == [
        ("Technicien réseaux", 3.33, date(2022, 12, 31)),
        ("Administrateur systèmes junior", 3.0, None),
    ]
    assert [(c.text, c.eqf) for c in first.profile.education] == [("DUT génie informatique, EST de Salé, 2019", 5)]
    assert [(s.language, s.cefr) for s in first.profile.languages] == [("ar", "C2"), ("fr", "B2"), ("en", "A2")]
    assert first.extra == (("competences Linux.niveau", "avancé"), ("remarques", "permis B"))
    assert [(s.language, s.cefr) for s in second.profile.languages] == [("ar", "C2"), ("fr", "C1"), ("en", "B1")]
    assert [(job.title, job.years) for job in second.profile.experience] == [("développeuse web", 3.0)]


def test_what_no_column_takes_is_kept_verbatim(write_text: Write) -> None:
    record = WELDER | {"referees": [{"who": "A"}, {"who": "B", "tel": 123}], "flag": True, "none": None}
    (candidate,) = read(write_text, [record]).records
    assert candidate.extra == (("referees.who", "A"), ("referees.who", "B"), ("referees.tel", "123"), ("flag", "true"))


def test_numbers_stay_as_they_were_written(write_text: Write) -> None:
    path = write_text('[{"ref": 007e0, "metier": "x"}, {"ref": 12345678901234567890, "metier": "y"}]', "n.json")
    with pytest.raises(UnreadableFileError, match="damaged JSON"):
        read_cohort(path, "palim")
    path = write_text('[{"ref": 12345678901234567890, "metier": "y", "phone": 0.10}]', "n.json")
    (candidate,) = read_cohort(path, "palim").records
    assert (candidate.key, candidate.person.phone) == ("12345678901234567890", "0.10")


def test_a_name_that_stands_twice_loses_nothing(write_text: Write) -> None:
    path = write_text(
        '[{"ref": "1", "metier": "Soudeur", "email": "a@example.org", "email": "b@example.org"}]', "d.json"
    )
    (candidate,) = read_cohort(path, "palim").records
    assert "a@example.org" in repr(candidate)
    assert "b@example.org" in repr(candidate)


def test_a_broken_line_and_a_wrong_value_are_one_rejected_record_each() -> None:
    intake = read_cohort(FILES / "candidates.jsonl", "thamm", today=TODAY)
    assert [(c.key, c.source.row) for c in intake.records] == [("THM-01", 1), ("THM-02", 2), ("THM-05", 7)]
    assert [(p.row, p.column) for p in intake.problems] == [(3, None), (5, "ref"), (6, "birthDate")]
    assert intake.records[2].person.name == "سارة الخطيب"


def test_an_item_that_is_no_object_is_a_rejected_record(write_text: Write) -> None:
    intake = read(write_text, [WELDER, "Alami, soudeur", 3])
    assert (intake.read, intake.rejected) == (3, 2)
    assert [(p.row, p.value) for p in intake.problems] == [(2, "Alami, soudeur"), (3, "3")]


@pytest.mark.parametrize(
    ("experience", "jobs"),
    [
        ([{"company": "A (fictitious)", "from": "2019"}], [("", 7.0)]),
        ({"2019-2021": "welder"}, [("welder", 2.0)]),
        (
            [{"poste": "Soudeur", "debut": "03/2019", "fin": "05/2019"}, "Maçon 2 ans"],
            [("Soudeur", 0.25), ("Maçon", 2.0)],
        ),
        ({"title": "Welder", "start": "2020-01", "current": True}, [("Welder", 6.0)]),
    ],
)
def test_jobs_in_many_shapes(write_text: Write, experience: Any, jobs: list[tuple[str, float]]) -> None:
    (candidate,) = read(write_text, [WELDER | {"experience": experience}]).records
    assert [(job.title, job.years) for job in candidate.profile.experience] == jobs


def test_half_a_character_does_not_reach_the_store(write_text: Write) -> None:
    path = write_text('[{"ref": "1", "metier": "Soud\\ud83deur\\u0000"}]', "s.json")
    (candidate,) = read_cohort(path, "palim").records
    assert candidate.profile.occupations == ("Soud\ufffdeur",)


@pytest.mark.parametrize("value", [[], {}, [[]], ["a"], {"a": {"b": []}}, [{"x": 1, "y": 2}], [{"nom": "A"}]])
def test_json_without_candidates_is_refused(write_text: Write, value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="without a list of candidates"):
        read(write_text, value)


names = st.sampled_from(["ref", "nom", "metier", "competences", "langues", "experience", "diplome", "contact", "x", ""])
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(["1", "31/02/1999", "B2"])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=5)),
    max_leaves=20,
)


@settings(deadline=None)
@given(st.one_of(values, st.lists(st.dictionaries(names, values, min_size=1, max_size=6), max_size=6)))
def test_records_read_are_records_accepted_plus_records_rejected(value: Any) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "cohort.json")
        path.write_text(json.dumps(value))
        try:
            intake = read_cohort(path, "palim", today=TODAY)
        except UnreadableFileError:
            return
    assert intake.read == len(intake.records) + intake.rejected
    assert len({candidate.key for candidate in intake.records}) == len(intake.records)
