"""Finding one record by what a person types: its id, or a reference that only one record has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from matcher.errors import NotFoundError

NEAREST_NAMED = 3
CHOICES_NAMED = 10
SHORTEST_ID = 6  # digits of an id that name a record, as screens and tables show them
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


class Entry(NamedTuple):
    """What one record can be called by: ``key`` is ``None`` where it was not read, ``scheme`` empty where none is."""

    id: str
    key: str | None
    scheme: str = ""


def find_id(asked: str, noun: str, entries: Sequence[Entry]) -> str:
    """Return the id of the record that ``asked`` names: by id first, then by key, then by the first digits of an id.

    Raises:
        NotFoundError: Nothing has that name (the message gives the nearest), or several have (it lists them).
    """
    if any(entry.id == asked for entry in entries):
        return asked
    called = [entry for entry in entries if entry.key == asked]
    if not called and len(asked) >= SHORTEST_ID:
        called = [entry for entry in entries if entry.id.startswith(asked)]
    if len(called) == 1:
        return called[0].id
    if called:
        choices = ", ".join(f"{entry.id} ({entry.scheme})" for entry in called[:CHOICES_NAMED])
        raise NotFoundError(f"{asked!r} is the reference of more than one {noun}: ask for one by its id: {choices}.")
    raise NotFoundError(_unknown(asked, noun, entries))


def _unknown(asked: str, noun: str, entries: Sequence[Entry]) -> str:
    if not entries:
        return f"There is no {noun} {asked!r}: the store holds no {noun} yet, load some first."
    keys = dict.fromkeys(entry.key for entry in entries if entry.key is not None)
    nearest = _nearest(asked, [*keys, *(entry.id for entry in entries)])
    if nearest:
        return f"There is no {noun} {asked!r}: the nearest are {', '.join(nearest)}."
    examples = ", ".join(list(keys)[:NEAREST_NAMED])
    return f"There is no {noun} {asked!r} and nothing near it: references look like {examples}."


def _nearest(asked: str, names: Sequence[str]) -> list[str]:
    """Return names that differ only in capitals or leading zeros (``pal-7``, ``PAL-007``), then those most alike."""
    same = [name for name in names if _loosely(name) == _loosely(asked)]
    return list(dict.fromkeys([*same, *get_close_matches(asked, names, n=NEAREST_NAMED)]))[:NEAREST_NAMED]


def _loosely(name: str) -> str:
    return _LEADING_ZEROS.sub("", name.casefold())
