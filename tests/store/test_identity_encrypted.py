"""A database that revision 0001 wrote is encrypted when it is opened, loses nothing, and keeps nothing in plain."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert

from matcher.errors import IdentityKeyError
from matcher.records import Candidate, Leg, LegalStatus, Person, ProfessionalProfile, Source, StatusEvent
from matcher.settings import Settings
from matcher.store import Counts, KeySource, Store
from matcher.store.codec import decode
from matcher.store.connection import connect, reading
from matcher.store.migrating import MIGRATIONS, stored_revision
from matcher.store.schema import REVISION
from taxonomies.schemes import find_scheme

# Written by that revision's own code: three candidates, one of them changed twice, a vacancy and a confirmed link.
WRITTEN = Path(__file__).parent / "files" / "written_by_0001.json"
TELLING = ("Amal", "Amel", "amal.benyoussef", "+32 000", "Leïla", "ተስፋይ", "ዮናስ", "1987-04-30", "1978-04-30")
_PARSED = {"birth_date": date.fromisoformat, "replaced_at": datetime.fromisoformat}
_PARSED["confirmed_at"] = datetime.fromisoformat


@pytest.fixture
def written() -> dict[str, list[dict[str, Any]]]:
    return json.loads(WRITTEN.read_text(encoding="utf-8"))


def _parsed(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _PARSED[name](value) if name in _PARSED and value else value for name, value in row.items()}


def _write_as_0001(url: str, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    engine = connect(url)
    with engine.begin() as connection:  # the program of then knew of no marks to renew
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.upgrade(config, "0001")
        tables = MetaData()
        tables.reflect(connection)
        for name, content in rows.items():
            for row in content:  # one by one: a history's entries take their numbers in turn
                connection.execute(
                    insert(tables.tables[name]), [{k: v for k, v in _parsed(row).items() if v is not None}]
                )
    engine.dispose()


def _kept_in_files(url: str, cluster_folder: Path | None) -> str:
    """All that the files of a database hold, as text."""
    if cluster_folder is None:
        path = Path(url.removeprefix("sqlite:///"))
        files = list(path.parent.glob(f"{path.name}*"))
    else:
        engine = connect(url)
        with reading(engine) as connection:
            number = connection.exec_driver_sql(
                "SELECT oid FROM pg_database WHERE datname = current_database()"
            ).scalar()
        engine.dispose()
        files = list((cluster_folder / "data" / "base" / str(number)).iterdir())
    return "".join(file.read_bytes().decode("utf-8", errors="replace") for file in files)


@pytest.fixture
def cluster_folder(url, request) -> Path | None:
    return request.getfixturevalue("cluster").folder if url.startswith("postgresql") else None


def test_every_candidate_comes_back_as_it_was(url, written):
    _write_as_0001(url, written)
    with Store.open(url) as store:
        held = {candidate.key: candidate for candidate in store.candidates()}
        assert set(held) == {"AMAL-1987", "K-3", "ዮናስ 7"}
        assert held["ዮናስ 7"] == Candidate(
            "1543aa9b93294dc080b23800323b0bfb",
            "ዮናስ 7",
            "asylum",
            Source("import.csv", None, 2),
            Person("ዮናስ ተስፋይ", "m", None, "+32 000 44 55 66"),
            LegalStatus("ER", date(1999, 12, 1), "asylum applicant", (StatusEvent("application", date(2025, 11, 3)),)),
            held["ዮናስ 7"].profile,
        )
        amal = held["AMAL-1987"]
        assert amal.person == Person("Amal Benyoussef", "femme", "amal.benyoussef@example.org", "+32 000 11 22 33")
        assert amal.status.birth_date == date(1987, 4, 30)
        assert amal.leg == Leg("Tunisia", "Belgium", True)
        assert amal.extra == (("Remarque", "appeler sa sœur Leïla"), ("=N°", "12"))
        assert amal.stated is not None
        assert amal.stated.summary == "Je m'appelle Amal Benyoussef, dix ans d'atelier"
        assert store.candidate("AMAL-1987") == amal
        assert held["K-3"] == Candidate(held["K-3"].id, "K-3", "thamm", Source("import.csv", None, 4))
        past = tuple(decode(Candidate, row["content"]) for row in written["candidate_history"])
        assert store.candidate_history(amal.id) == past
        assert [one.person.name for one in past] == ["Amel Ben Youssef", "Amal Benyoussef"]
        assert [item.key for item in store.vacancies()] == ["V1"]
        assert store.confirmed_links("occupation") == {"soudeuse": "http://data.europa.eu/esco/occupation/x"}
        assert all(isinstance(profile.profile, ProfessionalProfile) for profile in store.profiles())


def test_the_same_records_are_known_again(url, written):
    _write_as_0001(url, written)
    with Store.open(url) as store:
        cohort = store.candidates("thamm")
        assert store.load_cohort(cohort, "thamm") == Counts(0, 0, 2)
        changed = [decode(Candidate, row["content"]) for row in written["candidate_history"][:1]]
        assert store.load_cohort(changed, "thamm") == Counts(0, 1, 0)
        assert len(store.candidate_history("AMAL-1987")) == 3


def test_nothing_stays_in_plain(url, written, cluster_folder):
    _write_as_0001(url, written)
    before = _kept_in_files(url, cluster_folder) if cluster_folder is None else None
    with Store.open(url) as store:
        kept = _kept_in_files(url, cluster_folder)
        assert store.counts().candidates == (("asylum", 1), ("thamm", 2))
    if before is not None:
        assert all(word in before for word in TELLING)  # so that their absence says something
    assert [word for word in TELLING if word in kept] == []
    assert "atelier" in kept


def test_many_rows_are_moved_in_order(url, written):
    def copies(table: str, column: str) -> list[dict[str, Any]]:
        rows = []
        for number in range(700):
            for row in written[table]:
                copy = {**row, column: f"{row[column][:24]}{number:08}"}
                if "key" in row:
                    copy["key"] = f"{row['key']} {number}"
                copy.pop("entry", None)
                rows.append(copy)
        return rows

    owners = {"candidates": "id", "persons": "candidate_id", "legal_statuses": "candidate_id"}
    owners |= {"profiles": "candidate_id", "candidate_history": "record_id"}
    _write_as_0001(url, {table: copies(table, column) for table, column in owners.items()})
    with Store.open(url) as store:
        assert store.counts().candidates == (("asylum", 700), ("thamm", 1400))
        last = store.candidate("AMAL-1987 699")
        assert [one.person.name for one in store.candidate_history(last.id)] == ["Amel Ben Youssef", "Amal Benyoussef"]
        assert len(store.candidates()) == 2100


@pytest.mark.skipif(os.name != "posix", reason="other systems keep no such modes")
def test_a_key_file_open_to_others_leaves_the_database_as_it_was(url, written):
    _write_as_0001(url, written)
    file = Settings().identity_key_file
    KeySource(file).make()
    file.chmod(0o644)
    with pytest.raises(IdentityKeyError, match="may be read by others"):
        Store.open(url)
    engine = connect(url)
    with reading(engine) as connection:
        assert stored_revision(connection) == "0001"
        assert connection.exec_driver_sql("SELECT count(*) FROM persons WHERE name IS NOT NULL").scalar() == 2
    engine.dispose()
    file.chmod(0o600)
    with Store.open(url) as store:
        assert len(store.candidates()) == 3


def test_an_empty_database_needs_no_key(url):
    _write_as_0001(url, {})
    with Store.open(url) as store, reading(store._desk.engine) as connection:
        assert stored_revision(connection) == REVISION
    assert not Settings().identity_key_file.exists()


def test_whoever_was_held_before_bases_were_known_is_held_under_the_schemes_default(url, written):
    _write_as_0001(url, written)
    with Store.open(url) as store:
        register = store.register()
        people = store.candidates()
        assert people
        for person in people:
            rules = find_scheme(person.scheme).data_protection
            (held,) = register.bases(person.id)
            assert (held.basis, held.purpose, held.assumed) == (rules.basis, rules.purpose, True)
        assert register.log().entries == ()
        assert len(register.last_changes()) == len(people)
