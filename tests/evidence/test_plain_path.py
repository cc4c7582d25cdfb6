"""Arrays over a whole pool must say what a look at each phrase of each candidate says, one after the other."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from matcher.evidence import OccupationCloseness, Relations, SkillCoverage
from matcher.evidence.occupation import _MEANING_CAP as TITLE_CAP
from matcher.evidence.occupation import _MEANING_HIGH as TITLE_HIGH
from matcher.evidence.occupation import _MEANING_LOW as TITLE_LOW
from matcher.evidence.relations import ISCO_CLOSENESS
from matcher.evidence.skills import (
    _MEANING_CAP,
    _MEANING_HIGH,
    _MEANING_LOW,
    _RELATION_ALONE,
    ESSENTIAL_WEIGHT,
    OPTIONAL_WEIGHT,
)

VACANCIES = slice(0, 120, 9)


def ramped(cosine, low, high):
    return min(max((float(cosine) - low) / (high - low), 0.0), 1.0)


@pytest.fixture(scope="module")
def sides(demo_matcher):
    profiles = demo_matcher.store.profiles()
    pool = demo_matcher.preparer.pool([(held.id, held.profile) for held in profiles])
    return pool, demo_matcher.preparer.openings(demo_matcher.store.vacancies()[VACANCIES])


def said(phrases):
    """Yield owner, place, link and vector of each phrase."""
    for place, (owner, link) in enumerate(zip(phrases.owners.tolist(), phrases.links, strict=True)):
        yield owner, place, link, phrases.vectors[phrases.wordings[place]]


def best_of(values):
    """Return by owner the best ``(value, place)``, the first of several."""
    best = {}
    for owner, place, value in values:
        if owner not in best or value > best[owner][0] + 1e-12:
            best[owner] = (value, place)
    return best


def test_skill_coverage_is_what_the_best_phrase_of_each_candidate_says(sides, demo_matcher):
    pool, openings = sides
    relations = Relations(demo_matcher.taxonomy)
    for opening in openings:
        found = SkillCoverage(relations).compare(opening, pool)
        weights = [ESSENTIAL_WEIGHT if asked.essential else OPTIONAL_WEIGHT for asked in opening.vacancy.requirements]
        scores = np.zeros(len(pool))
        for number, link in enumerate(opening.requirement_links):
            related = relations.related_skills(link.uri) if link.uri else {}
            values = []
            for owner, place, held, vector in said(pool.skills):
                meaning = ramped(opening.requirement_vectors[number] @ vector, _MEANING_LOW, _MEANING_HIGH)
                agreement = _RELATION_ALONE + (1 - _RELATION_ALONE) * meaning
                relation = related.get(held.uri, 0.0) * min(link.confidence, held.confidence)
                values.append((owner, place, max(meaning * _MEANING_CAP, relation * agreement)))
            best = best_of(values)
            for owner, (value, _) in best.items():
                assert found.strengths[number, owner] == pytest.approx(value, abs=1e-6)
                scores[owner] += weights[number] * value / sum(weights)
        stating = np.unique(pool.skills.owners)
        assert found.scores[stating] == pytest.approx(scores[stating], abs=1e-6)
        assert np.isnan(np.delete(found.scores, stating)).all()


def test_occupation_closeness_is_what_the_best_title_of_each_candidate_says(sides, demo_matcher):
    pool, openings = sides
    taxonomy = demo_matcher.taxonomy

    def closeness(one, other):
        groups = [taxonomy.occupation(uri).isco_group for uri in (one, other)]
        shared = next((n for n in range(4) if groups[0][n] != groups[1][n]), 4)
        return 1.0 if one == other else ISCO_CLOSENESS.get(shared, 0.0)

    for opening in openings:
        found = OccupationCloseness(Relations(taxonomy)).compare(opening, pool)
        values = []
        for owner, place, held, vector in said(pool.titles):
            meaning = ramped(opening.title_vector @ vector, TITLE_LOW, TITLE_HIGH) * TITLE_CAP
            group = sum(closeness(a.uri, held.uri) * a.confidence for a in opening.occupations if held.uri)
            values.append((owner, place, max(meaning, group * held.confidence)))
        for owner, (value, _) in best_of(values).items():
            assert found.scores[owner] == pytest.approx(value, abs=1e-6)
        same = [
            max((a.confidence * h.confidence for a in opening.occupations if a.uri == h.uri), default=0.0)
            for h in pool.titles.links
        ]
        assert found.same == pytest.approx(np.array(same), abs=1e-12)


def test_a_wording_that_many_use_is_encoded_once(sides):
    pool, _ = sides
    assert len(pool.skills.vectors) == len(set(pool.skills.texts)) < len(pool.skills.texts)
    (text, _), *_ = Counter(pool.skills.texts).most_common(1)
    rows = {row for row, own in zip(pool.skills.wordings.tolist(), pool.skills.texts, strict=True) if own == text}
    assert len(rows) == 1


def test_a_joined_pool_is_the_pool_of_all(sides, demo_matcher):
    pool, openings = sides
    profiles = demo_matcher.store.profiles()
    first, rest = ([(h.id, h.profile) for h in some] for some in (profiles[:100], profiles[100:]))
    joined = demo_matcher.preparer.pool(first).joined(demo_matcher.preparer.pool(rest))
    assert joined.ids == pool.ids
    assert joined.skills.texts == pool.skills.texts
    assert joined.titles.owners.tolist() == pool.titles.owners.tolist()
    table = demo_matcher.scores(joined, openings)
    assert table == pytest.approx(demo_matcher.scores(pool, openings), abs=1e-6)
