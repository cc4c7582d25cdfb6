from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake import read_vacancies
from matcher.records import (
    Answer,
    CodeSystem,
    LanguageRequirement,
    OccupationCode,
    Place,
    Source,
    Vacancy,
    Wage,
    WagePeriod,
)
from matcher.vacancy_checks import Check, check_vacancy, is_note
from taxonomies.belgium.wage_floors import floor_on, last_floor_before, read_floors
from taxonomies.errors import TaxonomyError

NOW, KNOWN = date(2026, 11, 28), date(2025, 6, 1)
H, M, Y = WagePeriod.HOUR, WagePeriod.MONTH, WagePeriod.YEAR


def vacancy(**fields):
    return replace(Vacancy("v", "k", "Job", Source("test")), **fields)


def codes(item, day=NOW, check=None):
    return [found.reason.code for found in check_vacancy(item, day) if check in (None, found.check)]


# 2,029.88 EUR a month of 38 hours is 12.3272 EUR an hour: 2029.88 x 12 / 52 / 38.
@pytest.mark.parametrize(
    ("wage", "hours", "full_time", "day", "expected"),
    [
        (Wage(2029.87, M), None, True, KNOWN, ["fair.wage.below"]),
        (Wage(2029.88, M), None, True, KNOWN, []),
        (Wage(2029.87, M), None, True, NOW, ["fair.wage.below_last_known"]),
        (Wage(2029.88, M), None, True, NOW, ["fair.wage.above_last_known"]),
        (Wage(2029.88, M), None, True, date(2026, 3, 31), []),
        (Wage(2029.88, M), None, True, date(2026, 4, 1), ["fair.wage.above_last_known"]),
        (Wage(2029.88, M), None, True, date(2024, 3, 31), ["fair.wage.no_floor"]),
        (Wage(1500, M), None, None, KNOWN, ["fair.wage.hours_missing"]),  # may be part time
        (Wage(1500, M), 19.0, False, KNOWN, []),  # 3,000 for 38 hours
        (Wage(1000, M), 19.0, False, KNOWN, ["fair.wage.below"]),  # 2,000 for 38 hours
        (Wage(12.33, H), 38.0, True, KNOWN, []),
        (Wage(12.32, H), 38.0, True, KNOWN, ["fair.wage.below"]),
        (Wage(12.33, H), 20.0, False, KNOWN, []),
        (Wage(12.33, H), None, None, KNOWN, ["fair.wage.hours_missing"]),
        (Wage(11.70, H), None, None, KNOWN, ["fair.wage.below"]),  # 2,028 even in a week of 40 hours
        (Wage(24_358.56, Y), None, True, KNOWN, []),
        (Wage(24_358, Y), None, True, KNOWN, ["fair.wage.below"]),
        (Wage(9_000, M, currency="MAD"), None, True, KNOWN, ["fair.wage.currency"]),
    ],
)
def test_a_wage_is_compared_with_the_minimum_of_the_day(wage, hours, full_time, day, expected):
    item = vacancy(wage=wage, hours=hours, full_time=full_time)
    assert codes(item, day, Check.WAGE_FLOOR) == expected


def test_a_wage_abroad_is_not_compared_with_the_belgian_minimum():
    assert codes(vacancy(wage=Wage(400, M), workplace=Place("Rabat", country="MA")), NOW, Check.WAGE_FLOOR) == []


def test_part_time_in_the_contract_leaves_a_low_wage_unknown():
    item = vacancy(wage=Wage(1500, M), contract="onbepaalde duur, deeltijds")
    assert codes(item, KNOWN, Check.WAGE_FLOOR) == ["fair.wage.hours_missing"]


def test_no_wage_is_said_to_be_missing():
    assert codes(vacancy(), check=Check.WAGE_STATED) == ["fair.wage.not_stated"]


@pytest.mark.parametrize(
    ("region", "day", "remedy"),
    [
        ("flanders", date(2026, 8, 31), "fair.fee.remedy"),
        ("flanders", date(2026, 9, 1), "fair.fee.remedy_flanders"),
        ("wallonia", date(2026, 9, 1), "fair.fee.remedy"),
    ],
)
def test_what_flanders_charges_is_the_employers_from_its_day_on(region, day, remedy):
    item = vacancy(description="De kandidaat betaalt de visumkosten.", workplace=Place("x", region=region))
    assert [found.remedy.code for found in check_vacancy(item, day) if found.check == Check.FEE] == [remedy]


@pytest.mark.parametrize(
    ("wish", "code", "eqf", "expected"),
    [
        (LanguageRequirement("nl", "C1", "C1"), "2512", None, ["fair.language.level"]),
        (LanguageRequirement("nl", "B2", "B2"), "2512", None, []),
        (LanguageRequirement("nl", "B2", "B2"), "7212", None, ["fair.language.level"]),
        (LanguageRequirement("nl", "B1", "B1"), "9112", None, ["fair.language.level"]),
        (LanguageRequirement("nl", "B2", "B2"), None, 2, ["fair.language.level"]),
        (LanguageRequirement("nl", "C1", "C1", essential=False), "9112", None, []),
        (LanguageRequirement("nl", None, "wat Nederlands"), "9112", None, []),
        (LanguageRequirement("nl", "C2", "Dutch: native"), None, None, ["fair.language.native"]),
    ],
)
def test_a_language_is_weighed_against_the_work(wish, code, eqf, expected):
    held = (OccupationCode(CodeSystem.ISCO, code),) if code else ()
    assert codes(vacancy(languages=(wish,), codes=held, eqf=eqf), check=Check.LANGUAGE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>Max.&nbsp;35 jaar</li><li>Rijbewijs B</li></ul>",
        "Profiel:\r\n- Max. 35 jaar\r\n- Rijbewijs B",
        "✅ jonger dan\n35 jaar",
        "Profil recherché : âgé de moins de\u00a035 ans",
    ],
)
def test_messy_text_is_read(text):
    assert "fair.ground.age" in codes(vacancy(description=text))


def test_every_demo_warning_is_known():
    """Read by eye: a young person wanted, a native speaker wanted, and languages of C1 (or B2 with low schooling)."""
    found = {}
    for item in read_vacancies(Path(__file__).parents[2] / "data" / "vacancies.csv").records:
        for warning in check_vacancy(item, NOW):
            if not is_note(warning):
                found.setdefault(warning.reason.code, []).append(item.key)
    counted = {"fair.wage.not_stated", "fair.language.level"}
    assert {code: keys for code, keys in found.items() if code not in counted} == {
        "fair.ground.age": ["VL-26-1107"],
        "fair.language.native": ["BXL-26-3072"],
    }


@given(text=st.text(max_size=400))
def test_any_text_is_checked(text):
    for warning in check_vacancy(vacancy(title=text or "x", description=text), NOW):
        assert warning.answer in (Answer.NO, Answer.UNKNOWN)
        assert warning.source


@pytest.mark.parametrize("piece", ["waarborg ", " ", "retenue loon ", "max. 35 ", "a,", "<b", "zoeken een een ", "\n"])
def test_a_long_text_of_one_word_ends(piece):
    check_vacancy(vacancy(description=piece * (100_000 // len(piece))), NOW)


def test_the_floor_of_a_day_and_the_last_known():
    assert floor_on(date(2026, 4, 1)) is None
    assert floor_on(date(2024, 4, 1)) == last_floor_before(date(2030, 1, 1))
    assert last_floor_before(date(2024, 3, 31)) is None


ROW = {"amount": 1.0, "valid_from": date(2024, 1, 1), "source": "s", "checked_on": date(2024, 1, 1)}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([ROW | {"source": ""}], "row 1: source is missing"),
        ([ROW | {"amout": 2}], "'amout' is no field"),
        ([ROW | {"valid_to": date(2023, 1, 1)}], "lies before"),
        ([ROW, ROW | {"valid_from": date(2025, 1, 1)}], "overlap"),
        ([ROW | {"period": "week"}], "'week' is not known"),
    ],
)
def test_a_bad_row_of_floors_is_told(rows, message):
    with pytest.raises(TaxonomyError, match=message):
        read_floors(rows)
