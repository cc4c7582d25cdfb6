"""Columns headed by one language: ``Nederlands``, ``Niveau de français``, ``EN (CECR)``."""

from __future__ import annotations

import re

from matcher.intake.language_names import LANGUAGE_ABBREVIATIONS, LANGUAGE_NAMES
from taxonomies.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = frozenset(
    {
        *("niveau", "niveaux", "level", "levels", "kennis", "van", "het", "connaissance", "connaissances", "maitrise"),
        *(
            "langue",
            "langues",
            "language",
            "taal",
            "sprache",
            "talen",
            "sprachen",
            "maternelle",
            "مستوى",
            "اللغة",
            "لغة",
        ),
        *("cecr", "cecrl", "cefr", "erk", "ger", "ecrit", "oral", "parle", "written", "spoken", "mondeling"),
        *("schriftelijk", "de", "du", "des", "d", "of", "in", "en", "et", "l", "la", "le", "les"),
    }
)
_LONGEST = 50


def names_language(heading: str) -> bool:
    """Tell whether a heading names one language and nothing else but that its level is meant.

    Short forms count only in capitals (``FR``, ``NL``), for ``de`` and ``en`` are words as well.
    """
    if len(heading) > _LONGEST:
        return False
    words = _WORD.findall(heading)
    codes = {code for word in words if (code := _language(word)) is not None}
    return len(codes) == 1 and all(_language(word) is not None or fold(word) in _AROUND for word in words)


def _language(word: str) -> str | None:
    plain = fold(word)
    name = LANGUAGE_NAMES.get(plain) or LANGUAGE_NAMES.get(plain.removeprefix("ال"))
    if name is None and word.isupper():
        return LANGUAGE_ABBREVIATIONS.get(plain)
    return name
