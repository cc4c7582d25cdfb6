"""Who is at the browser."""

from __future__ import annotations

from matcher.settings import Settings
from matcher.stewardship import Actor


def current_actor() -> Actor:
    """Return who the environment names."""
    settings = Settings()
    return Actor.of(settings.actor, settings.role)
