"""The mobility schemes, one TOML a scheme."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from taxonomies.errors import TaxonomyError


@dataclass(frozen=True, slots=True)
class SchemeLeg:
    """One direction of a scheme: ISO 3166 alpha-2 codes, and whether a source states its sectors."""

    origin: str
    destination: str
    sectors: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class DataProtection:
    """Under what a scheme's cohorts are held where nothing else is declared.

    ``basis`` and ``purpose`` are words of the engine, ``retention_months`` counts from the last change. ``assumed``
    marks what the controller's data protection officer has not confirmed.
    """

    basis: str
    purpose: str
    retention_months: int
    assumed: bool = True


@dataclass(frozen=True, slots=True)
class Scheme:
    """A mobility scheme: who runs it and which ways it leads. ``source`` says where the facts come from."""

    name: str
    title: str
    run_by: str
    summary: str
    legs: tuple[SchemeLeg, ...]
    source: str
    data_protection: DataProtection


@cache
def schemes() -> dict[str, Scheme]:
    """Return every scheme by name, sorted."""
    folder = files("taxonomies.schemes")
    names = sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    return {name: _read(name) for name in names}


def find_scheme(name: str) -> Scheme:
    """Return a scheme by name; raises :class:`TaxonomyError` that lists the valid ones."""
    known = schemes()
    if name.lower() not in known:
        raise TaxonomyError(f"No scheme is called {name!r}: choose one of {', '.join(known)}.")
    return known[name.lower()]


def _read(name: str) -> Scheme:
    content = tomllib.loads((files("taxonomies.schemes") / f"{name}.toml").read_text(encoding="utf-8"))
    legs = tuple(
        SchemeLeg(leg["origin"], leg["destination"], tuple(leg.get("sectors", ())), leg.get("assumed", False))
        for leg in content["leg"]
    )
    rules = DataProtection(**content["data_protection"])
    return Scheme(name, content["title"], content["run_by"], content["summary"], legs, content["source"], rules)
