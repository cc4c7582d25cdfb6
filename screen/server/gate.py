"""The gate: where there are accounts, nothing is served to a browser that is not signed in.

It stands around Streamlit's own server, so that neither a page's address nor its websocket is a way past it. Who is
signed in is asked again by each page at each run (:mod:`screen.visitor`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.websockets import WebSocket

from matcher.errors import MatcherError
from screen.server import identity_provider
from screen.server.addresses import COOKIE, SIGN_IN, SIGN_OUT, TO_PROVIDER, VOUCHED, sign_in_address
from screen.server.binding import is_local
from screen.server.door import door
from screen.server.html_pages import onward_page, refusal_page, words_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HEALTH = "/_stcore/health"
ADD_ACCOUNT = "matcher user add NAME --role admin"
LISTEN_LOCALLY = "streamlit run app.py --server.address 127.0.0.1"
_SIGNING_IN = frozenset({SIGN_IN, SIGN_OUT, TO_PROVIDER, VOUCHED, identity_provider.LOGIN, identity_provider.CALLBACK})
_SAYS_NOTHING = frozenset({HEALTH, "/favicon.png", "/favicon.ico"})
_ASSETS = "/static/"  # Streamlit's own program, the same for everybody


class Standing(StrEnum):
    """How a request stands before the gate."""

    ADMITTED = "admitted"
    STRANGER = "stranger"
    EXPOSED = "exposed"


class Gate:
    """ASGI middleware that lets a request pass, sends it to the sign-in, or refuses it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request or websocket."""
        if scope["type"] not in ("http", "websocket") or _is_free(scope["path"]):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        try:
            standing = await run_in_threadpool(_standing, connection)
        except MatcherError as error:
            answer: Response | None = PlainTextResponse(str(error), 503)
        else:
            answer = _answer(standing, connection)
        if answer is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close(1008)
        else:
            await answer(scope, receive, send)


def _is_free(path: str) -> bool:
    return path in _SAYS_NOTHING or path.startswith(_ASSETS)


def _standing(connection: HTTPConnection) -> Standing:
    keeper = door()
    if keeper.is_open():
        return Standing.ADMITTED if is_local(connection) else Standing.EXPOSED
    if connection.scope["path"] in _SIGNING_IN or keeper.known(connection.cookies.get(COOKIE)):
        return Standing.ADMITTED
    return Standing.STRANGER


def _answer(standing: Standing, connection: HTTPConnection) -> Response | None:
    """Return what is answered instead of what was asked for; ``None`` lets the request pass."""
    if standing is Standing.ADMITTED:
        return None
    words = words_of(connection)
    if standing is Standing.EXPOSED:
        commands = (ADD_ACCOUNT, LISTEN_LOCALLY)
        return refusal_page(words, words("gate.exposed_title"), words("gate.exposed"), commands)
    wants_a_page = connection.scope.get("method") == "GET" and "text/html" in connection.headers.get("accept", "")
    if not wants_a_page:
        return PlainTextResponse(words("gate.stranger"), 401)
    asked = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
    if identity_provider.came_back(connection):
        return RedirectResponse(VOUCHED, 303)
    if connection.headers.get("sec-fetch-site") == "cross-site":
        return onward_page(words, asked)
    return RedirectResponse(sign_in_address(asked), 303)
