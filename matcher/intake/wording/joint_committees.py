"""The joint committee (paritair comité) that a vacancy names, and whether it pays by a scale."""

from __future__ import annotations

import re
from functools import cache

from matcher.intake.folding import fold_in_place
from matcher.intake.wording.patterns import any_of, listed

_CLAUSE = re.compile(r"[.!?;]\s|,\s|\sen\s")


def read_joint_committee(text: str) -> str | None:
    """Return the number of the one joint committee that a text names (``124``, ``140.03``), or ``None``.

    Where several are named nobody can tell which one counts.
    """
    matches = _committee().finditer(fold_in_place(text))
    found = {match[1] + (f".{match[2]}" if match[2] else "") for match in matches}
    return found.pop() if len(found) == 1 else None


def follows_scale(text: str) -> bool | None:
    """Return whether a text says that the wage is one of a scale; ``None`` where it does not speak of it.

    ``Loon volgens PC 330`` says it, ``verlofdagen volgens PC 330`` does not.
    """
    plain = fold_in_place(text)
    paid = any(any_of("committee", "pay").search(part) and _by().search(part) for part in _CLAUSE.split(plain))
    return True if paid or any_of("committee", "scale").search(plain) else None


@cache
def _committee() -> re.Pattern[str]:
    number = r"(?:(?:nr|no|n°|num\w*|nummer|number)\.?\s{0,2})?([1-3]\d\d)(?:[.,/](\d\d))?(?![\d/]|[.,]\d)"
    return re.compile(rf"(?<![\w.])(?:{listed('committee', 'name')})\s{{0,3}}\(?{number}")


@cache
def _by() -> re.Pattern[str]:
    article = f"(?:(?:{listed('committee', 'article')})\\s{{1,3}}){{0,3}}"
    by, name = listed("committee", "by"), listed("committee", "name")
    return re.compile(rf"(?<!\w)(?:{by})\s{{1,3}}{article}(?:{name})(?!\w)")
