"""The page of the cohort workspace, drawn over a small cohort."""

from __future__ import annotations

import pytest

from screen.cohort_views import VIEWS
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")


@pytest.fixture
def page(small_home):
    return opened("cohort")


def test_everybody_stands_in_the_table_without_a_name(page):
    assert EN("cohort.in_question", found=4, within=4) in shown(page)
    (table,) = page.dataframe
    assert len(table.value) == 4
    assert "Yousra" not in table.value.to_string()
    assert {EN("load_field.available"), EN("load_field.regions")} <= set(table.value.columns)


def test_a_filter_leaves_those_it_asks_for(page):
    page.pills(key="cohort-scheme").set_value(["thamm"])
    rerun(page)
    assert EN("cohort.in_question", found=1, within=4) in shown(page)
    page.selectbox(key="cohort-level").set_value("C2")
    page.selectbox(key="cohort-language").set_value("fr")
    assert EN("cohort.none_left") in shown(rerun(page))


def test_who_to_ask_lists_those_of_whom_it_is_missing(page):
    page.segmented_control(key="cohort-view").set_value("missing")
    rerun(page)
    page.button(key="ask-contact").click()
    rerun(page)
    assert EN("cohort.in_question", found=1, within=4) in shown(page)
    assert page.segmented_control(key="cohort-view").value == "people"


def test_small_groups_of_a_protected_ground_are_not_shown(page):
    page.segmented_control(key="cohort-view").set_value("pivot")
    rerun(page)
    page.selectbox(key="pivot-by").set_value("nationality")
    rerun(page)
    (table,) = page.dataframe
    assert EN("cohort.small_hidden") in shown(page)
    assert EN("cohort.few") in table.value.to_string()
    assert "Tunisienne" not in table.value.to_string()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["nl", "de"])
def test_every_view_speaks_every_language(small_home, view, language):
    page = opened("cohort", language=language)
    page.segmented_control(key="cohort-view").set_value(view)
    assert not rerun(page).error
    assert page.title[0].value == Words(language)("cohort.title")


def test_an_empty_home_says_what_to_do_next(home):
    assert EN("cohort.nobody") in shown(opened("cohort"))
