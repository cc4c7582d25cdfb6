"""Every field of a candidate comes back, from tables that keep person, status and profile apart."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text

from matcher.errors import NotFoundError
from matcher.records import Candidate, LegalStatus, Person, ProfessionalProfile
from matcher.store.cohorts import CANDIDATES
from matcher.store.connection import reading, writing
from matcher.store.identity import PERSONS
from matcher.store.profiles import PROFILES
from matcher.store.schema import METADATA
from matcher.store.status import LEGAL_STATUSES


# One store serves all examples: each has a key of its own.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_every_field_comes_back(store, any_of, data):
    drawn, again = data.draw(any_of(Candidate)), data.draw(any_of(Candidate))
    first = replace(drawn, scheme="palim", key=uuid4().hex + drawn.key)
    second = replace(again, scheme="palim", key=first.key)
    store.load_cohort([first], "palim")
    held = store.candidate(first.key)
    assert held == replace(first, id=held.id)
    if store.load_cohort([second], "palim").updated:
        assert store.candidate(held.id) == replace(second, id=held.id)
        assert store.candidate_history(held.id) == (held,)


@pytest.mark.parametrize(
    ("table", "noun", "beside"),
    [
        (PERSONS, Person, {"candidate_id", "scheme", "key_code", "key", "source", "extra", "stated", "content_hash"}),
        (LEGAL_STATUSES, LegalStatus, {"candidate_id", "leg"}),
        (PROFILES, ProfessionalProfile, {"candidate_id"}),
    ],
)
def test_each_part_of_a_candidate_has_a_table_of_its_own(table, noun, beside):
    assert set(table.columns.keys()) == {item.name for item in fields(noun)} | beside


def test_candidates_come_by_scheme_and_key(store, cohort):
    store.load_cohort([replace(record, scheme="thamm") for record in reversed(cohort(3))], "thamm")
    store.load_cohort(cohort(2), "palim")
    named = [(candidate.scheme, candidate.key) for candidate in store.candidates()]
    assert named == [("palim", "PAL-00000"), ("palim", "PAL-00001")] + [("thamm", f"PAL-{n:05}") for n in range(3)]
    assert store.candidates("palim") == store.candidates()[:2]
    assert store.candidates("match") == ()


def test_deleting_the_spine_leaves_nothing_of_a_candidate(store, cohort):
    store.load_cohort(cohort(3), "palim")
    store.load_cohort(cohort(3, edition=2), "palim")
    gone = store.candidate("PAL-00001")
    with writing(store._desk.engine) as connection:
        connection.execute(delete(CANDIDATES).where(CANDIDATES.c.id == gone.id))
    with reading(store._desk.engine) as connection:
        for table in METADATA.sorted_tables:
            rows = connection.execute(text(f"SELECT * FROM {table.name}")).all()
            assert not any(gone.id in row for row in rows)
    assert [candidate.key for candidate in store.candidates()] == ["PAL-00000", "PAL-00002"]


def test_a_candidate_is_found_by_id_and_by_key(store, cohort):
    store.load_cohort(cohort(3), "palim")
    held = store.candidates()[1]
    assert store.candidate(held.id) == store.candidate("PAL-00001") == held


def test_a_key_that_two_schemes_use_gives_the_choices(store, cohort):
    store.load_cohort(cohort(1), "palim")
    store.load_cohort([replace(record, scheme="thamm") for record in cohort(1)], "thamm")
    ids = {candidate.scheme: candidate.id for candidate in store.candidates()}
    with pytest.raises(NotFoundError) as caught:
        store.candidate("PAL-00000")
    assert f"{ids['palim']} (palim), {ids['thamm']} (thamm)" in str(caught.value)
    assert store.candidate(ids["thamm"]).scheme == "thamm"
