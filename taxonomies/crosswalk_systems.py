"""The classifications that a crosswalk can map to ESCO, how files name them, and how their codes are compared."""

from __future__ import annotations

import re

SYSTEMS = ("competent", "rome4", "rome", "isco08", "nace")
"""The names under which codes are kept: those of :class:`matcher.records.CodeSystem`, without ESCO's own."""

_NAMES = (
    ("competent", re.compile(r"competent|\bblm\b", re.IGNORECASE)),
    ("rome", re.compile(r"\brome\b|r[ée]pertoire op[ée]rationnel des m[ée]tiers", re.IGNORECASE)),
    ("isco08", re.compile(r"\bisco\b|\bcitp\b", re.IGNORECASE)),
    ("nace", re.compile(r"\bnace\b", re.IGNORECASE)),
)
_MAJOR = re.compile(r"(?<!\d)(\d)(?!\d)")
_ROME_4 = 4


def system_named(name: str, version: str) -> str:
    """Return the system that a file's words mean, or ``""`` where that cannot be told.

    ROME 3 and 4 write alike codes for different things, so that ROME without a version is neither.
    """
    found = next((system for system, pattern in _NAMES if pattern.search(name)), "")
    if found != "rome":
        return found
    major = _MAJOR.search(version) or _MAJOR.search(name)
    if major is None:
        return ""
    return "rome4" if int(major[1]) >= _ROME_4 else "rome"


def plain_code(code: str) -> str:
    """Return a code as codes are compared: the end of an address, in capitals, without spaces."""
    return "".join(re.split(r"[/#]", code.strip().rstrip("/#"))[-1].split()).upper()
