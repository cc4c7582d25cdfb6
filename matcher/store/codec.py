"""Records to plain JSON and back, driven by the types that the records declare.

Fields that equal their default are left out, so that a field added to a record later changes no stored content. Dates
are ISO 8601 text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from matcher.errors import StoreError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Noun = TypeVar("Noun")
_Function = TypeVar("_Function", bound=Callable[..., Any])
_Way = Callable[[Any], Any]

_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it, and not a backslash before "u0000"

WHERE_FOUND = ("id", "source")
"""Fields that say where a record stands, not what it says: they take no part in the content hash."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How one type is written and read. ``plain`` types fit a database column as they are."""

    write: _Way
    read: _Way
    plain: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One field of a noun, with the value it takes where nothing was said."""

    name: str
    default: object
    ways: _Ways


def encode(record: object) -> dict[str, Json]:
    """Return a record (any noun of :mod:`matcher.records`) as plain JSON."""
    return _encode(_parts(type(record)), record)


def decode(noun: type[Noun], content: Mapping[str, Any]) -> Noun:
    """Return the record that :func:`encode` wrote.

    Raises:
        StoreError: The content does not fit the noun.
    """
    read: Callable[[Mapping[str, Any]], Noun] = _reader(noun)
    return read(content)


def to_columns(record: object) -> dict[str, Any]:
    """Return one value a field: plain values and dates as they are, nested nouns as JSON or ``None`` by default."""
    columns: dict[str, Any] = {}
    for part in _parts(type(record)):
        value = getattr(record, part.name)
        if not part.ways.plain:
            value = None if value == part.default else part.ways.write(value)
        columns[part.name] = value
    return columns


def from_columns(noun: type[Noun], columns: Mapping[Any, Any]) -> Noun:
    """Return the record that :func:`to_columns` spread; columns that the noun has no field for are passed over."""
    values: dict[str, Any] = {}
    for part in _parts(noun):
        value = columns[part.name]
        if part.ways.plain:
            values[part.name] = value
        elif value is not None:
            values[part.name] = part.ways.read(value)
    return noun(**values)


def content_hash(record: object) -> str:
    """Return the SHA-256 (hexadecimal) of what a record says, whatever its id and the row it was read from.

    Raises:
        ValueError: The record holds something no database keeps: an infinite number, half a character or a NUL.
    """
    content = {name: value for name, value in encode(record).items() if name not in WHERE_FOUND}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    if "\\u0000" in canonical and _NUL.search(canonical):
        raise ValueError("the character NUL")
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _once(function: _Function) -> _Function:
    """Work each answer out once; typed so that classes may be asked about, which mypy does not count as hashable."""
    return cast(_Function, cache(function))


def _encode(parts: tuple[_Part, ...], record: object) -> dict[str, Json]:
    values = ((part, getattr(record, part.name)) for part in parts)
    return {part.name: part.ways.write(value) for part, value in values if value != part.default}


@_once
def _parts(noun: Any) -> tuple[_Part, ...]:
    hints = get_type_hints(noun)
    return tuple(_Part(item.name, _default(item), _ways(hints[item.name])) for item in fields(noun))


def _default(item: Field[Any]) -> object:
    """Return the default; a field without one gets ``MISSING``, which no value equals."""
    return item.default if item.default_factory is MISSING else item.default_factory()


@_once
def _reader(noun: Any) -> _Way:
    # A cohort is some hundred thousand small nouns: only the fields that JSON cannot hold as they are cost a call.
    converting = tuple((part.name, part.ways.read) for part in _parts(noun) if part.ways.read is not _same)

    def read(content: Mapping[str, Any]) -> Any:
        try:
            if not converting:
                return noun(**content)
            values = dict(content)
            for name, way in converting:
                if name in values:
                    values[name] = way(values[name])
            return noun(**values)
        except TypeError as error:
            message = f"The store holds a {noun.__name__} that this version cannot read ({error}): update matcher."
            raise StoreError(message) from error

    return read


@_once
def _ways(hint: Any) -> _Ways:
    if get_origin(hint) in (Union, UnionType):
        return _optional_ways(hint)
    if get_origin(hint) is tuple:
        return _tuple_ways(get_args(hint))
    if is_dataclass(hint):
        parts = _parts(hint)
        return _Ways(lambda value: _encode(parts, value), _reader(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _Ways(str, hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    raise TypeError(f"The store cannot write a field of type {hint!r}: teach matcher/store/codec.py about it.")


def _optional_ways(hint: Any) -> _Ways:
    inner = [choice for choice in get_args(hint) if choice is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"The store cannot write a field of type {hint!r}: one type or None is all it knows.")
    ways = _ways(inner[0])
    return _Ways(_unless_none(ways.write), _unless_none(ways.read), ways.plain)


def _unless_none(way: _Way) -> _Way:
    return way if way is _same else lambda value: None if value is None else way(value)


def _tuple_ways(items: tuple[Any, ...]) -> _Ways:
    if items[-1] is Ellipsis:
        return _Ways(_each(_ways(items[0]).write, list), _each(_ways(items[0]).read, tuple))
    places = tuple(_ways(item) for item in items)
    return _Ways(
        lambda values: [ways.write(value) for ways, value in zip(places, values, strict=True)],
        lambda values: tuple(ways.read(value) for ways, value in zip(places, values, strict=True)),
    )


def _each(way: _Way, gather: _Way) -> _Way:
    return gather if way is _same else lambda values: gather(map(way, values))


def _same(value: Any) -> Any:
    return value


_SIMPLE: Mapping[Any, _Ways] = {
    str: _Ways(_same, _same, plain=True),
    int: _Ways(_same, _same, plain=True),
    bool: _Ways(_same, _same, plain=True),
    # A whole number given for a float would hash differently from the same number written as 2.0.
    float: _Ways(float, _same, plain=True),
    # A datetime is a date too; its time of day would make the text unreadable as a date.
    date: _Ways(lambda value: value.isoformat()[:10], date.fromisoformat, plain=True),
}
