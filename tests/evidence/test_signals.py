import numpy as np
import pytest

from matcher.evidence import EducationLevel, Experience, OccupationCloseness, ProfileMeaning, Relations
from taxonomies.concepts import ConceptKind


@pytest.mark.parametrize(
    ("asked", "held", "score", "code"),
    [
        (None, 3.0, 1.0, "experience.none_asked"),
        (0.0, np.nan, 1.0, "experience.none_asked"),
        (4.0, np.nan, None, "experience.unknown"),
        (4.0, 1.0, 0.25, "experience.less"),
        (4.0, 4.0, 1.0, "experience.enough"),
        (4.0, 40.0, 1.0, "experience.enough"),
        (4.0, 0.0, 0.0, "experience.less"),
    ],
)
def test_experience(asked, held, score, code, make):
    found = Experience().compare(make.opening(years=asked), make.pool(1, years=[held]))
    assert (None if np.isnan(found.scores[0]) else found.scores[0]) == score
    assert found.reason(0).code == code


@pytest.mark.parametrize(
    ("asked", "held", "score", "code"),
    [
        (None, np.nan, 1.0, "education.none_asked"),
        (6, np.nan, None, "education.unknown"),
        (6, 6.0, 1.0, "education.enough"),
        (6, 8.0, 1.0, "education.enough"),
        (6, 5.0, 0.6, "education.less"),
        (6, 4.0, 0.2, "education.less"),
        (6, 2.0, 0.0, "education.less"),
    ],
)
def test_education(asked, held, score, code, make):
    found = EducationLevel().compare(make.opening(eqf=asked), make.pool(1, eqf=[held]))
    assert (None if np.isnan(found.scores[0]) else found.scores[0]) == (None if score is None else pytest.approx(score))
    assert found.reason(0).code == code


def test_meaning_is_unknown_where_nothing_readable_is_written(make):
    found = ProfileMeaning().compare(make.opening(axis="x"), make.pool(3, axes="x0y"))
    assert found.scores[0] == 1.0
    assert np.isnan(found.scores[1])
    assert found.scores[2] == 0.0
    assert [found.reason(row).code for row in range(3)] == [
        "meaning.close",
        "meaning.nothing_written",
        "meaning.distant",
    ]


def test_occupation_by_isco_digits(starter, make):
    by_isco = {}
    for uri in starter.uris(ConceptKind.OCCUPATION):
        by_isco.setdefault(starter.occupation(uri).isco_group, uri)
    relations = Relations(starter)
    for one, first in by_isco.items():
        for other, second in by_isco.items():
            shared = next((n for n in (4, 3, 2) if one[:n] == other[:n]), 0)
            expected = 1.0 if first == second else {4: 0.8, 3: 0.5, 2: 0.2, 0: 0.0}[shared]
            assert relations.occupation_closeness(first, second) == expected


def test_occupation_takes_the_nearest_title(starter, make):
    first = starter.uris(ConceptKind.OCCUPATION)[0]
    titles = [(0, "far", "y", None, 1.0), (0, "same", "y", first, 1.0), (1, "far", "y", None, 0.0)]
    found = OccupationCloseness(Relations(starter)).compare(make.opening(occupation=first), make.pool(3, titles=titles))
    assert found.scores[:2] == pytest.approx([1.0, 0.0])
    assert np.isnan(found.scores[2])
    assert dict(found.reason(0).values)["held"] == "same"
    assert [found.reason(row).code for row in range(3)] == [
        "occupation.same",
        "occupation.far",
        "occupation.none_stated",
    ]


@pytest.mark.parametrize(
    ("sure", "code"), [(0.6, "occupation.same"), (0.49, "occupation.likely"), (0.2, "occupation.likely")]
)
def test_how_sure_a_link_is_changes_the_score_and_only_then_the_claim(sure, code, starter, make):
    first = starter.uris(ConceptKind.OCCUPATION)[0]
    found = OccupationCloseness(Relations(starter)).compare(
        make.opening(occupation=first), make.pool(1, titles=[(0, "dakwerker", "y", first, sure)])
    )
    assert found.scores[0] == pytest.approx(sure)
    assert found.reason(0).code == code


def test_a_vacancy_without_title_says_nothing_about_occupations(starter, make):
    found = OccupationCloseness(Relations(starter)).compare(
        make.opening(title=" "), make.pool(1, titles=[(0, "kok", "x", None, 0.0)])
    )
    assert np.isnan(found.scores[0])
    assert found.reason(0).code == "occupation.none_asked"
