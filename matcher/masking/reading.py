"""A text as the masking rules read it: lower case, no accents, yet every character still at its own place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]
"""Where something stands in a text: start and end offset."""

_ALIKE = {
    **dict.fromkeys("’‘ʼ`´", "'"),
    **dict.fromkeys("\u00a0\u202f\u2009\t", " "),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐ", "d"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("ıİ", "i"),
    # Arabic letters that are written for one another.
    "ى": "ي",
    "ة": "ه",
}
_MARKS = r"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
WORD = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*")
_DROPPED = re.compile(rf"[{_MARKS}]+")
_SEGMENT = re.compile(r"[^.,;:!?()\[\]/|\n\u2022\u2013\u2014]+(?:\.(?=\w)[^.,;:!?()\[\]/|\n\u2022\u2013\u2014]+)*")


class _Folding(dict[int, str]):
    """Folds one character to one character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _ALIKE.get(char)
        if folded is None:
            base = [part for part in unicodedata.normalize("NFKD", char.lower()) if not unicodedata.combining(part)]
            folded = base[0] if len(base) == 1 else char.lower() if len(char.lower()) == 1 else char
        self[code] = folded
        return folded


_FOLDING = _Folding()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text (NFC), its folded copy of the same length, and the words of the copy in order."""

    text: str
    folded: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Reading:
        """Read a text."""
        composed = unicodedata.normalize("NFC", text)
        folded = fold_in_place(composed)
        words = WORD.findall(folded)
        return cls(composed, folded, tuple(words if folded.isascii() else map(canonical, words)))

    def segments(self) -> Iterator[Span]:
        """Yield the stretches between commas, stops, brackets, slashes and line ends, without outer spaces."""
        for found in _SEGMENT.finditer(self.folded):
            inner = found.group().strip(" -*'\"")
            if inner:
                start = found.start() + found.group().index(inner)
                yield start, start + len(inner)

    def starts_segment(self, position: int) -> bool:
        """Tell whether only spaces stand between that place and a separator or the beginning."""
        before = self.folded[:position].rstrip(" ")
        return not before or before[-1] in ".,;:!?()[]/|\n\u2022\u2013\u2014-"

    def is_capitalised(self, position: int) -> bool:
        """Tell whether the character there is no lower-case letter; scripts without case count as capital."""
        return position < len(self.text) and not self.text[position].islower()


def fold_in_place(text: str) -> str:
    """Return the text in lower case without accents; each character keeps its place, so the length stays."""
    return text.translate(_FOLDING) if not text.isascii() else text.lower().replace("\t", " ").replace("`", "'")


def canonical(word: str) -> str:
    """Return one folded word in the form in which names are compared: ligatures spelt out, vowel signs dropped."""
    if word.isascii():
        return word
    return _DROPPED.sub("", word).replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
