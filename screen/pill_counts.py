"""What can be chosen, with how many people it would leave."""

from __future__ import annotations

from screen.wording import Words


def with_count(name: str, number: int | None, words: Words) -> str:
    """Return a name with its number; the name alone where the number may not be told."""
    return name if number is None else f"{name} · {words.number(number)}"
