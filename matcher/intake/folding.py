"""Text folded for reading with every letter in its place, and digits of any script as 0 to 9."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from taxonomies.wording import fold


def western_digits(text: str) -> str:
    """Return the text with the decimal digits of any script (``٢٠١٩``, ``۲۰۱۹``) as 0 to 9, letter by letter.

    The Arabic decimal mark becomes a point.
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text).replace("٫", ".")


def fold_in_place(text: str) -> str:
    """Fold letter by letter, digits too, so that positions in the result are positions in the text."""
    return text.lower() if text.isascii() else "".join(map(_fold_letter, western_digits(text)))


@lru_cache(maxsize=10_000)
def _fold_letter(char: str) -> str:
    return folded if len(folded := fold(char)) == 1 else char.lower()[:1] or " "
