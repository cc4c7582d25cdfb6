"""The page of vacancies, drawn over a small cohort."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.offices.vacancy_office import Openness
from matcher.vacancy_checks import check_vacancy, is_note
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")


@pytest.fixture
def page(small_home):
    return opened("vacancies")


def test_vacancies_are_listed_with_whether_they_are_open(page):
    said = shown(page)
    assert "PHP developer" in said
    assert "Acme · Gent · V1" in said
    assert said.count(EN("openness.closed")) >= 1
    assert not page.error


def test_a_search_leaves_those_that_fit_and_says_where_none_does(page):
    page.text_input(key="asked").set_value("lasser")
    said = shown(rerun(page))
    assert "V2" in said
    assert "PHP developer" not in said
    page.text_input(key="asked").set_value("zzz")
    assert EN("vacancies.none") in shown(rerun(page))


def test_a_vacancy_is_opened_closed_and_follows_its_file_again(small_home):
    page = opened("vacancies", opened="V1")
    assert EN("openness.open") in shown(page)
    page.button(key="close-now").click()
    rerun(page)
    said = shown(page)
    assert EN("openness.closed") in said
    assert EN("vacancies.set_on", day=EN.day(date.today())) in said
    assert small_home.store.vacancies(date.today()) == ()
    page.button(key="follow").click()
    rerun(page)
    assert [vacancy.key for vacancy in small_home.store.vacancies(date.today())] == ["V1"]


def test_a_page_of_a_vacancy_shows_its_checks_and_what_the_law_asks(small_home):
    page = opened("vacancies", opened="V2")
    said = shown(page)
    found = [warning for warning in check_vacancy(small_home.store.vacancy("V2"), date.today()) if not is_note(warning)]
    assert found
    assert EN("fairness.warnings", number=len(found)) in [expander.label for expander in page.expander]
    assert EN("authority.flanders") in said
    assert EN("asked.wage") in said
    page.button(key="back").click()
    assert "PHP developer" in shown(rerun(page))


def test_a_vacancy_in_the_address_that_does_not_exist_is_said_in_a_sentence(small_home):
    page = opened("vacancies", opened="V77")
    assert [error for error in page.error if "V77" in error.value]


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_every_language(small_home, language):
    words = Words(language)
    page = opened("vacancies", language=language)
    assert page.title[0].value == words("vacancies.title")
    labels = page.segmented_control(key="openness").options
    assert any(words(f"openness.{Openness.OPEN}") in str(label) for label in labels)
