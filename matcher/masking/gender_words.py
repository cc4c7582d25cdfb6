"""Gendered words of CVs and the form each takes, as ``words/genders.toml`` and the phrases here give them."""

from __future__ import annotations

import re

from matcher.masking.tables import pairs, table, words

_TABLE = table("genders")

ENDINGS: dict[str, str] = _TABLE["endings"]
THINGS = frozenset().union(*map(words, _TABLE["things"].values()))
WORDS = pairs(_TABLE["words"])
AGREEING = pairs(_TABLE["agreeing"])
AFTER_CUE = pairs(_TABLE["after_cue"])
WITH_TITLE = {**AGREEING, **AFTER_CUE, **pairs(_TABLE["with_title"])}
EPICENE = words(_TABLE["epicene"])
NEEDING_ACCENT = words(_TABLE["needing_accent"])

# Titles of several words, and single words that are titles only in such company: folded pattern to wording.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"femmes? de menage", "employé de ménage"),
    (r"femmes? de chambre", "valet de chambre"),
    (r"femme au foyer", "personne au foyer"),
    (r"cleaning (?:lady|woman|girl)", "cleaner"),
    (r"(?:dinner|tea|lunch) lady", "canteen assistant"),
    (r"aide menagere", "aide ménager"),
    (r"soigneuse (?=d'|en\b|anim)", "soigneur "),
    (r"aide familiale", "aide familial"),
    (r"dame de compagnie", "accompagnant"),
    (r"elle-meme", "lui-même"),
    (r"chargee (?=(?:de|d|des|du)\b)", "chargé "),
    (r"(?:zij|ze) (?=(?:is|heeft|kan|wil|werkt|zoekt|spreekt|volgt|was|had|doet|leert|komt|woont|werkte)\b)", "hij "),
    (r"sie (?=(?:ist|hat|kann|will|arbeitet|sucht|spricht|war|lernt|wohnt|mochte)\b)", "er "),
    (r"(?:fe)?male (?=(?:nurse|engineer|developer|driver|welder|electrician|technician|candidate|worker|cook)\b)", ""),
)

PHRASES = tuple((re.compile(rf"\b{pattern}"), wording) for pattern, wording in _PHRASES)
PHRASE_WORDS = words(
    "femme femmes lady woman girl dame menagere familiale chargee soigneuse elle zij ze sie male female"
)
"""Every phrase holds one of these."""
