"""Loading a cohort on its page, over a real engine and a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.settings import Settings
from screen.wording import Words

APP = str(Path(__file__).parents[3] / "app.py")
EN = Words("en")
TABLE = (
    "N° dossier;Nom;Né(e) le;Métier;Bidule\nN1;Zineb;31/02/1990;couturière;x\n"
    "N2;<script>alert(1)</script>;14/05/1992;soudeur;y\n;Sans;02/03/1994;cuisinière;z\n"
)
FILE = ("cohorte.csv", TABLE.encode(), "text/csv")


def opened(file=FILE, scheme="palim", language="en") -> AppTest:
    app = AppTest.from_file(APP, default_timeout=90)
    app.query_params["language"] = language
    run(app)
    app.switch_page("screen/pages/load_cohort.py")
    run(app)
    if scheme:
        app.selectbox(key="load-scheme").select(scheme)
    if file:
        app.file_uploader(key="load-files").set_value([file])
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.info, app.warning, app.error, app.success)
    text = "\n".join(element.value for kind in kinds for element in kind)
    return text.replace("\\", "").replace("\u2060", "")


def numbers(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def editor(app: AppTest, name: str):
    return next(each for each in app.data_editor if each.key.startswith(name))


def write(app: AppTest, row: int, text: str) -> AppTest:
    """Write into a cell of the table of cells to mend."""
    edits = {"edited_rows": {row: {"correct": text}}, "added_rows": [], "deleted_rows": []}
    app.session_state[editor(app, "load-cells").key] = edits
    return run(app)


def test_without_a_file_the_page_says_how_to_start(home):
    assert EN("load.start") in said(opened(file=None))


def test_no_scheme_is_chosen_for_the_user(home):
    app = opened(scheme=None)
    assert app.selectbox(key="load-scheme").value is None
    assert EN("load.which_scheme") in said(app)
    assert not app.metric


def test_what_was_understood_stands_before_anything_is_kept(home):
    app = opened()
    assert numbers(app) == {"New": "1", "Changed": "0", "Unchanged": "0", "Rejected": "2"}
    assert EN("load.balance", read=3, accepted=1, rejected=2) in said(app)
    assert "**cohorte.csv** (table)" in said(app)
    columns = editor(app, "load-columns").value
    assert dict(zip(columns["heading"], columns["field"], strict=True)) == {
        "N° dossier": "key",
        "Nom": "family_name",
        "Né(e) le": "birth_date",
        "Métier": "occupation",
        "Bidule": "extra",
    }
    assert Matcher(Settings()).store.counts().candidates == ()


def test_cells_are_mended_in_place_and_the_rest_is_loaded_once(home):
    app = opened()
    assert list(editor(app, "load-cells").value["value"]) == ["31/02/1990", ""]
    write(app, 0, "28/02/1990")
    assert EN("load.mended", number=1, all=2) in said(app)
    app.button(key="load-commit").click()
    run(app)
    counts = {"read": 3, "accepted": 2, "created": 2, "updated": 0, "unchanged": 0, "rejected": 1}
    assert EN("load.done", scheme="PALIM", **counts) in said(app)
    store = Matcher(Settings()).store
    assert sorted(candidate.key for candidate in store.candidates()) == ["N1", "N2"]
    assert not [button for button in app.button if button.key == "load-commit"]


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_the_page_speaks_every_language(home, language):
    words = Words(language)
    app = opened(language=language)
    assert app.title[0].value == words("load.title")
    assert words("load.balance", read=3, accepted=1, rejected=2) in said(app)


def test_a_file_of_another_type_is_refused_in_a_sentence(home):
    app = opened(("photo.exe", b"MZ", "application/x-msdownload"))
    assert "photo.exe was left aside" in said(app)
    assert not app.metric


def test_a_file_that_is_no_cohort_is_refused_in_a_sentence(home):
    app = opened(("photo.csv", b"\x89PNG\r\n\x1a\n", "text/csv"))
    assert "photo.csv is a picture" in said(app)


def test_what_mending_one_cell_shows_of_another_can_be_mended_too(home):
    twice = TABLE + "N1;Autre;03/04/1995;maçon;\n"
    app = opened(("cohorte.csv", twice.encode(), "text/csv"))
    write(app, 0, "28/02/1990")
    assert list(editor(app, "load-cells").value["place"]) == ["2", "4", "5"]
    assert numbers(app)["Rejected"] == "2"
    write(app, 2, "N9")
    assert numbers(app) == {"New": "3", "Changed": "0", "Unchanged": "0", "Rejected": "1"}
    assert EN("load.mended", number=2, all=3) in said(app)


def test_a_value_that_is_still_wrong_is_said(home):
    app = opened()
    write(app, 0, "30/02/1990")
    assert "Row 2, Né(e) le: still not right" in said(app)
    assert EN("load.mended", number=0, all=2) in said(app)
