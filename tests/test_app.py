"""The app itself, run page by page over a real engine and a real store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit as st
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from matcher.engine import Matcher
from matcher.filters import Filters
from matcher.reasons import in_words
from matcher.records import LanguageRequirement, Reason
from matcher.settings import Settings
from screen.facts import gap_in_words
from screen.wording import Words, catalogue

APP = str(Path(__file__).parent.parent / "app.py")
EN = Words("en")
# Neither vacancy has a closing day. The first states a wage and asks English B1, Dutch A2 being a plus; the second
# states none and asks Dutch B1.
VACANCY, WITHOUT_WAGE = "VL-26-1144", "VL-26-1312"

COHORT = """\
Ref;Nom;Métier;Compétences;Expérience;Diplôme;Langues;Présentation
K1;Jan Janssens;**Lasser** [x](javascript:alert(1));"<script>alert(1)</script> MIG lassen, $$y$$ plan lezen, `code`";\
"<img src=x onerror=alert(1)> lasser 2010-2015";"[d](javascript:alert(2))";néerlandais A2;"![](http://evil.example/p.png)"
"""
VACANCIES = """\
reference,title,employer,description,essential_skills,nice_to_have_skills,languages,openings,contract,place,opens,closes
H1,<script>alert(3)</script> Lasser,$$x^2$$ `emp`,<img src=x onerror=alert(4)> http://evil.example,\
<b>MIG</b> lassen; ![p](http://evil.example/q.png) plan lezen,[c](http://evil.example),Nederlands: B1,1,\
[vast](javascript:alert(5)),<b>Gent</b>,,
H2,Metser,,,metselen,,,1,,,,2020-01-01
"""


@pytest.fixture(autouse=True)
def _an_engine_for_each_test():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def demo(demo_matcher, monkeypatch):
    """An engine over the demo data, in the home that the app opens too."""
    monkeypatch.setenv("MATCHER_HOME", str(demo_matcher.settings.home))
    monkeypatch.delenv("MATCHER_DATABASE_URL", raising=False)
    monkeypatch.delenv("MATCHER_ENCODER", raising=False)
    return demo_matcher


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


@pytest.mark.parametrize(
    ("cohort", "vacancies", "said"),
    [
        (COHORT, "", "empty.no_vacancies"),
        ("", VACANCIES, "empty.no_candidates"),
        (COHORT, re.sub(r"H1,(?s:.*?)H2", "H2", VACANCIES), "empty.none_open"),
    ],
)
def test_a_home_that_lacks_something_says_what(home, cohort, vacancies, said):
    load(home, cohort, vacancies)
    app = opened()
    assert [info.value for info in app.info] == [EN(said)]
    assert not cards(app)


def test_before_a_choice_the_page_says_what_can_be_chosen(demo):
    app = opened()
    options = app.selectbox(key="vacancy").options
    assert any("Warehouse operator" in line and "Antwerpen" in line and VACANCY in line for line in options)
    assert str(len(options)) in app.info[0].value
    assert "240 candidates" in app.info[0].value
    assert not cards(app)


def test_closed_vacancies_are_not_offered(home):
    load(home, COHORT, VACANCIES)
    assert [line.rsplit(" · ", 1)[1] for line in opened().selectbox(key="vacancy").options] == ["H1"]


def test_a_vacancy_in_the_address_that_is_not_open_is_said(demo):
    assert EN("choose.not_open", key="VL-00-0000") in shown(opened(vacancy="VL-00-0000"))


def test_a_vacancy_is_summed_up_before_its_candidates(demo):
    said = shown(opened(vacancy=VACANCY))
    vacancy = demo.store.vacancy(VACANCY)
    for text in (vacancy.title, vacancy.employer, vacancy.contract, vacancy.workplace.name, "Flanders", "English B1"):
        assert text in said
    assert all(requirement.text in said for requirement in vacancy.requirements)
    assert "EUR a" in said
    assert "not stated" in shown(opened(vacancy=WITHOUT_WAGE))


def test_candidates_stand_in_the_order_and_with_the_scores_of_the_engine(demo):
    app = opened(vacancy=VACANCY)
    matches = demo.match_vacancy(demo.store.vacancy(VACANCY), 10)
    names = demo.candidate_names()
    assert cards(app) == [match.candidate_id for match in matches]
    titles = [element.value.replace("\\", "") for element in app.subheader]
    expected = [
        (f"{place} · {names[match.candidate_id]}", f"{match.score:.0%}") for place, match in enumerate(matches, 1)
    ]
    assert titles == [text for pair in expected for text in pair]


def test_every_part_of_a_score_is_said_with_its_reason(demo):
    said = shown(opened(vacancy=VACANCY))
    for match in demo.match_vacancy(demo.store.vacancy(VACANCY), 10):
        for part in match.evidence:
            assert f"**{part.contribution:+.0%}** {in_words(part.reason, 'en', details=False)}" in said


def test_language_gaps_are_facts_beside_the_score(demo):
    app = opened(vacancy=WITHOUT_WAGE)
    matches = demo.match_vacancy(demo.store.vacancy(WITHOUT_WAGE), 10)
    assert [match.candidate_id for match in matches][: len(cards(app))] == list(cards(app))
    gaps = {gap_in_words(gap, EN) for match in matches for gap in match.gaps if gap.steps != 0}
    assert gaps

    def bare(text):
        return re.sub(r"[\\\u2060]", "", text).replace("\u00a0", " ")

    assert [gap for gap in gaps if bare(gap) not in bare(shown(app))] == []


def test_a_score_rests_on_the_parts_alone_whatever_the_languages(demo):
    """A language asked that nobody has changes no score."""
    app = opened(vacancy=WITHOUT_WAGE)
    before = [element.value for element in app.subheader]
    app.selectbox(key="level-nl").select("A1")
    after = [element.value for element in rerun(app).subheader]
    scores = dict(zip((name.split(" · ")[1] for name in before[::2]), before[1::2], strict=True))
    again = dict(zip((name.split(" · ")[1] for name in after[::2]), after[1::2], strict=True))
    assert all(scores[name] == again[name] for name in scores.keys() & again.keys())


def test_filters_act_before_the_ranking_and_say_how_many_remain(demo):
    app = opened(vacancy=VACANCY)
    assert "The best 10 of 240 candidates" in shown(app)
    app.pills(key="schemes").set_value(["asylum"])
    app.selectbox(key="level-nl").select("A2")
    app.toggle(key="keep-unknown").set_value(False)
    rerun(app)
    wish = Filters(("asylum",), (LanguageRequirement("nl", "A2"),), drop_unknown=True)
    kept = [
        held.id
        for held in demo.store.profiles()
        if held.scheme == "asylum"
        and any(skill.language == "nl" and (skill.cefr or "") >= "A2" for skill in held.profile.languages)
    ]
    assert 0 < len(kept) < 60
    assert f"{len(kept)} of 240 candidates remain" in shown(app)
    assert cards(app) == [m.candidate_id for m in demo.match_vacancy(demo.store.vacancy(VACANCY), 10, wish)]
    assert set(cards(app)) <= set(kept)


def test_unknown_levels_stay_until_the_user_drops_them(demo):
    app = opened(vacancy=VACANCY)
    app.selectbox(key="level-de").select("C2")
    kept = re.search(r"(\d+) of 240 candidates remain", shown(rerun(app)))
    assert kept
    assert int(kept[1]) > 100
    app.toggle(key="keep-unknown").set_value(False)
    assert EN("filter.nobody") in shown(rerun(app))
    assert not cards(app)


def test_who_may_not_be_ranked_is_counted_and_not_shown(home):
    engine = load(home, COHORT, VACANCIES)
    [person] = engine.store.candidates()
    engine.steward.object(person.id)
    app = opened(vacancy="H1")
    assert cards(app) == []
    assert EN("ranked.left_out", number=1) in shown(app)


def test_the_number_of_candidates_is_chosen(demo):
    app = opened(vacancy=VACANCY)
    app.segmented_control(key="number").set_value(20)
    assert len(cards(rerun(app))) == 20


@pytest.mark.parametrize("language", ["nl", "fr", "en", "de"])
def test_the_page_speaks_the_language_chosen_and_keeps_the_vacancy(demo, language):
    app = opened(vacancy=VACANCY)
    app.segmented_control(key="language").set_value(language)
    rerun(app)
    words = Words(language)
    assert app.title[0].value == words("find.title")
    assert app.selectbox(key="vacancy").value == VACANCY
    assert app.query_params["language"] == language
    best = demo.match_vacancy(demo.store.vacancy(VACANCY), 1)[0]
    assert all(in_words(part.reason, language, details=False) in shown(app) for part in best.evidence)
    other = {code for code in ("ranked.title", "frame.decides", "card.open") if catalogue()[code]["en"] in shown(app)}
    assert not other or language == "en"


def test_a_browser_that_asks_for_another_language_is_answered_in_english(demo):
    assert opened(language="ar").title[0].value == EN("find.title")


def test_an_opened_candidate_shows_the_masked_profile_with_its_links(demo):
    app = opened(vacancy=VACANCY)
    best = cards(app)[0]
    app.button(key=f"open-{best}").click()
    said = shown(rerun(app))
    profile = next(held.profile for held in demo.store.profiles() if held.id == best)
    occupations, skills = demo.profile_links(profile)
    for link in (*occupations, *skills):
        assert link.text in said
        assert EN(f"link.{link.method.value}") in said
        assert link.uri is None or demo.label(link, "en") in said
    assert all(study.text in said for study in profile.education)
    assert EN("frame.decides") in said
    assert EN("profile.blind") in said


def test_no_candidate_is_ever_named(demo):
    app = opened(vacancy=VACANCY)
    for candidate_id in cards(app):
        app.button(key=f"open-{candidate_id}").click()
        said = shown(rerun(app))
        person, status = (whole := demo.store.candidate(candidate_id)).person, whole.status
        for secret in (person.name, person.email, person.phone, status.birth_date and status.birth_date.isoformat()):
            assert not secret or secret.lower() not in said.lower()
        assert whole.key not in said


def test_nothing_in_a_record_is_obeyed(home):
    matcher = load(home, COHORT, VACANCIES)
    app = opened(vacancy="H1")
    (candidate_id,) = cards(app)
    app.button(key=f"open-{candidate_id}").click()
    rerun(app)
    read = MarkdownIt("commonmark")
    for piece in pieces(app):
        assert not re.search(r"<(?:script|img|a|b|code)\b", read.render(piece)), piece
        assert "$" not in piece.replace(r"\$", "")
        assert "http://" not in piece
    said = shown(app)
    vacancy = matcher.store.vacancy("H1")
    assert vacancy.title in said
    assert vacancy.description in said
    assert "<script>alert(1)</script> MIG lassen" in said


def test_a_failure_is_one_sentence(home, monkeypatch):
    monkeypatch.setenv("MATCHER_DATABASE_URL", f"nonsense://{home}")
    app = opened()
    assert len(app.error) == 1
    assert "nonsense" in shown(app)


def test_esco_is_attributed_and_a_person_decides_on_every_page(home):
    said = shown(opened())
    assert EN("frame.esco") in said
    assert EN("frame.decides") in said


def test_what_is_not_fair_in_a_vacancy_is_shown_with_its_rule_and_words(demo):
    app = opened(vacancy="BXL-26-3072", language="fr")
    labels = [expander.label for expander in app.expander]
    assert "Recrutement équitable : 1 à examiner" in labels
    shown = "\n".join(item.value for item in app.markdown)
    assert "Dutch\u00a0native" in shown
    assert in_words(Reason("fair.language.native"), "fr").split(".")[0] in shown.replace("\\", "")
