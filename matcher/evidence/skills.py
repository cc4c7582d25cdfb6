"""Skill coverage: which of the skills that the vacancy asks the candidate has, nearly has, or gives no sign of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evidence.relations import Relations
from matcher.evidence.sides import Numbers, Opening, Pool, ramp
from matcher.records import ConceptLink, Reason

MET, NEAR = 0.7, 0.4
ESSENTIAL_WEIGHT, OPTIONAL_WEIGHT = 2.0, 1.0
_MEANING_LOW, _MEANING_HIGH, _MEANING_CAP = 0.3, 0.8, 0.95


@dataclass(frozen=True, slots=True)
class SkillsFound:
    """``strengths`` (requirements, n) and the phrase behind each (-1 for none)."""

    opening: Opening
    pool: Pool
    strengths: Numbers
    phrases: NDArray[np.int64]
    scores: Numbers

    def reason(self, row: int) -> Reason:
        """Name what is met, near and missing, each with the candidate's own words."""
        requirements = self.opening.vacancy.requirements
        if not requirements:
            return Reason("skills.none_asked")
        if np.isnan(self.scores[row]):
            return Reason("skills.none_stated")
        met: list[str] = []
        near: list[str] = []
        missing: list[str] = []
        essential = [number for number, asked in enumerate(requirements) if asked.essential]
        for number, asked in enumerate(requirements):
            strength = self.strengths[number, row]
            words = self.pool.skills.texts[self.phrases[number, row]]
            if strength >= NEAR:
                (met if strength >= MET else near).append(f"{asked.text} ← {_quoted(words)}")
            else:
                missing.append(asked.text)
        count = sum(self.strengths[number, row] >= MET for number in essential)
        values = (
            ("met_essential", str(count)),
            ("essential", str(len(essential))),
            ("met", tuple(met)),
            ("near", tuple(near)),
            ("missing", tuple(missing)),
        )
        return Reason("skills.coverage", values)


class SkillCoverage:
    """Each requirement takes the strength of the candidate's best phrase for it; essential ones weigh double.

    A phrase speaks for a requirement by ESCO relation (as surely as the two were linked) or by meaning, whichever
    says more.
    """

    name = "skills"

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def compare(self, opening: Opening, pool: Pool) -> SkillsFound:
        """Compare every requirement with every phrase of the pool."""
        requirements = opening.vacancy.requirements
        strengths = np.full((len(requirements), len(pool)), np.nan)
        phrases = np.full((len(requirements), len(pool)), -1, dtype=np.int64)
        meaning = ramp(opening.requirement_vectors @ pool.skills.vectors.T, _MEANING_LOW, _MEANING_HIGH) * _MEANING_CAP
        for number, link in enumerate(opening.requirement_links):
            together = np.maximum(meaning[number], self._by_relation(link, pool.skills.links))
            strengths[number], phrases[number] = pool.skills.best_by_owner(together, len(pool))
        weights = np.array([ESSENTIAL_WEIGHT if asked.essential else OPTIONAL_WEIGHT for asked in requirements])
        scores = weights @ strengths / weights.sum() if len(requirements) else np.full(len(pool), np.nan)
        return SkillsFound(opening, pool, strengths, phrases, scores)

    def _by_relation(self, asked: ConceptLink, held: tuple[ConceptLink, ...]) -> Numbers:
        if asked.uri is None:
            return np.zeros(len(held))
        related = self._relations.related_skills(asked.uri)
        return np.array(
            [related.get(link.uri or "", 0.0) * min(asked.confidence, link.confidence) for link in held],
            dtype=np.float64,
        )


def _quoted(words: str, longest: int = 60) -> str:
    text = " ".join(words.split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"
