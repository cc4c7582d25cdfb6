"""Names as reasons: what two names share, and what each has that the other lacks."""

from __future__ import annotations

from math import log2

from matcher.duplicates.comparing import Side
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.likeness import Alignment, Likeness, align
from matcher.duplicates.names import Name, NameWord
from matcher.duplicates.nouns import PairEvidence
from matcher.records import Reason

_SPELLING = {
    Likeness.SAME: 0.5,
    Likeness.VARIANT: 1.0,
    Likeness.NEAR_SOUND: 2.5,
    Likeness.MISSPELT: 2.5,
    Likeness.SHORT_FORM: 4.0,
}
"""Bits less that a word says, the further its spellings are apart."""


class SharedName:
    """Counts the words that two names share, each the more the rarer it is: log2(m) - log2(its share of the pool).

    Args:
        word_at_most: bits of one word, however rare: rare names run in families.
        name_at_most: bits of a whole name, for the same reason.
        initial: bits of a word of which one name has the first letter only.
        faint: bits of a word that may be one badly written, and is more often two: less than a contradiction costs.
    """

    def __init__(
        self, *, word_at_most: float = 10.0, name_at_most: float = 18.0, initial: float = 1.0, faint: float = -6.0
    ) -> None:
        self._word, self._name = word_at_most, name_at_most
        self._fixed = {Likeness.INITIAL: initial, Likeness.FAINT: faint}

    def compare(self, left: Side, right: Side, frequencies: Frequencies) -> PairEvidence:
        """Weigh what two names share."""
        if not left.name.words or not right.name.words:
            return PairEvidence("name", None, Reason("name.unknown"))
        pairs = align(left.name, right.name).pairs
        bits = sum(self._worth(*pair, frequencies) for pair in pairs)
        same = tuple(mine.text for mine, _, likeness in pairs if likeness == Likeness.SAME)
        alike = tuple(f"{mine.text} / {theirs.text}" for mine, theirs, likeness in pairs if likeness < Likeness.SAME)
        how = "none" if not pairs else "same" if not alike else "alike" if not same else "same_and_alike"
        reason = Reason(f"name.{how}", (("same", same), ("alike", alike)))
        return PairEvidence("name", min(bits, self._name), reason)

    def at_most(self, name: Name, frequencies: Frequencies) -> float:
        """Return the most that a name can weigh, whatever it is compared with: what no name can mend needs no look."""
        known = frequencies.name_bits.get(name)
        if known is None:
            words = (min(self._word, -log2(frequencies.share(word, word))) for word in name.words)
            known = frequencies.name_bits[name] = min(self._name, sum(words))
        return known

    def _worth(self, mine: NameWord, theirs: NameWord, likeness: Likeness, frequencies: Frequencies) -> float:
        if likeness in self._fixed:
            return self._fixed[likeness]
        return max(0.0, min(self._word, -log2(frequencies.share(mine, theirs))) - _SPELLING[likeness])


class OtherName:
    """Counts the words that only one of two names has, and those that contradict each other.

    Args:
        missing: a word that one name leaves out; at most two count.
        married: another family name, of a woman with the same first name.
        family: another family name, of anybody else.
        given: another first name: brothers, sisters and twins share all the rest.
        nothing: no word in common.
    """

    def __init__(
        self,
        *,
        missing: float = -1.0,
        married: float = -3.0,
        family: float = -8.0,
        given: float = -18.0,
        nothing: float = -20.0,
    ) -> None:
        self._missing = missing
        self._bits = {"married": married, "family": family, "given": given, "nothing": nothing}

    def compare(self, left: Side, right: Side, _frequencies: Frequencies) -> PairEvidence:
        """Weigh what two names do not share."""
        if not left.name.words or not right.name.words:
            return PairEvidence("other_name", None, Reason("other_name.unknown"))
        found = align(left.name, right.name)
        mine, theirs = _texts(left.name, found.left_over), _texts(right.name, found.right_over)
        values = (("left", mine), ("right", theirs))
        if mine and theirs:
            how = _contradiction(left, right, found)
            return PairEvidence("other_name", self._bits[how], Reason(f"other_name.{how}", values))
        more = mine or theirs
        if more:
            bits = self._missing * min(2, len(more))
            return PairEvidence("other_name", bits, Reason("other_name.missing", (("more", more),)))
        return PairEvidence("other_name", 0.0, Reason("other_name.none"))


def _texts(name: Name, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return the words at some places; a lone letter contradicts nothing."""
    return tuple(name.words[place].text for place in places if len(name.words[place].spelling) > 1)


def _contradiction(left: Side, right: Side, found: Alignment) -> str:
    if not found.pairs:
        return "nothing"
    few = min(len(found.left_over), len(found.right_over))
    mine, theirs = _against(left.name, found.left_over, few), _against(right.name, found.right_over, few)
    sides = ((left.name, mine), (right.name, theirs))
    leads = [any(place in name.first for place in places) for name, places in sides]
    known = any(name.names_person(place) for name, places in sides for place in places)
    shares_first_name = any(word.is_given for word, _, _ in found.pairs)
    # Where one record has the family name in front, what is known of first names decides.
    if known or all(leads) or (any(leads) and not shares_first_name):
        return "given"
    genders = {left.identity.gender, right.identity.gender} - {None}
    return "married" if genders == {"female"} else "family"


def _against(name: Name, places: tuple[int, ...], few: int) -> list[int]:
    """Return the words left over that stand against the other name's: a father's name in the middle may be left out."""
    kept = list(places)
    for place in places:
        if len(kept) > few and place not in name.first and name.names_person(place):
            kept.remove(place)
    return kept
