"""Who is at the browser, asked anew at every run of a page: a session that ended is at an end there too."""

from __future__ import annotations

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


def current_visitor() -> Visitor | None:
    """Return who is at the browser, or ``None`` where somebody must sign in first.

    Raises:
        StoreError: The database cannot be opened.
        UsageError: ``MATCHER_ROLE`` names no role.
    """
    keeper = door()
    if keeper.is_open():
        return _anybody()
    account = keeper.known(st.context.cookies.get(COOKIE))
    return Visitor(actor_of(account), account) if account else None


def current_actor() -> Actor:
    """Return who is at the browser; a page that nobody is signed in at goes no further."""
    visitor = current_visitor()
    if visitor is None:
        st.stop()
    return visitor.actor


def sign_out() -> None:
    """End the session of this browser."""
    door().let_out(st.context.cookies.get(COOKIE))


def _anybody() -> Visitor:
    settings = Settings()
    named = Actor.of(settings.actor, settings.role)
    if "role" in settings.model_fields_set:
        return Visitor(named)
    chosen = st.session_state.get(VIEWED_AS) or st.query_params.get(VIEWED_AS)
    role = Role(chosen) if chosen in tuple(Role) else named.role
    return Visitor(Actor(named.name, role), chooses_role=True)
