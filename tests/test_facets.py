"""Columns must say what a plain look at every candidate says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evidence import Relations
from matcher.facets import Facets
from matcher.filters import CEFR, Filters, parse_language
from matcher.records import REGIONS, LanguageSkill, ProfessionalProfile
from matcher.store import HeldProfile

TODAY = date(2026, 11, 28)


def speaking(*levels, scheme="palim"):
    languages = tuple(LanguageSkill(language, cefr) for language, cefr in levels)
    return HeldProfile("a", scheme, ProfessionalProfile(languages=languages))


@pytest.fixture(scope="module")
def demo(demo_matcher):
    """The demo candidates, the facets of them, and what each is linked to: ``(profiles, facets, jobs, skills)``."""
    profiles = demo_matcher.store.profiles()
    pool = demo_matcher.preparer.pool([(held.id, held.profile) for held in profiles])
    jobs, skills = ([set() for _ in profiles] for _ in range(2))
    for phrases, found in ((pool.titles, jobs), (pool.skills, skills)):
        for owner, link in zip(phrases.owners, phrases.links, strict=True):
            if link.uri:
                found[owner].add(link.uri)
    return profiles, Facets(profiles, pool, Relations(demo_matcher.taxonomy)), jobs, skills


@pytest.fixture
def passes(demo_matcher):
    """``passes(filters, held)``: whether one candidate passes."""

    def ask(filters, held):
        pool = demo_matcher.preparer.pool([(held.id, held.profile)])
        (passing,) = Facets([held], pool, Relations(demo_matcher.taxonomy)).passing(filters).tolist()
        return passing

    return ask


@pytest.mark.parametrize(
    ("held", "asked", "drop", "expected"),
    [
        ([("nl", "B1")], "nl:B1", False, True),
        ([("nl", "B2")], "nl:B1", False, True),
        ([("nl", "A2")], "nl:B1", False, False),
        ([("nl", "A1"), ("nl", "B2")], "nl:B1", False, True),
        ([("nl", None)], "nl:B1", False, True),
        ([("nl", None)], "nl:B1", True, False),
        ([("fr", "C1")], "nl:B1", False, True),
        ([("fr", "C1")], "nl:B1", True, False),
        ([("nl", "A1")], "nl", True, True),
        ([("nl", None)], "nl", True, True),
        ([("fr", None)], "nl", True, False),
    ],
)
def test_a_language_filter_keeps_unknowns_unless_told_to_drop_them(passes, held, asked, drop, expected):
    filters = Filters(languages=(parse_language(asked),), drop_unknown=drop)
    assert passes(filters, speaking(*held)) is expected


def test_a_scheme_filter(passes):
    assert passes(Filters(schemes=("palim", "thamm")), speaking())
    assert not passes(Filters(schemes=("palim",)), speaking(scheme="match"))


@pytest.mark.parametrize("drop", [False, True])
def test_a_skill_filter_asks_for_the_skill_or_a_narrower_one(demo, demo_matcher, drop):
    _, facets, _, skills = demo
    (asked, _), *_ = Counter(uri for some in skills for uri in some).most_common(1)
    enough = {asked, *demo_matcher.taxonomy.narrower(asked)}
    expected = [bool(some & enough) or (not some and not drop) for some in skills]
    assert facets.passing(Filters(skills=(asked,), drop_unknown=drop)).tolist() == expected
    assert 0 < sum(expected) < len(expected)


@pytest.mark.parametrize("drop", [False, True])
def test_an_occupation_filter_takes_occupations_and_isco_groups(demo, demo_matcher, drop):
    _, facets, jobs, _ = demo
    (one, _), (other, _) = Counter(uri for some in jobs for uri in some).most_common(2)
    group = demo_matcher.taxonomy.occupation(other).isco_group[:2]
    wanted = {one} | {
        uri for some in jobs for uri in some if demo_matcher.taxonomy.occupation(uri).isco_group.startswith(group)
    }
    expected = [bool(some & wanted) or (not some and not drop) for some in jobs]
    assert facets.passing(Filters(occupations=(one, group), drop_unknown=drop)).tolist() == expected
    assert 0 < sum(expected) < len(expected)


@given(
    schemes=st.sets(st.sampled_from(["palim", "thamm", "match", "asylum"]), max_size=2),
    languages=st.lists(st.sampled_from([f"{name}:{level}" for name, level in product(("nl", "fr"), CEFR)]), max_size=2),
    drop=st.booleans(),
    seen=st.integers(0, 2**32),
)
def test_each_facet_is_counted_under_all_wishes_but_its_own(demo, schemes, languages, drop, seen):
    profiles, facets, _, _ = demo
    among = np.random.default_rng(seen).random(len(profiles)) < 0.7
    wishes = tuple(parse_language(text) for text in languages)
    asked = Filters(tuple(sorted(schemes)), wishes, drop)
    counts = facets.counts(asked, among, TODAY)
    but_scheme = among & facets.passing(Filters((), wishes, drop))
    assert counts.total == among.sum()
    assert counts.remaining == (among & facets.passing(asked)).sum()
    assert counts.schemes == Counter(held.scheme for held, seen in zip(profiles, but_scheme, strict=True) if seen)
    but_dutch = among & facets.passing(
        Filters(asked.schemes, tuple(wish for wish in wishes if wish.language != "nl"), drop)
    )
    for level, number in counts.languages["nl"].items():
        assert number == sum(
            any(skill.language == "nl" and (skill.cefr or "") >= level for skill in held.profile.languages)
            for held, seen in zip(profiles, but_dutch, strict=True)
            if seen
        )


def test_jobs_and_skills_are_counted_by_who_names_them(demo, demo_matcher):
    profiles, facets, jobs, skills = demo
    counts = facets.counts(Filters(), np.ones(len(profiles), dtype=bool), TODAY)
    by_job = Counter(uri for some in jobs for uri in some)
    by_skill = Counter(uri for some in skills for uri in some)
    assert counts.occupations == {uri: by_job[uri] for uri in counts.occupations}
    assert list(counts.skills.values()) == sorted(by_skill.values(), reverse=True)[: len(counts.skills)]
    groups = [{demo_matcher.taxonomy.occupation(uri).isco_group[:2] for uri in some} for some in jobs]
    assert counts.groups == Counter(group for some in groups for group in some)


def wishing(available=None, *regions):
    return HeldProfile("a", "palim", ProfessionalProfile(available=available, regions=regions))


@pytest.mark.parametrize(
    ("available", "by", "drop", "expected"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), True, True),
        (date(2026, 12, 2), date(2026, 12, 1), False, False),
        (date(2020, 1, 1), date(2026, 12, 1), True, True),
        (None, date(2026, 12, 1), False, True),
        (None, date(2026, 12, 1), True, False),
        (None, None, True, True),
    ],
)
def test_who_can_begin_by_a_day_passes_and_who_does_not_say_stays_until_dropped(passes, available, by, drop, expected):
    assert passes(Filters(available_by=by, drop_unknown=drop), wishing(available)) is expected


@pytest.mark.parametrize(
    ("would", "asked", "drop", "expected"),
    [
        (("flanders",), ("flanders",), True, True),
        (("flanders", "brussels"), ("wallonia", "brussels"), True, True),
        (("flanders",), ("wallonia", "brussels"), False, False),
        ((), ("wallonia",), False, True),
        ((), ("wallonia",), True, False),
        ((), (), True, True),
    ],
)
def test_any_region_asked_will_do(passes, would, asked, drop, expected):
    assert passes(Filters(regions=asked, drop_unknown=drop), wishing(None, *would)) is expected


DAYS = st.none() | st.dates(date(2026, 11, 1), date(2027, 7, 31))
WANTED = st.sets(st.sampled_from(REGIONS))


@given(
    people=st.lists(st.tuples(DAYS, WANTED), min_size=1, max_size=12),
    by=DAYS,
    regions=WANTED,
    drop=st.booleans(),
)
def test_availability_and_region_are_counted_without_their_own_wish(demo_matcher, people, by, regions, drop):
    held = [wishing(available, *sorted(would)) for available, would in people]
    pool = demo_matcher.preparer.pool([(str(number), each.profile) for number, each in enumerate(held)])
    counts = Facets(held, pool, Relations(demo_matcher.taxonomy)).counts(
        Filters(available_by=by, regions=tuple(sorted(regions)), drop_unknown=drop),
        np.ones(len(held), dtype=bool),
        TODAY,
    )
    in_time = [by is None or (not drop if day is None else day <= by) for day, _ in people]
    there = [not regions or bool(would & regions) or (not would and not drop) for _, would in people]
    assert counts.remaining == sum(a and b for a, b in zip(in_time, there, strict=True))
    assert counts.available == {
        within: sum(ok and day is not None and day <= last for (day, _), ok in zip(people, there, strict=True))
        for within, last in ((0, TODAY), (1, date(2026, 12, 28)), (3, date(2027, 2, 28)), (6, date(2027, 5, 28)))
    }
    assert counts.regions == {
        region: sum(ok and region in would for (_, would), ok in zip(people, in_time, strict=True))
        for region in REGIONS
    }
