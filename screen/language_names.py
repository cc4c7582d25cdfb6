"""What the languages people speak are called, in the four languages of the pages."""

from __future__ import annotations

from matcher.reasons import name_of


def language_name(code: str, language: str) -> str:
    """Return what a language is called in another; one without a name here is shown by its code."""
    name = name_of("language", code, language)
    return code.upper() if name == code else name
