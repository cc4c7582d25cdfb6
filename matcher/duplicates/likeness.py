"""How alike two words of names are, and which words of two names belong together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from matcher.duplicates.names import Name, NameWord, joined_word
from matcher.duplicates.sounds import Sound

_SAME_SOUND, _NEAR_SOUND = 0.5, 1.0
_FAINT_LETTERS, _FAINT_CONSONANTS = 0.6, 0.66
_SHORTEST_TYPO, _SHORTEST_LONG, _SHORTEST_PART, _LEAST_CUT = 4, 9, 4, 3


class Likeness(IntEnum):
    """How two words are alike, least first."""

    FAINT = 1
    INITIAL = 2
    SHORT_FORM = 3
    MISSPELT = 4
    NEAR_SOUND = 5
    VARIANT = 6
    SAME = 7


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words of two names that belong together, and the places of those left over on either side."""

    pairs: tuple[tuple[NameWord, NameWord, Likeness], ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


@lru_cache(maxsize=10_000)
def align(left: Name, right: Name) -> Alignment:
    """Pair off the words of two names, the most alike first, whatever their order."""
    found = []
    for here, mine in enumerate(left.words):
        for there, theirs in enumerate(right.words):
            likeness = Likeness.SAME if mine is theirs else likeness_of(mine, theirs)
            if likeness:
                found.append((-likeness, abs(here - there), here, there))
    found.sort()
    rest = _Rest(left, right, list(range(len(left.words))), list(range(len(right.words))))
    pairs = rest.take(found, Likeness.MISSPELT)
    pairs += rest.take_joined()
    pairs += rest.take(found, Likeness.INITIAL)
    pairs += rest.take_faint()
    return Alignment(tuple(pairs), tuple(rest.left_over), tuple(rest.right_over))


_Pair = tuple[NameWord, NameWord, Likeness]


@dataclass(frozen=True, slots=True)
class _Rest:
    """The words of two names that are not paired yet, by place."""

    left: Name
    right: Name
    left_over: list[int]
    right_over: list[int]

    def take(self, found: list[tuple[int, int, int, int]], least: Likeness) -> list[_Pair]:
        """Pair words that are at least so much alike."""
        pairs = []
        for negative, _, here, there in found:
            if -negative >= least and here in self.left_over and there in self.right_over:
                self.left_over.remove(here)
                self.right_over.remove(there)
                pairs.append((self.left.words[here], self.right.words[there], Likeness(-negative)))
        return pairs

    def take_faint(self) -> list[_Pair]:
        """Pair what is left and may be one word, badly written."""
        mine, theirs = self.left.words, self.right.words
        faint = [
            (-Likeness.FAINT, abs(here - there), here, there)
            for here in self.left_over
            for there in self.right_over
            if _faintly(mine[here], theirs[there])
        ]
        return self.take(sorted(faint), Likeness.FAINT)

    def take_joined(self) -> list[_Pair]:
        """Pair two neighbours with one word on the other side that holds both: Gebre Medhin, Gebremedhin."""
        if len(self.left_over) + len(self.right_over) < 3 or not (self.left_over and self.right_over):
            return []
        return _take_joined(self.left, self.left_over, self.right, self.right_over) or _take_joined(
            self.right, self.right_over, self.left, self.left_over
        )


@lru_cache(maxsize=300_000)
def likeness_of(mine: NameWord, theirs: NameWord) -> Likeness | None:
    """Return how alike two words are, or ``None`` where they are two names."""
    if mine.spelling == theirs.spelling:
        return Likeness.SAME
    if mine.family and theirs.family:
        return Likeness.VARIANT if mine.family == theirs.family else None
    if by_sound := _by_sound(mine, theirs):
        return by_sound
    return _by_letters(mine, theirs)


def _by_sound(mine: NameWord, theirs: NameWord) -> Likeness | None:
    distances = [one.distance(other) for one in mine.sounds for other in theirs.sounds if _tells(one, other)]
    nearest = min((distance for distance in distances if distance is not None), default=None)
    if nearest is None or nearest > _NEAR_SOUND:
        return None
    if nearest <= _SAME_SOUND:
        both_known = mine.is_given and theirs.is_given and nearest > 0
        return Likeness.NEAR_SOUND if both_known else Likeness.VARIANT
    is_thin = len(mine.sounds[0].consonants) < 2
    return None if is_thin or (mine.is_given and theirs.is_given) else Likeness.NEAR_SOUND


def _tells(one: Sound, other: Sound) -> bool:
    """Tell whether two sounds can be compared: vowels alone, as in Awa, must be the very same; 王 has none here."""
    return bool(one.consonants) or one.vowels == other.vowels != ("",)


def _by_letters(mine: NameWord, theirs: NameWord) -> Likeness | None:
    both_given = mine.is_given and theirs.is_given
    shorter, longer = sorted((mine.spelling, theirs.spelling), key=len)
    if len(shorter) == 1:
        return Likeness.INITIAL if longer.startswith(shorter) and shorter.isascii() else None
    edits = 2 if len(longer) >= _SHORTEST_LONG else 1
    # Amina and Amira are two names, not one misspelt; words of four letters have too many neighbours among themselves.
    may_slip = not both_given and len(shorter) >= _SHORTEST_TYPO < len(longer)
    if may_slip and OSA.distance(shorter, longer, score_cutoff=edits) <= edits:
        return Likeness.MISSPELT
    # Seun is short for Oluwaseun, but Salim is not for Salimata.
    is_part = longer.endswith(shorter) or (longer.startswith(shorter) and not both_given)
    if len(shorter) >= _SHORTEST_PART and len(longer) - len(shorter) >= _LEAST_CUT and is_part:
        return Likeness.SHORT_FORM
    return None


@lru_cache(maxsize=300_000)
def _faintly(mine: NameWord, theirs: NameWord) -> bool:
    """Tell whether two words may be one, badly written: most letters are the same, or most consonants."""
    if (mine.is_given and theirs.is_given) or (mine.family and theirs.family):
        return False
    if OSA.normalized_similarity(mine.spelling, theirs.spelling) >= _FAINT_LETTERS:
        return True
    keys = [(one, other) for one in mine.keys for other in theirs.keys if len(one) > 2 and len(other) > 2]
    return any(OSA.normalized_similarity(one, other) >= _FAINT_CONSONANTS for one, other in keys)


def _take_joined(many: Name, places: list[int], few: Name, others: list[int]) -> list[_Pair]:
    for first, second in pairwise(places):
        joined = joined_word(many.words[first].text, many.words[second].text)
        for there in others if second == first + 1 else ():
            likeness = likeness_of(joined, few.words[there])
            if likeness is not None and likeness >= Likeness.MISSPELT:
                places[:] = [place for place in places if place not in (first, second)]
                others.remove(there)
                return [(joined, few.words[there], likeness)]
    return []
