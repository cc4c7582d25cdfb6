"""What was worked out last, kept for as long as what it was worked out from stays the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Latest(Generic[Value]):
    """One value under one key, for all threads: one of them works it out while the others wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[Hashable, Value] | None = None

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value held under the key, or make it and hold it in place of the one before."""
        with self._lock:
            if self._held is None or self._held[0] != key:
                self._held = (key, make())
            return self._held[1]

    def forget(self) -> None:
        """Hold nothing, such as when somebody was erased."""
        with self._lock:
            self._held = None
