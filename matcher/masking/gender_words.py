"""Gendered words of CVs and the form each takes, as ``words/genders.toml`` and the phrases here give them."""

from __future__ import annotations

import re

from matcher.masking.tables import pairs, table, words

_TABLE = table("genders")

ENDINGS: dict[str, str] = _TABLE["endings"]
MACHINES = words(_TABLE["things"]["machines"])
"""Words of things that are titles of people at the head of an occupation: "trieuse"."""
TITLES = pairs(_TABLE["titles"])
"""Titles only there: elsewhere they are something else altogether, as in "carte routière"."""
THINGS = frozenset().union(*map(words, _TABLE["things"].values()))
WORDS = pairs(_TABLE["words"])
AGREEING = pairs(_TABLE["agreeing"])
AFTER_CUE = pairs(_TABLE["after_cue"])
WITH_TITLE = {**AGREEING, **AFTER_CUE, **pairs(_TABLE["with_title"])}
EPICENE = words(_TABLE["epicene"])
NEEDING_ACCENT = words(_TABLE["needing_accent"])

# Titles of several words, and single words that are titles only in such company: folded pattern to wording.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"(?:femmes?|hommes?) de menage", "employé de ménage"),
    (r"hote(?:sse)?s? d'accueil", "agent d'accueil"),
    (r"commise (?=(?:de|d')\s?(?:cuisine|salle|bar))", "commis "),
    (r"femmes? de chambre", "valet de chambre"),
    (r"femme au foyer", "personne au foyer"),
    (r"cleaning (?:lady|woman|girl)", "cleaner"),
    (r"(?:dinner|tea|lunch) lady", "canteen assistant"),
    (r"delivery (?:wo)?man", "delivery person"),
    (r"haar (?=(?:werk|ervaring|taken|team|collega|inzet|kennis)\w*\b)", "zijn "),
    (r"ihr(?=e?[rnm]? (?:arbeit|aufgaben|erfahrung|kolleg|team|einsatz)\w*\b)", "sein"),
    (r"aide menagere", "aide ménager"),
    (r"soigneuse (?=d'|en\b|anim)", "soigneur "),
    (r"aide familiale", "aide familial"),
    (r"dame de compagnie", "accompagnant"),
    (r"elle-meme", "lui-même"),
    (r"chargee (?=(?:de|d|des|du)\b)", "chargé "),
    (r"(?:zij|ze) (?=(?:is|heeft|kan|wil|werkt|zoekt|spreekt|volgt|was|had|doet|leert|komt|woont|werkte)\b)", "hij "),
    (r"sie (?=(?:ist|hat|kann|will|arbeitet|sucht|spricht|war|lernt|wohnt|mochte)\b)", "er "),
    (
        r"(?:(?:fe)?male|woman|lady) (?=(?:nurse|engineer|developer|driver|welder|electrician|technician|candidate"
        r"|worker|cook|teacher|accountant|cleaner|carer|caregiver|doctor|manager|programmer|mechanic|plumber|carpenter|student"
        r"|graduate|employee|colleague)s?\b)",
        "",
    ),
)

PHRASES = tuple((re.compile(rf"\b{pattern}"), wording) for pattern, wording in _PHRASES)
PHRASE_WORDS = words(
    "femme femmes lady woman girl dame menagere familiale chargee soigneuse elle zij ze sie male female homme hommes "
    "hote hotes hotesse hotesses commise delivery haar ihr ihre ihrer ihren ihrem"
)
"""Every phrase holds one of these."""
