"""Autocomplete over concepts: words typed so far, in four languages, with slips of the finger."""

from __future__ import annotations

import pytest

from matcher.concept_search import ConceptSearch
from matcher.reasons import LANGUAGES
from taxonomies.concepts import ConceptKind


@pytest.fixture(scope="module")
def search(starter):
    return ConceptSearch(starter, ConceptKind.SKILL)


@pytest.mark.parametrize(
    ("typed", "language", "label"),
    [
        ("TIG weld", "en", "perform tungsten inert gas welding"),
        ("soudage t", "fr", None),
        ("forklift", "en", None),
        ("lezen plan", "nl", None),
    ],
)
def test_words_begun_find_their_labels(search, typed, language, label):
    found = search.suggest(typed, language)
    assert found
    assert label is None or found[0].label == label


def test_each_suggestion_holds_every_word_typed(search):
    for suggestion in search.suggest("weld", "en"):
        assert any(word.startswith("weld") for word in suggestion.typed.lower().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_concept_is_named_in_the_language_asked_whatever_was_typed(search, starter, language):
    (first, *_) = search.suggest("TIG welding", language)
    assert first.label == starter.skill(first.uri).label(language)


def test_each_concept_stands_once_and_no_more_than_asked(search):
    found = search.suggest("a", "en") + search.suggest("de", "fr", k=3)
    assert len({item.uri for item in found}) == len(found) <= 3


@pytest.mark.parametrize("typed", ["", " ", "x", "?!", "()[]", "zzzzqqq"])
def test_what_names_nothing_finds_nothing(search, typed):
    assert search.suggest(typed, "en") == ()


def test_a_slip_of_the_finger_is_forgiven(search):
    assert [item.uri for item in search.suggest("weldign", "en")] == [
        item.uri for item in search.suggest("welding", "en")
    ]


def test_accents_and_capitals_make_no_difference(starter):
    occupations = ConceptSearch(starter, ConceptKind.OCCUPATION)
    found = {item.uri for item in occupations.suggest("MAÇON", "fr")}
    assert found
    assert found == {item.uri for item in occupations.suggest("macon", "fr")}


def test_where_no_label_holds_all_words_those_with_most_of_them_follow(search):
    typed = [item.typed.lower() for item in search.suggest("welding of purple equipment", "en")]
    assert typed
    assert all("weld" in label or "equipment" in label for label in typed)


def test_real_esco_is_searched_in_four_languages(esco_home):
    from taxonomies.catalogue import open_taxonomy

    search = ConceptSearch(open_taxonomy(esco_home / "taxonomy"), ConceptKind.SKILL)
    for typed, language in (("lassen", "nl"), ("souder", "fr"), ("welding", "en"), ("schweiß", "de")):
        assert len(search.suggest(typed, language)) > 2
