"""Acts that are done once, however often they are asked for: a second click gets what the first one brought about."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

_REMEMBERED = 200

DoneT = TypeVar("DoneT")


class Tickets(Generic[DoneT]):
    """Remembers in this process what came of the last acts, each under a ticket that nobody can guess."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._turns: OrderedDict[str, Lock] = OrderedDict()
        self._done: dict[str, DoneT] = {}

    def once(self, ticket: str, act: Callable[[], DoneT]) -> DoneT:
        """Act, unless the ticket was used; return what came of it then. An act that raised may be tried again."""
        with self._turn(ticket):
            if ticket not in self._done:
                self._done[ticket] = act()
            return self._done[ticket]

    def _turn(self, ticket: str) -> Lock:
        with self._lock:
            turn = self._turns.setdefault(ticket, Lock())
            while len(self._turns) > _REMEMBERED:
                oldest, _ = self._turns.popitem(last=False)
                self._done.pop(oldest, None)
            return turn
