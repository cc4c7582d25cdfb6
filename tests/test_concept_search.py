"""Concepts found by what somebody types."""

from __future__ import annotations

import pytest

from matcher.concept_search import ConceptSearch
from taxonomies.concepts import LANGUAGES_SHOWN, ConceptKind, Taxonomy


@pytest.fixture
def search(starter: Taxonomy) -> ConceptSearch:
    return ConceptSearch(starter)


def test_labels_that_begin_so_come_first(search):
    labels = [found.label for found in search.find(ConceptKind.OCCUPATION, "weld", 20)]
    starts = [label.lower().startswith("weld") for label in labels]
    assert any(starts)
    assert starts == sorted(starts, reverse=True)


def test_every_preferred_label_finds_its_concept_in_every_language(search, starter):
    for uri in starter.uris(ConceptKind.OCCUPATION)[:40]:
        concept = starter.concept(uri)
        for language in LANGUAGES_SHOWN:
            if label := concept.preferred.get(language):
                assert uri in {found.uri for found in search.find(ConceptKind.OCCUPATION, label, 50)}, label


@pytest.mark.parametrize("typed", ["", "w", "  ", "-- !"])
def test_too_little_finds_nothing(search, typed):
    assert search.find(ConceptKind.OCCUPATION, typed, 8) == ()


def test_accents_and_capitals_make_no_difference(search):
    assert search.find(ConceptKind.OCCUPATION, "MAÇON", 8) == search.find(ConceptKind.OCCUPATION, "macon", 8) != ()


def test_where_no_label_holds_all_words_those_with_most_of_them_follow(search):
    labels = [found.label.lower() for found in search.find(ConceptKind.SKILL, "welding of purple equipment", 8)]
    assert labels
    assert all("weld" in label or "equipment" in label for label in labels)


def test_each_concept_is_found_once_and_no_more_than_asked(search):
    found = [each.uri for each in search.find(ConceptKind.SKILL, "er", 5)]
    assert len(found) == len(set(found)) == 5
