from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.cells import MOST_ENTRIES, at_most, is_nothing, read_number, read_tick, shorten, split_list
from taxonomies.wording import fold


@pytest.mark.parametrize(
    "text", ["", "-", "--", "/", "n/a", "N.v.t.", "néant", "Geen", "#N/A", "#REF!", "?", "Non renseigné"]
)
def test_cells_that_say_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "C", "non", "Aucune idée du métier", "Ref", "nada mas", "R"])
def test_cells_that_say_something(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Welder; MIG weldng; soudure à l'arc; basket weaving",
            ["Welder", "MIG weldng", "soudure à l'arc", "basket weaving"],
        ),
        ("CI/CD, TCP/IP; PL/SQL | HTML/CSS", ["CI/CD", "TCP/IP", "PL/SQL", "HTML/CSS"]),
        ("C / C++, .NET, C#", ["C", "C++", ".NET", "C#"]),
        ("Linux (Debian, CentOS); AWS (EC2, S3)", ["Linux (Debian, CentOS)", "AWS (EC2, S3)"]),
        ("((a,b),c),d", ["((a,b),c)", "d"]),
        ("Soudure (MIG, TIG; montage", ["Soudure (MIG", "TIG", "montage"]),
        ("- soudure\n- montage\n• lecture de plans", ["soudure", "montage", "lecture de plans"]),
        ("1. souder\n2) meuler", ["souder", "meuler"]),
        ("soudure • montage • plans", ["soudure", "montage", "plans"]),
        ("Power BI - SQL - Excel (TCD, macros)", ["Power BI", "SQL", "Excel (TCD, macros)"]),
        ("Excel - niveau avancé", ["Excel - niveau avancé"]),
        ("soudure/montage/réglage", ["soudure", "montage", "réglage"]),
        ("Word/Excel/PowerPoint", ["Word", "Excel", "PowerPoint"]),
        ("lassen MIG/MAG, km/h, and/or, en/of", ["lassen MIG/MAG", "km/h", "and/or", "en/of"]),
        ("serveur/serveuse; développeur·euse", ["serveur/serveuse", "développeur·euse"]),
        ("tôle de 1,5 mm, 2 m", ["tôle de 1,5 mm", "2 m"]),
        ("Windows 10/11, 2012/2016", ["Windows 10/11", "2012/2016"]),
        ("Java; java ; JAVA", ["Java"]),
        ("a\tb", ["a", "b"]),
        ("soudure,, ;\n\n; n/a; -", ["soudure"]),
        ("=SUM(A1;A2)", ["=SUM(A1;A2)"]),
        ("", []),
    ],
)
def test_lists_are_split_at_marks_and_nowhere_else(text: str, items: list[str]) -> None:
    assert list(split_list(text)) == items


@settings(deadline=None)
@given(st.lists(st.text("abcdeé ", min_size=4, max_size=12).filter(lambda t: not is_nothing(t.strip())), max_size=8))
def test_items_joined_by_any_mark_come_back(items: list[str]) -> None:
    clean = [" ".join(item.split()) for item in items]
    expected = list(dict.fromkeys(fold(item) for item in clean))
    for mark in ("; ", ", ", " | ", "\n", "\n- ", " / ", " • "):
        assert [fold(item) for item in split_list(mark.join(clean))] == expected


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_letter_or_digit_is_lost_by_splitting_except_repeats(text: str) -> None:
    kept = {char for item in split_list(text) for char in fold(item) if char.isalpha()}
    assert kept <= {char for char in fold(text) if char.isalpha()}
    if text.isalpha() and not is_nothing(text):
        assert split_list(text) == (text,)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3.0),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("2.650", 2650.0),
        ("2 650,50", 2650.5),
        ("2\u202f650", 2650.0),
        ("2,650.50", 2650.5),
        ("2'650", 2650.0),
        ("1.234.567", 1234567.0),
        ("0.125", 0.125),
        ("-1", -1.0),
        ("2x", None),
        ("", None),
        (".", None),
        ("2.65.1", None),
        ("1,234.5,6", None),
        ("٢٦٥٠", 2650.0),
        ("9" * 40, None),
    ],
)
def test_numbers_are_read_with_decimal_commas_and_groups(text: str, number: float | None) -> None:
    assert read_number(text) == number


@settings(deadline=None)
@given(st.text("0123456789.,' -+", max_size=20))
def test_no_text_of_digits_and_marks_breaks_the_number_reader(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), float)


@settings(deadline=None)
@given(st.lists(st.text("abc", min_size=1), max_size=10), st.integers(1, 6))
def test_pieces_beyond_the_limit_stay_in_the_last(pieces: list[str], most: int) -> None:
    kept = at_most(pieces, most)
    assert len(kept) <= max(most, 1)
    assert "".join(kept).replace("\n", "") == "".join(pieces)


def test_long_lists_are_kept_whole_and_values_in_messages_are_short() -> None:
    assert len(split_list(";".join(f"skill {n}" for n in range(MOST_ENTRIES * 2)))) == MOST_ENTRIES * 2
    assert shorten("a" * 500, 10) == "a" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        *((text, True) for text in ("x", "X", "✓", "Oui", "1", "نعم")),
        *((text, False) for text in ("non", "Nee", "0", "لا")),
        *((text, None) for text in ("", "MIG", "2 ans")),
    ],
)
def test_cells_of_a_checklist(text: str, ticked: bool | None) -> None:
    assert read_tick(text) is ticked
