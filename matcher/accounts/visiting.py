"""Accounts as actors."""

from __future__ import annotations

from matcher.stewardship import Actor
from matcher.store.held_accounts import Account


def actor_of(account: Account) -> Actor:
    """Return the actor that an account stands for."""
    organisation = account.organisation.id if account.organisation else None
    return Actor(account.login, account.role, account.schemes, organisation)
