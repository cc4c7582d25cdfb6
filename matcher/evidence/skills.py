"""Skill coverage: which of the skills that the vacancy asks the candidate has, nearly has, or gives no sign of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evidence.relations import Relations
from matcher.evidence.sides import LinkColumns, Numbers, Opening, Pool, ramp
from matcher.records import ConceptLink, Reason

MET, NEAR = 0.7, 0.4
DETAILS = ("met", "near", "missing", "extra_met", "extra_near", "extra_missing")
ESSENTIAL_WEIGHT, OPTIONAL_WEIGHT = 2.0, 1.0
_MEANING_LOW, _MEANING_HIGH, _MEANING_CAP = 0.3, 0.8, 0.95
_RELATION_ALONE = 0.6


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
        lists: dict[str, list[str]] = {name: [] for name in DETAILS}
        for number, asked in enumerate(requirements):
            strength = self.strengths[number, row]
            grade = "met" if strength >= MET else "near" if strength >= NEAR else "missing"
            words = self.pool.skills.texts[self.phrases[number, row]]
            named = asked.text if grade == "missing" else f"{asked.text} ← {_quoted(words)}"
            lists[grade if asked.essential else f"extra_{grade}"].append(named)
        essential = sum(asked.essential for asked in requirements)
        counts = (("met_essential", str(len(lists["met"]))), ("essential", str(essential)))
        code = "skills.coverage" if essential else "skills.extras"
        return Reason(code, (*counts, *((name, tuple(items)) for name, items in lists.items())))


class SkillCoverage:
    """Each requirement takes the strength of the candidate's best phrase for it; essential ones weigh double.

    A phrase speaks for a requirement by ESCO relation (as surely as the two were linked) or by meaning, whichever
    says more. Two phrases of one concept that mean different things ("Docker", "Kubernetes") are near, not met: a
    relation counts :data:`_RELATION_ALONE` of itself, and the rest as far as the meanings agree.
    """

    name = "skills"

    def __init__(self, relations: Relations) -> None:
        self._relations = relations

    def compare(self, opening: Opening, pool: Pool) -> SkillsFound:
        """Compare every requirement with every phrase of the pool."""
        requirements = opening.vacancy.requirements
        strengths = np.full((len(requirements), len(pool)), np.nan)
        phrases = np.full((len(requirements), len(pool)), -1, dtype=np.int64)
        by_wording = ramp(opening.requirement_vectors @ pool.skills.vectors.T, _MEANING_LOW, _MEANING_HIGH)
        for number, link in enumerate(opening.requirement_links):
            meaning = by_wording[number][pool.skills.wordings]
            together = meaning * _MEANING_CAP
            related, relation = self._by_relation(link, pool.skills.columns)
            relation = relation * (_RELATION_ALONE + (1 - _RELATION_ALONE) * meaning[related])
            together[related] = np.maximum(together[related], relation)
            strengths[number], phrases[number] = pool.skills.best_by_owner(together, len(pool))
        weights = np.array([ESSENTIAL_WEIGHT if asked.essential else OPTIONAL_WEIGHT for asked in requirements])
        scores = weights @ strengths / weights.sum() if len(requirements) else np.full(len(pool), np.nan)
        return SkillsFound(opening, pool, strengths, phrases, scores)

    def _by_relation(self, asked: ConceptLink, held: LinkColumns) -> tuple[NDArray[np.int64], Numbers]:
        """Return the phrases related to the skill asked, and how: as surely as the less sure of both links."""
        related, nearness = held.having(self._relations.related_skills(asked.uri) if asked.uri else {})
        return related, nearness * np.minimum(asked.confidence, held.confidences[related])


def _quoted(words: str, longest: int = 60) -> str:
    text = " ".join(words.split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"
