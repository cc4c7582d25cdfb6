import re
from importlib.resources import files

import pytest

from matcher.lawful import Basis, Purpose
from taxonomies.errors import TaxonomyError
from taxonomies.schemes import Topic, find_scheme, schemes
from taxonomies.schemes.reading import read_scheme

MINIMAL = f"""
title = "T"
run_by = "R"
summary = "S"
source = "nobody"
unknown = {[topic.value for topic in Topic]}
[data_protection]
basis = "consent"
purpose = "matching"
retention_months = 12
"""


def test_the_schemes_stand():
    assert list(schemes()) == ["asylum", "match", "other", "palim", "talent_pool", "thamm"]


@pytest.mark.parametrize("name", list(schemes()))
def test_any_scheme_says_of_every_topic_a_fact_with_its_source_or_that_it_is_unknown(name):
    scheme = find_scheme(name)
    assert scheme.source
    assert all(fact.text and fact.source for fact in scheme.facts)
    assert {fact.topic for fact in scheme.facts} | set(scheme.unknown) == set(Topic)
    assert all(target.source for target in scheme.share_targets)
    assert len(set(scheme.legs)) == len(scheme.legs)
    assert scheme.data_protection.basis in tuple(Basis)
    assert scheme.data_protection.purpose in tuple(Purpose)
    assert re.fullmatch(r"[a-z][a-z_]*", name)


@pytest.mark.parametrize("name", ["asylum", "match", "palim", "thamm"])
def test_the_schemes_that_ran_have_legs(name):
    assert find_scheme(name).legs


def test_sectors_of_the_belgian_thamm_legs_are_marked_as_assumed():
    legs = find_scheme("THAMM").legs
    assert {leg.assumed for leg in legs if leg.destination == "BE"} == {True}
    assert {leg.assumed for leg in legs if leg.destination != "BE"} == {False}


def test_match_leads_to_four_countries_and_shows_five_profiles():
    match = find_scheme("match")
    assert {leg.destination for leg in match.legs} == {"BE", "IT", "LU", "NL"}
    assert {leg.origin for leg in match.legs} == set(match.countries) == {"SN", "NG"}
    assert match.shortlist_size == 5
    assert [(target.gender, target.at_least) for target in match.share_targets] == [("female", 0.3)]


@pytest.mark.parametrize(
    ("name", "topic", "words"),
    [("match", Topic.NUMBERS, ("105", "210")), ("palim", Topic.TRAINING, ("English", "Dutch"))],
)
def test_facts_that_contradict_each_other_are_both_kept(name, topic, words):
    disputed = [fact for fact in find_scheme(name).about(topic) if fact.disputed]
    assert [word for fact in disputed for word in words if word in fact.text] == list(words)
    assert len({fact.source for fact in disputed}) == 2


@pytest.mark.parametrize("name", list(schemes()))
def test_what_is_translated_is_so_in_every_language_of_notices(name):
    scheme = schemes()[name]
    assert scheme.translations.keys() in (set(), {"fr", "nl", "de", "ar"})
    assert scheme.called("en").title == scheme.called("pl").title == scheme.title


def test_a_title_in_words_is_translated_and_a_name_stays():
    assert schemes()["asylum"].called("nl").title == "Geactiveerde asielzoekers"
    assert schemes()["asylum"].called("nl").run_by == "Fedasil"
    assert schemes()["palim"].called("ar").title == "PALIM"


def test_an_unknown_scheme_lists_the_valid_ones():
    with pytest.raises(TaxonomyError, match="asylum, match, other, palim, talent_pool, thamm"):
        find_scheme("talent")


def test_the_shortest_file_is_read():
    assert read_scheme("new", MINIMAL).legs == ()


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ('title = "T"', "", "new.toml: title: Field required"),
        ('title = "T"', 'titel = "T"\ntitle = "T"', "titel: Extra inputs"),
        ("'numbers', ", "", "nothing is said of numbers: add a"),
        ('title = "T"', 'title = "T"\nshortlist_size = 5', "shortlist is stated without a source"),
        ('title = "T"', 'title = "T"\nshortlist_size = 0', "shortlist_size: Input should be greater"),
        ('title = "T"', 'title = "T"\nleg = [{ origin = "Maroc", destination = "BE" }]', "leg.0.origin"),
        ('title = "T"', 'title = "T"\nfact = [{ topic = "numbers", text = "1", source = "s" }]', "has a fact: take it"),
        ('title = "T"', 'title = "T"\nfact = [{ topic = "numbers", text = "1" }]', "fact.0.source: Field required"),
        ("retention_months = 12", "retention_months = 0", "retention_months"),
        ('title = "T"', 'title = "T', "no TOML"),
    ],
)
def test_a_file_with_a_fault_is_told_what_and_where(was, becomes, message):
    with pytest.raises(TaxonomyError, match=message):
        read_scheme("new", MINIMAL.replace(was, becomes, 1))


def test_a_disputed_fact_needs_the_one_that_contradicts_it():
    fact = 'fact = [{ topic = "numbers", text = "1", source = "s", disputed = true }]'
    with pytest.raises(TaxonomyError, match="contradicts"):
        read_scheme("new", MINIMAL.replace("'numbers', ", "").replace('title = "T"', f'title = "T"\n{fact}'))


def test_every_file_of_the_folder_is_a_scheme():
    names = [item.name for item in files("taxonomies.schemes").iterdir() if item.name.endswith(".toml")]
    assert sorted(name.removesuffix(".toml") for name in names) == list(schemes())
