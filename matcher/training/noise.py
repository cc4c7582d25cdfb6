"""Misspelt and cut copies of labels, so that the encoder meets in training what people type.

Case, accents and gender marks need no copies: the normal form drops them (:mod:`taxonomies.wording`).
"""

from __future__ import annotations

from string import ascii_lowercase

import numpy as np

_SHORTEST = 5  # letters; what is left of a shorter word says too little
_KEPT = 3, 6  # letters that an abbreviation keeps, the second not included: "elec", "tech"


def misspelt(text: str, random: np.random.Generator) -> str | None:
    """Return a normalised text with one of its longer words misspelt or cut short.

    A letter is left out, doubled or exchanged, two are swapped, or the word is cut to its first letters. ``None`` where
    no word is long enough, or the change shows nothing (two equal letters swapped).
    """
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= _SHORTEST]
    if not long:
        return None
    place = long[random.integers(len(long))]
    changed = _change(words[place], random)
    if changed == words[place]:
        return None
    words[place] = changed
    return " ".join(words)


def _change(word: str, random: np.random.Generator) -> str:
    at = int(random.integers(1, len(word) - 1))  # the first letter is rarely wrong
    before, letter, after = word[:at], word[at], word[at + 1 :]
    letters = ascii_lowercase if letter in ascii_lowercase else word  # another script has its own keyboard
    changed = (
        before + after,
        before + after[0] + letter + after[1:],
        before + letter + letter + after,
        before + letters[random.integers(len(letters))] + after,
        word[: random.integers(_KEPT[0], min(_KEPT[1], len(word)))],
    )
    return changed[random.integers(len(changed))]
