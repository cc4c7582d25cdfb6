"""Who is at the browser, asked anew at every run of a page: a session that ended is at an end there too.

Within one run the many pieces of a page ask once (:func:`known_visitor`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import streamlit as st

from matcher.accounts import actor_of
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import Account
from matcher.trail import Role
from screen.server.addresses import COOKIE
from screen.server.door import door

VIEWED_AS = "view-as"
"""Where a visitor of the demo keeps the role they look through, in the session and in the address."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever is at the browser: the actor, their account, and whether they may choose the role they look through.

    ``account`` is ``None`` where there are no accounts: whoever sits at this machine may look.
    """

    actor: Actor
    account: Account | None = None
    chooses_role: bool = False


_known: ContextVar[Visitor | None] = ContextVar("known_visitor", default=None)
"""Who is at the browser of the page that this thread draws now."""


@contextmanager
def known_visitor() -> Iterator[Visitor | None]:
    """Ask who is at the browser, once for all that is drawn inside; what is drawn later by itself asks anew.

    Raises:
        StoreError: The database cannot be opened.
        UsageError: ``MATCHER_ROLE`` names no role.
    """
    before = _known.set(current_visitor())
    try:
        yield _known.get()
    finally:
        _known.reset(before)


def current_visitor() -> Visitor | None:
    """Return who is at the browser, or ``None`` where somebody must sign in first; raises as :func:`known_visitor`."""
    return _known.get() or _asked()


def _asked() -> Visitor | None:
    keeper = door()
    if keeper.is_open():
        return _anybody()
    account = keeper.known(_token())
    return Visitor(actor_of(account), account) if account else None


def current_actor() -> Actor:
    """Return who is at the browser; a page that nobody is signed in at goes no further."""
    visitor = current_visitor()
    if visitor is None:
        st.stop()
    return visitor.actor


def sign_out() -> None:
    """End the session of this browser."""
    door().let_out(_token())


def _token() -> str | None:
    """Return what the browser's cookie holds. Without a browser Streamlit's context has a stand-in that is no text."""
    held: object = st.context.cookies.get(COOKIE)
    return held if isinstance(held, str) else None


def _anybody() -> Visitor:
    settings = Settings.current()
    named = Actor.of(settings.actor, settings.role)
    if "role" in settings.model_fields_set:
        return Visitor(named)
    chosen = st.session_state.get(VIEWED_AS) or st.query_params.get(VIEWED_AS)
    role = Role(chosen) if chosen in tuple(Role) else named.role
    return Visitor(Actor(named.name, role), chooses_role=True)
