"""Accounts: who may sign in and as what, how they do, and what is shared with the organisations they work for."""

from __future__ import annotations

from matcher.accounts.directory import Directory, Position
from matcher.accounts.doorkeeper import Doorkeeper
from matcher.accounts.passwords import generated as generated_password
from matcher.accounts.sharing import Sharing
from matcher.accounts.terms import ABSOLUTE, FAILURES, IDLE, LOCKED
from matcher.accounts.visiting import actor_of

__all__ = [
    "ABSOLUTE",
    "FAILURES",
    "IDLE",
    "LOCKED",
    "Directory",
    "Doorkeeper",
    "Position",
    "Sharing",
    "actor_of",
    "generated_password",
]
