from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.cells import is_nothing
from matcher.intake.experience import read_experience
from matcher.intake.job_entries import LONGEST_ENTRY
from matcher.records import ProfessionalProfile
from tests.intake.cases import read_cases

TODAY = date(2026, 11, 23)
CASES = read_cases("experience")


def jobs(text: str) -> list[tuple[str, float | None]]:
    return [(job.title, job.years) for job in read_experience(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soudeur chez SOMACA (2 ans)", [("Soudeur", 2.0)]),
        ("Électricien - 3 ans - SARL Lumière", [("Électricien", 3.0)]),
        ("2019-2021: Webdeveloper bij Atos, onderhoud", [("Webdeveloper", 2.0)]),
        ("5 ans d'expérience en soudure", [("soudure", 5.0)]),
        ("10 Jahre Fliesenleger in Latakia (2004-2014)", [("Fliesenleger", 10.0)]),
        (
            "soudeur\nmaçon; plombier | peintre",
            [("soudeur", None), ("maçon", None), ("plombier", None), ("peintre", None)],
        ),
        ("- soudeur 3ans\n- maçon", [("soudeur", 3.0), ("maçon", None)]),
        ("3 ans soudeur, 2 ans chaudronnier", [("soudeur", 3.0), ("chaudronnier", 2.0)]),
        ("Rigger 2009-2012, BTS technician 2012-2016", [("Rigger", 3.0), ("BTS technician", 4.0)]),
        (
            "Graphic designer at a shop (2014-17). UI designer, e-commerce (2017-20). Lead, 3.5m users (2020-26)",
            [("Graphic designer", 3.0), ("UI designer", 3.0), ("Lead", 6.0)],
        ),
        (
            "2020-2021 intern at an edtech, Ibadan. 2021-2024 frontend developer, market. 2024 till date: engineer",
            [("intern", 1.0), ("frontend developer", 3.0), ("engineer", 2.0)],
        ),
        ("2 ans helpdesk (2021-2023), puis technicien 2023-", [("helpdesk", 2.0), ("technicien", 3.0)]),
        ("apprentissage 4 ans à Labé, puis atelier 2017-2022", [("apprentissage", 4.0), ("atelier", 5.0)]),
        ("Soudeur 5 ans dont 2 ans comme chef", [("Soudeur", 5.0)]),
        ("Électricien, mine (2017-2021) et cimenterie (2021-2025)", [("Électricien", 8.0)]),
        ("Menuisier à Draham depuis 2004, 2 ans en France", [("Menuisier", 22.0)]),
        ("Prof. d'anglais, centre de langues (2020-2025)", [("Prof. d'anglais", 5.0)]),
        (".NET developer, state tax platform (2018-2022)", [(".NET developer", 4.0)]),
        ("Mechanic (cars; trucks) 2 years", [("Mechanic", 2.0)]),
        ("سائق حفارة 1997-2015", [("سائق حفارة", 18.0)]),
        ("5 ans", [("", 5.0)]),
        ("aucune", []),
        ("Aucune expérience professionnelle", []),
        ("geen werkervaring", []),
        ("", []),
    ],
)
def test_jobs_and_their_lengths(text: str, found: list[tuple[str, float | None]]) -> None:
    assert jobs(text) == found


def _number(years: float | None) -> str:
    return "?" if years is None else f"{years:g}"


@pytest.mark.parametrize(("text", "found", "total"), CASES)
def test_jobs_and_years_in_work_in_the_words_of_many(text: str, found: str, total: str) -> None:
    told = read_experience(text, TODAY)
    assert ";".join(f"{job.title}={_number(job.years)}" for job in told) == found
    assert _number(ProfessionalProfile(experience=told).years_of_experience) == total


def test_the_table_of_cases_is_as_long_as_it_should_be() -> None:
    assert len(CASES) >= 60
    assert len({text for text, *_ in CASES}) == len(CASES)


def test_stretches_of_one_job_have_dates_of_their_own_and_the_words_once() -> None:
    first, second = read_experience("Électricien 2010-2012, 2018-2020", TODAY)
    assert (first.start, first.end) == (date(2010, 1, 1), date(2012, 12, 31))
    assert (second.start, second.end) == (date(2018, 1, 1), date(2020, 12, 31))
    assert (first.description, second.description) == ("Électricien 2010-2012, 2018-2020", None)


@pytest.mark.parametrize(
    "text", ["Teacher 2005-2010 E.C.", "driver 1435-1440 H", "welder, Kabul 1390-1395", "نجار ۱۳۹۰ تا ۱۳۹۵ ه.ش"]
)
def test_years_of_another_calendar_never_become_common_dates(text: str) -> None:
    (job,) = read_experience(text, TODAY)
    assert (job.start, job.end) == (None, None)
    assert job.description == text


def test_a_job_that_has_run_for_some_years_begins_in_the_year_it_reaches_back_to() -> None:
    (job,) = read_experience("soudeur depuis 3 ans", TODAY)
    assert (job.start, job.end, job.years) == (date(2023, 1, 1), None, 3.0)


def test_dates_and_description_are_kept() -> None:
    (job,) = read_experience("Maçon à Gitega 03/2019 - 06/2021 (villas)", TODAY)
    assert (job.title, job.years, job.start, job.end) == ("Maçon", 2.33, date(2019, 3, 1), date(2021, 6, 30))
    assert job.description == "Maçon à Gitega 03/2019 - 06/2021 (villas)"
    (current,) = read_experience("Maçon depuis 2020", TODAY)
    assert (current.start, current.end) == (date(2020, 1, 1), None)
    (plain,) = read_experience("Maçon", TODAY)
    assert plain.description is None


def test_a_very_long_entry_is_kept_whole() -> None:
    text = "Soudeur 3 ans " + "x" * LONGEST_ENTRY + " fin"
    (job,) = read_experience(text, TODAY)
    assert job.description == text
    assert len(job.title) <= 100


words = st.lists(
    st.sampled_from(["Soudeur", "chez", "Atos", "(2 ans)", "2019-2021", "puis", "3 jaar", ",", ";", "\n", "-", "."])
)


@settings(deadline=None)
@given(words.map(" ".join) | st.text(max_size=80))
def test_years_in_work_are_never_more_than_the_jobs_together(text: str) -> None:
    told = read_experience(text, TODAY)
    lengths = [job.years for job in told if job.years is not None]
    total = ProfessionalProfile(experience=told).years_of_experience
    if lengths:
        assert total is not None
        assert max(lengths) - 0.011 <= total <= sum(lengths) + 0.011


@settings(deadline=None)
@given(words.map(" ".join) | st.text(max_size=80))
def test_no_word_of_a_cell_is_lost(text: str) -> None:
    found = read_experience(text, TODAY)
    told = " ".join(f"{job.title} {job.description or ''}" for job in found)
    for word in text.replace(";", " ").replace("|", " ").split():
        core = word.strip(".,;:-–—()[]•*▪■●►✓>/\u00a0")
        if found and len(core) > 3 and core.isalpha() and not is_nothing(core) and core not in {"puis", "then"}:
            assert core in told
