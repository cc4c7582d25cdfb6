from __future__ import annotations

from datetime import date
from pathlib import Path

from matcher.intake import read_cohort
from matcher.records import Candidate, Intake

TODAY = date(2026, 11, 23)


def cohort(path: Path, *rows: str) -> Intake[Candidate]:
    file = path / "cohort.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    return read_cohort(file, "asylum", today=TODAY)


def test_dates_of_another_calendar_are_kept_and_told_of(tmp_path: Path) -> None:
    intake = cohort(
        tmp_path,
        "ref;nom;date de naissance;métier;expérience",
        "1;Selam Test;12/09/1985 E.C.;enseignante;Teacher 2005-2010 E.C.",
        "2;Farid Test;1370/05/12;soudeur;welder Kabul 1390-1395",
        "3;Amal Test;١٢/٠٣/١٩٩١;خياطة;خياطة من ٢٠١٥ إلى ٢٠١٩",
    )
    assert (intake.read, len(intake.records), intake.rejected) == (3, 3, 0)
    first, second, third = intake.records
    assert [record.status.birth_date for record in intake.records] == [None, None, date(1991, 3, 12)]
    assert [(job.years, job.start) for job in first.profile.experience] == [(5.0, None)]
    assert [(job.years, job.start) for job in second.profile.experience] == [(None, None)]
    assert [(job.years, job.start) for job in third.profile.experience] == [(4.0, date(2015, 1, 1))]
    told = [(problem.row, problem.column, problem.value) for problem in intake.problems]
    assert (2, "expérience", "Teacher 2005-2010 E.C.") in told
    assert (3, "expérience", "welder Kabul 1390-1395") in told
    assert (2, "date de naissance", "12/09/1985 E.C.") in told
    assert (3, "date de naissance", "1370/05/12") in told
    assert all(row != 4 for row, _, _ in told)
    assert ("date de naissance", "1370/05/12") in second.extra


def test_a_column_of_years_is_completed_by_what_it_adds_to_months_counted_once(tmp_path: Path) -> None:
    intake = cohort(
        tmp_path,
        "ref;nom;années d'expérience;expérience",
        "1;Salma Test;8;Vendeuse 01/2015 - 12/2019, caissière 01/2017 - 12/2018",
        "2;Karim Test;5;Vendeur 01/2015 - 12/2019, caissier 01/2017 - 12/2018",
    )
    first, second = (record.profile for record in intake.records)
    assert [(job.title, job.years) for job in first.experience] == [("Vendeuse", 5.0), ("caissière", 2.0), ("", 3.0)]
    assert first.years_of_experience == 8.0
    assert second.years_of_experience == 5.0
