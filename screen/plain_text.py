"""Text as Markdown. What comes from records is shown exactly as it is: nothing in a file from outside is obeyed."""

from __future__ import annotations

import re
import string

_JOINER = "\u2060"  # zero width, no line break: invisible, but it parts what some Markdown plug-ins look for
# Plug-ins that look at the text after Markdown was read do not see its backslashes: addresses become links,
# ":smile:" and ":material/home:" become pictures, "->" becomes an arrow.
_SOUGHT_LATER = re.compile(r"(?<=:)(?=\S)|(?<=@)|(?<=\bwww)(?=\.)|(?<=[-<>~=])(?=[-<>~=])", re.IGNORECASE)
# Control characters, and the marks that turn the direction of reading and so can make a text look like another.
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u202a-\u202e\u2066-\u2069]")
_ONE_LINE = 40  # characters of a chip that fit on one line of a telephone
_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation})


def plain(text: str) -> str:
    """Return Markdown that shows the text as it is, on one line; never a link, picture, formula, colour or HTML.

    Any run of white space becomes one space. Markdown shows every escaped ASCII mark as itself (CommonMark 2.4).
    """
    return _SOUGHT_LATER.sub(_JOINER, " ".join(_HIDDEN.sub("", text).split())).translate(_ESCAPED)


def quiet(markdown: str) -> str:
    """Return Markdown that is small and grey, dark enough to read (a caption's own grey is not)."""
    return f":small[:gray[{markdown}]]"


def chip(markdown: str, colour: str) -> str:
    """Return Markdown on a coloured ground that wraps where it is long, as a badge would not, and only there."""
    kept = markdown.replace(" ", "\u00a0") if len(markdown) <= _ONE_LINE else markdown
    return f":{colour}-background[:small[:{colour}[{kept}]]]"
