"""Swapped fields move nothing; swapped wordings are measured; the same skills in other languages too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.fairness.arena import Arena
from evaluation.fairness.fields import swap_fields
from evaluation.fairness.invented import identities, masked_demo, random_pairs
from evaluation.fairness.paraphrase import LANGUAGES, of_labels, of_phrases
from evaluation.fairness.swaps import NAME, TITLE, UNSTATED, swaps
from evaluation.suites import Bench
from matcher.masking import mask
from matcher.records import Candidate, Person, Source

PROFILES = [profile for profiles in masked_demo().values() for profile in profiles]
DRAWN = identities()


@pytest.fixture(scope="module")
def arena(demo_matcher):
    return Arena.of(demo_matcher)


def test_swapped_fields_leave_every_ranking_identical(demo_matcher):
    found = swap_fields(Bench(demo_matcher), 60)
    assert (found.of_people == 1.0).all()
    assert (found.of_vacancies == 1.0).all()
    assert found.changed == ()
    assert len(found.of_people) == 60


def test_the_two_of_a_pair_differ_in_who_they_are_alone():
    for one, other in random_pairs(40, seed=3):
        assert (one.id, one.profile) == (other.id, other.profile)
        assert (one.person, one.status) != (other.person, other.status)
    assert random_pairs(5, seed=3) == random_pairs(5, seed=3)


@settings(max_examples=60)
@given(
    st.sampled_from(PROFILES),
    st.sampled_from(DRAWN.given),
    st.sampled_from(DRAWN.surnames),
    # A town in an address is taken out of a text that names it too: it may tell where somebody lives.
    st.sampled_from([handle for handle in DRAWN.handles if "tunis" not in handle]),
)
def test_a_name_or_an_address_made_of_words_of_work_takes_none_away(profile, given_name, surname, handle):
    nobody = Candidate("x", "x", "palim", Source("invented"), profile=profile)
    person = Person(f"{given_name} {surname}", email=f"{handle}@example.org")
    assert mask(replace(nobody, person=person)) == mask(nobody)


def test_every_swap_differs_and_titles_stand_in_four_languages():
    found = swaps()
    assert {swap.language for swap in found if swap.ground == TITLE} == {"fr", "nl", "en", "de"}
    named = ("serveuse", "serveerster", "vroedvrouw", "verpleegster", "Krankenschwester", "waitress")
    assert {swap.one for swap in found} >= set(named)
    assert all(swap.names[0] for swap in found if swap.ground == NAME)
    assert not any(any(swap.names) for swap in found if swap.ground == UNSTATED)


# Masking cannot even these out: words that are another language's other form, and names that no field states.
LEFT = {
    ("title", "nl", "monitrice"),  # French "moniteur"
    ("title", "nl", "animatrice"),
    ("title", "nl", "specialiste"),  # French for everybody
    ("title", "de", "Laborantin"),  # French for a man
    ("nationality", "en", "A hard-working Nigerian"),  # as "a traditional Moroccan" of a dish
}


@pytest.mark.parametrize("ground", sorted({swap.ground for swap in swaps()} - {UNSTATED}))
def test_masking_evens_out_what_reveals_a_group(ground):
    left = []
    for swap in swaps():
        if swap.ground == ground and (ground, swap.language, swap.one) not in LEFT:
            one, other = swap.candidates(PROFILES[0])
            if mask(one) != mask(other):
                left.append((swap.language, swap.one, swap.other))
    assert not left


def test_a_shift_is_nought_for_one_profile_and_found_for_another(arena):
    serveuse = next(swap for swap in swaps() if swap.one == "serveuse")
    one, other = serveuse.candidates(PROFILES[0])
    scores = arena.score([one.profile, other.profile, mask(one), mask(other)])
    assert scores.shape == (120, 4)
    before, after = arena.shift(scores[:, 0], scores[:, 1]), arena.shift(scores[:, 2], scores[:, 3])
    assert before.overlap < 1.0
    assert before.score > 0
    assert (after.overlap, after.score, after.places, after.furthest) == (1.0, 0.0, 0.0, 0)


def test_places_count_the_rivals_ahead(arena):
    lowest, highest = arena.rivals.min(axis=1) - 0.01, arena.rivals.max(axis=1) + 0.01
    shift = arena.shift(highest, lowest)
    assert (shift.places, shift.furthest) == (240.0, 240)


def test_paraphrased_profiles_name_the_same_concepts_in_every_language(demo_matcher):
    for probe in (True, False):
        made = of_phrases(demo_matcher.encoder, probe=probe)
        assert len(made) > 10
        assert len({made[0].written(language) for language in LANGUAGES}) == 4
    labels = of_labels(demo_matcher.taxonomy, seed=1)
    assert labels == of_labels(demo_matcher.taxonomy, seed=1)
    assert len(labels) == 40
    assert all(len(concepts.written("fr").skills) == 3 for concepts in labels)


def test_suites_have_names_of_their_own():
    from evaluation.fairness import SUITES

    assert [suite.name for suite in SUITES] == [
        "fairness",
        "fairness-groups",
        "fairness-fields",
        "fairness-texts",
        "fairness-paraphrase",
    ]
