from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from screen.plain_text import chip, plain, quiet

JOINER = "\u2060"
HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![](http://evil.example/p.png)",
    "$$x^2$$",
    "$a$ and `b`",
    "**b** _i_ ~~s~~",
    "# head",
    "1. one",
    "- item",
    "| a | b |",
    "&lt;b&gt; &amp;",
    "a\\",
    ":red[x] :blue-badge[y]",
    ":smile: :material/home: :streamlit:",
    "http://evil.example/a?b=1",
    "www.evil.example",
    "me@evil.example",
    "a -> b <- c -- d >= e",
    ":red[x]{foreground=red}",
    "]](x",
]


def shown(markdown: str) -> str:
    """Return what a reader of CommonMark shows, without the invisible joiners."""
    return MarkdownIt("commonmark").render(markdown).replace(JOINER, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text):
    assert shown(plain(text)) == f"<p>{escape(text, quote=True).replace('&#x27;', chr(39))}</p>\n"


@given(st.text())
def test_any_text_is_one_paragraph_of_itself(text):
    rendered = shown(plain(text))
    assert rendered.count("<") <= 2, "a paragraph, and no other element"
    visible = " ".join(text.split())
    if visible.isprintable():
        assert rendered in ("", f"<p>{escape(visible).replace('&#x27;', chr(39)).replace(JOINER, '')}</p>\n")


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("see http://evil.example", "http://"),
        ("see HTTPS://evil.example", "HTTPS://"),
        ("www.evil.example", "www."),
        ("me@evil.example", "me@evil"),
        (":smile:", ":smile"),
        (":material/home:", ":material"),
        ("a->b", "->"),
    ],
)
def test_what_plugins_seek_after_reading_is_parted(text, sought):
    assert sought not in plain(text).replace("\\", "")


def test_white_space_becomes_one_space_and_lines_never_break():
    assert plain("  a\n\n- b\t c  ") == r"a \- b c"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_hidden_marks_are_taken_out(hidden):
    assert plain(f"a{hidden}b") == "ab"


def test_words_in_any_script_stay():
    assert plain("لحّام soudeur à l'arc") == r"لحّام soudeur à l\'arc"


@pytest.mark.parametrize(("text", "breaks"), [("lecture de plans", False), ("soudure de tuyaux " * 4, True)])
def test_only_a_long_chip_breaks_into_lines(text, breaks):
    assert (" " in chip(plain(text), "blue")) is breaks


@pytest.mark.parametrize("wrapped", [quiet, lambda text: chip(text, "blue")])
def test_hostile_text_cannot_leave_its_colour(wrapped):
    inside = plain("x] **y** [z](http://evil.example)")
    assert wrapped(inside).replace(inside, "").count("]") == wrapped("").count("]")
    assert inside.count("]") == inside.count(r"\]")
