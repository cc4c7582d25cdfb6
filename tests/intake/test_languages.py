from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.language_names import LANGUAGE_NAMES
from matcher.intake.languages import LONGEST_CELL, read_language_requirements, read_language_skills, says_more
from tests.intake.cases import read_cases

CASES = read_cases("languages")


def held(text: str) -> str:
    return " ".join(f"{skill.language}:{skill.cefr or '?'}" for skill in read_language_skills(text))


def asked(text: str) -> str:
    found = read_language_requirements(text)
    return " ".join(f"{item.language}:{item.cefr or '?'}{'' if item.essential else ' (plus)'}" for item in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FR courant", "fr:C1"),
        ("Anglais B2", "en:B2"),
        ("Nederlands A1 (bezig)", "nl:A1"),
        ("Deutsch gut", "de:B2"),
        ("Arabe langue maternelle, FR courant, Anglais B2", "ar:C2 fr:C1 en:B2"),
        ("Wolof (native), French (fluent), English (B2)", "wo:C2 fr:C1 en:B2"),
        ("English - fluent, Yoruba - native, French - beginner (A1)", "en:C1 yo:C2 fr:A1"),
        ("English (C2) Igbo (native) French (A2)", "en:C2 ig:C2 fr:A2"),
        ("FR C1, EN B2, AR", "fr:C1 en:B2 ar:?"),
        ("fr C1, en B2, ar", "fr:C1 en:B2 ar:?"),
        ("FR C1 / EN C1 / AR / allemand B1", "fr:C1 en:C1 ar:? de:B1"),
        ("FR/NL B2", "fr:? nl:B2"),
        ("fr;nl;en", "fr:? nl:? en:?"),
        ("amazigh et arabe natif, fr B2, ang B2", "zgh:? ar:C2 fr:B2 en:B2"),
        ("العربية لغة أم, français B1+, anglais A2", "ar:C2 fr:B1 en:A2"),
        ("anglais B2/C1; français A2-B1", "en:B2 fr:A2"),
        ("Nederlands B1 (bezig B2)", "nl:B1"),
        ("néerlandais A1, objectif B2", "nl:A1"),
        ("Nederlands pre-A1", "nl:?"),
        ("bon niveau en néerlandais", "nl:B2"),
        ("Français C1, bon niveau en anglais", "fr:C1 en:B2"),
        ("Goede kennis van het Nederlands", "nl:B2"),
        ("Turks moedertaal, Engels zeer goed, Nederlands basis", "tr:C2 en:C1 nl:A2"),
        ("Français très bon; anglais moyen; arabe débutant", "fr:C1 en:B1 ar:A1"),
        ("Anglais: lu, écrit, parlé", "en:?"),
        ("Français, lu C1", "fr:C1"),
        ("un peu d'allemand A1", "de:A1"),
        ("notions d'italien; NOTIONS DE NEERLANDAIS", "it:A2 nl:A2"),
        ("Neerlandai A2, Anglias B1", "nl:A2 en:B1"),
        ("Peul (pular), Edo (Bini)", "ff:? bin:?"),
        ("français; français C1", "fr:C1"),
        ("néerlandais: aucun; pas d'anglais; geen Duits; Frans 0", ""),
        ("Français, tsonga C1", "fr:?"),
        ("en cours, de nuit", ""),
        ("Python, Java", ""),
        ("", ""),
    ],
)
def test_languages_of_candidates(text: str, found: str) -> None:
    assert held(text) == found


@pytest.mark.parametrize(("text", "found"), CASES)
def test_languages_in_the_words_of_many(text: str, found: str) -> None:
    assert held(text) == found


def test_the_table_of_cases_is_as_long_as_it_should_be() -> None:
    assert len(CASES) >= 150
    assert len({text for text, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("text", "cefr", "by_skill"),
    [
        ("Français: lu C1, parlé B2, écrit B1", "B1", {"reading": "C1", "speaking": "B2", "writing": "B1"}),
        ("Français lu, écrit, parlé : courant", "C1", {"reading": "C1", "writing": "C1", "speaking": "C1"}),
        (
            "English: understanding C1, speaking B2, writing B2",
            "B2",
            {"understanding": "C1", "speaking": "B2", "writing": "B2"},
        ),
        (
            "Néerlandais: compréhension orale B2, compréhension écrite B1, expression orale A2, expression écrite A1",
            "A1",
            {"listening": "B2", "reading": "B1", "speaking": "A2", "writing": "A1"},
        ),
        (
            "Nederlands: begrijpen goed, spreken matig, schrijven basis",
            "A2",
            {"understanding": "B2", "speaking": "A2", "writing": "A2"},
        ),
        (
            "Deutsch: Lesen B2, Hören B2, Sprechen B1, Schreiben A2",
            "A2",
            {"reading": "B2", "listening": "B2", "speaking": "B1", "writing": "A2"},
        ),
        ("Anglais C1 oral, B2 écrit", "B2", {"speaking": "C1", "writing": "B2"}),
        ("Anglais C1 (oral B2)", "B2", {"speaking": "B2"}),
        (
            "Listening C1 Reading C1 Spoken interaction B2 Spoken production B1 Writing B2 English",
            "B1",
            {"listening": "C1", "reading": "C1", "speaking": "B1", "writing": "B2"},
        ),
        ("الفرنسية: قراءة جيد، كتابة ضعيف", "A2", {"reading": "B2", "writing": "A2"}),
        ("Anglais: lu, écrit, parlé", None, {}),
        ("FR courant", "C1", {}),
    ],
)
def test_levels_stated_by_skill(text: str, cefr: str | None, by_skill: dict[str, str]) -> None:
    (skill,) = read_language_skills(text)
    assert (skill.cefr, dict(skill.by_skill)) == (cefr, by_skill)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anglais ●●●○○; Français ●●●●●", ["Anglais ●●●○○", "Français ●●●●●"]),
        ("TCF 412 pts, arabe (langue maternelle)", ["TCF 412 pts", "arabe (langue maternelle)"]),
        ("IELTS: 6,5; NT2 Staatsexamen II", ["IELTS: 6,5", "NT2 Staatsexamen II"]),
        ("fr. lu/écrit", ["fr. lu/écrit"]),
        ("Englisch, telc B2", ["Englisch, telc B2"]),
    ],
)
def test_words_of_tests_and_marks_are_kept(text: str, words: list[str]) -> None:
    assert [skill.text for skill in read_language_skills(text)] == words


def test_codes_are_iso_639() -> None:
    assert all(2 <= len(code) <= 3 and code.isalpha() and code.islower() for code in LANGUAGE_NAMES.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("français courant; néerlandais un atout", "fr:C1 nl:? (plus)"),
        ("Nederlands: goed; Frans is een plus", "nl:B2 fr:? (plus)"),
        ("Deutsch: gut (B1); Französisch von Vorteil", "de:B1 fr:? (plus)"),
        ("English: C1; French: A2 appreciated", "en:C1 fr:A2 (plus)"),
        ("néerlandais et allemand sont un atout; français C1", "nl:? (plus) de:? (plus) fr:C1"),
        ("Nederlands, een troef", "nl:? (plus)"),
        ("français B1 ou plus", "fr:B1"),
        ("Nederlands A2 of Engels B1", "nl:A2 (plus) en:B1 (plus)"),
        ("French or Dutch is an asset; English B2", "fr:? (plus) nl:? (plus) en:B2"),
        ("Frans en Nederlands B1", "fr:? nl:B1"),
        ("pas de néerlandais requis", ""),
        ("Goede kennis van het Nederlands, Frans en Engels", "nl:B2 fr:B2 en:B2"),
        ("Vlot Nederlands, Engels is een plus", "nl:C1 en:? (plus)"),
        ("Nederlands en Frans: zeer goed", "nl:C1 fr:C1"),
        ("Je spreekt vlot Nederlands en kan je behelpen in het Frans", "nl:C1 fr:A2"),
        ("vlot Nederlands en behelpen in het Frans of het Engels", "nl:C1 fr:A2 (plus) en:A2 (plus)"),
        ("Sehr gute Deutsch- und Französischkenntnisse", "de:C1 fr:C1"),
        ("verhandlungssicheres Englisch, Grundkenntnisse Niederländisch", "en:C1 nl:A2"),
        ("fließend Deutsch und Englisch", "de:C1 en:C1"),
        ("tweetalig Nederlands/Frans", "nl:C2 fr:C2"),
        ("Good command of English and Dutch", "en:B2 nl:B2"),
        ("a Dutch native speaker with good English", "nl:C2 en:B2"),
        ("Frans en Engels (mondeling en schriftelijk), Duits is een troef", "fr:? en:? de:? (plus)"),
        ("moedertaal Nederlands, notions de français", "nl:C2 fr:A2"),
    ],
)
def test_languages_of_vacancies(text: str, found: str) -> None:
    assert asked(text) == found


def test_original_words_are_kept() -> None:
    assert [skill.text for skill in read_language_skills("FR courant, EN B2 (réunions avec clients), wolof")] == [
        "FR courant",
        "EN B2 (réunions avec clients)",
        "wolof",
    ]


@pytest.mark.parametrize(
    ("text", "more"),
    [("FR courant et Anglais B2", False), ("français, tsonga C1", True), ("néerlandais: aucun", True), ("", False)],
)
def test_words_that_no_language_carries_are_noticed(text: str, more: bool) -> None:
    assert says_more(text, read_language_skills(text)) is more


def test_a_long_cell_is_read_up_to_its_limit() -> None:
    assert held("a " * LONGEST_CELL + "français") == ""
    assert says_more("a " * LONGEST_CELL + "français", ())


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"AB ,;/()0123456789٦", "IELTS", "TCF", "TOEIC", "telc", "C1", "courant", "lu", "العربية", "NL"]
        ),
        max_size=25,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_no_words_break_the_reading_nor_give_a_level_outside_the_framework(text: str) -> None:
    levels = {"A1", "A2", "B1", "B2", "C1", "C2"}
    for skill in read_language_skills(text):
        assert skill.cefr is None or skill.cefr in levels
        assert {level for _, level in skill.by_skill} <= levels
        assert {name for name, _ in skill.by_skill} <= {"listening", "reading", "understanding", "speaking", "writing"}


@settings(deadline=None)
@given(st.text(alphabet="FRENnl ,;/()-éà0B2C1Anglaisetou\n", max_size=80))
def test_every_language_read_has_a_code_a_level_or_none_and_its_words(text: str) -> None:
    skills = read_language_skills(text)
    assert len({skill.language for skill in skills}) == len(skills)
    for skill in skills:
        assert 2 <= len(skill.language) <= 3
        assert skill.cefr in {None, "A1", "A2", "B1", "B2", "C1", "C2"}
        assert skill.text
