"""What a file of legal tables must look like, and what is said where it does not."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from taxonomies.belgium.rows import Origin
from taxonomies.errors import TaxonomyError

Authority = Literal["flanders", "wallonia", "brussels", "german_speaking", "belgium", "unknown"]


class TableRow(BaseModel):
    """What every row has: when it holds, from what source, and when somebody last looked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    valid_to: date | None = None
    source: str = Field(min_length=4)
    checked_on: date
    verified: bool = True


class AmountRow(TableRow):
    """One amount of a category."""

    authority: Authority
    category: str
    amount: float | None = Field(default=None, gt=0)
    per: Literal["year", "month"]
    counts: Literal["base", "most"]


class ListRow(TableRow):
    """One list of occupations."""

    id: str
    authority: Authority
    size: int | None = Field(default=None, gt=0)
    complete: bool
    members: tuple[str, ...] = ()
    not_members: tuple[str, ...] = ()


class ServiceRow(TableRow):
    """One service that recognises diplomas."""

    authority: Authority
    name: str
    fees: dict[Literal["level", "specific", "approval"], float] = {}
    free_for: tuple[str, ...] = ()


class RuleRow(TableRow):
    """One rule, its conditions still as they are written."""

    id: str
    kind: Literal["permit", "residence", "profession", "recognition"]
    authority: Authority | tuple[Authority, ...]
    applies: tuple[dict[str, Any], ...] = ()
    requires: tuple[dict[str, Any], ...] = Field(min_length=1)


class NoteRow(TableRow):
    """One note."""

    id: str
    authority: Authority
    rules: tuple[str, ...] = Field(min_length=1)


class CommonRow(BaseModel):
    """Conditions that every rule of a kind has besides its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    applies: tuple[dict[str, Any], ...] = ()
    requires: tuple[dict[str, Any], ...] = ()


class TableFile(BaseModel):
    """One file of legal tables."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amount: tuple[AmountRow, ...] = ()
    list: tuple[ListRow, ...] = ()
    service: tuple[ServiceRow, ...] = ()
    rule: tuple[RuleRow, ...] = ()
    note: tuple[NoteRow, ...] = ()
    common: tuple[CommonRow, ...] = ()


def parsed(origin: Origin, text: str) -> TableFile:
    """Read one file of tables; raises :class:`TaxonomyError` that names file, row and field."""
    try:
        return TableFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise TaxonomyError(f"{origin.file} is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
        raise TaxonomyError(
            f"{origin.file}, {place}: {first['msg']} (it says {str(first['input'])[:60]!r}); see docs/law.md."
        ) from error
