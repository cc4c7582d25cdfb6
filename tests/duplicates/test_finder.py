"""Whole pairs: what is found, what is not, and that the evidence is the grade."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.duplicates import DuplicateFinder, Grade
from matcher.duplicates.blocking import HUGE, NEIGHBOURS, BlockingIndex
from matcher.duplicates.comparing import Side
from matcher.duplicates.grading import grade_of
from matcher.duplicates.tables import table
from matcher.duplicates.wording import in_words, reasons_in_words
from matcher.records import Identity


def person(name, born=None, gender=None, email=None, phone=None, named=None, scheme="palim"):
    day = date.fromisoformat(born) if born else None
    return Identity(named or f"{name} {born} {email}", scheme, name, day, gender, email, phone)


def grade(one, other):
    pairs = DuplicateFinder().find([one, other])
    return pairs[0].grade if pairs else None


MAMADOU = person("Mamadou Diallo", "1995-03-04", "male", "m.diallo@example.org", "+221 70 000 00 01")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MAMADOU, person("JALLOW Mamadou", "1995-03-04", "male", "m.diallo@example.org", "070 000 00 01"), "certain"),
        (
            person("Mohammed El Amrani", "1990-05-14", "male", phone="+212600000012"),
            person("محمد العمراني", "1990-05-14", "male", phone="0600000012"),
            "certain",
        ),
        (person("Karim Bouzid", "1985-11-02"), person("Bou Zid Kareem", "1985-02-11"), "likely"),
        (person("Selam Tesfazghi", "1990-01-01"), person("ሰላም ተስፋዝጊ", "1990-06-30"), "possible"),
        # Families share a telephone: twins, brothers, a father and his son of the same name.
        (
            person("Hassan Diallo", "1999-04-03", "male", phone="+221 70 000 00 01"),
            person("Hussein Diallo", "1999-04-03", "male", phone="+221 70 000 00 01"),
            None,
        ),
        (
            person("Amadou Bangoura", "1970-02-03", "male", phone="+221 70 000 00 01"),
            person("Amadou Bangoura", "1996-07-09", "male", phone="+221 70 000 00 01"),
            None,
        ),
        (person("Mohamed Ali", "1990-02-03"), person("Mohamed Ali", "1988-07-19"), None),
        (person("Ali", phone="+221 70 000 00 01"), person("Fatou", phone="+221 70 000 00 01"), None),
        (person(None, phone="+221 70 000 00 01"), person(None, phone="+221 70 000 00 01"), None),
        (person(None), person(None), None),
    ],
)
def test_pairs_are_graded(one, other, expected):
    assert grade(one, other) == expected


PEOPLE = st.builds(
    Identity,
    id=st.uuids().map(lambda value: value.hex),
    scheme=st.just("palim"),
    name=st.sampled_from([None, "Mohamed Ali", "علي محمد", "ALI Mohamed", "Hawa Diallo", "Awa Jallow", "!", "B"]),
    birth_date=st.sampled_from([None, date(1990, 1, 1), date(1990, 4, 3), date(1990, 3, 4), date(1962, 3, 4)]),
    gender=st.sampled_from([None, "male", "female", "other"]),
    email=st.sampled_from([None, "a.b@gmail.com", "ab@gmail.com", "c@example.org"]),
    phone=st.sampled_from([None, "+221 70 000 00 01", "070 000 00 01", "+32 000 00 00 09"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, max_size=12, unique_by=lambda each: each.id))
def test_the_evidence_adds_up_to_the_grade_and_order_does_not_matter(people):
    pairs = DuplicateFinder().find(people)
    for pair in pairs:
        assert pair.grade == grade_of(sum(part.bits for part in pair.evidence if part.bits is not None))
        assert all(words for _, words in reasons_in_words(pair))
    assert [pair.bits for pair in pairs] == sorted((pair.bits for pair in pairs), reverse=True)
    backwards = DuplicateFinder().find(people[::-1])
    found = {frozenset((pair.left.id, pair.right.id)): round(pair.bits, 6) for pair in pairs}
    assert found == {frozenset((pair.left.id, pair.right.id)): round(pair.bits, 6) for pair in backwards}


def test_only_new_ones_are_compared_with_those_held():
    held = [person("Karim Bouzid", "1985-11-02", named="a"), person("Karim Bouzid", "1985-11-02", named="b")]
    new = [person("Karim Bouzid", "1985-11-02", named="c", scheme="thamm")]
    pairs = DuplicateFinder().find_new(new, held)
    assert {frozenset((pair.left.id, pair.right.id)) for pair in pairs} == {frozenset("ac"), frozenset("bc")}
    assert DuplicateFinder().find_new([], held) == ()


def test_a_block_grown_huge_compares_neighbours_by_birth_date_alone():
    index = BlockingIndex()
    for number in range(10 * HUGE):
        born = date.fromordinal(date(1960, 1, 2).toordinal() + 31 * number)
        index.add(Side.of(Identity(str(number), "palim", "Mohamed Ali", born)))
    assert index.huge_blocks > 0
    side = Side.of(Identity("new", "palim", "Ali Mohamed", date(1980, 6, 15)))
    found = sorted(int(index.sides[place].identity.id) for place in index.candidates(side))
    near = [each for each in found if abs(index.sides[each].identity.birth_date.year - 1980) <= 2]
    assert len(found) <= 4 * NEIGHBOURS
    assert len(near) >= 2 * NEIGHBOURS - 2


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_every_reason_has_words_in_every_language(language):
    tables = table("reasons")
    for code, sentences in tables["reasons"].items():
        assert len(set(sentences)) == 4, code
    pair = DuplicateFinder().find([MAMADOU, person("Jallow Mamadou", "1995-03-04", "male")])[0]
    assert len({words for _, words in reasons_in_words(pair, language)}) >= 3
    assert pair.grade in (Grade.CERTAIN, Grade.LIKELY)


def test_an_unknown_language_is_answered_in_english():
    (pair,) = DuplicateFinder().find([MAMADOU, person("Mamadou Diallo", "1995-03-04")])
    reason = next(part.reason for part in pair.evidence if part.signal == "birth_date")
    assert in_words(reason, "pt") == "Same birth date: 1995-03-04."
