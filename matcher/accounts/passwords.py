"""Passwords: what may be one, and their argon2id hashes. Only this module knows argon2."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from matcher.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that reads like another: no i, l, o, 0 or 1
_AT_ONCE = BoundedSemaphore(2)
"""A hash takes 64 MiB and a core on purpose: a crowd at the door waits in line and leaves the rest of the app alone."""


def generated() -> str:
    """Return a password that nobody can guess (99 bits) and that can be read out over a telephone."""
    groups = ("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


def require_strong(password: str, login: str) -> None:
    """Raise :class:`UsageError` for what may not be a password: too short, too long, or the login."""
    if len(password) < SHORTEST:
        raise UsageError(
            f"The password has {len(password)} characters: take at least {SHORTEST}, such as four words that make no "
            "sentence."
        )
    if len(password) > LONGEST:
        raise UsageError(f"The password has {len(password)} characters: take at most {LONGEST}.")
    if login.casefold() in (password.casefold(), password.strip().casefold()):
        raise UsageError("The password is the login: take another one.")
    if len(set(password)) < 4:
        raise UsageError("The password repeats the same few characters: take one with more different ones.")


def hashed(password: str) -> str:
    """Return the argon2id hash of a password, with its salt and parameters."""
    with _AT_ONCE:
        return _hasher().hash(_composed(password))


def is_right(password: str, known: str) -> bool:
    """Tell whether a password is the one that was hashed; as slow where there is none (``known`` is empty)."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        with _AT_ONCE:
            return _hasher().verify(known or _of_nobody(), _composed(password[: LONGEST + 1])) and bool(known)
    except (VerificationError, InvalidHashError):
        return False


def _composed(password: str) -> str:
    """Return a password as one keyboard types it like another: "é" is one sign on some, two on others (RFC 8265)."""
    return unicodedata.normalize("NFC", password)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()  # argon2id by the parameters of RFC 9106, section 4, low memory


@cache
def _of_nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe(32))
