"""Addresses of signing in and out, the cookie that knows a browser again, and where somebody may be sent on to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
TO_PROVIDER, VOUCHED = "/sign-in/provider", "/sign-in/vouched"
COOKIE = "matcher-session"


def local_path(wanted: str) -> str:
    r"""Return an address of this app to send somebody on to: the one wanted, or the first page where it is elsewhere.

    A browser reads ``//host``, ``/\host`` and addresses with control characters in them as another site's.
    """
    parts = urlsplit(wanted) if wanted.isprintable() else None
    elsewhere = parts is None or parts.scheme or parts.netloc or not wanted.startswith("/") or wanted.startswith("//")
    if elsewhere or "\\" in wanted or wanted.startswith((SIGN_IN, SIGN_OUT)):
        return "/"
    return wanted


def sign_in_address(wanted: str) -> str:
    """Return the address to sign in at, which sends on to the one wanted."""
    onward = local_path(wanted)
    return SIGN_IN if onward == "/" else f"{SIGN_IN}?next={quote(onward, safe='/')}"
