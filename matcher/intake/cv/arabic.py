"""Arabic as PDF files store it: letters in the order seen from left to right, in their joined forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LETTER = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_WORD = re.compile(r"[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufeff]{3,}")
_ARABIC = r"\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefe"
# What stays from left to right within Arabic, backwards: Latin words with all between them and a number after them
# ("8102 DACotuA"), else a number with its own separators. Signs at its edges go with the Arabic, as Unicode has it.
_LATIN = rf"[^\W\d_{_ARABIC}]"
_LEFT_TO_RIGHT = re.compile(rf"(?:[^\W_{_ARABIC}][^{_ARABIC}\t]*)?{_LATIN}|\d+(?:[.,/:+-]\d+)*")
_RUN = re.compile(rf"[{_ARABIC}](?:[\s{_ARABIC}]*[{_ARABIC}])?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def has_arabic(text: str) -> bool:
    """Tell whether a text holds an Arabic letter."""
    return bool(_LETTER.search(text))


def in_reading_order(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page with their Arabic in the order it is read, where the page holds it as it is seen.

    Whether it does is told from the words: those in reading order begin with ``ال`` and end in ``ة``, and take their
    initial form first and their final form last.
    """
    words = [word for line in lines for word in _WORD.findall(line)]
    if sum(map(_backwardness, words)) <= 0:
        return list(lines)
    return [_turned(line) if has_arabic(line) else line for line in lines]


def _backwardness(word: str) -> int:
    """Return how much speaks for a word standing backwards (positive) or as it is read (negative)."""
    first, last = unicodedata.decomposition(word[0]), unicodedata.decomposition(word[-1])
    forms = ("<final>" in first) + ("<initial>" in last) - ("<initial>" in first) - ("<final>" in last)
    plain = unicodedata.normalize("NFKC", word)
    ends = (plain[0] in "ةىء") - (plain[-1] in "ةى")
    article = plain.endswith("لا") - plain.startswith("ال")
    return 2 * forms + 2 * ends + article


def _turned(line: str) -> str:
    """Turn a line round where it is Arabic with some Latin in it, else only the Arabic within it."""
    arabic = len(_LETTER.findall(line))
    latin = sum(char.isalpha() and not has_arabic(char) for char in line)
    # Addresses of mail are long, and no sign that the line runs from left to right.
    latin -= sum(len(word) for word in line.split() if "@" in word)
    if arabic < latin:
        return _RUN.sub(lambda match: match[0][::-1], line)
    backwards = line[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda match: match[0][::-1], backwards)
