"""A store with an administrator at work, and a door with a clock that a test moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from matcher.accounts import Directory, Doorkeeper
from matcher.stewardship import Actor
from matcher.store import Store
from matcher.trail import Entry, Role

ADMIN = Actor("Ann", Role.ADMIN)
PASSWORD = "four words no sentence"


@dataclass
class Clock:
    """Tells the time that a test says it is."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 28, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def directory(store: Store) -> Directory:
    return Directory(store.accounts(), ADMIN)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(store: Store, clock: Clock) -> Doorkeeper:
    return Doorkeeper(store.accounts(), clock)


@pytest.fixture
def log(store: Store) -> Callable[[], list[Entry]]:
    """``log()``: the entries so far, oldest first."""
    return lambda: list(store.register().log().entries)
