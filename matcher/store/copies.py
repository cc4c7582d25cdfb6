"""What this process holds of the store, read once for as long as no process changes it; all threads share it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, TypeVar

from sqlalchemy import Connection

from matcher.store.revisions import Copied, mark_of

Content = TypeVar("Content")


class Copies:
    """Copies of whole tables, each with the mark of what it was read from."""

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[str, Any]] = {}
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
