"""The form: it lets the right people in, keeps their cookie to itself, and takes orders from no other site."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from screen.wording import Words
from tests.screen.server.conftest import PAGE, PASSWORD

RIGHT = f"login=sam&password={quote(PASSWORD)}"


def test_who_signs_in_gets_a_cookie_that_no_script_and_no_other_site_sees(guarded):
    answer = guarded.post("/sign-in", f"{RIGHT}&next=/find-candidates%3Fvacancy%3DV1")
    assert answer.status == 303
    assert answer.headers["location"] == "/find-candidates?vacancy=V1"
    (cookie,) = answer.cookies
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Secure" not in cookie
    assert guarded.ask("/", **PAGE, Cookie=answer.cookie).status == 200
    assert guarded.ask("/sign-in", **PAGE, Cookie=answer.cookie).headers["location"] == "/"


def test_behind_a_proxy_that_speaks_tls_the_cookie_travels_by_tls_alone(guarded):
    answer = guarded.post("/sign-in", RIGHT, X_Forwarded_Proto="https")
    assert "Secure" in answer.cookies[0]


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_a_wrong_password_is_one_sentence_and_the_name_stays(guarded, language):
    answer = guarded.post("/sign-in", f"login=sam%22%3E%3Cscript%3E&password=wrong&language={language}")
    assert answer.status == 403
    assert answer.cookies == []
    words = Words(language)
    assert words("sign_in.refused") in answer.body.replace("&#x27;", "'")
    assert f'<html lang="{language}">' in answer.body
    assert 'value="sam&quot;&gt;&lt;script&gt;"' in answer.body
    assert "<script" not in answer.body


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({"Accept_Language": "nl-BE,fr;q=0.8"}, "nl"),
        ({"Accept_Language": "ar,fr-BE;q=0.8"}, "fr"),
        ({"Accept_Language": "ar"}, "en"),
        ({}, "en"),
    ],
)
def test_the_form_speaks_the_language_of_the_browser(guarded, headers, language):
    answer = guarded.ask("/sign-in?next=/a", Accept="text/html", **headers)
    assert Words(language)("sign_in.password") in answer.body
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert guarded.ask("/sign-in?language=de", Accept="text/html", **headers).body.count("Passwort") >= 1


@pytest.mark.parametrize("onward", ["https://evil.example", "//evil.example", "/%5Cevil.example", "/%0d%0aX: y"])
def test_nobody_is_sent_to_another_site(guarded, onward):
    assert guarded.post("/sign-in", f"{RIGHT}&next={onward}").headers["location"] == "/"
    assert "evil" not in guarded.ask(f"/sign-in?next={onward.replace(' ', '+')}", **PAGE).body


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
def test_a_form_of_another_site_is_refused(guarded, path, origin):
    answer = guarded.post(path, RIGHT, Origin=origin)
    assert answer.status == 403
    assert answer.cookies == []


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
def test_a_form_from_nowhere_is_refused(guarded, path):
    assert guarded.ask(path, "POST", RIGHT).status == 403


@pytest.mark.parametrize("body", ["", "login=sam", "x" * 9000, "\x00=\xff&&&==", f"{RIGHT}&padding={'x' * 9000}"])
def test_a_form_that_is_none_opens_nothing(guarded, body):
    assert guarded.post("/sign-in", body).status == 403


def test_who_signs_out_is_out_in_every_tab_of_that_browser(guarded):
    cookie = guarded.post("/sign-in", RIGHT).cookie
    answer = guarded.post("/sign-out", "", Cookie=cookie)
    assert answer.headers["location"] == "/sign-in"
    assert 'matcher-session=""' in answer.cookies[0]
    assert guarded.ask("/", **PAGE, Cookie=cookie).status == 303
    assert Words("en")("sign_in.password") in guarded.ask("/sign-out", **PAGE).body


def test_an_account_that_is_disabled_is_out_at_once(guarded):
    cookie = guarded.post("/sign-in", f"login=rik%40degist.example&password={quote(PASSWORD)}").cookie
    assert guarded.websocket(Cookie=cookie) == 101
    guarded.directory.disable("rik@degist.example")
    assert guarded.websocket(Cookie=cookie) == 403
    guarded.directory.enable("rik@degist.example")
    assert guarded.websocket(Cookie=cookie) == 403
