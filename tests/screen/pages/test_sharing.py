"""The page of sharing, drawn over a small cohort: what each organisation sees, and what staff share and take back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from matcher.accounts import Directory
from matcher.offices import SharingOffice
from matcher.stewardship import Actor, blind_name
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from screen.wording import Words
from tests.screen.pages.staff import opened, rerun, shown

EN = Words("en")
ADMIN = Actor("Root", Role.ADMIN)
HOSTILE = "<script>alert(1)</script> **De Gist**"


@pytest.fixture
def office(small_home) -> SharingOffice:
    """Sharing in the hands of an administrator, with two organisations."""
    directory = Directory(small_home.store.accounts(), ADMIN)
    for name in ("Acme", HOSTILE):
        directory.add_organisation(name)
    return SharingOffice(small_home, ADMIN)


@pytest.fixture
def acme(office) -> str:
    return next(one.organisation.id for one in office.organisations() if one.organisation.name == "Acme")


def agree(app: AppTest, opening: str) -> AppTest:
    """Press a button and agree in the window that it opens; here every run draws the page, and opens it again."""
    app.button(key=opening).click()
    rerun(app)
    app.button(key=opening).click()
    app.button(key="sure").click()
    return rerun(app)


def counts(office) -> tuple[tuple[str, ...], int, int]:
    """Schemes, candidates and vacancies that Acme sees."""
    return next(
        (one.schemes, one.candidates, one.vacancies)
        for one in office.organisations()
        if one.organisation.name == "Acme"
    )


@pytest.mark.parametrize(
    ("role", "said"), [("admin", "sharing.add_organisation"), ("staff", "sharing.ask_organisation")]
)
def test_without_an_organisation_the_page_says_who_adds_one(small_home, monkeypatch, role, said):
    monkeypatch.setenv("MATCHER_ROLE", role)
    app = opened("sharing")
    assert EN(said) in shown(app)
    assert not app.button


def test_organisations_are_listed_with_how_much_they_see_and_hostile_names_stay_text(office):
    office.share(ShareKind.SCHEME, ["palim"], "Acme")
    office.share(ShareKind.VACANCY, ["V1"], "Acme")
    app = opened("sharing")
    said = shown(app)
    assert EN("sharing.counts", candidates=3, vacancies=1) in said
    assert EN("frame.schemes", schemes="PALIM") in said
    assert EN("sharing.nothing") in said
    assert HOSTILE in said
    assert "<script>" not in "".join(element.value for element in app.markdown)


def test_a_scheme_is_shared_after_a_question_and_taken_back(office, acme):
    app = opened("sharing", organisation=acme)
    app.button(key="scheme-palim").click()
    said = shown(rerun(app))
    assert EN("sharing.will_see", organisation="Acme") in said
    assert EN("sharing.later_too") in said
    assert counts(office) == ((), 0, 0)
    app = agree(opened("sharing", organisation=acme), "scheme-palim")
    assert EN("sharing.shared_now", number=1, organisation="Acme") in shown(app)
    assert counts(office) == (("palim",), 3, 0)
    app = agree(app, "scheme-palim")
    assert EN("sharing.taken_back", number=1, organisation="Acme") in shown(app)
    assert counts(office) == ((), 0, 0)


def test_one_candidate_is_shared_by_reference_and_taken_back_by_number(office, acme, small_home):
    held = small_home.store.candidate_id("P1")
    app = opened("sharing", organisation=acme)
    assert EN("sharing.nobody_single") in shown(app)
    app.text_input(key="reference").set_value("P1")
    share = next(button for button in app.button if button.label == EN("sharing.share_one"))
    share.click()
    rerun(app)
    next(button for button in app.button if button.label == EN("sharing.share_one")).click()
    app.button(key="sure").click()
    rerun(app)
    assert counts(office) == ((), 1, 0)
    said = shown(app)
    assert blind_name(held) in said
    assert "Bénkirane" not in said
    agree(app, f"candidate-{held}")
    assert counts(office) == ((), 0, 0)


def test_a_reference_that_nobody_has_is_said_in_a_sentence(office, acme):
    app = opened("sharing", organisation=acme)
    for _ in range(2):
        app.text_input(key="reference").set_value("P77")
        next(button for button in app.button if button.label == EN("sharing.share_one")).click()
        if [button for button in app.button if button.key == "sure"]:
            app.button(key="sure").click()
        rerun(app)
    assert any("P77" in error.value for error in app.error)
    assert counts(office) == ((), 0, 0)


def test_vacancies_are_searched_shared_one_by_one_or_all_and_taken_back(office, acme, small_home):
    first = small_home.store.vacancy("V1")
    app = opened("sharing", organisation=acme)
    app.text_input(key="vacancy-asked").set_value("acme")
    said = shown(rerun(app))
    assert "Acme · Gent · V1" in said
    assert "V2" not in said
    agree(app, f"vacancy-{first.id}")
    assert counts(office) == ((), 0, 1)
    app = opened("sharing", organisation=acme)
    assert app.segmented_control(key="vacancy-shared").value is True
    app.segmented_control(key="vacancy-shared").set_value(False)
    rerun(app)
    agree(app, f"vacancy-{small_home.store.vacancy('V2').id}")
    app = opened("sharing", organisation=acme)
    agree(app, "all-vacancies")
    assert counts(office) == ((), 0, 0)
    agree(opened("sharing", organisation=acme), "all-vacancies")
    assert counts(office) == ((), 0, 2)


def test_an_organisation_that_does_not_exist_is_said_in_a_sentence(office):
    app = opened("sharing", organisation="0" * 32)
    assert EN("sharing.gone") in shown(app)
    assert "Acme" in shown(app)


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_every_language(office, acme, language):
    words = Words(language)
    app = opened("sharing", language=language, organisation=acme)
    assert app.title[0].value == words("sharing.title")
    assert [tab.label for tab in app.tabs] == [words("sharing.candidates"), words("sharing.vacancies")]
