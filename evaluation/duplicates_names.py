"""The names of the synthetic people, each with the spellings that stand in ``duplicates_names.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

REGIONS = ("maghreb", "west_africa", "syria", "afghan", "eritrea")


@dataclass(frozen=True, slots=True)
class Spellings:
    """One name: as on the passport, then otherwise in Latin letters, and in its own script where it has one."""

    latin: tuple[str, ...]
    native: str | None


@dataclass(frozen=True, slots=True)
class NameStock:
    """The names of one region in one part."""

    male: tuple[Spellings, ...]
    female: tuple[Spellings, ...]
    family: tuple[Spellings, ...]


@cache
def stock(part: str, region: str) -> NameStock:
    """Return the names of a region (see :data:`REGIONS`) in a part, ``tuning`` or ``held_out``."""
    everything = _file()
    named, shared = everything[part][region], everything["everywhere"]
    kind = "eritrea_" if region == "eritrea" else ""
    commons = {gender: _read(shared[f"{kind}{gender}"]) for gender in ("male", "female")}
    if region == "west_africa":
        commons = {gender: tuple(Spellings(item.latin, None) for item in items) for gender, items in commons.items()}
    male, female = _read(named["male"]), _read(named["female"])
    return NameStock(male + commons["male"], female + commons["female"], _read(named["family"]))


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files("evaluation") / "duplicates_names.toml").read_text(encoding="utf-8"))


def _read(text: str) -> tuple[Spellings, ...]:
    names = []
    for entry in " ".join(text.split()).split(","):
        if entry.strip():
            latin, _, native = entry.strip().partition("|")
            names.append(Spellings(tuple(latin.split("/")), native or None))
    return tuple(names)
