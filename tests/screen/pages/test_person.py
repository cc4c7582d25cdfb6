"""The page of one person, drawn over a small cohort."""

from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CandidateColumn as C
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")


@pytest.fixture
def person(small_home):
    return small_home.store.candidate_id("P1")


def field(page, column):
    """The field of the record's form; its key ends in the mark of what the record says."""
    every = (*page.text_input, *page.text_area)
    return next(item for item in every if f"-{column}" in (item.key or "") and (item.key or "").startswith("edit-"))


def press(page, label):
    next(button for button in page.button if button.label == EN(label)).click()
    return rerun(page)


def test_the_form_begins_with_what_the_record_says(small_home, person):
    page = opened("person", person=person)
    assert field(page, C.NAME).value == "Yousra Bénkirane-Özil"
    assert field(page, C.SKILLS).value == "PHP\nMySQL"


def test_a_change_is_tried_saved_and_shown_in_the_history(small_home, person):
    page = opened("person", person=person)
    field(page, C.SKILLS).set_value("PHP\nLaravel")
    said = shown(press(page, "person.check"))
    assert EN("person.would", what=EN("person_fate.updated")) in said
    assert "MySQL" in str(small_home.store.candidate("P1").stated)
    field(page, C.SKILLS).set_value("PHP\nLaravel")
    said = shown(press(page, "person.save"))
    assert EN("person_fate.updated") in said
    assert "Laravel" in str(small_home.store.candidate("P1").stated)
    rerun(page)
    assert field(page, C.SKILLS).value == "PHP\nLaravel"
    assert EN("person.change", number=1) in shown(page)
    assert EN("person.changed_since") not in shown(page)


def test_what_cannot_be_read_is_refused_in_a_sentence(small_home, person):
    page = opened("person", person=person)
    field(page, C.BIRTH_DATE).set_value("31/02/1990")
    press(page, "person.save")
    assert any(EN("person.refused") in error.value for error in page.error)


def test_nobody_overwrites_what_was_changed_meanwhile(small_home, person):
    page = opened("person", person=person)
    texts = {"phone": "0488"}
    from matcher.loading import PLAIN_LOAD

    small_home.loader.edit_person(person, texts, PLAIN_LOAD, lambda *_: None)
    field(page, C.PHONE).set_value("0477")
    press(page, "person.save")
    assert EN("person.changed_since") in shown(page)
    assert small_home.store.candidate(person).person.phone == "0488"


def test_somebody_new_is_entered_and_opened(small_home):
    page = opened("person")
    page.text_input(key="new-name").set_value("Zoé <b>Zidane</b>")
    page.text_area(key="new-skills").set_value("coffrage")
    page.text_input(key="new-reference").set_value("Z1")
    press(page, "person.save")
    assert EN("person_fate.created") in shown(page)
    new = small_home.store.candidate_id("Z1")
    again = opened("person", person=new)
    assert field(again, C.SKILLS).value == "coffrage"
    assert all("<b>" not in piece.value for piece in again.header)  # shown as it is, never obeyed


def test_duplicates_are_looked_for_and_kept_apart(small_home):
    page = opened("person")
    page.button(key="look-").click()
    rerun(page)
    assert EN("twins.found", number=1) in shown(page)
    next(button for button in page.button if (button.key or "").startswith("both-")).click()
    rerun(page)
    assert EN("twins.none") in shown(page)
    assert EN("twins.decisions", number=1) in [expander.label for expander in page.expander]
