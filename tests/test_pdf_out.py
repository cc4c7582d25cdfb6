"""A PDF says what it was given, in any script, on as many pages as it takes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from matcher.pdf_out import _TEXT as TEXT_STYLE
from matcher.pdf_out import PdfBlock, _as_drawn, _wrapped, write_pdf


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def test_title_facts_headings_and_fields_are_there_and_empty_fields_are_not():
    block = PdfBlock("1 · a1b2c3d4 · 72 %", (("Raisons", "Même métier.\nDéjà formée"), ("Note", "")))
    (said,) = pages(write_pdf("Soudeurs à Gand", ("28/11/2026", "prêt à l'emploi"), [block]))
    for text in (
        "Soudeurs à Gand",
        "28/11/2026",
        "prêt à l'emploi",
        "1 · a1b2c3d4 · 72 %",
        "Même métier.",
        "Déjà formée",
    ):
        assert text in said
    assert "Raisons" in said
    assert "Note" not in said
    assert "1 / 1" in said


def test_the_font_is_inside_the_file():
    (page,) = PdfReader(io.BytesIO(write_pdf("x", (), [PdfBlock("y", (("z", "é ß ł لحام"),))]))).pages
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    used = [font for font in fonts if "DejaVu" in font["/BaseFont"]]
    assert used
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in used)


def test_a_long_list_goes_on_over_pages_and_each_says_which_it_is():
    blocks = [PdfBlock(f"{n} · name{n}", (("Words", "many words " * 60),)) for n in range(40)]
    said = pages(write_pdf("Long", (), blocks))
    assert len(said) > 5
    assert all(f"{n} / {len(said)}" in text for n, text in enumerate(said, start=1))
    assert all(sum(f"{n} · name{n}" in text for text in said) == 1 for n in (0, 17, 39))


def test_markup_in_a_text_is_only_text():
    (said,) = pages(
        write_pdf("<b>x</b>", (), [PdfBlock("&amp; <i>", (("f", "</para><img src='http://evil.example'/>"),))])
    )
    for text in ("<b>x</b>", "&amp; <i>", "</para><img src='http://evil.example'/>"):
        assert text in said


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("MIG lassen", "MIG lassen"),
        ("été à 72 %", "été à 72 %"),
        ("سلم", "ﻢﻠﺳ"),  # the last letter first, each in the form it takes beside its neighbours
        ("abc سلم", "abc ﻢﻠﺳ"),
    ],
)
def test_arabic_is_joined_and_runs_from_the_right(text, drawn):
    assert _as_drawn(text) == drawn


def test_lines_break_at_blanks_and_within_a_word_that_is_too_wide():
    assert _wrapped("one two", TEXT_STYLE, 1000) == ["one two"]
    assert _wrapped("one\ntwo", TEXT_STYLE, 1000) == ["one", "two"]
    assert _wrapped("", TEXT_STYLE, 1000) == [""]
    parts = _wrapped("w" * 100, TEXT_STYLE, 50)
    assert "".join(parts) == "w" * 100
    assert len(parts) > 5


@settings(max_examples=25)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_is_written(texts):
    blocks = [PdfBlock(text, ((text, text),)) for text in texts]
    assert pages(write_pdf("t", texts, blocks))
