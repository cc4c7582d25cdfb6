"""The few pages that Streamlit does not draw: signing in, and refusals. They need no script."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse

from matcher.reasons import LANGUAGES
from screen.server.addresses import SIGN_IN, TO_PROVIDER
from screen.wording import Words

_FRAME = Template((Path(__file__).parent / "around.html").read_text(encoding="utf-8"))
_FORM = Template((Path(__file__).parent / "form.html").read_text(encoding="utf-8"))
_SHOWN = ("nl", "fr", "en", "de")


def words_of(connection: HTTPConnection) -> Words:
    """Return the words of the language in the address, else of the first that the browser asks for, else English."""
    asked = connection.query_params.get("language", "")
    accepted = connection.headers.get("accept-language", "")
    for tag in (asked, *accepted.split(",")):
        if (code := tag.strip()[:2].lower()) in LANGUAGES:
            return Words(code)
    return Words(LANGUAGES[0])


def sign_in_page(
    words: Words, onward: str, *, providers: tuple[str, ...] = (), login: str = "", error: str = ""
) -> HTMLResponse:
    """Return the form to sign in with, and a way to each identity provider; ``error`` is a code of words."""
    said = {name: escape(words(f"sign_in.{name}")) for name in ("login", "password", "button", "help")}
    wrong = f'<p class="error" id="error" role="alert">{escape(words(error))}</p>' if error else ""
    ways = "".join(_way(words, provider, onward) for provider in providers)
    form = _FORM.substitute(
        said,
        action=escape(SIGN_IN),
        onward=escape(onward),
        language=words.language,
        typed=escape(login),
        wrong=wrong,
        described='aria-describedby="error" aria-invalid="true"' if error else "",
        ways=ways,
    )
    page = _page(words, words("sign_in.title"), form, onward)
    page.status_code = 403 if error else 200
    return page


def refusal_page(words: Words, title: str, sentence: str, commands: tuple[str, ...] = ()) -> HTMLResponse:
    """Return a page that says one thing, and the commands that mend it."""
    shown = "".join(f"<pre><code>{escape(command)}</code></pre>" for command in commands)
    page = _page(words, title, f"<p>{escape(sentence)}</p>{shown}", "/")
    page.status_code = 403
    return page


def onward_page(words: Words, onward: str) -> HTMLResponse:
    """Return a page that sends the browser on by itself.

    A browser that comes from another site sends no cookie that is strictly ours; from a page of our own it does.
    """
    title, link = words("sign_in.onward"), f'<p><a href="{escape(onward)}">{escape(words("sign_in.go_on"))}</a></p>'
    refresh = f'<meta http-equiv="refresh" content="0; url={escape(onward)}">'
    return _page(words, title, link, onward, refresh)


def _way(words: Words, provider: str, onward: str) -> str:
    address = f"{TO_PROVIDER}?{urlencode({'provider': provider, 'next': onward})}"
    name = words("sign_in.by_provider") if provider == "default" else provider.capitalize()
    return f'<a class="way" href="{escape(address)}">{escape(words("sign_in.with", provider=name))}</a>'


def _page(words: Words, title: str, body: str, onward: str, head: str = "") -> HTMLResponse:
    nonce = secrets.token_urlsafe(12)
    content = _FRAME.substitute(
        language=words.language,
        title=escape(title),
        nonce=nonce,
        head=head,
        body=body,
        label=escape(words("frame.language")),
        languages="".join(_language(code, words, onward) for code in _SHOWN),
        decides=escape(words("frame.decides")),
    )
    return HTMLResponse(content, headers=_headers(nonce))


def _language(code: str, words: Words, onward: str) -> str:
    here = ' aria-current="true"' if code == words.language else ""
    address = f"{SIGN_IN}?{urlencode({'language': code, 'next': onward})}"
    return f'<a href="{escape(address)}" lang="{code}" hreflang="{code}"{here}>{code.upper()}</a>'


def _headers(nonce: str) -> Mapping[str, str]:
    policy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": f"{policy}; style-src 'nonce-{nonce}'",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
