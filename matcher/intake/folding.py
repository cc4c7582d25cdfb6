"""Text folded for reading with every letter in its place, and digits of any script as 0 to 9."""

from __future__ import annotations

import unicodedata

from taxonomies.wording import fold


def western_digits(text: str) -> str:
    """Return the text with the decimal digits of any script (``٢٠١٩``, ``۲۰۱۹``) as 0 to 9, letter by letter.

    The Arabic decimal mark becomes a point.
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text).replace("٫", ".")


class _Letters(dict[int, str]):
    """Folds one character to one character, for ``str.translate``; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = western_digits(chr(code))
        folded = fold(char)
        self[code] = folded if len(folded) == 1 else char.lower()[:1] or " "
        return self[code]


_LETTERS = _Letters()


def fold_in_place(text: str) -> str:
    """Fold letter by letter, digits too, so that positions in the result are positions in the text."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)
