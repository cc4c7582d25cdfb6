from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.cv.courses import read_certificates, read_courses
from matcher.intake.cv.jobs import read_jobs

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        # title, employer, date; then date, title; then one line with both
        (
            ["Soudeur", "Usine X, Sfax", "2019 - 2020", "- meulage", "Aide", "Usine Y", "2017 - 2018"],
            ["Soudeur 2019", "Aide 2017"],
        ),
        (["2019 - 2020", "Soudeur", "Usine X", "2017 - 2018", "Aide"], ["Soudeur 2019", "Aide 2017"]),
        (["Cook\t2019 - 2020", "Hotel X", "Waiter\t2017 - 2018"], ["Cook 2019", "Waiter 2017"]),
        # the employer first, on a line of its own or on the same
        (["Labadi Hotel, Accra", "Line cook", "2019 - 2020"], ["Line cook 2019"]),
        (["Telecom Ltd — Data Analyst", "2019 - 2020"], ["Data Analyst 2019"]),
        (["1. Zenith Fabrics Ltd. (Sales Girl) 2011 - 2012"], ["Sales Girl 2011"]),
        # a year named in a task begins no job
        (["Analyst", "2019 - 2021", "• reports for 2019 - 2020"], ["Analyst 2019"]),
        # a list in which the items are the jobs, one line that tells several, and jobs without dates
        (["• 2019 - 2020 : soudeur", "• 2017 - 2018 : aide"], ["soudeur 2019", "aide 2017"]),
        (["couturière 2015 - 2020; ouvrière 2012 - 2014"], ["couturière 2015", "ouvrière 2012"]),
        (["Cook", "- sauces", "Cleaner"], ["Cook -", "Cleaner -"]),
        ([], []),
    ],
)
def test_jobs_as_cvs_lay_them_out(lines: list[str], told: list[str]) -> None:
    jobs = read_jobs(lines, TODAY).jobs
    assert [f"{job.title} {job.start.year if job.start else '-'}" for job in jobs] == told


def test_a_job_keeps_all_its_lines() -> None:
    (job,) = read_jobs(["Soudeur TIG – SOTUMÉTAL", "03/2019 – 05/2020", "- tuyaux", "- meulage"], TODAY).jobs
    assert (job.title, job.years, job.start, job.end) == ("Soudeur TIG", 1.25, date(2019, 3, 1), date(2020, 5, 31))
    assert job.description == "Soudeur TIG – SOTUMÉTAL\n03/2019 – 05/2020\n- tuyaux\n- meulage"


def test_a_job_is_as_long_as_it_was_held() -> None:
    seasons = read_jobs(["Cueilleur, Agadir", "2015 - 2020, 6 mois par an", "- tomates"], TODAY).jobs
    assert [(job.years, job.start) for job in seasons] == [(2.5, date(2015, 1, 1))]
    stints = read_jobs(["Cook", "Hotel X", "2010 - 2012, 2018 - 2020", "- sauces"], TODAY).jobs
    assert [(job.title, job.years, job.start) for job in stints] == [
        ("Cook", 2.0, date(2010, 1, 1)),
        ("Cook", 2.0, date(2018, 1, 1)),
    ]
    (running,) = read_jobs(["Chauffeur, Kinshasa", "depuis 4 ans", "- citernes"], TODAY).jobs
    assert (running.years, running.start, running.end) == (4.0, date(2022, 1, 1), None)


def test_lines_before_the_first_job_and_jobs_without_dates_are_told_apart() -> None:
    read = read_jobs(["Ten years in kitchens of all kinds.", "", "Cook", "2019 - 2020"], TODAY)
    assert (read.before, [job.title for job in read.jobs]) == (("Ten years in kitchens of all kinds.",), ["Cook"])
    assert read_jobs(["Cook in Accra"], TODAY).undated == ("Cook",)


def test_courses_with_the_level_they_claim() -> None:
    lines = ["2012 - 2014\tBTP soudage,", "CFPA Ben Arous", "2012\tBaccalauréat"]
    courses = [(course.text, course.eqf) for course in read_courses(lines, TODAY)]
    assert courses == [("2012 - 2014 BTP soudage, CFPA Ben Arous", 4), ("2012 Baccalauréat", 4)]
    assert [course.text for course in read_courses(["CAP couture 2014; BTS 2016"], TODAY)] == [
        "CAP couture 2014",
        "BTS 2016",
    ]
    assert [course.text for course in read_certificates(["• HACCP", "First aid (2020)"], TODAY)] == [
        "HACCP",
        "First aid (2020)",
    ]
