"""Signing in by an identity provider (OpenID Connect), as Streamlit does it where ``secrets.toml`` has ``[auth]``.

Only this module knows how Streamlit keeps who came back from a provider.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from starlette.requests import HTTPConnection
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks, get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
"""Streamlit's own addresses of the walk to a provider and back."""


def providers() -> tuple[str, ...]:
    """Return the names of the providers that are set up; ``default`` for the one of ``[auth]`` itself."""
    section = get_secrets_auth_section().to_dict()
    named = tuple(name for name, value in section.items() if isinstance(value, Mapping) and "client_id" in value)
    return named or (("default",) if "client_id" in section else ())


def way_to(provider: str) -> str:
    """Return the address that leads to a provider."""
    return f"{LOGIN}?{urlencode({'provider': encode_provider_token(provider)})}"


def came_back(connection: HTTPConnection) -> bool:
    """Tell whether a browser carries what Streamlit keeps of somebody who came back from a provider."""
    return USER_COOKIE_NAME in connection.cookies


def vouched_email(connection: HTTPConnection) -> str | None:
    """Return the e-mail address that a provider vouches for; ``None`` where none does, or says it is not verified."""
    secret = get_cookie_secret()

    def opened(name: str) -> bytes | None:
        sealed = connection.cookies.get(name)
        return decode_signed_value(secret, name, sealed.encode("latin-1", "replace")) if sealed else None

    told = get_cookie_with_chunks(opened, USER_COOKIE_NAME) if providers() else None
    if told is None:
        return None
    user = json.loads(told)
    here = urlsplit(str(user.get("origin", ""))).netloc == connection.headers.get("host")
    if not here or not user.get("is_logged_in") or user.get("email_verified") is False:
        return None
    return str(user["email"]) if user.get("email") else None


def cookies_of(connection: HTTPConnection) -> tuple[str, ...]:
    """Return the names of the cookies that Streamlit keeps of somebody who came back."""
    return tuple(name for name in connection.cookies if name.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME)))
