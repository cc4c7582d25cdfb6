"""Reviewing what skills mean on its page, over a real engine and a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.offices import StaffOffice
from matcher.settings import Settings
from matcher.stewardship import Actor, blind_name
from matcher.trail import Role
from screen.wording import Words

APP = str(Path(__file__).parents[3] / "app.py")
EN = Words("en")
COHORT = (
    'Ref;Nom;Métier;Compétences\n1;Alami;soudeur;"lecture de plan, **basket** <b>weaving</b>"\n'
    '2;Bennis;soudeur;"lecture de plan"\n'
)
PLANS = "lecture de plan"


@pytest.fixture
def engine(home):
    matcher = Matcher(Settings(home=home))
    home.mkdir()
    (home / "cohort.csv").write_text(COHORT, encoding="utf-8")
    matcher.load_cohort(home / "cohort.csv", "palim")
    return matcher


def opened(language="en") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=90)
    app.query_params["language"] = language
    run(app)
    app.switch_page("screen/pages/review_skills.py")
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def click(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def phrase(app: AppTest) -> str:
    return app.header[0].value.replace("\\", "").strip("“”")


def said(app: AppTest) -> str:
    text = "\n".join(element.value for kind in (app.markdown, app.info, app.success) for element in kind)
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def phrases(engine: Matcher) -> list[str]:
    return [each.text for each in StaffOffice(engine, Actor("x", Role.STAFF)).review.queue().open]


def reach(app: AppTest, text: str) -> AppTest:
    while phrase(app) != text:
        click(app, "review-skip")
    return app


def test_an_empty_home_says_what_to_do_first(home):
    app = opened()
    assert EN("review.no_people") in said(app)
    assert not app.button


def test_the_first_phrase_is_the_most_valuable_and_stands_in_its_context(engine):
    app = opened()
    first = phrases(engine)[0]
    assert phrase(app) == first
    assert all(blind_name(held.id) in said(app) for held in engine.store.profiles() if first in str(held.profile))
    assert not any(name in said(app) for name in ("Alami", "Bennis"))
    shortcuts = [button.proto.shortcut for button in app.button if (button.key or "").startswith("review-")]
    assert {"1", "x", "s", "u"} <= set(shortcuts)


def test_an_answer_that_others_may_share_is_asked_about_first(engine):
    app = reach(opened(), PLANS)
    first = next(button.key for button in app.button if (button.key or "").startswith("review-choose-1-"))
    click(app, first)
    assert engine.store.link_decisions() == ()
    assert EN("review.ask_one", phrase=PLANS) in app.subheader[0].value.replace("\\", "")
    click(app, "review-all")
    (decision,) = engine.store.link_decisions()
    assert (decision.text, decision.candidate_id, first.endswith(decision.uri)) == (PLANS, None, True)
    assert PLANS not in phrases(engine)


def test_an_answer_may_hold_for_one_alone_and_be_thought_over(engine):
    app = click(reach(opened(), PLANS), "review-reject")
    click(app, "review-back")
    assert engine.store.link_decisions() == ()
    click(click(app, "review-reject"), "review-one")
    (decision,) = engine.store.link_decisions()
    assert (decision.uri, decision.candidate_id is None) == (None, False)
    assert PLANS in phrases(engine)


def test_the_last_decision_is_undone_with_one_key(engine):
    app = opened()
    assert app.button(key="review-undo").disabled
    alone = next(text for text in phrases(engine) if text != PLANS)
    click(reach(app, alone), "review-reject")
    assert [each.stands for each in engine.store.link_decisions()] == [True]
    click(app, "review-undo")
    assert [each.stands for each in engine.store.link_decisions()] == [False]
    assert alone in phrases(engine)


def test_a_concept_is_searched_while_typing_and_chosen(engine):
    app = opened()
    alone = next(text for text in phrases(engine) if text != PLANS)
    reach(app, alone)
    app.text_input[0].set_value("lassen")
    run(app)
    found = [button.key for button in app.button if (button.key or "").startswith("review-choose-found-")]
    assert found
    click(app, found[0])
    assert found[0].endswith(engine.store.link_decisions()[0].uri)


def test_progress_is_told_and_the_end_says_so(engine):
    app = opened()
    total = len(phrases(engine))
    for number in range(total):
        assert EN("review.progress", decided=number, total=total) in str(app.get("progress")[0].proto)
        click(app, "review-reject")
        if any(button.key == "review-all" for button in app.button):
            click(app, "review-all")
    assert EN("review.empty") in said(app)


def test_what_was_skipped_comes_back_when_asked(engine):
    app = opened()
    total = len(phrases(engine))
    for _ in range(total):
        click(app, "review-skip")
    assert EN("review.skipped", number=total) in said(app)
    click(app, "review-again")
    assert phrase(app) == phrases(engine)[0]


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_the_page_speaks_every_language(engine, language):
    assert opened(language).title[0].value == Words(language)("review.title")
