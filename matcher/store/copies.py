"""What this process holds of the store, read once for as long as no process changes it; all threads share it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, TypeVar

from sqlalchemy import Connection

from matcher.store.revisions import Copied, mark_of

Content = TypeVar("Content")

_DERIVED = 100  # things worked out that are kept: a few for each user at work


class Copies:
    """Copies of whole tables, each with the mark of what it was read from."""

    def __init__(self) -> None:
        self._held: dict[tuple[Copied, Hashable], tuple[str, Any]] = {}
        self._derived: OrderedDict[Hashable, tuple[tuple[object, ...], Any]] = OrderedDict()
        self._lock = RLock()

    def of(
        self,
        connection: Connection,
        family: Copied,
        read: Callable[[Content | None], Content],
        part: Hashable = None,
    ) -> Content:
        """Return a copy that says what the tables say in the connection's transaction.

        Args:
            connection: of a transaction that sees one state of the database.
            family: that the tables read belong to.
            read: reads them where nothing is held or something changed; it is given what was held before, which it
                must leave as it is, for others may be using it.
            part: tells the copies of one family apart.
        """
        mark, name = mark_of(connection, family), (family, part)
        held = self._held.get(name)
        if held is None or held[0] != mark:
            with self._lock:  # one thread reads, the others wait for what it read
                held = self._held.get(name)
                if held is None or held[0] != mark:
                    held = (mark, read(None if held is None else held[1]))
                    self._held[name] = held
        content: Content = held[1]
        return content

    def derived(self, name: Hashable, sources: tuple[object, ...], make: Callable[[], Content]) -> Content:
        """Return what is worked out of copies, once for as long as they are the very same objects.

        Args:
            name: of what is worked out, with all that it depends on besides; the least used names are forgotten.
            sources: the copies that it is worked out of.
            make: works it out.
        """
        with self._lock:
            known = self._derived.get(name)
            if known is None or not all(a is b for a, b in zip(known[0], sources, strict=True)):
                known = self._derived[name] = (sources, make())
            self._derived.move_to_end(name)
            while len(self._derived) > _DERIVED:
                self._derived.popitem(last=False)
            content: Content = known[1]
            return content

    def forget(self, family: Copied) -> None:
        """Let go of the copies of a family, which may be of somebody who was erased since."""
        with self._lock:
            self._held = {name: held for name, held in self._held.items() if name[0] is not family}

    def forget_derived(self) -> None:
        """Let go of what was worked out of copies, which may be of somebody who was erased since."""
        with self._lock:
            self._derived.clear()
