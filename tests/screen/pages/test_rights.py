"""The page of people's rights, drawn over a small cohort."""

from __future__ import annotations

import pytest

from matcher.lawful import Exclusion
from matcher.stewardship import blind_name
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")


@pytest.fixture
def person(small_home):
    return small_home.store.candidate_id("P1")


def test_before_a_choice_the_page_offers_notices_and_says_who_is_due(small_home):
    page = opened("rights")
    said = shown(page)
    assert EN("people.hint") in said
    assert EN("rights.nobody_due") in said
    assert EN("papers.assumed") in said
    assert page.selectbox(key="notice-scheme").options


def test_a_person_is_found_and_chosen(small_home, person):
    page = opened("rights")
    page.text_input(key="people-asked").set_value("benkirane yousra")
    rerun(page)
    page.button(key=f"choose-{person}").click()
    rerun(page)
    said = shown(page)
    assert "Yousra Bénkirane-Özil" in said
    assert EN("rights.ranked") in said
    assert page.query_params["person"] == person


def test_an_objection_is_recorded_and_lifted(small_home, person):
    page = opened("rights", person=person)
    page.button(key="object").click()
    rerun(page)
    assert EN("rights.objected") in shown(page)
    assert EN("held_exclusion.objected") in shown(page)
    page.button(key="lift").click()
    rerun(page)
    assert small_home.steward.exclusion(person) is None


def test_a_consent_is_recorded_and_one_without_a_form_refused(small_home, person):
    page = opened("rights", person=person)
    page.text_input(key="consent-how").set_value("signed form")
    next(button for button in page.button if button.label == EN("rights.give_now")).click()
    rerun(page)
    assert EN("rights.given") in shown(page)
    assert EN("held_basis.consent") in shown(page)
    next(button for button in page.button if button.label == EN("rights.withdraw_now")).click()
    rerun(page)
    assert small_home.steward.exclusion(person) is Exclusion.WITHDRAWN
    page.text_input(key="consent-how").set_value(" ")
    next(button for button in page.button if button.label == EN("rights.give_now")).click()
    assert any("how the consent was given" in error.value for error in rerun(page).error)


def test_an_erasure_takes_the_number_typed(small_home, person):
    page = opened("rights", person=person)
    erase = next(button for button in page.button if button.label == EN("rights.erase_now"))
    page.text_input(key="typed-number").set_value("yes")
    erase.click()
    assert any("is not the number" in error.value for error in rerun(page).error)
    page.text_input(key="typed-number").set_value(blind_name(person))
    next(button for button in page.button if button.label == EN("rights.erase_now")).click()
    said = shown(rerun(page))
    # P3 has the same birth date, and another spelling of the name: it is no record of the same name.
    assert EN("rights.erased") in said
    assert person not in {held.id for held in small_home.store.profiles()}
    assert "person" not in page.query_params


def test_a_person_who_does_not_exist_is_said_in_a_sentence(small_home):
    page = opened("rights", person="0" * 32)
    assert len(page.error) == 1
