"""The wall between who somebody is and what a score may see: by signature, and by swapping every protected field."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.engine import Matcher
from matcher.ranking import vacancy_like
from matcher.records import (
    Candidate,
    Experience,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
    Source,
    StatusEvent,
)
from matcher.settings import Settings
from matcher.store import HeldProfile

BLIND = (
    "linking",
    "spelling",
    "link_memory",
    "encoding",
    "index",
    "evidence",
    "preparation",
    "coding",
    "language_gaps",
    "distance",
    "drafting",
    "concept_search",
    "fusion",
    "retrieval",
    "filters",
    "ranking",
)
IDENTITY = ("Person", "LegalStatus", "Candidate", "StatusEvent", "Identity")


def blind_modules():
    for name in BLIND:
        module = importlib.import_module(f"matcher.{name}")
        yield module
        for info in pkgutil.iter_modules(getattr(module, "__path__", []), f"{module.__name__}."):
            yield importlib.import_module(info.name)


@pytest.mark.parametrize("module", list(blind_modules()), ids=lambda module: module.__name__)
def test_no_signature_takes_an_identity(module):
    for name, item in inspect.getmembers(module):
        functions = [item] if inspect.isfunction(item) else []
        if inspect.isclass(item):
            functions = [function for _, function in inspect.getmembers(item, inspect.isfunction)]
        for function in functions:
            if function.__module__ == module.__name__:
                hints = " ".join(map(str, inspect.get_annotations(function).values()))
                assert not [word for word in IDENTITY if word in hints.replace("candidate_id", "")], f"{name}: {hints}"


@pytest.mark.parametrize("module", list(blind_modules()), ids=lambda module: module.__name__)
def test_no_blind_module_imports_an_identity(module):
    assert not [word for word in IDENTITY if word in vars(module)]


@pytest.mark.parametrize("module", list(blind_modules()), ids=lambda module: module.__name__)
def test_no_blind_module_knows_of_duplicates(module):
    imported = {getattr(item, "__module__", None) or getattr(item, "__name__", "") for item in vars(module).values()}
    assert not [name for name in imported if name and name.startswith(("matcher.duplicates", "matcher.duplicate_"))]


@pytest.mark.parametrize("module", list(blind_modules()), ids=lambda module: module.__name__)
def test_no_blind_module_knows_of_the_law(module):
    imported = {getattr(item, "__module__", None) or getattr(item, "__name__", "") for item in vars(module).values()}
    assert not [name for name in imported if name and name.startswith(("matcher.eligibility", "matcher.legal_routes"))]


def test_the_store_reads_profiles_without_identity():
    assert HeldProfile._fields == ("id", "scheme", "profile")


PERSONS = st.builds(
    Person,
    name=st.sampled_from([None, "Fatima Zahra El Amrani", "Jan Peeters", "Chinedu Okafor", "محمد علي"]),
    gender=st.sampled_from([None, "female", "male", "other"]),
    email=st.sampled_from([None, "a@example.org", "b@example.net"]),
    phone=st.sampled_from([None, "+212 600 00 00 00", "0400 00 00 00"]),
)
STATUSES = st.builds(
    LegalStatus,
    nationality=st.sampled_from([None, "Marocaine", "Belgian", "Syria", "NG"]),
    birth_date=st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2008, 1, 1))),
    residence_status=st.sampled_from([None, "asylum applicant", "refugee"]),
    events=st.one_of(
        st.just(()),
        st.builds(lambda day: (StatusEvent("application", day),), st.dates(date(2020, 1, 1), date(2026, 1, 1))),
    ),
)
PROFILES = (
    ProfessionalProfile(
        ("Soudeur TIG",),
        (SkillStatement("soudure TIG"), SkillStatement("lecture de plans")),
        summary="Soudeur en atelier",
    ),
    ProfessionalProfile(("Lasser",), (SkillStatement("MIG lassen"),), (Experience("lasser", 3.0),)),
    ProfessionalProfile((), (SkillStatement("cuisine"), SkillStatement("HACCP"))),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return Matcher(Settings(home=tmp_path_factory.mktemp("wall"), database_url=None, encoder="embedded"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(st.tuples(PERSONS, STATUSES), min_size=3, max_size=3))
def test_swapping_every_protected_field_leaves_the_ranking_identical(people, engine, demo_matcher):
    vacancies = demo_matcher.store.vacancies()[:6]

    def ranking(identities):
        candidates = [
            Candidate(f"c{number}", f"k{number}", "thamm", Source("test"), person, status, profile)
            for number, ((person, status), profile) in enumerate(zip(identities, PROFILES, strict=True))
        ]
        return list(engine.rank(candidates, vacancies, by_vacancy=True))

    nobody = [(Person(), LegalStatus())] * 3
    assert ranking(people) == ranking(nobody)


WISHES = st.tuples(
    st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1))),
    st.sets(st.sampled_from(["flanders", "wallonia", "brussels"])).map(lambda regions: tuple(sorted(regions))),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wishes=st.lists(WISHES, min_size=3, max_size=3))
def test_when_and_where_somebody_would_work_changes_no_ranking_score_or_reason(wishes, engine, demo_matcher):
    vacancies = demo_matcher.store.vacancies()[:6]
    told = [
        replace(profile, available=available, regions=regions)
        for profile, (available, regions) in zip(PROFILES, wishes, strict=True)
    ]

    def seen(profiles):
        held = [HeldProfile(str(number), "thamm", profile) for number, profile in enumerate(profiles)]
        people = [Candidate(each.id, each.id, each.scheme, Source("test"), profile=each.profile) for each in held]
        matches = [found.match(row) for found in engine.comparisons(people, vacancies) for row in range(len(people))]
        encoded = engine.preparer.pool([(each.id, each.profile) for each in held]).vectors.tobytes()
        return list(engine.rank(people, vacancies)), matches, encoded, [vacancy_like(each) for each in held]

    assert seen(told) == seen(PROFILES)


def test_a_loaded_profile_is_masked_and_its_own_words_kept(demo_matcher):
    changed = 0
    for candidate in demo_matcher.store.candidates():
        assert candidate.stated is not None
        changed += candidate.stated != candidate.profile
        name = (candidate.person.name or "").casefold()
        if name and " " in name:
            assert name not in repr(candidate.profile).casefold()
    assert changed > 0


def test_names_on_screens_say_nothing(demo_matcher):
    shown = demo_matcher.candidate_names()
    for candidate in demo_matcher.store.candidates():
        assert shown[candidate.id] == candidate.id[:8]
        assert candidate.scheme.upper() not in shown[candidate.id].upper()
        assert candidate.key not in shown[candidate.id]
