"""The papers for candidates say what is so, in every language, and obey nothing that stands in a record."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from string import Formatter

import pytest

from matcher.errors import UsageError
from matcher.lawful import Basis, Consent, HeldBasis, Purpose
from matcher.notices import LANGUAGES, NoticeFacts, explanation, notice
from matcher.notices.wording import catalogue, language_called, say
from matcher.records import Answer, Evidence, LanguageGap, Match, Place, Reason, Source, Vacancy
from taxonomies.schemes import schemes

DAY = date(2026, 11, 28)
PALIM = schemes()["palim"]


def text(page: str) -> str:
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("code", catalogue())
def test_every_code_has_words_with_the_same_values_in_every_language(code):
    words = catalogue()[code]
    assert set(words) == set(LANGUAGES)
    assert all(said.strip() for said in words.values())
    assert len({frozenset(name for _, name, _, _ in Formatter().parse(said) if name) for said in words.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", schemes().values(), ids=lambda scheme: scheme.name)
def test_a_notice_tells_basis_time_and_whom_to_ask(scheme, language):
    page = notice(NoticeFacts.of_scheme(scheme, "Ann, 02 000 00 00"), language, DAY)
    said = text(page).replace("\u2068", "").replace("\u2069", "")
    rules = scheme.data_protection
    expected = (
        say(f"basis.{rules.basis}", language),
        say(f"purpose.{rules.purpose}", language),
        str(rules.retention_months),
        scheme.called(language).title,
        "Ann, 02 000 00 00",
        "contact@apd-gba.be",
        "28/11/2026",
    )
    assert [piece for piece in expected if piece not in said] == []
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page


def test_a_basis_that_nobody_confirmed_makes_a_draft():
    assert say("notice.draft", "fr") in text(notice(NoticeFacts.of_scheme(PALIM), "fr", DAY))
    declared = [HeldBasis(Basis.CONSENT, Purpose.MATCHING, Consent(date(2026, 1, 1)))]
    assert say("notice.draft", "fr") not in text(notice(NoticeFacts.of_person(PALIM, declared), "fr", DAY))


@pytest.mark.parametrize(("basis", "offered"), [(Basis.CONSENT, True), (Basis.PUBLIC_TASK, False)])
def test_consent_can_be_withdrawn_where_there_is_one(basis, offered):
    facts = NoticeFacts.of_person(PALIM, [HeldBasis(basis, Purpose.MATCHING)])
    said = text(notice(facts, "nl", DAY))
    assert (say("right.withdraw", "nl") in said) is offered
    assert (say("right.carry", "nl") in said) is offered
    assert say("right.object", "nl") in said


def test_without_a_contact_a_line_is_left_to_fill_in():
    assert notice(NoticeFacts.of_scheme(PALIM), "en", DAY).count('class="blank"') == 2
    assert 'class="blank"' not in notice(NoticeFacts.of_scheme(PALIM, "Ann"), "en", DAY)


def test_a_language_without_words_is_refused_with_the_choice():
    with pytest.raises(UsageError, match=r"'es': choose fr, nl, en, ar, de"):
        notice(NoticeFacts.of_scheme(PALIM), "es", DAY)


VACANCY = Vacancy("v", "V-1", "<b>Welder</b>", Source("f"), "Ann & Sons", workplace=Place("Gent"))
MATCH = Match(
    "c",
    "v",
    (
        Evidence("skills", 0.5, 0.6, Reason("x", (("met", ("MIG ← “lassen”",)), ("missing", ("<script>1</script>",))))),
        Evidence("occupation", 0.2, 0.2, Reason("x")),
        Evidence("experience", None, 0.2, Reason("x")),
    ),
    gaps=(
        LanguageGap("nl", "overall", "B1", "A2", 1),
        LanguageGap("fr", "overall", "B1", "B2", 0),
        LanguageGap("en", "overall", "B1", None, None),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_says_what_fits_what_would_help_and_what_is_not_known(language):
    page = explanation("12345678", MATCH, VACANCY, Answer.UNKNOWN, language)
    said = text(page)
    expected = [
        say("why.score", language, points=44),
        say("why.part", language, part=say("part.skills", language), points=30, most=60),
        say("why.skill_said", language, asked="MIG", words="lassen"),
        say("why.learn", language, asked="<script>1</script>"),
        say("why.language", language, spoken=language_called("nl", language), required="B1", held="A2"),
        say("why.language_unknown", language, spoken=language_called("en", language)),
        say("low.occupation", language),
        say("unknown.experience", language),
        say("law.unknown", language),
        say("why.decides", language),
        "Ann & Sons",
    ]
    assert [piece for piece in expected if " ".join(piece.split()) not in said] == []
    assert language_called("fr", language) not in said
    assert "<script>" not in page
    assert "<b>" not in page


def test_points_are_those_of_the_score():
    said = text(explanation("12345678", MATCH, VACANCY, None, "en"))
    points = [int(found) for found in re.findall(r": (\d+) of \d+", said)]
    assert sum(points) == pytest.approx(100 * MATCH.score, abs=len(points) / 2)


def test_a_match_without_anything_to_better_says_so():
    whole = Match("c", "v", (Evidence("skills", 1.0, 1.0, Reason("x", (("met", ("MIG",)),))),))
    said = text(explanation("1", whole, VACANCY, Answer.YES, "fr"))
    assert say("why.nothing", "fr") in said
    assert say("law.yes", "fr") in said
