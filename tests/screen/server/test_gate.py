"""Nothing but the way in is served to a stranger, and without accounts nothing to another machine."""

from __future__ import annotations

import pytest

from matcher.accounts import Position
from screen.navigation import PAGES
from tests.screen.server.conftest import PAGE, PASSWORD, serving

ADDRESSES = ["/", *(f"/{entry.address}" for entry in PAGES), "/no-such-page", "/index.html", "/manifest.json"]
PARTS = ["/_stcore/host-config", "/_stcore/metrics", "/media/x.csv", "/component/x/index.html", "/app/static/x"]
PARTS += ["/_stcore/script-health-check", "/_stcore/agent/mcp", "/_stcore/bidi-components/x", "/static", "/STATIC/x"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_is_sent_from_every_page_to_the_sign_in(guarded, address):
    answer = guarded.ask(address, **PAGE)
    assert answer.status == 303
    assert answer.headers["location"] == ("/sign-in" if address == "/" else f"/sign-in?next={address}")


@pytest.mark.parametrize("address", [*ADDRESSES, *PARTS])
def test_a_stranger_gets_nothing_else(guarded, address):
    assert guarded.ask(address).status == 401
    assert guarded.ask(address, Cookie="matcher-session=made-up").status == 401


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("address", ["/", "/_stcore/upload_file/a/b", "/media/x"])
def test_no_other_method_is_a_way_past(guarded, method, address):
    assert guarded.ask(address, method, Accept="text/html").status == 401


@pytest.mark.parametrize(
    "address", ["/static/../media/x", "/static/%2e%2e/media/x", "/static/..%2fmedia/x", "//media/x"]
)
def test_no_spelling_of_an_address_is_a_way_past(guarded, address):
    assert guarded.ask(address).status in (400, 401, 404)


def test_the_websocket_opens_to_a_session_alone(guarded):
    assert guarded.websocket() == 403
    assert guarded.websocket(Cookie="matcher-session=made-up") == 403
    token = guarded.door.let_in("sam", PASSWORD)
    assert guarded.websocket(Cookie=f"matcher-session={token}") == 101
    guarded.door.let_out(token)
    assert guarded.websocket(Cookie=f"matcher-session={token}") == 403


def test_health_and_the_sign_in_are_open_to_all(guarded):
    assert guarded.ask("/_stcore/health").status == 200
    assert guarded.ask("/sign-in", **PAGE).status == 200


def test_a_link_from_another_site_is_followed_once_more_from_here(guarded):
    """A strict cookie does not come along on the first request: the page that is answered asks again by itself."""
    answer = guarded.ask("/find-candidates?vacancy=V1", **PAGE, Sec_Fetch_Site="cross-site")
    assert answer.status == 200
    assert 'http-equiv="refresh" content="0; url=/find-candidates?vacancy=V1"' in answer.body


def test_without_accounts_this_machine_gets_in(unguarded):
    assert unguarded.ask("/", **PAGE).status == 200
    assert unguarded.websocket() == 101
    assert unguarded.ask("/sign-in", **PAGE).headers["location"] == "/"


@pytest.mark.parametrize("host", ["evil.example", "matcher.example.org:443", "192.0.2.7", "127.0.0.1.evil.example", ""])
def test_without_accounts_no_other_name_gets_in(unguarded, host):
    answer = unguarded.ask("/", **PAGE, Host=host)
    assert answer.status == 403
    assert "matcher user add" in answer.body
    assert unguarded.websocket(Host=host) == 403


def test_without_accounts_a_server_for_other_machines_refuses_until_there_is_one(tmp_path):
    with serving(tmp_path, listen="0.0.0.0") as served:
        answer = served.ask("/", Accept="text/html", Accept_Language="nl")
        assert answer.status == 403
        assert "geen accounts" in answer.body
        assert served.websocket() == 403
        served.directory.add("ann", Position("admin"), PASSWORD)
        assert served.ask("/", **PAGE).headers["location"] == "/sign-in"
        cookie = f"matcher-session={served.door.let_in('ann', PASSWORD)}"
        assert served.ask("/", **PAGE, Cookie=cookie).status == 200
