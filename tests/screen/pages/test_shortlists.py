"""The page of shortlists, run over a real engine and a real store."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.hiring import Stage
from matcher.offices import ShortlistOffice
from matcher.settings import Settings
from matcher.stewardship import Actor, blind_name
from matcher.store.held_shortlists import FeedbackReason
from matcher.trail import Role
from screen.wording import Words

APP = str(Path(__file__).parents[3] / "app.py")
VACANCY = "VL-26-1144"
EN = Words("en")


@pytest.fixture
def engine(demo_matcher, tmp_path, monkeypatch) -> Matcher:
    """An engine over a copy of the demo data, in the home that the app opens too."""
    home = tmp_path / "demo-home"
    shutil.copytree(demo_matcher.settings.home, home)
    monkeypatch.setenv("MATCHER_HOME", str(home))
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    for name in ("MATCHER_DATABASE_URL", "MATCHER_ENCODER", "MATCHER_IDENTITY_KEY"):
        monkeypatch.delenv(name, raising=False)
    return Matcher(Settings(home=home, database_url=None, encoder="embedded"))


@pytest.fixture
def office(engine) -> ShortlistOffice:
    return ShortlistOffice(engine, Actor("Ann", Role.RECRUITER))


@pytest.fixture
def listed(engine, office) -> Callable[[int], tuple]:
    """``listed(number)``: a list for the vacancy with the best of its candidates, and their entries, best first."""

    def build(number: int) -> tuple:
        vacancy = engine.store.vacancy(VACANCY)
        held = office.make("Parts people", vacancy)
        for match in engine.match_vacancy(vacancy, number):
            office.add(held.id, match, vacancy)
        return held, office.entries(held.id)

    return build


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120)
    for name, value in ({"language": "en"} | query).items():
        app.query_params[name] = value
    app.run()
    return rerun(app.switch_page("screen/pages/shortlists.py"))


def rerun(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    kinds = (app.title, app.header, app.subheader, app.markdown, app.info, app.warning, app.error)
    said = "\n".join(element.value for kind in kinds for element in kind)
    return said.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def names(app: AppTest) -> list[str]:
    """The blind names on the page, in their order."""
    return [title.value.split(" · ")[1].replace("\\", "") for title in app.subheader if " · " in title.value]


def within(app: AppTest, opening: str, label: str) -> AppTest:
    """Press a button of an open window; here every run draws the whole page, so the window is opened again with it."""
    next(button for button in app.button if opening in (button.key, button.label)).click()
    next(button for button in app.button if button.label == EN(label)).click()
    return rerun(app)


def test_without_a_list_the_page_says_how_one_is_made(engine):
    app = opened()
    assert app.info[0].value == EN("shortlists.none")


def test_a_list_without_candidates_says_what_to_do(office):
    office.make("Later")
    app = opened()
    assert EN("shortlists.empty") in shown(app)
    assert "Later" in shown(app)


def test_candidates_stand_best_first_with_score_stage_reasons_and_no_name(engine, listed):
    held, entries = listed(3)
    app = opened()
    assert names(app) == [blind_name(entry.candidate_id) for entry in entries]
    said = shown(app)
    assert held.name in said
    for entry in entries:
        assert f"{entry.match.score:.0%}" in said
        person = engine.store.candidate(entry.candidate_id).person
        assert person.name not in said
    assert "Proposed since" in said


def test_a_recruiter_is_offered_no_reveal_and_staff_are(listed, monkeypatch):
    _, entries = listed(1)
    assert "reveal-" + entries[0].id not in [button.key for button in opened().button]
    monkeypatch.setenv("MATCHER_ROLE", "staff")
    assert "reveal-" + entries[0].id in [button.key for button in opened().button]


def test_a_staff_member_reveals_somebody_for_a_reason(engine, listed, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "staff")
    _, entries = listed(1)
    app = opened()
    app.button(key=f"reveal-{entries[0].id}").click()
    rerun(app)
    person = engine.store.candidate(entries[0].candidate_id).person
    within(app, f"reveal-{entries[0].id}", "reveal.show")
    assert EN("reveal.needed") in shown(app)
    assert person.name not in shown(app)
    ask = next(box for box in app.selectbox if box.label == EN("reveal.why"))
    ask.select_index(1)
    assert person.name in shown(within(app, f"reveal-{entries[0].id}", "reveal.show"))
    assert [entry.purpose for entry in engine.steward.register.log().entries][-1] == "reveal: interview"


def test_several_are_moved_and_the_move_is_taken_back(office, listed):
    held, _ = listed(3)
    app = opened()
    app.button(key="choose-all").click()
    rerun(app)
    assert EN("shortlists.chosen", number=3) in shown(app)
    app.selectbox(key="bulk-stage").select(Stage.INTERVIEW)
    app.button(key="bulk-move").click()
    rerun(app)
    assert EN("shortlists.moved", number=3, stage="Interview") in shown(app)
    assert {entry.stage for entry in office.entries(held.id)} == {Stage.INTERVIEW}
    assert not any(box.value for box in app.checkbox)
    app.button(key="undo").click()
    rerun(app)
    assert {entry.stage for entry in office.entries(held.id)} == {Stage.PROPOSED}
    assert "undo" not in [button.key for button in app.button]


def test_declining_somebody_without_a_reason_is_refused_in_a_sentence(office, listed):
    held, entries = listed(1)
    app = opened()
    app.checkbox(key=f"pick-{entries[0].id}").check()
    rerun(app)
    app.selectbox(key="bulk-stage").select(Stage.DECLINED)
    app.button(key="bulk-move").click()
    rerun(app)
    assert "owed a reason" in app.error[0].value
    app.text_input(key="bulk-reason").input("lives too far away")
    app.button(key="bulk-move").click()
    rerun(app)
    assert office.entries(held.id)[0].stage is Stage.DECLINED
    assert "lives too far away" in shown(app)


def test_a_removed_candidate_comes_back(listed):
    _, entries = listed(2)
    app = opened()
    app.checkbox(key=f"pick-{entries[0].id}").check()
    rerun(app)
    app.button(key="bulk-remove").click()
    rerun(app)
    assert names(app) == [blind_name(entries[1].candidate_id)]
    app.button(key="undo").click()
    assert len(names(rerun(app))) == 2


def test_stage_feedback_and_note_are_saved_together(office, listed):
    held, entries = listed(1)
    app = opened()
    app.button(key=f"update-{entries[0].id}").click()
    rerun(app)
    next(box for box in app.selectbox if box.label == EN("list_column.stage")).select(Stage.CONTACTED)
    app.radio[0].set_value(True)
    next(pills for pills in app.pills if pills.label == EN("entry.because")).set_value([FeedbackReason.SKILLS])
    app.text_area[0].input("<script>alert(1)</script> [x](http://evil.example)")
    within(app, f"update-{entries[0].id}", "shortlists.save")
    (entry,) = office.entries(held.id)
    assert (entry.stage, entry.feedback.suits) == (Stage.CONTACTED, True)
    assert entry.note == "<script>alert(1)</script> [x](http://evil.example)"
    assert entry.note in shown(app)
    assert not any("<script>" in element.value for element in app.markdown)
    assert "Suits the vacancy (skills)" in shown(app)


def test_a_stage_chosen_shows_those_at_it_alone_in_the_order_chosen(office, listed):
    held, entries = listed(3)
    office.move(held.id, [entries[0].id, entries[2].id], Stage.OFFER)
    app = opened()
    app.pills(key="list-stages").set_value([Stage.OFFER])
    rerun(app)
    assert names(app) == [blind_name(entries[0].candidate_id), blind_name(entries[2].candidate_id)]
    assert EN("shortlists.shown", shown=2, total=3, order=EN("list_order.score")) in shown(app)


def test_ten_stand_on_a_page_and_those_chosen_there_alone(office, listed):
    listed(13)
    app = opened()
    assert len(names(app)) == 10
    app.session_state["list-page"] = 2
    rerun(app)
    assert len(names(app)) == 3
    assert app.subheader[0].value.startswith("11 ")


def test_who_objects_is_shown_as_fallen_without_score_or_reasons(engine, listed):
    _, entries = listed(1)
    engine.steward.object(entries[0].candidate_id)
    app = opened()
    assert EN("entry.fallen") in shown(app)
    assert f"{entries[0].match.score:.0%}" not in shown(app)


def test_a_list_is_renamed_and_removed_and_comes_back(office, listed):
    listed(1)
    app = opened()
    next(button for button in app.button if button.label == EN("shortlists.remove_list")).click()
    rerun(app)
    assert app.info[0].value == EN("shortlists.none")
    app.button(key="undo").click()
    rerun(app)
    next(button for button in app.button if button.label == EN("shortlists.rename")).click()
    rerun(app)
    app.text_input[-1].input("Best people")
    within(app, EN("shortlists.rename"), "shortlists.save")
    assert [one.name for one in office.lists()] == ["Best people"]


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_the_page_speaks_the_language_chosen(listed, language):
    listed(1)
    app = opened(language=language)
    words = Words(language)
    assert app.title[0].value == words("shortlists.title")
    assert words("stage.proposed") in shown(app)


def test_the_list_in_the_address_is_the_one_that_opens(office, listed):
    held, _ = listed(1)
    office.make("Another")
    assert EN("shortlists.empty") in shown(opened())
    assert held.name in shown(opened(shortlist=held.id))


def test_a_card_of_the_ranking_puts_its_candidate_on_a_list(office):
    app = AppTest.from_file(APP, default_timeout=120)
    app.query_params["language"], app.query_params["vacancy"] = "en", VACANCY
    rerun(app)
    add = [button.key for button in app.button if (button.key or "").startswith("shortlist-")]
    app.button(key=add[0]).click()
    rerun(app)
    (held,) = office.lists()
    (entry,) = office.entries(held.id)
    assert f"shortlist-{entry.candidate_id}" == add[0]
    assert held.vacancy.key == VACANCY
    assert EN("add_to_list.on_list", name=held.name) in shown(app)
    app.button(key=add[1]).click()
    rerun(app)
    assert len(office.lists()) == 1
    assert len(office.entries(held.id)) == 2
