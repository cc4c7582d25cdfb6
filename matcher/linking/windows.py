"""Runs of words of a longer text: a sentence of an advert names several skills, each in a few of its words."""

from __future__ import annotations

_SIZES = (6, 4, 3, 2, 1)  # words
_READ = 80  # words of a text whose runs are looked at
# Runs that begin or end with one of these (English, French, Dutch, German) say the same as the run without it.
_SMALL_WORDS = """
a an the of to and or in for with on at by is are be as from that this your you our we will have has their it its
le la les un une des du de d l et ou en au aux pour par avec dans sur est sont vous nous notre votre vos qui que
de het een en of van voor met op aan in bij te om is zijn je jij u wij ons onze jouw die dat
der die das ein eine einen und oder von fur mit auf an im in zu zur zum ist sind sie wir unser ihre ihr
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def windows_of(form: str) -> list[str]:
    """Return the distinct runs of 6 to 1 words of a normalised text, longest first, no small word at either end."""
    words = form.split()[:_READ]
    runs = (
        words[start : start + size]
        for size in _SIZES
        for start in range(len(words) - size + 1)
        if words[start] not in _SMALL and words[start + size - 1] not in _SMALL
    )
    return list(dict.fromkeys(" ".join(run) for run in runs))
