"""Signing in by an identity provider: a real provider on loopback, the walk there and back, and who is let in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from matcher.accounts import Position
from screen.wording import Words
from tests.screen.server.conftest import PAGE, PASSWORD, Served, serving
from tests.screen.server.oidc_provider import Provider, running_provider

EN = Words("en")
SECRETS = """\
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "only-for-this-test-but-long-enough"

[auth.enabel]
client_id = "matcher"
client_secret = "secret"
server_metadata_url = "{address}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def provided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Provider]]:
    home = tmp_path_factory.mktemp("provided")
    with running_provider() as provider:
        secrets = home / "secrets.toml"
        secrets.write_text(SECRETS.format(address=provider.address), encoding="utf-8")
        with serving(home, STREAMLIT_SECRETS_FILES=str(secrets)) as served:
            served.directory.add("sam@example.org", Position("staff"), None)
            yield served, provider


@pytest.fixture
def browser() -> OpenerDirector:
    """What keeps cookies and follows redirects."""
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    opener.addheaders = list(PAGE.items())
    return opener


def opened(browser: OpenerDirector, served: Served, path: str) -> str:
    """What an address shows in the end."""
    try:
        return browser.open(Request(f"http://127.0.0.1:{served.port}{path}"), timeout=60).read().decode()
    except HTTPError as error:
        return error.read().decode()


def test_the_form_offers_the_provider(provided, browser):
    served, _ = provided
    page = opened(browser, served, "/find-candidates")
    assert 'href="/sign-in/provider?provider=enabel&amp;next=%2Ffind-candidates"' in page
    assert EN("sign_in.with", provider="Enabel") in page


@pytest.mark.parametrize("email", ["sam@example.org", "Sam@Example.org"])
def test_who_the_provider_knows_and_has_an_account_is_let_in(provided, browser, email):
    served, provider = provided
    provider.claims = {"email": email, "email_verified": True}
    page = opened(browser, served, "/sign-in/provider?provider=enabel&next=/find-candidates%3Fvacancy%3DV1")
    assert 'content="0; url=/find-candidates?vacancy=V1"' in page
    assert '<div id="root">' in opened(browser, served, "/find-candidates?vacancy=V1")
    (entry,) = [each for each in served.store.register().log().entries if each.action == "login"][-1:]
    assert json.loads(entry.detail) == {"step": "signed in", "by": "identity provider"}


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "stranger@example.org", "email_verified": True},
        {"email": "sam@example.org", "email_verified": False},
        {"preferred_username": "sam@example.org"},
        {"email": ""},
    ],
)
def test_anybody_else_is_refused_in_a_sentence(provided, browser, claims):
    served, provider = provided
    provider.claims = claims
    page = opened(browser, served, "/sign-in/provider?provider=enabel")
    assert EN("sign_in.not_vouched") in page
    assert EN("sign_in.password") in opened(browser, served, "/")


def test_an_account_without_a_password_opens_by_the_provider_alone(provided):
    served, _ = provided
    assert served.post("/sign-in", "login=sam%40example.org&password=").status == 403


def test_a_cookie_that_nobody_sealed_vouches_for_nobody(provided):
    served, _ = provided
    made_up = json.dumps({"email": "sam@example.org", "is_logged_in": True})
    for cookie in (made_up.replace(",", "%2C"), "2|1:0|10:1|x", ""):
        answer = served.ask("/sign-in/vouched", **PAGE, Cookie=f"_streamlit_user={cookie}")
        assert answer.status == 403
        assert not any(each.startswith("matcher-session=") for each in answer.cookies)


def test_a_provider_that_is_not_set_up_leads_nowhere(provided):
    served, _ = provided
    assert served.ask("/sign-in/provider?provider=other", **PAGE).headers["location"] == "/sign-in"


def test_where_none_is_set_up_none_is_offered(guarded):
    assert "/sign-in/provider" not in guarded.ask("/sign-in", **PAGE).body
    assert guarded.ask("/sign-in/vouched", **PAGE).status == 403
    assert guarded.door.let_in("sam", PASSWORD)
