"""Whether a wage counts base pay alone or also premiums, holiday pay and the like, as far as the words say it."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

from matcher.records import WageBasis

_WORDS = tomllib.loads((files("matcher.intake") / "wage_basis.toml").read_text(encoding="utf-8"))
_PREMIUM = "|".join(_WORDS["premiums"])
_BETWEEN = r"(?:[^\w+]{1,4}(?!excl|hors)[\w'.-]{1,20}){0,4}?[^\w+]{1,4}"
_WITH, _WITHOUT = ("|".join(_WORDS[name]) for name in ("with", "without"))
_TOTAL = re.compile(
    rf"\b(?:{_WITH}){_BETWEEN}(?:{_PREMIUM})|(?:{_PREMIUM})\W{{1,3}}(?:{'|'.join(_WORDS['with_after'])})\b"
    rf"|\b(?:{'|'.join(_WORDS['total'])})\b|\b(?:{'|'.join(_WORDS['package'])})\W{{1,3}}(?:\w{{2,4}}\W{{1,3}})?\d"
)
_BASE = re.compile(
    rf"\b(?:{_WITHOUT}){_BETWEEN}(?:{_PREMIUM})|(?:{_PREMIUM})\W{{1,3}}(?:{'|'.join(_WORDS['without_after'])})\b"
    rf"|\b(?:{'|'.join(_WORDS['base'])})\b|\+\s?(?:[\w'.-]{{1,20}}\s){{0,2}}?(?:{_PREMIUM})"
)


def read_basis(folded: str) -> WageBasis | None:
    """Return what the folded words of a wage say that it counts, or ``None`` where they do not say it.

    Premiums that are paid on top of the amount (``+ ploegenpremie``) tell that it is base pay; vouchers and a car tell
    nothing. Words that say both leave it open.
    """
    total, base = bool(_TOTAL.search(folded)), bool(_BASE.search(folded))
    if total == base:
        return None
    return WageBasis.TOTAL if total else WageBasis.BASE
