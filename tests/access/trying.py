"""Every public method of every office, found by looking, and tried as each role."""

from __future__ import annotations

import inspect
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_type_hints

import matcher.offices
from matcher.errors import NotFoundError, RefusedError
from matcher.offices import Office
from matcher.trail import Role
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

    def takes_ids(self, ids: dict[str, str]) -> bool:
        """Tell whether any of these stands for an argument."""
        return any(isinstance(value, str) and value in ids for value in self.said.get("arguments", {}).values())

    def call(self, world: World, role: Role, ids: dict[str, str]) -> Any:
        """Enter the office as a role and call the method; what it gives one by one is taken out."""
        target = OFFICES[self.office](world.engine, world.actors[role])
        target = getattr(target, self.desk) if self.desk else target
        arguments = {
            name: ids.get(value, world.seen(role).get(value, value)) if isinstance(value, str) else value
            for name, value in self.said.get("arguments", {}).items()
        }
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
    """Try a method as a role with what anybody may see, then, where it takes ids, with what is out of its reach."""
    calls = [world.seen(role)]
    if method.takes_ids(world.unseen(role)) and method.allowed(role) and role in (Role.STAFF, Role.RECRUITER):
        calls.append(world.unseen(role))
    if not method.said.get("writes"):
        return [_attempt(method, role, world, ids) for ids in calls]
    found = []
    for ids in calls:
        with copied(world, folder) as copy:
            found.append(_attempt(method, role, copy, ids))
    return found


def _attempt(method: Method, role: Role, world: World, ids: dict[str, str]) -> Tried:
    within = ids == world.seen(role)
    refusals = (RefusedError,) if within else (RefusedError, NotFoundError)
    try:
        words = repr(method.call(world, role, ids))
    except refusals:
        return Tried(refused=True, expected=not within or not method.allowed(role))
    secrets = world.secrets(role) if within else tuple(ids.values())
    return Tried(False, within and method.allowed(role), tuple(word for word in secrets if word in words))


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
