"""A text to its segments: the parts of its sentences, the things named in them, and what is said of each.

Cues such as "no experience with" or "zou graag leren" (:mod:`matcher.cues`) speak of what follows, to the end of the
clause; others such as "is niet nodig" of what precedes. This is the way of NegEx (Chapman et al. 2001) and ConText
(Harkema et al. 2009), in five languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matcher.cues import Cue, CueTable, Gap, Word, cue_table, headings, likeliest, read_words
from matcher.records import Polarity, Segment, SegmentLevel
from matcher.sections import without_offers

LONGEST_PHRASE = 12  # words; what is longer is no single skill, and is looked at in parts
LONGEST_WINDOW = 4  # words
LONGEST_SENTENCE = 200  # words; a longer one is cut, which bounds the work on text without a full stop

_BEFORE = {Cue.NEGATED_BEFORE: Polarity.NEGATED, Cue.WISHED_BEFORE: Polarity.WISHED}
_AFTER = {
    Cue.NEGATED_AFTER: Polarity.NEGATED,
    Cue.NEGATED_AFTER_ALL: Polarity.NEGATED,
    Cue.WISHED_AFTER: Polarity.WISHED,
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A cue in a sentence: from which word to which."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand for one item; ``joined`` where an "and" stands before them."""

    words: tuple[Word, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence of which one thing is said."""

    words: tuple[Word, ...]
    pieces: tuple[_Piece, ...]
    polarity: Polarity


def segments_of(text: str, *, windows: bool = False) -> tuple[Segment, ...]:
    """Return the segments of a text, clauses before the items in them.

    What stands under the heading of an employer's offer, and headings themselves, are left out.

    Args:
        text: running text in English, French, Dutch, German or Arabic, or a mixture; any string is taken.
        windows: also every run of at most :data:`LONGEST_WINDOW` words inside a longer item.
    """
    words = read_words(text)
    language = likeliest([word.form for word in words])
    found: list[Segment] = []
    for sentence in without_offers(_sentences(words), text):
        table = cue_table(likeliest([word.form for word in sentence], language))
        for clause in _clauses(sentence, table):
            found += _segments(text, clause, table, windows=windows)
    return tuple(dict.fromkeys(found))


def _sentences(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    start = 0
    for place, word in enumerate(words):
        if place > start and (word.gap >= Gap.SENTENCE or place - start == LONGEST_SENTENCE):
            yield tuple(words[start:place])
            start = place
    if words:
        yield tuple(words[start:])


def _clauses(sentence: tuple[Word, ...], table: CueTable) -> Iterator[_Clause]:
    """Cut a sentence where another thing is said: at "but", at a cue, where another subject follows a comma."""
    marks = _marks(sentence, table)
    cuts = {0, len(sentence)}
    cuts |= {mark.start for mark in marks if mark.cue is Cue.END or mark.cue in _BEFORE}
    cuts |= {place for place, word in enumerate(sentence) if word.gap == Gap.ITEM and word.form in table.starters}
    for start, end in pairwise(sorted(cuts)):
        inside = [mark for mark in marks if start <= mark.start < end]
        for first, last, polarity in _scopes(sentence, start, end, inside):
            pieces = _pieces(sentence, range(first, last), inside, table)
            yield _Clause(sentence[first:last], tuple(pieces), polarity)


def _marks(sentence: Sequence[Word], table: CueTable) -> list[_Mark]:
    """Find the cues from left to right, the longest at each place; a cue does not run over a comma."""
    forms = [word.form if word.gap == Gap.NONE or not place else "" for place, word in enumerate(sentence)]
    marks = []
    place = 0
    while place < len(sentence):
        found = table.cue_at([sentence[place].form, *forms[place + 1 : place + 9]], 0)
        if found:
            marks.append(_Mark(found[0], place, place + found[1]))
        place += found[1] if found else 1
    return marks


def _scopes(
    sentence: Sequence[Word], start: int, end: int, marks: Sequence[_Mark]
) -> Iterator[tuple[int, int, Polarity]]:
    """Yield the parts of a stretch that begins with at most one cue for what follows, each with its polarity."""
    ahead = next((_BEFORE[mark.cue] for mark in marks if mark.start == start and mark.cue in _BEFORE), Polarity.STATED)
    for mark in marks:
        if mark.cue not in _AFTER or mark.end <= start:
            continue
        back = start
        if mark.cue is not Cue.NEGATED_AFTER_ALL:
            commas = [place for place in range(start + 1, mark.start) if sentence[place].gap == Gap.ITEM]
            back = max(commas, default=start)
        if back > start:
            yield start, back, ahead
        yield back, mark.end, _AFTER[mark.cue]
        start = mark.end
    if start < end:
        yield start, end, ahead


def _pieces(sentence: Sequence[Word], places: range, marks: Sequence[_Mark], table: CueTable) -> Iterator[_Piece]:
    """Yield the items between commas, joints and cues, their frames taken off."""
    cue_of = {place: mark.cue for mark in marks for place in range(mark.start, mark.end)}
    groups: list[_Piece] = []
    group: list[Word] = []
    joined = False
    for place in places:
        cue = cue_of.get(place)
        if group and (cue is not None or sentence[place].gap != Gap.NONE):
            groups.append(_Piece(tuple(group), joined))
            group, joined = [], False
        if cue is None:
            group.append(sentence[place])
        else:
            joined = cue is Cue.AND
    for piece in [*groups, _Piece(tuple(group), joined)]:
        forms = tuple(word.form for word in piece.words)
        start, end = table.core(forms)
        if start < end and forms not in headings("offer"):
            yield _Piece(piece.words[start:end], piece.joined)


def _segments(text: str, clause: _Clause, table: CueTable, *, windows: bool) -> Iterator[Segment]:
    """Yield the clause, its items, what items share, and the windows in them."""

    def segment(words: Sequence[Word], level: SegmentLevel, phrases: Sequence[str]) -> Segment:
        start, end = words[0].start, words[-1].end
        return Segment(text[start:end], start, end, level, clause.polarity, tuple(phrases))

    if not clause.pieces:
        return
    inner = [
        word
        for word in clause.words
        if clause.pieces[0].words[0].start <= word.start <= clause.pieces[-1].words[-1].start
    ]
    yield segment(clause.words, SegmentLevel.CLAUSE, [_phrase(text, inner)] if len(inner) <= LONGEST_PHRASE else [])
    for piece in clause.pieces:
        whole = [_phrase(text, piece.words)] if len(piece.words) <= LONGEST_PHRASE else []
        yield segment(piece.words, SegmentLevel.ITEM, whole)
    for shared in _shared(clause.pieces):
        covered = [word for piece in shared.pieces for word in piece.words]
        yield segment(covered, SegmentLevel.ITEM, [_phrase(text, words) for words in shared.readings])
    if windows:
        for piece in clause.pieces:
            for words in _windows(piece.words, table):
                yield segment(words, SegmentLevel.WINDOW, [_phrase(text, words)])


def _phrase(text: str, words: Sequence[Word]) -> str:
    """Return the words as a phrase: as written where they stand together, else put side by side."""
    parts = [text[words[0].start : words[0].end]]
    for before, word in pairwise(words):
        between = text[before.end : word.start]
        parts += [" " if any(map(str.isalnum, between)) else between, text[word.start : word.end]]
    return " ".join("".join(parts).split())


@dataclass(frozen=True, slots=True)
class _Shared:
    """Items that share a word, and how each reads with it."""

    pieces: tuple[_Piece, ...]
    readings: tuple[tuple[Word, ...], ...]


def _shared(pieces: Sequence[_Piece]) -> Iterator[_Shared]:
    """Yield what "install and repair boilers" and "peinture intérieure et extérieure" mean in full."""
    for last in (place for place, piece in enumerate(pieces) if piece.joined and place):
        final = pieces[last].words
        if len(final) > 1:  # single words before it share what follows its first word
            first = last
            while first and len(pieces[first - 1].words) == 1:
                first -= 1
            if first < last:
                run = tuple(pieces[first : last + 1])
                yield _Shared(run, tuple((piece.words[0], *final[1:]) for piece in run))
        head = pieces[last - 1].words
        if len(head) > 1:  # what follows it shares its first word
            run = tuple(pieces[last - 1 : last + 1])
            yield _Shared(run, (head, (head[0], *final)))


def _windows(words: Sequence[Word], table: CueTable) -> Iterator[Sequence[Word]]:
    """Yield the shorter runs of words that begin and end with a word that says something."""
    says = [not table.is_edge(word.form) for word in words]
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_WINDOW, len(words)) + 1):
            if says[start] and says[end - 1] and end - start < len(words):
                yield words[start:end]
