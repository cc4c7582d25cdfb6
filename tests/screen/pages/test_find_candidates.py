"""Finding candidates: choose or paste a vacancy, look over what it asks, rank, compare, save."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest
from markdown_it import MarkdownIt

from matcher.distance import distance
from matcher.engine import Matcher
from matcher.filters import Filters
from matcher.offices import RecruitingOffice
from matcher.preparation import silent
from matcher.ranking import RankingRequest
from matcher.reasons import in_words
from matcher.records import Answer, LanguageRequirement, Reason
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.timeline import months_after
from screen.facts import gap_in_words
from screen.when_and_where import stated_in_words
from screen.wording import Words
from taxonomies.concepts import ConceptKind
from tests.adverts import ADVERT
from tests.test_app import cards, load, opened, pieces, rerun, shown

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


def offered(app) -> list[str]:
    """Return the lines of the vacancies that can be chosen."""
    return [button.label.replace("\\", "") for button in app.button if (button.key or "").startswith("choose-")]


def test_a_home_without_candidates_says_what_to_load(home):
    load(home, "", VACANCIES)
    app = opened()
    assert [info.value for info in app.info] == [EN("empty.no_candidates")]
    assert not cards(app)
    assert not offered(app)


@pytest.mark.parametrize("vacancies", ["", re.sub(r"H1,(?s:.*?)H2", "H2", VACANCIES)])
def test_without_open_vacancies_one_can_still_be_pasted(home, vacancies):
    load(home, COHORT, vacancies)
    app = opened()
    assert [info.value for info in app.info] == [EN("empty.none_open")]
    app.segmented_control(key="way").set_value("paste")
    assert rerun(app).text_area(key="pasted").label == EN("paste.label")


def test_before_a_choice_a_short_list_says_how_many_there_are(demo):
    app = opened()
    assert len(offered(app)) == 8
    total = len([item for item in demo.store.vacancies() if item.is_open(date.today())])
    assert EN("choose.found", shown=8, found=total) in shown(app)
    assert not cards(app)


@pytest.mark.parametrize(
    ("sought", "found"),
    [("warehouse operator", "VL-26-1144"), ("vl-26-1312", "VL-26-1312"), ("zzzz", None)],
)
def test_words_shorten_the_list(demo, sought, found):
    app = opened()
    app.text_input(key="sought").set_value(sought)
    lines = offered(rerun(app))
    assert (found is None and not lines) or any(found in line for line in lines)
    assert (EN("choose.none") in shown(app)) == (found is None)


def test_a_vacancy_chosen_stands_in_the_address_and_can_be_left(demo):
    app = opened()
    app.text_input(key="sought").set_value(VACANCY)
    rerun(app)
    app.button(key=next(b.key for b in app.button if (b.key or "").startswith("choose-"))).click()
    assert rerun(app).query_params["vacancy"] == VACANCY
    assert cards(app)
    app.button(key="another").click()
    assert offered(rerun(app))
    assert "vacancy" not in app.query_params


def test_closed_vacancies_are_not_offered(home):
    load(home, COHORT, VACANCIES)
    assert [line.rsplit(" · ", 1)[1] for line in offered(opened())] == ["H1"]


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
    app.pills(key="level-nl").set_value("A1")
    after = [element.value for element in rerun(app).subheader]
    scores = dict(zip((name.split(" · ")[1] for name in before[::2]), before[1::2], strict=True))
    again = dict(zip((name.split(" · ")[1] for name in after[::2]), after[1::2], strict=True))
    assert all(scores[name] == again[name] for name in scores.keys() & again.keys())


def speaks(profile, language: str, level: str) -> bool:
    return any(held.language == language and (held.cefr or "") >= level for held in profile.languages)


def test_filters_act_before_the_ranking_and_say_how_many_remain(demo):
    app = opened(vacancy=VACANCY)
    assert "The best 10 of 240 candidates" in shown(app)
    app.pills(key="schemes").set_value(["asylum"])
    app.pills(key="level-nl").set_value("A2")
    app.toggle(key="keep-unknown").set_value(False)
    rerun(app)
    wish = Filters(("asylum",), (LanguageRequirement("nl", "A2"),), drop_unknown=True)
    kept = [held.id for held in demo.store.profiles() if held.scheme == "asylum" and speaks(held.profile, "nl", "A2")]
    assert 0 < len(kept) < 60
    assert f"{len(kept)} of 240 candidates remain" in shown(app)
    assert cards(app) == [m.candidate_id for m in demo.match_vacancy(demo.store.vacancy(VACANCY), 10, wish)]
    assert set(cards(app)) <= set(kept)


def test_who_can_begin_in_time_and_would_work_there_is_asked_for_with_counts(demo):
    app = opened(vacancy=VACANCY)
    soon = months_after(date.today(), 3)
    wish = Filters(available_by=soon, regions=("flanders", "brussels"), drop_unknown=True)
    counts = demo.shortlists.facets(Filters(), silent)
    assert app.pills(key="available").options[2] == f"{EN('filter_within.3')} · {counts.available[3]}"
    assert app.pills(key="regions").options[0] == f"{EN('region.flanders')} · {counts.regions['flanders']}"
    app.pills(key="available").set_value(3)
    app.pills(key="regions").set_value(["flanders", "brussels"])
    app.toggle(key="keep-unknown").set_value(False)
    said = shown(rerun(app))
    passing = [
        held.id
        for held in demo.store.profiles()
        if held.profile.available and held.profile.available <= soon and {*held.profile.regions} & {*wish.regions}
    ]
    assert f"{len(passing)} of 240 candidates remain" in said
    assert cards(app) == [match.candidate_id for match in demo.match_vacancy(demo.store.vacancy(VACANCY), 10, wish)]
    assert set(cards(app)) <= set(passing)
    for chip in (EN("filter.available_by", day=EN.day(soon)), EN("region.flanders"), EN("filter.dropped")):
        assert chip in said.replace("\u00a0", " ")
    stated = demo.store.held(cards(app)[:1])[cards(app)[0]].profile
    assert " · ".join(stated_in_words(stated, EN)) in said


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_when_and_where_are_asked_in_the_language_chosen(demo, language):
    words = Words(language)
    app = opened(vacancy=VACANCY, language=language)
    assert app.pills(key="available").label == words("filter.available")
    assert app.pills(key="regions").options[0].startswith(words("region.flanders"))
    app.pills(key="available").set_value(0)
    assert words("filter.available_by", day=words.day(date.today())) in shown(rerun(app)).replace("\u00a0", " ")


def test_unknown_levels_stay_until_the_user_drops_them(demo):
    app = opened(vacancy=VACANCY)
    app.pills(key="level-de").set_value("C2")
    kept = re.search(r"(\d+) of 240 candidates remain", shown(rerun(app)))
    assert kept
    assert int(kept[1]) > 100
    app.toggle(key="keep-unknown").set_value(False)
    assert EN("filter.nobody") in shown(rerun(app))
    assert not cards(app)


@pytest.mark.parametrize("kind", ["occupations", "skills"])
def test_a_concept_is_asked_for_with_its_count(demo, kind):
    app = opened(vacancy=VACANCY)
    app.toggle(key="keep-unknown").set_value(False)
    counts = demo.shortlists.facets(Filters(), silent)
    first = next(iter(counts.skills if kind == "skills" else counts.occupations))
    app.pills(key=kind).set_value([first])
    said = shown(rerun(app))
    assert f"{demo.count_candidates(Filters(drop_unknown=True, **{kind: (first,)}))} of 240 candidates remain" in said
    assert demo.taxonomy.concept(first).label("en") in said


def test_a_legal_way_is_asked_for_with_its_count(demo):
    app = opened(vacancy=VACANCY)
    pills = app.pills(key="routes")
    counts = demo.shortlists.facets(Filters(), silent, demo.store.vacancy(VACANCY)).routes
    assert pills.options == [f"{EN(f'law.{answer}')} · {counts[answer]}" for answer in ("yes", "unknown", "no")]
    pills.set_value([Answer.YES])
    said = shown(rerun(app))
    assert f"{counts['yes']} of 240 candidates remain" in said
    assert f"{EN('law.heading')}: {EN('law.yes')}" in said


def test_a_concept_that_is_not_offered_is_found_by_typing(demo):
    app = opened(vacancy=VACANCY)
    app.text_input(key="sought-occupations").set_value("welder")
    rerun(app)
    found = app.pills(key="picked-occupations")
    found.set_value(demo.concept_search(ConceptKind.OCCUPATION).suggest("welder", "en")[0].uri)
    rerun(app)
    assert "welder" in shown(app)
    assert app.pills(key="occupations").value
    assert app.text_input(key="sought-occupations").value == ""


def test_another_language_keeps_what_was_chosen(demo):
    app = opened(vacancy=VACANCY)
    app.selectbox(key="order").select(EN("order.skills"))
    next(item for item in app.selectbox if (item.key or "").startswith("language-")).set_value("de")
    rerun(app)
    next(item for item in app.button if (item.key or "").startswith("add-")).click()
    asked = list_of(rerun(app), "languages").value
    app.segmented_control(key="language").set_value("fr")
    rerun(app)
    assert app.selectbox(key="order").value == "skills"
    assert list_of(app, "languages").value == asked
    assert "de" in [item.language for item in asked]


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


def test_what_is_not_fair_in_a_vacancy_is_shown_with_its_rule_and_words(demo):
    app = opened(vacancy="BXL-26-3072", language="fr")
    labels = [expander.label for expander in app.expander]
    assert "Recrutement équitable : 1 à examiner" in labels
    shown = "\n".join(item.value for item in app.markdown)
    assert "Dutch\u00a0native" in shown
    assert in_words(Reason("fair.language.native"), "fr").split(".")[0] in shown.replace("\\", "")


def pasted(text: str):
    app = opened()
    app.segmented_control(key="way").set_value("paste")
    rerun(app).text_area(key="pasted").set_value(text)
    app.button(key="read").click()
    return rerun(app)


def list_of(app, name: str):
    """Return a list of chips of the editor."""
    return next(item for item in app.multiselect if item.key.startswith(f"{name}-"))


def test_a_pasted_vacancy_is_read_edited_and_ranked(demo):
    app = pasted(ADVERT)
    assert list_of(app, "essential").value == ["MIG lassen", "Plannen lezen", "Onderdelen slijpen"]
    assert [item.value for item in app.text_input if item.key.startswith("place-")] == ["Gent"]
    assert not cards(app)
    app.button(key="find").click()
    before = cards(rerun(app))
    assert len(before) == 10
    list_of(app, "essential").set_value(["MIG lassen"])
    rerun(app)
    assert cards(app)
    assert "1 essential skill" in shown(app) or "the one essential skill" in shown(app)


def test_a_skill_chosen_in_the_other_list_moves(demo):
    app = pasted(ADVERT)
    list_of(app, "optional").set_value(["Plannen lezen"])
    rerun(app)
    assert list_of(app, "essential").value == ["MIG lassen", "Onderdelen slijpen"]
    assert list_of(app, "optional").value == ["Plannen lezen"]


def test_a_skill_is_added_by_what_was_typed_of_it(demo):
    app = pasted(ADVERT)
    field = next(item for item in app.text_input if (item.key or "").startswith("typed-"))
    field.set_value("warehous")
    rerun(app)
    found = next(item for item in app.pills if item.key.startswith("picked-"))
    assert found.options[-1] == "warehous"
    found.set_value(found.options[0])
    rerun(app)
    assert found.options[0] in list_of(app, "essential").value
    assert next(item for item in app.text_input if (item.key or "").startswith("typed-")).value == ""


def test_a_language_is_added_with_its_level(demo):
    app = pasted(ADVERT)
    next(item for item in app.selectbox if item.key.startswith("language-")).set_value("fr")
    next(item for item in app.selectbox if item.key.startswith("cefr-")).set_value("B2")
    rerun(app)
    next(item for item in app.button if (item.key or "").startswith("add-")).click()
    asked = list_of(rerun(app), "languages").value
    assert [(item.language, item.cefr) for item in asked] == [("nl", "B1"), ("fr", "B2")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "paste.empty"),
        ("  \n ", "paste.empty"),
        ("<div><br></div>", "paste.empty"),
        ("Curriculum vitae\nJan Janssens\nGeboortedatum: 01/02/1990\nlasser", "paste.person"),
    ],
)
def test_a_text_that_is_no_vacancy_is_refused_in_one_sentence(demo, text, said):
    app = pasted(text)
    assert [warning.value for warning in app.warning] == [EN(said)]
    assert not app.multiselect


def test_a_pasted_vacancy_stays_out_of_the_store_until_it_is_kept(home):
    engine = load(home, COHORT, VACANCIES)
    app = pasted(ADVERT)
    app.button(key="find").click()
    rerun(app)
    assert len(engine.store.vacancies()) == 2
    app.button(key="keep").click()
    rerun(app)
    kept = [item for item in engine.store.vacancies() if item.title.startswith("Lasser (m/v/x)")]
    assert [item.description.split()[0] for item in kept] == ["Lasser"]
    assert EN("paste.kept", title="Lasser (m/v/x)") == app.success[0].value.replace("\\", "")


@pytest.mark.parametrize("role", ["recruiter", "staff"])
def test_only_who_may_load_is_offered_to_keep(demo, monkeypatch, role):
    monkeypatch.setenv("MATCHER_ROLE", role)
    assert any(button.key == "keep" for button in pasted(ADVERT).button) == (role == "staff")


def test_what_is_not_fair_in_a_pasted_text_is_shown(demo):
    app = pasted(ADVERT + "- Nederlands als moedertaal\n")
    assert any(expander.label.startswith("Fair recruitment") for expander in app.expander)


def test_nothing_in_a_pasted_text_is_obeyed(demo):
    lines = ("<b>Lasser</b> [x](javascript:alert(1)) $$y$$", "- MIG lassen ![p](http://evil.example/q.png)")
    app = pasted("\n".join((*lines, "- <script>alert(1)</script>plannen lezen")))
    app.button(key="find").click()
    read = MarkdownIt("commonmark")
    for piece in pieces(rerun(app)):
        assert not re.search(r"<(?:script|img|a|b|code)\b", read.render(piece)), piece


def test_a_stored_vacancy_is_changed_for_one_search_alone(demo):
    app = opened(vacancy=VACANCY)
    vacancy = demo.store.vacancy(VACANCY)
    assert EN("edit.changed") not in shown(app)
    kept = list_of(app, "essential").value[:1]
    list_of(app, "essential").set_value(kept)
    assert EN("edit.changed") in shown(rerun(app))
    assert cards(app)
    assert demo.store.vacancy(VACANCY) == vacancy
    app.button(key="reset").click()
    assert EN("edit.changed") not in shown(rerun(app))


def test_every_card_says_how_far_the_candidate_is(demo):
    said = shown(opened(vacancy=VACANCY))
    for match in demo.match_vacancy(demo.store.vacancy(VACANCY), 10):
        assert in_words(distance(match), "en") in said


@pytest.mark.parametrize("order", ["skills", "languages", "route", "known"])
def test_another_order_shows_the_same_people(demo, order):
    app = opened(vacancy=VACANCY)
    ranked = cards(app)
    app.selectbox(key="order").select(EN(f"order.{order}"))
    assert sorted(cards(rerun(app))) == sorted(ranked)


def test_two_or_three_are_compared_side_by_side(demo):
    app = opened(vacancy=VACANCY)
    first, second, third, fourth, *_ = cards(app)
    assert app.button(key="compare").disabled
    for candidate_id in (first, second, third):
        app.checkbox(key=f"compare-{candidate_id}").check()
        rerun(app)
    assert app.checkbox(key=f"compare-{fourth}").disabled
    app.button(key="compare").click()
    said = shown(rerun(app))
    assert said.count(EN("profile.for", vacancy=demo.store.vacancy(VACANCY).title)) == 1
    percent = re.compile(rf"({first[:8]}|{second[:8]}|{third[:8]}) · \d+%")
    assert len(set(percent.findall(said))) == 3


def test_similar_candidates_are_shown_with_what_they_share(demo):
    app = opened(vacancy=VACANCY)
    best = cards(app)[0]
    app.button(key=f"similar-{best}").click()
    said = shown(rerun(app))
    assert EN("similar.hint") in said
    assert said.count("% near") == 5


def test_a_saved_search_marks_who_is_new_since_it_was_opened(home):
    engine = load(home, COHORT, VACANCIES)
    app = opened(vacancy="H1")
    app.button(key="save").click()
    rerun(app)
    later = COHORT.splitlines()[0] + "\nK2;Piet Peeters;Lasser;MIG lassen;;;néerlandais B1;\n"
    (home / "later.csv").write_text(later, encoding="utf-8")
    engine.load_cohort(home / "later.csv", "palim")
    app.segmented_control(key="way").set_value("saved")
    rerun(app)
    app.button(key="look").click()
    assert EN("search.new", number=1) in shown(rerun(app))
    app.button(key=next(b.key for b in app.button if (b.key or "").startswith("search-"))).click()
    said = shown(rerun(app))
    assert EN("search.new", number=1) in said
    assert said.count(EN("card.new")) == 1 + said.count(EN("search.new", number=1))
    app.segmented_control(key="way").set_value("saved")
    rerun(app)
    app.button(key="look").click()
    assert EN("search.nothing_new") in shown(rerun(app))


def test_a_saved_search_brings_back_a_pasted_vacancy_and_its_filters(demo_matcher, tmp_path, monkeypatch):
    home = tmp_path / "copy"
    shutil.copytree(demo_matcher.settings.home, home)
    monkeypatch.setenv("MATCHER_HOME", str(home))
    app = pasted(ADVERT)
    app.button(key="find").click()
    rerun(app)
    app.pills(key="level-nl").set_value("A2")
    app.pills(key="available").set_value(6)
    app.pills(key="regions").set_value(["wallonia"])
    app.segmented_control(key="number").set_value(5)
    before = cards(rerun(app))
    app.button(key="save").click()
    rerun(app)
    fresh = opened()
    fresh.segmented_control(key="way").set_value("saved")
    rerun(fresh)
    fresh.button(key=next(b.key for b in fresh.button if (b.key or "").startswith("search-"))).click()
    assert cards(rerun(fresh)) == before
    assert fresh.pills(key="level-nl").value == "A2"
    assert (fresh.pills(key="available").value, fresh.pills(key="regions").value) == (6, ["wallonia"])
    fresh.segmented_control(key="way").set_value("saved")
    rerun(fresh)
    fresh.button(key=next(b.key for b in fresh.button if (b.key or "").startswith("forget-"))).click()
    assert EN("search.none") in shown(rerun(fresh))


def test_a_day_asked_for_long_ago_is_still_that_day(demo_matcher, tmp_path, monkeypatch):
    home = tmp_path / "copy"
    shutil.copytree(demo_matcher.settings.home, home)
    monkeypatch.setenv("MATCHER_HOME", str(home))
    day = date(2026, 6, 1)
    settings = Settings.current()
    office = RecruitingOffice(Matcher(settings), Actor.of(settings.actor, settings.role))
    office.searches.save("old", office.open_vacancy(VACANCY), RankingRequest(5, Filters(available_by=day)), [])
    app = opened()
    app.segmented_control(key="way").set_value("saved")
    rerun(app)
    said = shown(app).replace("\u00a0", " ")
    assert EN("filter.available_by", day="01/06/2026") in said
    app.button(key=next(b.key for b in app.button if (b.key or "").startswith("search-"))).click()
    rerun(app)
    assert app.pills(key="available").value == day
    assert app.pills(key="available").options[-1] == EN("filter.by_day", day="01/06/2026")
    app.pills(key="available").set_value(1)
    assert EN("filter.available_by", day=EN.day(months_after(date.today(), 1))) in shown(rerun(app)).replace(
        "\u00a0", " "
    )


def test_a_recruiter_sees_no_scheme_and_nothing_of_fewer_than_five(demo, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", "recruiter")
    app = opened(vacancy=VACANCY)
    assert cards(app)
    assert not [item for item in app.pills if item.key == "schemes"]
    app.pills(key="level-de").set_value("C2")
    app.toggle(key="keep-unknown").set_value(False)
    said = shown(rerun(app))
    assert EN("filter.too_few", fewest=5) in said
    assert not cards(app)
    assert "of 240 candidates" not in said
