"""JSON and JSON Lines as plain values: numbers as they were written, nothing lost, nothing too deep to walk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.text_tables import decode

LARGEST_DOCUMENT = 64 * 1024 * 1024
"""Most bytes of a JSON file, for its values take up to twenty times as much memory; 100,000 candidates fit in."""

DEEPEST = 40
"""Most lists and objects within each other; the records of people have four or five."""

_START = re.compile(r'(?:\{\s*(?:["}]|$)|\[\s*[\[{"\]])')
_OBJECT_LINE = re.compile(r"\s*\{.*\}\s*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MANY_LINES = 2


class JsonFaultError(ValueError):
    """A text is no JSON that can be read."""


def looks_like_json(plain: str) -> bool:
    """Tell whether a text begins as a JSON object or list does."""
    return bool(_START.match(plain))


def parse_documents(data: bytes, place: str) -> tuple[list[tuple[int, Any]], list[tuple[int, str, str]]]:
    """Return the documents of a file, each with its line or 1, and the lines that hold none, with what is wrong.

    A file is one JSON document, or JSON Lines: one object a line. Numbers are text as written; an object's repeated
    name gets a number behind it.

    Raises:
        UnreadableFileError: neither of the two, or larger than ``LARGEST_DOCUMENT``.
    """
    if len(data) > LARGEST_DOCUMENT:
        raise UnreadableFileError(
            f"{place} is a JSON file of more than {LARGEST_DOCUMENT // 1024**2} million bytes; split it into several."
        )
    text = decode(data, Path(place))
    try:
        return [(1, parse_json(text))], []
    except JsonFaultError as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        objects = sum(bool(_OBJECT_LINE.fullmatch(line)) for _, line in lines)
        if len(lines) < _MANY_LINES or objects < _MANY_LINES:
            raise UnreadableFileError(f"{place} is damaged JSON ({error}); export the file again.") from error
    return _lines(lines)


def _lines(lines: list[tuple[int, str]]) -> tuple[list[tuple[int, Any]], list[tuple[int, str, str]]]:
    documents: list[tuple[int, Any]] = []
    faults: list[tuple[int, str, str]] = []
    for number, line in lines:
        try:
            documents.append((number, parse_json(line)))
        except JsonFaultError as error:
            faults.append((number, line, str(error)))
    return documents, faults


def parse_json(text: str, *, lenient: bool = False) -> Any:
    """Return the value of a JSON text; a ``lenient`` reading lets lines break within a text, as web pages do.

    Raises:
        JsonFaultError: not JSON, or deeper than ``DEEPEST``.
    """
    try:
        value = json.loads(
            text,
            parse_int=str,
            parse_float=str,
            parse_constant=str,
            object_pairs_hook=_object,
            strict=not lenient,
        )
    except RecursionError as error:
        raise JsonFaultError(f"lists within lists, more than {DEEPEST} deep") from error
    except ValueError as error:
        raise JsonFaultError(str(error)) from error
    _refuse_depth(value)
    return value


def text_of(value: Any) -> str:
    """Return a single value as a cell would show it; half of a character that JSON can escape becomes a mark."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else ""


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every single value within a value, under the names that lead to it: ``("references.name", "B. Maes")``."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, path)
    elif text := text_of(value):
        yield path, text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for raw, value in pairs:
        name = text_of(raw)
        seen[name] = seen.get(name, 0) + 1
        found[name if seen[name] == 1 else f"{name} {seen[name]}"] = value
    return found


def _refuse_depth(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [part for item in level for part in _within(item)]
        if not level:
            return
    raise JsonFaultError(f"lists within lists, more than {DEEPEST} deep")


def _within(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
