"""The cues of a language, looked up by the words of a text.

The idea is that of NegEx (Chapman, Bridewell, Hanbury, Cooper and Buchanan, 2001, "A simple algorithm for identifying
negated findings and diseases in discharge summaries") and ConText (Harkema, Dowling, Thornblade and Chapman, 2009,
"ConText: an algorithm for determining negation, experiencer, and temporal status from clinical reports"): short lists
of phrases that speak of what follows or of what precedes, of phrases that only look like them, and of words that end
their scope. The lists are this project's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from matcher.cues.files import cue_file
from matcher.cues.words import read_words

LANGUAGES = ("en", "fr", "nl", "de", "ar")
Forms = tuple[str, ...]
LONGEST_CUE = 8  # words
_SHORT = 2  # words; a preposition before one word says nothing of it
_CLEARLY = 2  # words more than the language of the text, for a sentence to count as of another one


class Cue(StrEnum):
    """What a listed phrase does."""

    EXCEPTION = "exception"  # looks like a cue and is none
    NEGATED_BEFORE = "negated_before"  # negates what follows
    NEGATED_AFTER = "negated_after"  # negates what precedes, back to the last comma
    NEGATED_AFTER_ALL = "negated_after_all"  # negates all that precedes in the clause
    WISHED_BEFORE = "wished_before"
    WISHED_AFTER = "wished_after"
    AND = "and"  # joins two items
    END = "end"  # another clause begins


_LISTS = {
    Cue.AND: ("joints", "and"),
    Cue.END: ("joints", "ends"),
    Cue.NEGATED_BEFORE: ("negated", "before"),
    Cue.NEGATED_AFTER: ("negated", "after"),
    Cue.NEGATED_AFTER_ALL: ("negated", "after_all"),
    Cue.WISHED_BEFORE: ("wished", "before"),
    Cue.WISHED_AFTER: ("wished", "after"),
    Cue.EXCEPTION: ("exceptions", "phrases"),
}


@dataclass(frozen=True, slots=True)
class CueTable:
    """One language: its cues, and the words that open, close or edge a phrase and say nothing of the skill."""

    cues: Mapping[Forms, Cue]
    openers: frozenset[Forms]
    closers: frozenset[Forms]
    edges: frozenset[str]
    prepositions: frozenset[str]
    starters: frozenset[str]
    vocabulary: frozenset[str]

    def cue_at(self, forms: Sequence[str], place: int) -> tuple[Cue, int] | None:
        """Return the longest cue that begins at a place, and where it ends."""
        for end in range(min(place + LONGEST_CUE, len(forms)), place, -1):
            cue = self.cues.get(tuple(forms[place:end]))
            if cue is not None:
                return cue, end
        return None

    def core(self, forms: Sequence[str]) -> tuple[int, int]:
        """Return the places where a phrase begins and ends once its frame is taken off; equal where nothing is left."""
        start, end = 0, len(forms)
        while start < end and (step := self._step(forms[start:end], self.openers)):
            start += step
        while start < end and (step := self._step(forms[start:end][::-1], self.closers)):
            end -= step
        while start < end and forms[end - 1] in self.prepositions:
            end -= 1
        short = end - start <= _SHORT
        return (start + 1 if short and start < end and forms[start] in self.prepositions else start), end

    def tells(self, form: str) -> int:
        """Return how much a word tells of its language: an "and" counts twice, Dutch "en" is also French "en"."""
        return (form in self.vocabulary) + (self.cues.get((form,)) is Cue.AND)

    def is_edge(self, form: str) -> bool:
        """Tell whether a word says nothing at the edge of a phrase: a listed one, or a number."""
        return form in self.edges or form in self.prepositions or form.isdecimal()

    def _step(self, forms: Sequence[str], frames: frozenset[Forms]) -> int:
        """Return how many words to take off the front; closers are kept reversed, as the words are given."""
        for length in range(min(LONGEST_CUE, len(forms)), 0, -1):
            if tuple(forms[:length]) in frames:
                return length
        return int(forms[0] in self.edges or forms[0].isdecimal())


@cache
def cue_table(language: str) -> CueTable:
    """Return the table of one of :data:`LANGUAGES`."""
    file = cue_file(language)
    cues = {forms: cue for cue, (part, name) in _LISTS.items() for forms in _forms(file[part][name])}
    openers = _forms(file["frames"]["open"])
    closers = _forms(file["frames"]["close"])
    edges = _forms(file["frames"]["edges"].split())
    prepositions = _forms(file["frames"]["prepositions"].split())
    starters = _forms(file["joints"]["starters"])
    named = _forms([*file["headings"]["offer"], *file["headings"]["other"]])
    return CueTable(
        cues,
        openers,
        frozenset(forms[::-1] for forms in closers),
        _single(edges),
        _single(prepositions),
        _single(starters),
        _single((*cues, *openers, *closers, *edges, *prepositions, *starters, *named)),
    )


@cache
def headings(part: str) -> frozenset[Forms]:
    """Return the headings of all languages: ``offer`` (the employer promises), ``contact`` or ``other``."""
    return frozenset(forms for language in LANGUAGES for forms in _forms(cue_file(language)["headings"][part]))


def likeliest(forms: Sequence[str], fallback: str | None = None) -> str:
    """Return the language most of whose small words are among the words; a fallback unless another clearly leads."""
    counts = {language: sum(map(cue_table(language).tells, forms)) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: counts[language])
    return best if fallback is None or counts[best] >= counts[fallback] + _CLEARLY else fallback


def _single(phrases: Iterable[Forms]) -> frozenset[str]:
    return frozenset(form for forms in phrases for form in forms)


def _forms(phrases: Iterable[str]) -> frozenset[Forms]:
    return frozenset(tuple(word.form for word in read_words(phrase)) for phrase in phrases)
