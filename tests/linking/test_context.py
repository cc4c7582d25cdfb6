import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.linking import MEANINGS, Context, Said, Surroundings
from matcher.linking.context import _apart
from matcher.records import ConceptLink, LinkMethod
from taxonomies.concepts import ConceptKind

SKILL, OCCUPATION = ConceptKind.SKILL, ConceptKind.OCCUPATION
# Two fields of work, ICT along the first axis and transport along the second.
ICT, ROAD = [1.0, 0.0], [0.0, 1.0]
SURROUNDINGS = {
    SKILL: Surroundings.of(
        ["device drivers", "driving", "java", "lorries"],
        np.array([ICT, ROAD, ICT, ROAD], np.float32),
        np.array([ICT, ROAD, ICT, ROAD], np.float32),
    ),
    OCCUPATION: Surroundings.of(
        ["developer", "driver"], np.array([ICT, ROAD], np.float32), np.array([ICT, ROAD], np.float32)
    ),
}


def link(text, uri, confidence):
    return ConceptLink(text, uri, uri, LinkMethod.CLOSE_MEANING, confidence)


def said(*phrases):
    """Build a table of (owner, text, {concept: confidence})."""
    meanings = [tuple(link(text, uri, sure) for uri, sure in meant.items()) for _, text, meant in phrases]
    return Said([text for _, text, _ in phrases], meanings, np.array([owner for owner, *_ in phrases], np.int64))


def settle(skills, occupations=(), weight=4.0):
    context = Context(SURROUNDINGS, dict.fromkeys(SURROUNDINGS, weight))
    return context.settle({SKILL: said(*skills), OCCUPATION: said(*occupations)})


AMBIGUOUS = {"driving": 0.4, "device drivers": 0.3}


@pytest.mark.parametrize(
    ("beside", "meant"),
    [
        ([(0, "java", {"java": 0.9})], "device drivers"),
        ([(0, "lorries", {"lorries": 0.9})], "driving"),
        ([], "driving"),
        ([(0, "drivers", AMBIGUOUS)], "driving"),  # the same words say nothing new
        ([(0, "unknown", {})], "driving"),
        ([(1, "java", {"java": 0.9})], "driving"),  # another record's phrase
    ],
)
def test_the_phrases_beside_it_decide_what_an_ambiguous_one_means(beside, meant):
    [links, *_] = settle([(0, "drivers", AMBIGUOUS), *beside])[SKILL]
    assert links[0].uri == meant
    assert sum(found.confidence for found in links) == pytest.approx(0.7, abs=1e-5)


def test_titles_settle_skills_and_skills_settle_titles():
    links = settle([(0, "drivers", AMBIGUOUS)], [(0, "programmer", {"developer": 1.0})])
    assert links[SKILL][0][0].uri == "device drivers"
    links = settle([(0, "java", {"java": 0.9})], [(0, "driver", {"driver": 0.4, "developer": 0.3})])
    assert links[OCCUPATION][0][0].uri == "developer"


def test_the_odds_by_hand():
    # Centred, the two fields point opposite ways: the cosines are 1 and -1, the odds .3 e^1 against .4 e^-1.
    [links, _] = settle([(0, "drivers", AMBIGUOUS), (0, "java", {"java": 0.9})], weight=1.0)[SKILL]
    drivers, driving = 0.3 * np.e, 0.4 / np.e
    assert links[0].confidence == pytest.approx(0.7 * drivers / (drivers + driving), abs=1e-5)


def test_weight_zero_and_lone_meanings_change_nothing():
    phrases = [(0, "drivers", AMBIGUOUS), (0, "java", {"java": 0.9})]
    assert [[found.uri for found in links] for links in settle(phrases, weight=0.0)[SKILL]] == [
        ["driving", "device drivers"],
        ["java"],
    ]
    assert settle(phrases)[SKILL][1][0].confidence == 0.9


meanings = st.dictionaries(st.sampled_from(sorted(SURROUNDINGS[SKILL].places)), st.floats(0, 1), max_size=MEANINGS)
records = st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abc"), meanings), max_size=8)


@given(records, st.floats(0, 12))
def test_meanings_stay_the_same_and_so_does_what_they_add_up_to(phrases, weight):
    phrases = sorted(phrases, key=lambda phrase: phrase[0])
    settled = settle(phrases, weight=weight)[SKILL]
    for (_, _, meant), links in zip(phrases, settled, strict=True):
        assert {found.uri for found in links} == set(meant)
        chances = [found.confidence for found in links]
        assert chances == sorted(chances, reverse=True) or len(chances) == 1
        if len(meant) > 1:
            assert sum(chances) == pytest.approx(min(sum(meant.values()), 1.0), abs=1e-3)


def test_a_record_is_settled_the_same_whatever_stands_around_it():
    own = [(1, "drivers", AMBIGUOUS), (1, "java", {"java": 0.9})]
    others = [(0, "lorries", {"lorries": 1.0}), *own, (2, "lorries", {"lorries": 1.0})]
    assert settle(own)[SKILL] == settle(others)[SKILL][1:3]


def test_concepts_without_surroundings_stay_at_zero():
    vectors = _apart(np.array([[1, 0], [0, 1], [0, 0]], np.float32))
    assert vectors[2].tolist() == [0, 0]
    assert np.linalg.norm(vectors[:2], axis=1) == pytest.approx([1, 1])
