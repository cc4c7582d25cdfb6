"""What every test is asked in: a day, an authority and the tables of law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.records import Answer, Finding, Reason
from taxonomies.belgium.tables import LegalTables

Value = str | tuple[str, ...] | Reason


@dataclass(frozen=True, slots=True)
class Setting:
    """The day asked about, who decides, and the tables."""

    day: date
    authority: str
    tables: LegalTables


def yes(code: str, /, **values: Value) -> Finding:
    """Return a condition that holds."""
    return Finding(Answer.YES, _law(code, values))


def no(code: str, remedy: Reason | None = None, /, **values: Value) -> Finding:
    """Return a condition that does not hold, and what would make it."""
    return Finding(Answer.NO, _law(code, values), remedy)


def unknown(code: str, remedy: Reason | None = None, /, **values: Value) -> Finding:
    """Return a condition of which something is missing, and what to ask."""
    return Finding(Answer.UNKNOWN, _law(code, values), remedy)


def say(code: str, /, **values: Value) -> Reason:
    """Return a reason of the family of law."""
    return _law(code, values)


def money(amount: float) -> str:
    """Return an amount of euro as it is written in all four languages: ``48 912 €``, ``3 703.44 €``."""
    text = f"{amount:,.2f}".replace(",", "\u202f")
    return f"{text.removesuffix('.00')}\u00a0€"


def _law(code: str, values: dict[str, Value]) -> Reason:
    return Reason(f"law.{code}", tuple(values.items()))
