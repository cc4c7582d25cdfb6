from __future__ import annotations

import pytest

from matcher.intake.cv.sections import split
from matcher.intake.cv.vocabulary import LANGUAGES, Label, Part, label_of, part_of


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Work experience", Part.EXPERIENCE),
        ("EXPÉRIENCES PROFESSIONNELLES :", Part.EXPERIENCE),
        ("Expériences profesionelles", Part.EXPERIENCE),
        ("2. Employment History", Part.EXPERIENCE),
        ("IV. Werkervaring", Part.EXPERIENCE),
        ("★ Beruflicher Werdegang", Part.EXPERIENCE),
        ("💼 Expérience", Part.EXPERIENCE),
        ("الخبرات العملية:", Part.EXPERIENCE),
        ("الخبره المهنيه", Part.EXPERIENCE),
        ("FORMATIONS & DIPLÔMES", Part.EDUCATION),
        ("Opleidingen", Part.EDUCATION),
        ("QUALIFICATIONS OBTAINED WITH DATES", Part.EDUCATION),
        ("Langues", Part.LANGUAGES),
        ("Talenkennis", Part.LANGUAGES),
        ("Compétences / Langues", Part.SKILLS),
        ("EDV-Kenntnisse", Part.SKILLS),
        ("Permis de conduire", Part.LICENCE),
        ("Hobby's", Part.INTERESTS),
        ("Soudeur", None),
        ("Experienced cook with a passion", None),
        ("TRAINING OFFICER", None),
        ("2018 - 2020", None),
        ("", None),
    ],
)
def test_headings(heading: str, part: Part | None) -> None:
    assert part_of(heading) == part


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Né(e) le", Label.BIRTH_DATE),
        ("GSM", Label.PHONE),
        ("الاسم", Label.NAME),
        ("Vorname", Label.GIVEN_NAME),
        ("Soudeur", None),
    ],
)
def test_labels(text: str, label: Label | None) -> None:
    assert label_of(text) == label


def test_every_language_heads_every_part_that_matters() -> None:
    import tomllib
    from importlib.resources import files

    for code in LANGUAGES:
        words = tomllib.loads((files("matcher.intake.cv") / "words" / f"{code}.toml").read_text(encoding="utf-8"))
        assert set(words["headings"]) == set(Part)
        assert set(words["labels"]) == set(Label)
        assert {kind for kind, listed in words["documents"].items() if listed} == {
            "titles",
            "letter",
            "invoice",
            "vacancy",
        }


def parts(*lines: str) -> list[tuple[Part | None, tuple[str, ...]]]:
    return [(section.part, section.lines) for section in split(lines)]


def test_lines_stand_under_their_heading() -> None:
    assert parts("CV", "Awa", "Langues", "arabe", "Expérience :", "Cook") == [
        (None, ("Awa",)),
        (Part.LANGUAGES, ("arabe",)),
        (Part.EXPERIENCE, ("Cook",)),
    ]


def test_a_heading_may_share_its_line_or_its_row() -> None:
    assert parts("Langues : arabe, français", "Logiciels\tWord, Excel", "Permis : B") == [
        (None, ()),
        (Part.LANGUAGES, ("arabe, français",)),
        (Part.SKILLS, ("Word, Excel",)),
        (Part.LICENCE, ("B",)),
    ]


def test_programming_languages_are_no_languages() -> None:
    assert parts("Skills", "Languages: Python, SQL")[1] == (Part.SKILLS, ("Languages: Python, SQL",))


def test_a_quality_in_a_list_is_no_heading() -> None:
    assert parts("Qualités", "Rigueur", "Motivation", "Ponctualité")[1:] == [
        (Part.SKILLS, ("Rigueur", "Motivation", "Ponctualité"))
    ]


def test_what_a_job_says_of_its_tasks_stays_with_it() -> None:
    lines = ("Experience", "Cook 2019 - 2020", "Skills: grilling", "Education", "x", "Languages", "y")
    assert parts(*lines)[1] == (Part.EXPERIENCE, ("Cook 2019 - 2020", "Skills: grilling"))
