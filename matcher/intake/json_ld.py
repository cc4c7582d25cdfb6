"""JSON-LD: finds the nodes of a type in a document, and opens them whatever prefix their names have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from matcher.intake.json_documents import leaves, text_of

Node = dict[str, Any]

_PREFIX = re.compile(r"^(?:schema:|https?://(?:www\.)?schema\.org/)")


def types_of(value: Any) -> frozenset[str]:
    """Return the types that an object says it has, without their prefix."""
    told = value.get("@type") if isinstance(value, dict) else None
    return frozenset(_PREFIX.sub("", text_of(name)) for name in (told if isinstance(told, list) else [told]))


def find_nodes(value: Any, kind: str) -> Iterator[Node]:
    """Yield the objects of a type, in their order, wherever they stand but not within each other."""
    if kind in types_of(value):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from find_nodes(part, kind)


def named_nodes(value: Any) -> dict[str, Node]:
    """Return the objects of a document that have an ``@id`` and say something, by that name."""
    found: dict[str, Node] = {}
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            name = text_of(part.get("@id"))
            if name and len(part) > 1:
                found.setdefault(name, part)
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return found


def opened(node: Node, named: dict[str, Node]) -> Node:
    """Return an object under plain names, with the node put in for each value that only points at one."""
    return {_PREFIX.sub("", name): _followed(value, named) for name, value in node.items()}


def words_of(value: Any) -> str:
    """Return what a value is called: itself, its ``@value``, or its name; of several the first that says anything."""
    if isinstance(value, list):
        return next((words for part in value if (words := words_of(part))), "")
    if not isinstance(value, dict):
        return text_of(value)
    plain = {_PREFIX.sub("", name): part for name, part in value.items()}
    names = ("@value", "name", "value", "legalName", "text")
    return next((text for name in names if (text := text_of(plain.get(name)))), "")


def rest_of(value: Any, heading: str, told: str = "") -> Iterator[tuple[str, str]]:
    """Yield what a value says beside the words that were told of it, under the names that lead to it; no types."""
    for path, text in leaves(value, heading):
        if text != told and not path.endswith("@type"):
            yield path, text


def _followed(value: Any, named: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_followed(part, named) for part in value]
    if isinstance(value, dict) and value.keys() == {"@id"}:
        return named.get(text_of(value["@id"]), value)
    return value
