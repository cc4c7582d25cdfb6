"""Pasted vacancies in four languages and beyond, neat or messy, become drafts that a person looks over."""

from __future__ import annotations

import pytest

from matcher.drafting import Drafter
from matcher.errors import PastedTextError
from matcher.intake.pasting import LONGEST_PASTE, PasteFault, read_pasted


@pytest.fixture(scope="module")
def drafter(demo_matcher):
    return Drafter(demo_matcher.extract, demo_matcher.taxonomy)


def draft(drafter, text, language="en"):
    return drafter.read(text, language, lambda *_: None)


LISTS = {
    "nl": """\
Lasser (m/v/x)
Wat doe je?
- MIG lassen
- Plannen lezen
- Slijpen
Profiel
- Je spreekt Nederlands (B1)
Plaats: Gent""",
    "fr": """\
Soudeur (h/f/x)
Vos tâches
- Souder MIG
- Lire des plans
- Meuler
Profil
- Vous parlez français (B1)
Lieu : Liège""",
    "en": """\
Welder (m/f/x)
Your tasks
- MIG welding
- Reading plans
- Grinding
Profile
- You speak English (B1)
Location: Leuven""",
    "de": """\
Schweißer (m/w/d)
Aufgaben
- MIG-Schweißen
- Pläne lesen
- Schleifen
Profil
- Deutsch (B1)
Ort: Eupen""",
}


@pytest.mark.parametrize("language", LISTS)
def test_lists_are_read_in_each_language(drafter, language):
    vacancy = draft(drafter, LISTS[language], language)
    assert len(vacancy.requirements) >= 3
    assert [(item.language, item.cefr) for item in vacancy.languages] == [(language, "B1")]
    assert vacancy.workplace is not None
    assert vacancy.workplace.region is not None
    assert vacancy.title == LISTS[language].splitlines()[0]


def test_prose_is_searched_for_concepts_each_asked_once(drafter):
    text = "We zoeken een lasser die kan MIG lassen en TIG lassen. Wie kan plannen lezen heeft een streepje voor."
    asked = [item.text for item in draft(drafter, text, "nl").requirements]
    assert len(asked) >= 2
    assert len(set(map(str.lower, asked))) == len(asked)


def test_a_language_in_prose_is_a_language_and_no_skill(drafter):
    vacancy = draft(drafter, "lasser die Frans en TIG lassen kan", "nl")
    assert "fr" in [item.language for item in vacancy.languages]
    assert not any("frans" in item.text.lower() for item in vacancy.requirements)


def test_a_text_without_a_title_takes_its_first_words(drafter):
    text = "we need people good with forklifts and picking orders in Antwerp; stacking pallets, scanning, English ok"
    assert draft(drafter, text).title.startswith("we need people good with forklifts")
    assert len(draft(drafter, text).title) <= 81


@pytest.mark.parametrize(
    "text",
    [
        "مطلوب لحام TIG للعمل في مصنع في بروكسل يجيد قراءة المخططات ويتحدث الفرنسية",
        "lasser",
        "🙂🙂 lasser 🙂\x00\x1b[31m \u202eneppirhcS",
        "LASSER!!!   GENT   38u/w   €€€ !!!  BEL 0400/00.00.00",
        "<ul><li>MIG lassen</li><li>plannen lezen</li></ul><script>alert(1)</script>",
        "; ; ; lasser ; ; a,b,c,d",
        "x" * 20_000,
        "lasser " * 2_900,
        LISTS["nl"] * 100,
        "- \n" * 5_000 + "lasser",
    ],
    ids=lambda text: text[:12],
)
def test_messy_text_becomes_a_draft_with_a_title(drafter, text):
    vacancy = draft(drafter, text)
    assert vacancy.title.strip()
    assert "alert(1)" not in vacancy.description
    assert vacancy.id
    assert vacancy.id != draft(drafter, "lasser").id


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", PasteFault.EMPTY),
        ("\n \t\u200b", PasteFault.EMPTY),
        ("<div><br/><img src=x></div>", PasteFault.EMPTY),
        ("&nbsp;&nbsp;", PasteFault.EMPTY),
        ("--- *** ---", PasteFault.EMPTY),
        ("a " * LONGEST_PASTE, PasteFault.TOO_LONG),
        ("Curriculum Vitae\nJan Janssens\nlasser", PasteFault.PERSON),
        ("Jan Janssens\nné le 01/02/1990 à Rabat\nsoudeur", PasteFault.PERSON),
    ],
)
def test_what_is_no_vacancy_says_why(text, fault):
    with pytest.raises(PastedTextError) as caught:
        read_pasted(text)
    assert caught.value.fault is fault


def test_progress_is_told_to_the_end(drafter):
    told = []
    drafter.read("we zoeken iemand voor de keuken. koken. afwassen.", "nl", lambda *step: told.append(step))
    assert told[-1][1] == told[-1][2] > 0
