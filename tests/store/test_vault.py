"""Identity stands nowhere in plain, opens only in its own place, and without its key everything else goes on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, insert, select, text

from matcher.errors import IdentityKeyError, NotFoundError, StoreError
from matcher.records import Candidate, LegalStatus, Person, ProfessionalProfile, Source, StatusEvent
from matcher.store import Counts, KeySource, Store
from matcher.store.cipher import Cipher
from matcher.store.connection import reading, writing
from matcher.store.identity import PERSONS
from matcher.store.schema import METADATA, SEALED_FOR
from matcher.store.vault import Vault
from tests.deciding import decide

LEYLA = Candidate(
    "",
    "LEYLA-77",
    "palim",
    Source("aanvraag Leyla Demirtas.xlsx", "Personen", 2),
    Person("Leyla Demirtas", "vrouw", "leyla@example.org", "+32 000 77 77 77"),
    LegalStatus("Eritrea", date(1991, 7, 23), "subsidiary protection", (StatusEvent("asked", date(2024, 2, 29)),)),
    ProfessionalProfile(occupations=("Lasser",), summary="werkt graag"),
    None,
    (("Opmerking", "zus van Sevda"),),
    ProfessionalProfile(occupations=("Lasser",), summary="Leyla werkt graag"),
)
TELLING = ("leyla", "demirtas", "vrouw", "eritrea", "1991", "subsidiary", "2024-02-29", "sevda", "personen")


@pytest.fixture
def vault() -> Vault:
    return Vault(Cipher(bytes(32)), bytes(32))


def _everything(store: Store) -> str:
    """All that the database holds of candidates, bytes read as text."""
    with reading(store._desk.engine) as connection:
        rows = [
            list(row)
            for table in ("candidates", "persons", "legal_statuses", "profiles", "candidate_history", "identity_keys")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    return " ".join(
        bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else json.dumps(cell, default=str)
        for row in rows
        for cell in row
        if not (isinstance(cell, str) and len(cell) in (32, 64))  # ids and codes, which hold any digits
    ).lower()


@given(value=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_what_is_sealed_opens_again(value):
    vault = Vault(Cipher(bytes(32)), bytes(32))
    assert vault.unseal("persons.name", "a", vault.seal("persons.name", "a", value)) == value


def test_the_length_says_nothing_of_a_short_value(vault):
    lengths = {len(vault.seal("persons.gender", "a", said)) for said in ("f", "male", "female", "non-binary", "أنثى")}
    assert len(lengths) == 1


def test_the_same_value_never_looks_the_same(vault):
    assert len({vault.seal("persons.name", "a", "Leyla") for _ in range(100)}) == 100


@pytest.mark.parametrize(("column", "owner"), [("persons.email", "a"), ("persons.name", "b"), ("persons.name", "")])
def test_a_value_opens_in_no_other_place(vault, column, owner):
    with pytest.raises(StoreError, match=f"{column} of candidate {owner} cannot be decrypted"):
        vault.unseal(column, owner, vault.seal("persons.name", "a", "Leyla"))


@given(place=st.integers(0, 60), flip=st.integers(1, 255))
def test_any_changed_byte_is_noticed(place, flip):
    vault = Vault(Cipher(bytes(32)), bytes(32))
    sealed = bytearray(vault.seal("persons.name", "a", "Leyla"))
    sealed[place] ^= flip
    with pytest.raises(StoreError, match="changed or moved"):
        vault.unseal("persons.name", "a", bytes(sealed))


def test_codes_differ_by_purpose_by_parts_and_by_secret(vault):
    other = Vault(vault.cipher, b"x" * 32)
    codes = [
        vault.code("key", "palim", "7"),
        vault.code("key", "thamm", "7"),
        vault.code("key", "palim7", ""),
        vault.code("tombstone", "palim", "7"),
        other.code("key", "palim", "7"),
    ]
    assert all(one != another for one, another in combinations(codes, 2))
    assert vault.code("key", "palim", "7") == codes[0]


def test_nothing_that_names_a_person_stands_in_the_database(store):
    store.load_cohort([replace(LEYLA, person=replace(LEYLA.person, phone="+32 000 11 11 11"))], "palim")
    store.load_cohort([LEYLA], "palim")
    held = _everything(store)
    assert "werkt graag" in held  # the masked profile is read for scores
    assert [word for word in TELLING if word in held] == []
    assert store.candidate("LEYLA-77").person == LEYLA.person


def test_every_column_of_person_and_status_is_sealed_or_says_nothing():
    telling_nothing = {"candidate_id", "scheme", "key_code", "entry", "record_id", "replaced_at"}
    for name in ("persons", "legal_statuses", "candidate_history"):
        for column in METADATA.tables[name].columns:
            assert (SEALED_FOR in column.info) is (column.name not in telling_nothing)
            assert isinstance(column.type, LargeBinary) is (SEALED_FOR in column.info)


def test_swapped_rows_are_noticed(store, cohort):
    store.load_cohort(cohort(2), "palim")
    one, other = store.candidates()
    names = select(PERSONS.c.candidate_id, PERSONS.c.name)
    with writing(store._desk.engine) as connection:
        held = {row.candidate_id: row.name for row in connection.execute(names)}
        for mine, theirs in ((one.id, other.id), (other.id, one.id)):
            connection.execute(PERSONS.update().where(PERSONS.c.candidate_id == mine).values(name=held[theirs]))
    with pytest.raises(StoreError, match=r"persons.name of candidate .* cannot be decrypted"):
        store.candidates()
    assert len(store.profiles()) == 2


@pytest.fixture
def held(url, cohort, vacancy):
    """A database with three candidates, one changed, and a vacancy; the key file is given back for tests to lose."""
    keys = KeySource.of(_settings())
    with Store.open(url) as store:
        store.load_cohort(cohort(3), "palim")
        store.load_cohort(cohort(1, edition=2), "palim")
        store.load_vacancies([vacancy("V1")])
        return keys.file, store.candidates()


def _settings():
    from matcher.settings import Settings

    return Settings()


@pytest.mark.parametrize("wrong", [False, True])
def test_without_the_key_only_identities_are_closed(url, held, cohort, vacancy, wrong):
    file, candidates = held
    (used,) = KeySource(file).held()
    file.unlink()
    if wrong:
        KeySource(file).make()
    before = file.read_bytes() if wrong else None
    with Store.open(url) as store:
        one = candidates[0].id
        assert {profile.id for profile in store.profiles()} == {candidate.id for candidate in candidates}
        assert store.counts().candidates == (("palim", 3),)
        assert store.candidate_id(one) == store.candidate_id(one[:8]) == one
        assert store.load_vacancies([vacancy("V2")]) == Counts(1, 0, 0)
        assert [item.key for item in store.vacancies()] == ["V1", "V2"]
        decide(store, "Lasser", "occupation", "uri")
        closed = (
            store.candidates,
            lambda: store.candidate(one),
            lambda: store.candidate_id("PAL-00001"),
            lambda: store.candidate_history(one),
            lambda: store.load_cohort(cohort(4), "palim"),
            lambda: store.load_cohort(cohort(4), "palim", dry_run=True),
            store.rotate_keys,
        )
        for ask in closed:
            with pytest.raises(
                IdentityKeyError, match=rf"key {used.id}, which neither .*put the key file back"
            ) as said:
                ask()
            assert "\n" not in str(said.value)
        assert not store.key_status().is_readable
        assert store.counts().candidates == (("palim", 3),)
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_key_put_back_opens_at_once(url, held, cohort):
    file, candidates = held
    kept = file.read_bytes()
    with Store.open(url) as store:
        file.unlink()
        with pytest.raises(IdentityKeyError):
            store.candidates()
        file.touch(0o600)
        file.write_bytes(kept)
        assert store.candidates() == candidates
        assert store.load_cohort(cohort(3), "palim") == Counts(0, 1, 2)


def test_a_database_that_forgot_its_key_takes_no_second_one(url, held, cohort):
    with Store.open(url) as store:
        with writing(store._desk.engine) as connection:
            connection.execute(text("DELETE FROM identity_keys"))
        with pytest.raises(IdentityKeyError, match="no longer says with which key"):
            store.load_cohort(cohort(4, first=10), "palim")
        assert store.counts().candidates == (("palim", 3),)


def test_a_store_without_identities_makes_no_key(url, cohort, vacancy):
    with Store.open(url) as store:
        store.load_vacancies([vacancy("V1")])
        assert store.load_cohort(cohort(3), "palim", dry_run=True) == Counts(3, 0, 0)
        assert store.candidates() == ()
        with pytest.raises(NotFoundError, match="holds no candidate yet"):
            store.candidate("PAL-00001")
        assert not _settings().identity_key_file.exists()
        assert store.key_status().in_use is None


def test_the_reference_of_one_scheme_is_not_seen_to_be_that_of_another(store, cohort):
    store.load_cohort(cohort(1), "palim")
    store.load_cohort([replace(record, scheme="thamm") for record in cohort(1)], "thamm")
    with reading(store._desk.engine) as connection:
        assert len(set(connection.execute(select(PERSONS.c.key_code)).scalars())) == 2


def test_one_reference_cannot_stand_twice_in_a_scheme(store, cohort):
    store.load_cohort(cohort(1), "palim")
    with writing(store._desk.engine) as connection:
        row = dict(connection.execute(select(PERSONS)).mappings().one())
        connection.execute(text("INSERT INTO candidates (id, scheme) VALUES ('b', 'palim')"))
    with pytest.raises(StoreError, match=r"(?i)unique"), writing(store._desk.engine) as connection:
        connection.execute(insert(PERSONS), [{**row, "candidate_id": "b"}])
