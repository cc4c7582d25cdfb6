from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.cv.arabic import in_reading_order
from matcher.intake.cv.text import clean_line
from tests.files.cv.drawing import in_seen_order, seen

LINES = [
    "الخبرة المهنية",
    "البريد الإلكتروني: raneem.halawi@example.org",
    "الهاتف: +963 000 111 222",
    "من 2016 إلى 2021 ممرضة في مستشفى الجامعة",
    "شركة النور (Al-Noor)، السلامة",
    "مبرمجة C++ و C#",
]


@pytest.mark.parametrize("shown", [seen, in_seen_order])
def test_what_is_stored_as_it_is_seen_is_turned_round(shown: object) -> None:
    assert callable(shown)
    assert [clean_line(line) for line in in_reading_order([shown(line) for line in LINES])] == LINES


def test_what_is_stored_as_it_is_read_stays() -> None:
    assert in_reading_order(LINES) == LINES


def test_arabic_words_in_a_latin_line_are_turned_where_they_stand() -> None:
    lines = [seen("المهارات اللغوية"), f"Languages spoken at home: {seen('العربية')} and French"]
    assert [clean_line(line) for line in in_reading_order(lines)] == [
        "المهارات اللغوية",
        "Languages spoken at home: العربية and French",
    ]


@given(st.lists(st.text(max_size=40), max_size=5))
def test_no_letter_is_lost(lines: list[str]) -> None:
    turned = in_reading_order(lines)
    mirrored = str.maketrans("()[]{}<>«»", "(([[{{<<««")
    assert [sorted(line.translate(mirrored)) for line in turned] == [sorted(line.translate(mirrored)) for line in lines]
