"""How long a session lasts, and when an account is locked."""

from __future__ import annotations

from datetime import timedelta

FAILURES = 10
"""Wrong passwords after which an account is locked."""

LOCKED = timedelta(minutes=15)
"""How long it stays locked: long enough to make guessing hopeless, short enough not to shut its owner out for a day."""

IDLE = timedelta(minutes=30)
"""A session that is not used for so long ends."""

ABSOLUTE = timedelta(hours=10)
"""A session ends so long after the sign-in, used or not: a working day."""

NOTED = timedelta(minutes=1)
"""How exactly it is kept when a session was last used: a write at every click would queue behind every other."""
