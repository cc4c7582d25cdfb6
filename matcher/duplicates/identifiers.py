"""E-mail, telephone and gender as reasons."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from matcher.duplicates.comparing import Side
from matcher.duplicates.frequency import Frequencies
from matcher.duplicates.nouns import PairEvidence
from matcher.records import Reason

_TELLING = ("female", "male")
_LONG_ENOUGH = 8  # letters of an address of which one may be mistyped


class Email:
    """Compares addresses: almost nobody shares one, but many have two, so another one says little.

    Args:
        same: the same address (u .0003: a counsellor's or a parent's, written for several).
        misspelt: one letter differs in the part before the @, at the same provider.
        differs: two addresses.
    """

    def __init__(self, *, same: float = 11.0, misspelt: float = 5.0, differs: float = -1.0) -> None:
        self._same, self._misspelt, self._differs = same, misspelt, differs

    def compare(self, left: Side, right: Side, _frequencies: Frequencies) -> PairEvidence:
        """Weigh two addresses."""
        if left.email is None or right.email is None:
            return PairEvidence("email", None, Reason("email.unknown"))
        values = (("left", left.identity.email or ""), ("right", right.identity.email or ""))
        if left.email == right.email:
            return PairEvidence("email", self._same, Reason("email.same", values))
        mine, theirs = left.email.rpartition("@"), right.email.rpartition("@")
        near = len(mine[0]) >= _LONG_ENOUGH and OSA.distance(mine[0], theirs[0], score_cutoff=1) <= 1
        # A number at the end is how two people of one name get two addresses.
        if near and mine[2] == theirs[2] and mine[0].rstrip("0123456789") != theirs[0].rstrip("0123456789"):
            return PairEvidence("email", self._misspelt, Reason("email.misspelt", values))
        return PairEvidence("email", self._differs, Reason("email.differs", values))


class Phone:
    """Compares numbers: families share one, so the same number alone decides nothing, and many people have two.

    Args:
        same: the same last eight digits (m .5; u .016 among people whose names are alike, for they are often kin).
        differs: two numbers.
    """

    def __init__(self, *, same: float = 5.0, differs: float = -0.5) -> None:
        self._same, self._differs = same, differs

    def compare(self, left: Side, right: Side, _frequencies: Frequencies) -> PairEvidence:
        """Weigh two numbers."""
        if left.phone is None or right.phone is None:
            return PairEvidence("phone", None, Reason("phone.unknown"))
        values = (("left", left.identity.phone or ""), ("right", right.identity.phone or ""))
        if left.phone == right.phone:
            return PairEvidence("phone", self._same, Reason("phone.same", values))
        return PairEvidence("phone", self._differs, Reason("phone.differs", values))


class Gender:
    """Compares genders, where both say female or male.

    Args:
        same: log2(.99 / .5).
        differs: log2(.01 / .5), a slip of the pen.
    """

    def __init__(self, *, same: float = 1.0, differs: float = -5.6) -> None:
        self._same, self._differs = same, differs

    def compare(self, left: Side, right: Side, _frequencies: Frequencies) -> PairEvidence:
        """Weigh two genders."""
        mine, theirs = left.identity.gender, right.identity.gender
        if mine not in _TELLING or theirs not in _TELLING:
            return PairEvidence("gender", None, Reason("gender.unknown"))
        if mine == theirs:
            return PairEvidence("gender", self._same, Reason("gender.same"))
        return PairEvidence("gender", self._differs, Reason("gender.differs", (("left", mine), ("right", theirs))))
