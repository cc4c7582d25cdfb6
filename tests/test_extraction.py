"""Running text to concepts, on the starter taxonomy."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.records import Polarity
from taxonomies.concepts import ConceptKind

SKILL, OCCUPATION = ConceptKind.SKILL, ConceptKind.OCCUPATION


@pytest.fixture(scope="module")
def found(demo_matcher):
    def extract(text):
        return {
            demo_matcher.taxonomy.concept(concept.match.uri).label("en"): concept
            for concept in demo_matcher.extract(text).concepts
        }

    return extract


@pytest.mark.parametrize(
    ("text", "stated", "negated", "wished"),
    [
        ("Je suis maçon, sans connaissance de Java", {"bricklayer"}, {"Java (computer programming)"}, set()),
        ("Ik ben lasser en ik zou graag Python leren", {"welder"}, set(), {"Python (computer programming)"}),
        (
            "I never worked with Java, but I know Python",
            {"Python (computer programming)"},
            {"Java (computer programming)"},
            set(),
        ),
        ("Ich kann Beton mischen, keine Kenntnisse in Java", {"mix concrete"}, {"Java (computer programming)"}, set()),
        ("أنا لحام، ليس لدي خبرة في السباكة", {"welder"}, None, set()),
    ],
)
def test_concepts_and_what_is_said_of_them(text, stated, negated, wished, found):
    concepts = found(text)
    said = {p: {label for label, concept in concepts.items() if concept.polarity is p} for p in Polarity}
    assert stated <= said[Polarity.STATED]
    assert negated is None or negated == said[Polarity.NEGATED]
    assert wished == said[Polarity.WISHED]


def test_the_longer_reading_leaves_nothing_to_its_words(found):
    [concept] = found("driving forklift trucks").values()
    assert concept.spans == ((0, 23),)


def test_a_concept_stated_once_and_denied_once_is_stated_and_the_segments_show_both(demo_matcher):
    text = "Java. I have no experience with Java."
    extraction = demo_matcher.extract(text)
    [concept] = extraction.concepts
    assert concept.polarity is Polarity.STATED
    assert [text[start:end] for start, end in concept.spans] == ["Java", "Java"]
    said = {item.segment.polarity for item in extraction.segments if item.segment.text == "Java"}
    assert said == {Polarity.STATED, Polarity.NEGATED}


def test_wished_outranks_negated(found):
    [concept] = found("I have no experience with Java. I would like to learn Java.").values()
    assert concept.polarity is Polarity.WISHED


def test_each_kind_alone(demo_matcher):
    for kind, label in ((SKILL, "Python"), (OCCUPATION, "welder")):
        concepts = demo_matcher.extractor([kind]).extract("welder, Python").concepts
        assert {concept.match.kind for concept in concepts} == {kind}
        assert any(label in concept.match.label for concept in concepts)


def test_segments_keep_their_candidates(demo_matcher):
    for item in demo_matcher.extract("bricklayer, welder", k=3).segments:
        assert len({match.uri for match in item.matches}) == len(item.matches) <= 3
        scores = [match.confidence for match in item.matches]
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("text", ["", "  \r\n", "😀", "...", "12/03/1990"])
def test_text_without_words_gives_nothing(text, demo_matcher):
    extraction = demo_matcher.extract(text)
    assert (extraction.segments, extraction.concepts) == ((), ())


@settings(max_examples=20, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=60), st.lists(st.sampled_from(["welder", "no", "لحام", "😀", ", ", "\r\n"])).map(" ".join)
    )
)
def test_spans_are_true_and_apart(text, demo_matcher):
    extraction = demo_matcher.extract(text)
    segments = {(item.segment.start, item.segment.end) for item in extraction.segments}
    for item in extraction.segments:
        assert text[item.segment.start : item.segment.end] == item.segment.text
    spans = sorted({span for concept in extraction.concepts for span in concept.spans})
    assert set(spans) <= segments
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len({concept.match.uri for concept in extraction.concepts}) == len(extraction.concepts)
