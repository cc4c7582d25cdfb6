"""Signing in with a password or by an identity provider, and signing out."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from matcher.accounts import ABSOLUTE
from screen.server import identity_provider
from screen.server.addresses import COOKIE, SIGN_IN, SIGN_OUT, TO_PROVIDER, VOUCHED, local_path, sign_in_address
from screen.server.door import door
from screen.server.html_pages import onward_page, refusal_page, sign_in_page, words_of
from screen.wording import Words

_LONGEST_FORM = 8192  # bytes; a login, a password and an address fit many times
_ONWARD = "matcher-onward"
_AT_ONCE = asyncio.Semaphore(8)
"""A password is looked at slowly on purpose. Who waits for it must not take the threads that serve everybody else."""


async def show_form(request: Request) -> Response:
    """Show the form, or send on whoever needs none."""
    onward = local_path(request.query_params.get("next", "/"))
    if await run_in_threadpool(_needs_no_form, request):
        return RedirectResponse(onward, 303)
    return sign_in_page(words_of(request), onward, providers=identity_provider.providers())


async def sign_in(request: Request) -> Response:
    """Let somebody in by login and password, and send them on to the address they asked for."""
    if not _is_from_here(request):
        return _foreign(words_of(request))
    form = await _form(request)
    words, onward = Words(form.get("language", "")), local_path(form.get("next", "/"))
    login = form.get("login", "")
    async with _AT_ONCE:
        token = await run_in_threadpool(lambda: door().let_in(login, form.get("password", "")))
    if token is None:
        providers = identity_provider.providers()
        return sign_in_page(words, onward, providers=providers, login=login, error="sign_in.refused")
    return _signed_in(request, RedirectResponse(onward, 303), token)


async def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    if not _is_from_here(request):
        return _foreign(words_of(request))
    await run_in_threadpool(lambda: door().let_out(request.cookies.get(COOKIE)))
    response = RedirectResponse(SIGN_IN, 303)
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=_is_secure(request))
    return response


async def to_provider(request: Request) -> Response:
    """Send somebody to an identity provider that is set up."""
    provider = request.query_params.get("provider", "")
    onward = local_path(request.query_params.get("next", "/"))
    if provider not in identity_provider.providers():
        return RedirectResponse(sign_in_address(onward), 303)
    response = RedirectResponse(identity_provider.way_to(provider), 303)
    response.set_cookie(_ONWARD, onward, max_age=600, path="/", httponly=True, samesite="lax")
    return response


async def vouched(request: Request) -> Response:
    """Let somebody in who came back from an identity provider, if there is an account for them."""
    onward = local_path(request.cookies.get(_ONWARD, "/"))
    email = identity_provider.vouched_email(request)
    token = await run_in_threadpool(lambda: door().let_in_vouched(email)) if email else None
    words = words_of(request)
    if token is not None:
        response = _signed_in(request, onward_page(words, onward), token)
    else:
        providers = identity_provider.providers()
        response = sign_in_page(words, onward, providers=providers, error="sign_in.not_vouched")
    for name in (_ONWARD, *identity_provider.cookies_of(request)):
        response.delete_cookie(name, path="/")
    return response


ROUTES = [
    Route(SIGN_IN, show_form, methods=["GET"]),
    Route(SIGN_IN, sign_in, methods=["POST"]),
    Route(SIGN_OUT, show_form, methods=["GET"]),
    Route(SIGN_OUT, sign_out, methods=["POST"]),
    Route(TO_PROVIDER, to_provider, methods=["GET"]),
    Route(VOUCHED, vouched, methods=["GET"]),
]


def _needs_no_form(request: Request) -> bool:
    keeper = door()
    return keeper.is_open() or keeper.known(request.cookies.get(COOKIE)) is not None


def _is_from_here(request: Request) -> bool:
    """Tell whether a form was sent by a page of this app: another site's could sign people in as somebody else."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host")


def _foreign(words: Words) -> Response:
    return refusal_page(words, words("gate.foreign_title"), words("gate.foreign"))


async def _form(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_FORM:
            return {}
    return {name: values[-1] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}


def _signed_in(request: Request, response: Response, token: str) -> Response:
    longest = int(ABSOLUTE.total_seconds())
    response.set_cookie(
        COOKIE, token, max_age=longest, path="/", httponly=True, samesite="strict", secure=_is_secure(request)
    )
    return response


def _is_secure(request: Request) -> bool:
    forwarded = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    return "https" in (request.url.scheme, forwarded)
