from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.cv.layout import Fragment
from matcher.intake.cv.layout import lines_of as read_page


def lines_of(page: list[Fragment]) -> list[str]:
    return read_page(page)[0]


def set_at(text: str, left: float, base: float, height: float = 10.0) -> Fragment:
    """Return a text of letters half as wide as they are high."""
    return Fragment(text, left, left + len(text) * height / 2, base, height)


def words(line: str, left: float, base: float) -> list[Fragment]:
    """Set each word on its own, as Word does, a space of 2.8 points between them."""
    placed: list[Fragment] = []
    for word in line.split():
        placed.append(set_at(word, left, base))
        left = placed[-1].right + 2.8
    return placed


def test_words_set_apart_make_one_line_and_pieces_of_a_word_one_word() -> None:
    assert lines_of(words("Soudeur TIG chez Exemple", 50, 700)) == ["Soudeur TIG chez Exemple"]
    assert lines_of([set_at("Sou", 50, 700), set_at("deur", 65.2, 700)]) == ["Soudeur"]


def test_a_wide_gap_parts_cells_but_not_a_bullet_from_its_item() -> None:
    assert lines_of([set_at("Arabe", 50, 700), set_at("C2", 200, 700)]) == ["Arabe\tC2"]
    assert lines_of([set_at("•", 50, 700), set_at("meulage", 80, 700)]) == ["• meulage"]


def test_what_is_set_twice_to_look_bold_is_read_once() -> None:
    assert lines_of([set_at("Awa", 50, 700), set_at("Awa", 50.3, 700)]) == ["Awa"]


def test_lines_go_from_the_top_and_a_gap_is_an_empty_line() -> None:
    page = [set_at("third", 50, 640), set_at("first", 50, 700), set_at("second", 50, 686)]
    assert lines_of(page) == ["first", "second", "", "third"]


def test_letters_a_little_higher_stand_on_the_same_line() -> None:
    assert lines_of([set_at("2", 50, 700), set_at("nd", 55, 703, 6.0)]) == ["2nd"]


def test_columns_with_headings_are_read_one_after_the_other() -> None:
    left = [set_at(text, 40, 700 - 14 * row) for row, text in enumerate(["Languages", "French", "Dutch", "English"])]
    right = [
        set_at(text, 300, 699 - 14 * row) for row, text in enumerate(["Experience", "Cook", "2019 - 2020", "Ghent"])
    ]
    above = [set_at("A name that runs over both columns of this page", 40, 740, 14.0)]
    read = [line for line in lines_of([*right, *left, *above]) if line]
    assert read[1:] == ["Languages", "French", "Dutch", "English", "Experience", "Cook", "2019 - 2020", "Ghent"]


def test_dates_beside_a_text_without_headings_are_cells_of_its_lines() -> None:
    rows = [
        ("Experience", ""),
        ("2019 - 2020", "Cook"),
        ("2017 - 2018", "Waiter"),
        ("2016", "Cleaner"),
        ("2015", "Farmer"),
    ]
    page = [
        set_at(text, left, 700 - 14 * row)
        for row, pair in enumerate(rows)
        for text, left in zip(pair, (40, 200), strict=True)
        if text
    ]
    assert lines_of(page) == ["Experience", "2019 - 2020\tCook", "2017 - 2018\tWaiter", "2016\tCleaner", "2015\tFarmer"]


def test_the_page_after_one_of_two_columns_may_have_two_without_a_heading() -> None:
    left = [set_at(text, 40, 700 - 14 * row) for row, text in enumerate(["Dutch", "English", "Arabic", "Wolof"])]
    right = [set_at(text, 300, 700 - 14 * row) for row, text in enumerate(["Waiter", "2017 - 2018", "Cleaner", "2016"])]
    assert lines_of([*left, *right])[0] == "Dutch\tWaiter"
    read = [line for line in read_page([*left, *right], gutter=297.0)[0] if line]
    assert read == ["Dutch", "English", "Arabic", "Wolof", "Waiter", "2017 - 2018", "Cleaner", "2016"]


places = st.integers(-500, 500).map(lambda number: number * 10.0)
fragments = st.builds(
    set_at,
    st.sampled_from(["Experience", "Skills", "a", "•", "long text of many words", "2019"]),
    places,
    places,
    st.floats(0, 40),
)


@pytest.mark.parametrize("empty", [[], [set_at(" ", 0, 0)]])
def test_a_page_without_text_has_no_words(empty: list[Fragment]) -> None:
    assert not "".join(lines_of(empty)).strip()


@given(st.lists(fragments, max_size=40, unique_by=lambda fragment: (fragment.text, fragment.left)))
def test_every_fragment_is_read_once(page: list[Fragment]) -> None:
    read = "".join("".join(lines_of(page)).split())
    assert sorted(read) == sorted("".join("".join(fragment.text.split()) for fragment in page))
