"""Where cohorts and vacancies are kept: SQLite by default, PostgreSQL by URL.

Importing this package costs next to nothing; the database libraries are imported when a store is opened.
"""

from __future__ import annotations

from matcher.store.facade import Store
from matcher.store.held import (
    Cause,
    Counts,
    DuplicateDecision,
    HeldGrounds,
    HeldProfile,
    HeldStatus,
    Holdings,
    KeyStatus,
    LinkChoices,
    LinkDecision,
)
from matcher.store.keys import KeySource

__all__ = [
    "Cause",
    "Counts",
    "DuplicateDecision",
    "HeldGrounds",
    "HeldProfile",
    "HeldStatus",
    "Holdings",
    "KeySource",
    "KeyStatus",
    "LinkChoices",
    "LinkDecision",
    "Store",
]
