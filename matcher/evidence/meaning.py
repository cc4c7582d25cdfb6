"""Meaning of the whole profile against the meaning of the vacancy: its headline and its text, half each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.evidence.sides import Numbers, Opening, Pool, ramp
from matcher.records import Reason

_LOW, _HIGH = 0.0, 0.8


@dataclass(frozen=True, slots=True)
class MeaningFound:
    """One nearness for each candidate."""

    scores: Numbers

    def reason(self, row: int) -> Reason:
        """Put the nearness into three grades."""
        score = self.scores[row]
        if np.isnan(score):
            return Reason("meaning.nothing_written")
        return Reason("meaning.close" if score >= 0.75 else "meaning.related" if score >= 0.45 else "meaning.distant")


class ProfileMeaning:
    """Mean cosine of the profile with the headline and with the whole; unknown where one side says nothing readable.

    The headline counts as much as the text: adverts share most of their words, their titles tell them apart.
    """

    name = "meaning"

    def compare(self, opening: Opening, pool: Pool) -> MeaningFound:
        """Compare the two texts."""
        scores = ramp(pool.vectors @ ((opening.vector + opening.title_vector) / 2), _LOW, _HIGH)
        scores[~pool.vectors.any(axis=1)] = np.nan
        return MeaningFound(scores if opening.vector.any() else np.full(len(pool), np.nan))
