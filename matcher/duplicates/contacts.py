"""The forms in which two e-mail addresses, or two telephone numbers, are the same."""

from __future__ import annotations

import re
import unicodedata

_DOTS_DO_NOT_COUNT = {"gmail.com", "googlemail.com"}
_DIGITS = re.compile(r"\D+")
_COMPARED = 8
"""Last digits that two numbers share, written with the country's code or with the zero of a national call."""

_SHORTEST = 6


def email_form(text: str | None) -> str | None:
    """Return an address in lower case, without what follows a plus, and without dots where Gmail reads over them."""
    local, at, domain = (text or "").strip().strip("<>").casefold().rpartition("@")
    if not at or not local or "." not in domain:
        return None
    local = local.partition("+")[0] or local
    if domain in _DOTS_DO_NOT_COUNT:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def phone_form(text: str | None) -> str | None:
    """Return the last eight digits of the first number written, or ``None`` where there are fewer than six.

    ``+212 6 12 34 56 78``, ``00212612345678`` and ``06 12 34 56 78`` are one number; so few digits tell people apart
    only together with something else.
    """
    first = re.split(r"[/;,|]|\bou\b|\bor\b", text or "", maxsplit=1)[0]
    digits = _DIGITS.sub("", "".join(str(unicodedata.digit(char, "")) for char in first))
    return digits[-_COMPARED:] if len(digits) >= _SHORTEST and len(set(digits)) > 1 else None
