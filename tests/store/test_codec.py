"""Records become plain JSON and come back the same."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import StoreError
from matcher.records import (
    Candidate,
    Experience,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
    Source,
    Vacancy,
    Wage,
    WagePeriod,
)
from matcher.store.codec import content_hash, decode, encode, from_columns, to_columns

WELDER = Candidate("id", "K1", "palim", Source("a.csv", None, 2), profile=ProfessionalProfile(occupations=("Welder",)))


@pytest.mark.parametrize("noun", [Candidate, Vacancy, ProfessionalProfile, LegalStatus, Person])
@given(data=st.data())
def test_a_record_survives_json(noun, any_of, data):
    record = data.draw(any_of(noun))
    assert decode(noun, json.loads(json.dumps(encode(record)))) == record


@pytest.mark.parametrize("noun", [Vacancy, ProfessionalProfile, LegalStatus, Person])
@given(data=st.data())
def test_a_record_survives_columns(noun, any_of, data):
    record = data.draw(any_of(noun))
    assert from_columns(noun, {**to_columns(record), "content_hash": "not its own"}) == record


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (Person(), {}),
        (Person(name="Ada"), {"name": "Ada"}),
        (Source("a.csv", row=3), {"file": "a.csv", "row": 3}),
        (Experience("Welder", 2, date(2020, 2, 29)), {"title": "Welder", "years": 2.0, "start": "2020-02-29"}),
        (Experience("Welder", start=datetime(2020, 2, 29, 8, 30)), {"title": "Welder", "start": "2020-02-29"}),
        (Wage(15.5, WagePeriod.HOUR), {"minimum": 15.5, "period": "hour"}),
        (LegalStatus(nationality="MA"), {"nationality": "MA"}),
    ],
)
def test_json_is_plain_and_leaves_defaults_out(record, written):
    assert encode(record) == written


def test_nested_defaults_take_no_column():
    columns = to_columns(ProfessionalProfile(skills=(SkillStatement("lassen"),), summary="s"))
    assert columns["skills"] == [{"text": "lassen"}]
    assert columns["summary"] == "s"
    assert columns["wishes"] is None


@given(data=st.data())
def test_the_hash_ignores_where_a_record_stands(any_of, data):
    record = data.draw(any_of(Candidate))
    elsewhere = replace(record, id="other", source=Source("other.csv", "x", 99))
    assert content_hash(elsewhere) == content_hash(record)


@given(data=st.data())
def test_the_hash_tells_different_contents_apart(any_of, data):
    one, other = data.draw(any_of(Vacancy)), data.draw(any_of(Vacancy))
    same = replace(one, id="", source=Source("")) == replace(other, id="", source=Source(""))
    assert (content_hash(one) == content_hash(other)) is same


@pytest.mark.parametrize(
    "changed",
    [
        replace(WELDER, key="K2"),
        replace(WELDER, person=Person(phone="1")),
        replace(WELDER, status=LegalStatus(birth_date=date(2000, 1, 1))),
        replace(WELDER, profile=ProfessionalProfile(occupations=("welder",))),
        replace(WELDER, extra=(("Remarque", ""),)),
    ],
)
def test_any_change_of_content_changes_the_hash(changed):
    assert content_hash(changed) != content_hash(WELDER)


def test_a_whole_number_hashes_like_the_same_number_with_a_point():
    assert content_hash(Experience("Welder", 2)) == content_hash(Experience("Welder", 2.0))


@pytest.mark.parametrize("record", [Experience("Welder", math.inf), Experience("Welder", math.nan), Person("\ud800")])
def test_what_no_database_keeps_has_no_hash(record):
    with pytest.raises(ValueError, match=r"not JSON compliant|surrogates not allowed"):
        content_hash(record)


def test_content_of_another_version_is_refused_by_name():
    with pytest.raises(StoreError, match=r"holds a Person .*'shoe_size'.* update matcher"):
        decode(Person, {"name": "Ada", "shoe_size": 42})


def test_a_field_of_an_unknown_type_is_a_programming_error():
    @dataclass(frozen=True, slots=True)
    class Odd:
        parts: set[str]

    globals()["Odd"] = Odd
    with pytest.raises(TypeError, match="cannot write a field of type"):
        encode(Odd({"a"}))
