"""An object of a JSON record while it is read: what is taken out of it is read, what is left is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matcher.intake.json_documents import leaves, text_of


class OpenObject:
    """Gives the values of an object by name, and afterwards those that nobody asked for.

    Args:
        record: the object.
        path: what stands before its names in messages and in what is kept: ``jvProfiles.nl``.
    """

    def __init__(self, record: dict[str, Any], path: str = "") -> None:
        self._rest = dict(record)
        self._path = path

    def __contains__(self, name: str) -> bool:
        """Tell whether there is still a value of that name."""
        return name in self._rest

    def name(self, name: str) -> str:
        """Return a name with what leads to it."""
        return f"{self._path}.{name}" if self._path else name

    def text(self, name: str) -> str:
        """Take a single value, or the words of a list of them; an object stays where it is, to be kept."""
        value = self._rest.get(name)
        if isinstance(value, dict) or (isinstance(value, list) and any(map(_is_nested, value))):
            return ""
        self._rest.pop(name, None)
        return "; ".join(filter(None, map(text_of, value))) if isinstance(value, list) else text_of(value)

    def items(self, name: str) -> list[Any]:
        """Take a list; any other value is the only one of it, and nothing is none."""
        value = self._rest.pop(name, None)
        if value is None or value == "":
            return []
        return value if isinstance(value, list) else [value]

    def value(self, name: str) -> Any:
        """Take a value as it is, or ``None``."""
        return self._rest.pop(name, None)

    def rest(self) -> Iterator[tuple[str, str]]:
        """Yield every single value that was not taken, under the names that lead to it."""
        for name, value in self._rest.items():
            yield from leaves(value, self.name(name))


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list)
