"""Reads the legal tables: those that come with the product, and those that a user keeps in a folder of their own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from taxonomies.belgium.rows import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    Note,
    OccupationGroup,
    OccupationList,
    Origin,
    Parameter,
    RecognitionService,
    Rule,
    Tree,
)
from taxonomies.belgium.schema import CommonRow, RuleRow, ServiceRow, TableRow, parsed
from taxonomies.errors import TaxonomyError


@dataclass(frozen=True, slots=True)
class LegalTables:
    """Every row of law that is known, of any time."""

    amounts: tuple[Amount, ...] = ()
    lists: tuple[OccupationList, ...] = ()
    services: tuple[RecognitionService, ...] = ()
    rules: tuple[Rule, ...] = ()
    notes: tuple[Note, ...] = ()
    groups: Mapping[str, OccupationGroup] = field(default_factory=dict)

    def joined(self, other: Self) -> LegalTables:
        """Return the rows of both."""
        return LegalTables(
            self.amounts + other.amounts,
            self.lists + other.lists,
            self.services + other.services,
            self.rules + other.rules,
            self.notes + other.notes,
            {**self.groups, **other.groups},
        )


@cache
def built_in_tables() -> LegalTables:
    """Return the tables that come with the product."""
    folder = files("taxonomies.belgium")
    texts = [
        (name, (folder / name).read_text(encoding="utf-8"))
        for name in ("amounts.toml", "lists.toml", "services.toml", "notes.toml")
    ]
    rules = sorted((folder / "rules").iterdir(), key=lambda item: item.name)
    texts += [(f"rules/{item.name}", item.read_text(encoding="utf-8")) for item in rules if item.name.endswith(".toml")]
    groups = tomllib.loads((folder / "occupation_groups.toml").read_text(encoding="utf-8"))
    tables = _tables([(Origin(name), text) for name, text in texts])
    named = {
        name: OccupationGroup(tuple(group["isco"]), frozenset(group.get("words", "").split()))
        for name, group in groups.items()
    }
    return LegalTables(groups=named).joined(tables)


def legal_tables(folder: Path | None = None) -> LegalTables:
    """Return the built-in tables with those of a user's folder of TOML files, where there is one.

    Raises:
        TaxonomyError: A file of the folder is no table of law: the message names file, row, field and remedy.
    """
    if folder is None or not folder.is_dir():
        return built_in_tables()
    texts = [(Origin(str(path), built_in=False), _text_of(path)) for path in sorted(folder.glob("*.toml"))]
    permits = Origin("rules/permits.toml")
    shared = parsed(permits, (files("taxonomies.belgium") / permits.file).read_text(encoding="utf-8")).common
    return built_in_tables().joined(_tables(texts, shared))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TaxonomyError(f"{path} cannot be read ({error}): save it as a text in UTF-8.") from error


def _tables(texts: Iterable[tuple[Origin, str]], shared: tuple[CommonRow, ...] = ()) -> LegalTables:
    read = [(origin, parsed(origin, text)) for origin, text in texts]
    common = [*shared, *(row for _, content in read for row in content.common)]
    tables = LegalTables()
    for origin, content in read:
        tables = tables.joined(
            LegalTables(
                tuple(Amount(**_plain(row), origin=origin) for row in content.amount),
                tuple(OccupationList(**_plain(row), origin=origin) for row in content.list),
                tuple(_service(row, origin) for row in content.service),
                tuple(rule for row in content.rule for rule in _rules(row, common, origin)),
                tuple(Note(**_plain(row), origin=origin) for row in content.note),
            )
        )
    return tables


def _plain(row: TableRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in type(row).model_fields}


def _service(row: ServiceRow, origin: Origin) -> RecognitionService:
    fees = tuple((str(kind), fee) for kind, fee in sorted(row.fees.items()))
    return RecognitionService(**(_plain(row) | {"fees": fees}), origin=origin)


def _rules(row: RuleRow, common: list[CommonRow], origin: Origin) -> Iterator[Rule]:
    """Return a rule for each authority that applies it."""
    shared = [item for item in common if item.kind == row.kind]
    read = _tree_reader(f"{origin.file}, rule {row.id}")
    tried = [part for item in shared for part in item.applies] + list(row.applies)
    asked = list(row.requires) + [part for item in shared for part in item.requires]
    trees = {"applies": AllOf(tuple(map(read, tried))), "requires": AllOf(tuple(map(read, asked)))}
    for authority in row.authority if isinstance(row.authority, tuple) else (row.authority,):
        yield Rule(**(_plain(row) | trees | {"authority": authority}), origin=origin)


def _tree_reader(place: str) -> Callable[[Mapping[str, Any]], Tree]:
    def read(part: Mapping[str, Any]) -> Tree:
        inner = next(iter(part.values()), None)
        if set(part) in ({"any"}, {"all"}) and isinstance(inner, list) and inner:
            kind = AnyOf if "any" in part else AllOf
            return kind(tuple(read(piece) for piece in inner))
        if "test" in part and "any" not in part and "all" not in part:
            return Condition(part["test"], tuple(sorted(_parameters(part))))
        raise TaxonomyError(
            f'{place}: {dict(part)} is no condition; write {{ test = "..." }}, any = [...] or all = [...].'
        )

    return read


def _parameters(part: Mapping[str, Any]) -> Iterator[tuple[str, Parameter]]:
    for name, value in part.items():
        if name != "test":
            yield name, tuple(value) if isinstance(value, list) else value
