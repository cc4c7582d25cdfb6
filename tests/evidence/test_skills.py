"""Skill coverage by hand arithmetic, on the starter taxonomy's own relations."""

import numpy as np
import pytest

from matcher.evidence import Relations, SkillCoverage
from taxonomies.builder import ConceptDraft, TaxonomyBuilder
from taxonomies.concepts import ConceptKind, LabelRole


@pytest.fixture(scope="module")
def relations():
    """weld > (mig, tig); cook is apart."""
    drafts = {uri: ConceptDraft(uri, ConceptKind.SKILL) for uri in ("weld", "mig", "tig", "cook")}
    for draft in drafts.values():
        draft.add_label("en", LabelRole.PREFERRED, draft.uri)
    builder = TaxonomyBuilder(drafts)
    builder.add_broader("mig", "weld")
    builder.add_broader("tig", "weld")
    return Relations(builder.write(None, name="test", edition="1"))


ALONE = 0.6  # what a relation counts where the phrases themselves (vectors at right angles) agree in nothing


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("mig", "mig", 1.0),  # the same
        ("weld", "mig", 0.9),  # a narrower skill holds the broader one
        ("mig", "weld", 0.6),  # a broader one goes some way
        ("mig", "tig", 0.5),  # siblings under one skill
        ("mig", "cook", 0.0),
        ("mig", None, 0.0),
    ],
)
def test_a_phrase_counts_by_esco_relation(asked, held, expected, relations, make):
    found = SkillCoverage(relations).compare(
        make.opening([("asked", True, "x", asked)]), make.pool(1, skills=[(0, "words", "y", held, 1.0)])
    )
    assert found.scores[0] == pytest.approx(expected * ALONE)


def test_a_relation_and_the_same_meaning_count_in_full(relations, make):
    found = SkillCoverage(relations).compare(
        make.opening([("asked", True, "x", "mig")]), make.pool(1, skills=[(0, "words", "x", "mig", 1.0)])
    )
    assert found.scores[0] == pytest.approx(1.0)


def test_a_relation_counts_as_surely_as_the_phrase_was_linked(relations, make):
    found = SkillCoverage(relations).compare(
        make.opening([("asked", True, "x", "mig")]), make.pool(1, skills=[(0, "words", "y", "mig", 0.6)])
    )
    assert found.scores[0] == pytest.approx(0.6 * ALONE)


def test_meaning_counts_where_no_relation_does(relations, make):
    found = SkillCoverage(relations).compare(
        make.opening([("asked", True, "x", None)]), make.pool(1, skills=[(0, "words", "x", None, 0.0)])
    )
    assert found.scores[0] == pytest.approx(0.95)


def test_essential_skills_weigh_double(relations, make):
    asked = [("one", True, "x", "mig"), ("two", False, "x", "cook")]
    found = SkillCoverage(relations).compare(
        make.opening(asked), make.pool(2, skills=[(0, "a", "y", "mig", 1.0), (1, "b", "y", "cook", 1.0)])
    )
    assert found.scores == pytest.approx([ALONE * 2 / 3, ALONE * 1 / 3])


def test_a_candidate_without_phrases_is_unknown_not_zero(relations, make):
    found = SkillCoverage(relations).compare(
        make.opening([("one", True, "x", "mig")]), make.pool(2, skills=[(1, "b", "y", "cook", 1.0)])
    )
    assert np.isnan(found.scores[0])
    assert found.reason(0).code == "skills.none_stated"
    assert found.scores[1] == 0.0


def test_a_vacancy_without_requirements_is_unknown(relations, make):
    found = SkillCoverage(relations).compare(make.opening(), make.pool(1, skills=[(0, "b", "y", "cook", 1.0)]))
    assert np.isnan(found.scores[0])
    assert found.reason(0).code == "skills.none_asked"


def test_the_reason_names_what_is_met_near_and_missing_in_the_candidates_words(relations, make):
    asked = [
        ("MIG", True, "x", "mig"),
        ("lassen", True, "y", "weld"),
        ("koken", True, "z", "cook"),
        ("x", False, "z", None),
    ]
    found = SkillCoverage(relations).compare(
        make.opening(asked), make.pool(1, skills=[(0, "soudure MIG", "x", "mig", 1.0)])
    )
    values = dict(found.reason(0).values)
    assert values["met"] == ("MIG ← “soudure MIG”",)
    assert values["near"] == ("lassen ← “soudure MIG”",)
    assert values["missing"] == ("koken",)
    assert values["extra_missing"] == ("x",)
    assert (values["met_essential"], values["essential"]) == ("1", "3")
