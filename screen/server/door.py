"""The door of this process: one doorkeeper over the database that the environment names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from matcher.accounts import Doorkeeper
from matcher.settings import Settings
from matcher.store import KeySource, Store


def door() -> Doorkeeper:
    """Return the doorkeeper, opening the database the first time.

    Raises:
        StoreError: The database cannot be opened.
    """
    settings = Settings()
    return _opened(settings.store_url, settings.home)


@lru_cache(maxsize=4)
def _opened(url: str, home: Path) -> Doorkeeper:
    return Doorkeeper(Store.open(url, KeySource.of(Settings(home=home, database_url=url))).accounts())
