"""The app itself, run page by page over a real engine and a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.reasons import in_words
from matcher.settings import Settings
from screen.wording import Words, catalogue

APP = str(Path(__file__).parent.parent / "app.py")
EN = Words("en")
VACANCY = "VL-26-1144"
pytestmark = pytest.mark.usefixtures("fresh_app")


def load(home: Path, cohort: str = "", vacancies: str = "") -> Matcher:
    """Load files with these contents into a home."""
    matcher = Matcher(Settings(home=home))
    home.mkdir()
    if cohort:
        (home / "cohort.csv").write_text(cohort, encoding="utf-8")
        assert matcher.load_cohort(home / "cohort.csv", "palim").rejected == 0
    if vacancies:
        (home / "vacancies.csv").write_text(vacancies, encoding="utf-8")
        assert matcher.load_vacancies(home / "vacancies.csv").rejected == 0
    return matcher


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in ({"language": "en"} | query).items():
        app.query_params[name] = value
    return rerun(app)


def rerun(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def pieces(app: AppTest) -> list[str]:
    """Return every piece of Markdown on the page."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    return [element.value for kind in kinds for element in kind]


def shown(app: AppTest) -> str:
    """Return what the page says, without the backslashes and joiners that keep it from being obeyed."""
    return "\n".join(pieces(app)).replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def cards(app: AppTest) -> list[str]:
    """Return the ids of the candidates on the page, best first."""
    return [button.key.removeprefix("open-") for button in app.button if (button.key or "").startswith("open-")]


def test_an_empty_home_says_what_to_do_next(home):
    app = opened()
    assert app.info[0].value == EN("empty.nothing")
    commands = "\n".join(block.value for block in app.code)
    assert all(command in commands for command in ("make demo", "matcher load cohort", "matcher load vacancies"))
    assert not app.selectbox
    assert home.exists()


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_page_speaks_the_language_chosen_and_keeps_the_vacancy(demo, language):
    app = opened(vacancy=VACANCY)
    app.segmented_control(key="language").set_value(language)
    rerun(app)
    words = Words(language)
    assert app.title[0].value == words("find.title")
    assert app.query_params["vacancy"] == VACANCY
    assert app.query_params["language"] == language
    best = demo.match_vacancy(demo.store.vacancy(VACANCY), 1)[0]
    assert all(in_words(part.reason, language, details=False) in shown(app) for part in best.evidence)
    other = {code for code in ("ranked.title", "frame.decides", "card.open") if catalogue()[code]["en"] in shown(app)}
    assert not other or language == "en"


def test_a_browser_that_asks_for_another_language_is_answered_in_english(demo):
    assert opened(language="ar").title[0].value == EN("find.title")


def test_a_failure_is_one_sentence(home, monkeypatch):
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"nonsense://{home}")
    app = opened()
    assert len(app.error) == 1
    assert "nonsense" in shown(app)


def test_esco_is_attributed_and_a_person_decides_on_every_page(home):
    said = shown(opened())
    assert EN("frame.esco") in said
    assert EN("frame.decides") in said
