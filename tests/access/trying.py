"""Every public method of every office, found by looking, and tried as each role."""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_type_hints

import matcher.offices
from matcher.errors import NotFoundError, RefusedError
from matcher.offices import Office
from matcher.trail import Role
from tests.access.arguments import Things
from tests.access.world import World, copied

TABLE = tomllib.loads((Path(__file__).parent / "matrix.toml").read_text(encoding="utf-8"))
OFFICES = {
    name: item
    for name, item in vars(matcher.offices).items()
    if inspect.isclass(item) and issubclass(item, Office) and item is not Office
}


@dataclass(frozen=True)
class Method:
    """A public method: of an office, or of a desk that an office gives by an attribute."""

    office: str
    owner: str
    name: str
    desk: str = ""

    def __str__(self) -> str:
        return ".".join(part for part in (self.office, self.desk, self.name) if part)

    @property
    def said(self) -> dict[str, Any]:
        """What the table says of it; an empty one where it says nothing."""
        return TABLE["methods"].get(self.owner, {}).get(self.name, {})

    def allowed(self, role: Role) -> bool:
        return role in TABLE["offices"][self.office] and role in self.said["roles"]

    def stand_ins(self, things: Things) -> tuple[str, ...]:
        """Return which of these stand for an argument, or for a part of one."""
        return tuple(dict.fromkeys(name for name in _words(self.said.get("arguments", {}).values()) if name in things))

    def call(self, world: World, role: Role, things: Things) -> Any:
        """Enter the office as a role and call the method; what it gives one by one is taken out."""
        target = OFFICES[self.office](world.engine, world.actors[role])
        target = getattr(target, self.desk) if self.desk else target
        arguments = {name: _filled(value, things) for name, value in self.said.get("arguments", {}).items()}
        found = getattr(target, self.name)(**arguments)
        return list(found) if inspect.isgenerator(found) else found


@dataclass(frozen=True)
class Tried:
    """What came of one call: whether it was refused, as the table expects or not, and what leaked in the answer."""

    refused: bool
    expected: bool
    leaks: tuple[str, ...] = ()


def methods() -> list[Method]:
    """Every public method of every office and of the desks that it gives."""
    found = []
    for name, office in OFFICES.items():
        found += [Method(name, _owner(office, method), method) for method in _public(office)]
        for desk, kind in _desks(office):
            found += [Method(name, _owner(kind, method), method, desk) for method in _public(kind)]
    return found


def attempts(method: Method, role: Role, world: World, folder: Path) -> list[Tried]:
    """Try a method as a role with what it may name, then with each thing out of its reach in turn.

    What may change something is tried on a copy; what is refused needs none.
    """
    within = world.within[role]
    if not method.allowed(role):
        return [_attempt(method, role, world, within, is_own=False)]
    beyond = world.beyond[role]
    calls = [(within, True)] + [(within | {name: beyond[name]}, False) for name in method.stand_ins(beyond)]
    return [_tried(method, role, world, folder, *call) for call in calls]


def _tried(method: Method, role: Role, world: World, folder: Path, things: Things, is_own: bool) -> Tried:
    changes = method.said.get("writes", False) and (is_own or "nothing" in method.said)
    if not changes:
        return _attempt(method, role, world, things, is_own=is_own)
    with copied(world, folder) as copy:
        return _attempt(method, role, copy, things, is_own=is_own)


def _attempt(method: Method, role: Role, world: World, things: Things, *, is_own: bool) -> Tried:
    """Call a method; out of reach it refuses, answers as if there were no such thing, or with nothing."""
    allowed = method.allowed(role)
    refusals = (RefusedError, NotFoundError) if allowed and not is_own else (RefusedError,)
    try:
        words = repr(method.call(world, role, things))
    except refusals:
        return Tried(refused=True, expected=not (allowed and is_own))
    leaks = tuple(secret for secret in world.secrets(role) if secret in words)
    return Tried(False, allowed and (is_own or words == method.said.get("nothing")), leaks)


def _words(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _words(value)


def _filled(value: Any, things: Things) -> Any:
    if isinstance(value, list):
        return [_filled(each, things) for each in value]
    return things.get(value, value) if isinstance(value, str) else value


def _public(kind: type) -> list[str]:
    return [name for name, item in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]


def _owner(kind: type, method: str) -> str:
    return next(each.__name__ for each in kind.__mro__ if method in vars(each))


def _desks(office: type) -> list[tuple[str, type]]:
    """The attributes of an office that are objects of its package with methods of their own."""
    found = []
    for name, item in inspect.getmembers(office):
        getter = item.fget if isinstance(item, property) else getattr(item, "func", None)
        if name.startswith("_") or not isinstance(item, property | cached_property):
            continue
        kind = get_type_hints(getter).get("return")
        if inspect.isclass(kind) and kind.__module__.startswith("matcher.offices"):
            found.append((name, kind))
    return found
