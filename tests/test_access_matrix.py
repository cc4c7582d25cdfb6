"""Every role tries every page and every method of every office, within its reach and beyond it."""

from __future__ import annotations

import ast

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from matcher.errors import RefusedError
from matcher.trail import Role
from screen.navigation import PAGES
from screen.wording import Words
from tests.access.__main__ import MARKS, line
from tests.access.trying import OFFICES, TABLE, attempts, methods
from tests.access.world import build
from tests.screen.source import ROOT, TREES, called

METHODS = methods()
PAGE_OF = {entry.name: entry for entry in PAGES}
WHERE_OFFICES_ARE_OPENED = {"screen/engine.py"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return build(tmp_path_factory.mktemp("world") / "home")


def test_the_table_names_every_page_office_and_method_and_nothing_else():
    assert set(TABLE["pages"]) == set(PAGE_OF)
    assert set(TABLE["offices"]) == set(OFFICES)
    told = {f"{owner}.{name}" for owner, rows in TABLE["methods"].items() for name in rows}
    assert told == {f"{method.owner}.{method.name}" for method in METHODS}
    roles = [
        TABLE["pages"],
        TABLE["offices"],
        {key: row["roles"] for rows in TABLE["methods"].values() for key, row in rows.items()},
    ]
    assert {role for some in roles for each in some.values() for role in each} <= set(Role)


def test_the_table_in_the_documentation_is_the_one_that_is_tried():
    rows = [(name, [role in roles for role in Role]) for name, roles in TABLE["pages"].items()]
    rows += [(str(method), [method.allowed(role) for role in Role]) for method in METHODS]
    page = (ROOT / "docs/access.md").read_text(encoding="utf-8").splitlines()
    assert [name for name, may in rows if line(name, [MARKS[not each] for each in may]).rstrip() not in page] == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("office", OFFICES)
def test_an_office_is_entered_by_its_roles_alone(world, office, role):
    if role in TABLE["offices"][office]:
        assert OFFICES[office](world.engine, world.actors[role]).actor.role is role
    else:
        with pytest.raises(RefusedError):
            OFFICES[office](world.engine, world.actors[role])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("method", METHODS, ids=str)
def test_a_method_answers_its_roles_alone_and_only_within_their_reach(world, method, role, tmp_path):
    for tried in attempts(method, role, world, tmp_path):
        assert tried.expected
        assert tried.leaks == ()


@pytest.fixture(scope="module")
def opened_home(world):
    """The home of the world as the app opens it: once, as in one process for everybody."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("MATCHER_HOME", str(world.engine.settings.home))
        patched.delenv("MATCHER_DATABASE_URL", raising=False)
        st.cache_resource.clear()
        yield
        st.cache_resource.clear()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", PAGE_OF)
def test_a_page_opens_to_its_roles_alone_in_the_menu_and_by_its_address(opened_home, name, role, monkeypatch):
    monkeypatch.setenv("MATCHER_ROLE", role.value)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["language"] = "en"
    app._page_hash = calc_hash(PAGE_OF[name].address)
    app.run()
    assert not app.exception
    is_open = [title.value for title in app.title] == [Words("en")(PAGE_OF[name].title)]
    assert is_open == (role in TABLE["pages"][name])


@pytest.mark.parametrize("path", [path for path in TREES if path not in WHERE_OFFICES_ARE_OPENED])
def test_a_screen_reaches_the_engine_through_an_office_alone(path):
    assert "open_engine" not in {called(node) for node in ast.walk(TREES[path]) if isinstance(node, ast.Call)}
