"""The mobility schemes, one TOML a scheme."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from taxonomies.errors import TaxonomyError
from taxonomies.schemes.facts import DataProtection, Fact, Scheme, SchemeLeg, ShareTarget, Topic

__all__ = [
    "DataProtection",
    "Fact",
    "Scheme",
    "SchemeLeg",
    "ShareTarget",
    "Topic",
    "find_scheme",
    "schemes",
]


@cache
def schemes() -> dict[str, Scheme]:
    """Return every scheme by name, sorted.

    Raises:
        TaxonomyError: A file is not as a scheme's must be.
    """
    from taxonomies.schemes.reading import read_scheme  # pydantic, which --help need not wait for

    folder = files("taxonomies.schemes")
    names = sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    return {name: read_scheme(name, (folder / f"{name}.toml").read_text(encoding="utf-8")) for name in names}


def find_scheme(name: str) -> Scheme:
    """Return a scheme by name; raises :class:`TaxonomyError` that lists the valid ones."""
    known = schemes()
    if name.lower() not in known:
        raise TaxonomyError(f"No scheme is called {name!r}: choose one of {', '.join(known)}.")
    return known[name.lower()]
