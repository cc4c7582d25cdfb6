from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.intake import read_cohort
from matcher.intake.linkedin import is_export
from tests.files_made import LINKEDIN, zipped

FILES = Path(__file__).parent.parent / "files"
TODAY = date(2026, 11, 25)


def test_an_export_is_one_candidate() -> None:
    (nour,) = read_cohort(FILES / "linkedin.zip", "match", today=TODAY).records
    assert (nour.person.name, nour.person.email) == ("Nour Haddad", "nour.haddad@example.org")
    assert nour.status.birth_date == date(1991, 3, 4)
    assert [(job.title, job.start, job.end, job.years) for job in nour.profile.experience] == [
        ("Data analyst", date(2020, 1, 1), None, 6.0),
        ("Research assistant", date(2016, 9, 1), date(2019, 12, 31), 3.33),
    ]
    assert [course.eqf for course in nour.profile.education] == [6, None]
    assert [(s.language, s.cefr) for s in nour.profile.languages] == [("ar", "C2"), ("en", "C1"), ("fr", "B1")]
    assert nour.profile.summary.startswith("Data analyst | looking")
    assert ("Email Address", "old.nour@example.org") in nour.extra


@pytest.mark.parametrize("folder", ["", "Basic_LinkedInDataExport/", "envoi/a/b/"])
def test_it_is_found_wherever_it_stands(tmp_path: Path, folder: str) -> None:
    packed, unpacked = tmp_path / "x.zip", tmp_path / "x"
    packed.write_bytes(zipped({f"{folder}{name}": text for name, text in LINKEDIN.items()}))
    for name, text in LINKEDIN.items():
        (unpacked / folder).mkdir(parents=True, exist_ok=True)
        (unpacked / folder / name).write_text(text)
    for path in (packed, unpacked):
        intake = read_cohort(path, "match", today=TODAY)
        assert (intake.read, [c.person.name for c in intake.records]) == (1, ["Nour Haddad"])


def test_people_it_speaks_of_are_never_candidates() -> None:
    intake = read_cohort(FILES / "linkedin.zip", "match")
    assert "Vreemd" not in repr(intake)
    assert [p.file for p in intake.problems] == ["linkedin.zip/Connections.csv"]


def test_one_file_of_that_name_is_no_export() -> None:
    assert is_export(["Profile.csv", "Skills.csv"])
    assert not is_export(["Education.csv", "Skills.csv"])
    assert not is_export(["Profile.csv", "cohort.csv"])
