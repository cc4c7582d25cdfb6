"""``matcher keys`` says which key is in use, changes it, and says what is missing."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from matcher.cli.main import app
from matcher.errors import IdentityKeyError
from matcher.records import Candidate, Person, Source
from matcher.settings import Settings
from matcher.store import Store


@pytest.fixture
def run(home):
    """``run(*words)``: exit status and output of ``matcher keys``."""

    def start(*words: str):
        return CliRunner().invoke(app, ["keys", *words])

    return start


@pytest.fixture
def loaded(home):
    with Store.open(Settings().store_url) as store:
        store.load_cohort([Candidate("", "K1", "palim", Source("a.csv"), Person("Ada Invented"))], "palim")


def test_before_the_first_cohort_there_is_no_key(run):
    said = run("status")
    assert said.exit_code == 0
    assert "none yet: the first cohort loaded makes the key" in said.output
    assert "(not there)" in said.output


def test_the_key_in_use_is_named_and_its_secret_is_not(run, loaded):
    secret = Settings().identity_key_file.read_text().split()[-1]
    for words in (["status"], ["status", "--json"]):
        said = run(*words)
        assert said.exit_code == 0
        assert secret not in said.output
    assert json.loads(run("status", "--json").output)["readable"] is True


def test_a_rotation_changes_the_key(run, loaded):
    before = json.loads(run("status", "--json").output)["in_use"]
    rotated = json.loads(run("rotate", "--json").output)
    after = json.loads(run("status", "--json").output)
    assert rotated == {"in_use": after["in_use"], "identities": 1}
    assert after["held"] == [before, after["in_use"]]
    assert (
        f"now encrypted with key {json.loads(run('status', '--json').output)['held'][-1]}" not in run("rotate").output
    )


def test_a_missing_key_is_said_and_ends_with_status_1(run, loaded):
    Settings().identity_key_file.unlink()
    said = run("status")
    assert said.exit_code == 1
    assert "MISSING: identities cannot be read" in said.output
    assert json.loads(run("status", "--json").output)["readable"] is False
    assert isinstance(run("rotate").exception, IdentityKeyError)
