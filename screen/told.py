"""What a reader of files says is wrong, in the language of the page.

The engine says it in English. A sentence that the catalogue knows, under ``told.``, is said again in another language,
with what stands in it; any other stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from screen.wording import Words, catalogue

_HELD = re.compile(r"\\\{(\w+)\\\}")


def in_page_words(said: str, words: Words) -> str:
    """Return a sentence of the engine in the language of the page, as far as the catalogue knows it."""
    for pattern, code in _known():
        found = pattern.fullmatch(said)
        if found is not None:
            return words(code, **{name: in_page_words(held, words) for name, held in found.groupdict().items()})
    return said


@cache
def _known() -> tuple[tuple[re.Pattern[str], str], ...]:
    codes = ((code, texts["en"]) for code, texts in catalogue().items() if code.startswith("told."))
    return tuple((re.compile(_HELD.sub(r"(?P<\1>.+)", re.escape(text))), code) for code, text in codes)
