"""Lengths of time in words and figures: ``3 ans``, ``anderhalf jaar``, ``خمس سنوات``, ``6 mois par an``."""

from __future__ import annotations

import re

LONGEST_CAREER = 60.0
"""More years than anybody has worked; a larger number is about something else."""

_NUMBER_WORDS = {
    word: float(number)
    for number, words in enumerate(
        (
            "un une one een ein eine einem",
            "deux two twee zwei",
            "trois three drie drei ثلاث ثلاثة",
            "quatre four vier اربع اربعة",
            "cinq five vijf funf خمس خمسة",
            "six zes sechs ست ستة",
            "sept seven zeven sieben سبع سبعة",
            "huit eight acht ثماني ثمانية ثمان",
            "neuf nine negen neun تسع تسعة",
            "dix ten tien zehn عشر عشرة",
        ),
        start=1,
    )
    for word in words.split()
} | {"anderhalf": 1.5, "anderthalb": 1.5, "half": 0.5}
_WORDS = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_YEAR_UNIT = r"(?:annees?|ans?|an\(s\)|years?|yrs?|jaren|jaar|jr|jahren?|jahr|سنوات|سنة|سنه|اعوام|عاما?|سال)"
_MONTH_UNIT = r"(?:mois|months?|mths?|maanden|maand|mnd|monaten?|monat|اشهر|شهور|شهرا?|ماه)"
_WEEK_UNIT = r"(?:semaines?|sem|weeks?|wks?|weken|wochen|woche|اسابيع|اسبوع)"
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|\b(?:{_WORDS})\b)"
# Bounded, so that a run of spaces takes no time.
_S = r"\s{0,4}"
_EACH = (
    rf"(?:{_S}(?P<each>(?:par|/|a|per|each|every|pro|in jedem|im)\s?"
    r"(?:an|annee|saison|year|season|jaar|seizoen|jahr)\b"
    r"|(?:في|كل) (?:ال)?(?:سنة|موسم)|chaque (?:annee|saison|ete)|elk jaar|jedes jahr|jahrlich|jaarlijks|yearly))?"
)
# Arabic has a form of its own for two, and says one without a number.
_PAIRS = {
    "سنتين": 2.0,
    "سنتان": 2.0,
    "عامين": 2.0,
    "عامان": 2.0,
    "شهرين": 2 / 12,
    "شهران": 2 / 12,
    "سنة واحدة": 1.0,
    "سنة ونصف": 1.5,
    "عام ونصف": 1.5,
}
LENGTH = re.compile(
    rf"(?<![\d/.,-])(?:(?P<n>{_COUNT})(?:{_S}(?:-|–|a|tot|to|bis|ou|of){_S}\d{{1,3}}(?:[.,]\d)?)?"
    rf"{_S}(?P<half>½)?{_S}\+?{_S}"
    rf"(?:(?P<y>{_YEAR_UNIT})(?![^\W\d_])(?P<anda>\s+et demie?|\s+en (?:een )?half|\s+and a half|\s+ونصف)?"
    rf"(?:{_S}(?:,|et|en|and|und|و)?{_S}(?P<extra>{_COUNT}){_S}{_MONTH_UNIT}(?![^\W\d_]))?"
    rf"|(?P<m>{_MONTH_UNIT})(?![^\W\d_])|(?P<w>{_WEEK_UNIT})(?![^\W\d_]))"
    rf"|(?<![^\W\d_])(?P<pair>{'|'.join(_PAIRS)})(?![^\W\d_])){_EACH}"
)
"""A length in folded text with western digits; group ``each`` is set where it is a part of every year."""

# "apprenti à 13 ans" gives an age.
_AGE = re.compile(r"(?:(?<!\d)(?<!\d )\ba|age[e]? de|aged|op zijn|vanaf|des l'age de|mit|im alter von|العمر|عمري)\s*$")
_SINCE = re.compile(
    r"(?:\b(?:depuis(?: environ| plus de| pres de)?|since|sinds|seit|al|for the (?:last|past)|منذ|ca fait)\s*$)"
)
_STILL = re.compile(
    r"\W*(?:en cours|a ce jour|until now|till date|to date|to present|tot (?:nu|heden)|bis heute|حتى الان)\b"
)


def years_of(match: re.Match[str], folded: str) -> float | None:
    """Return the years that a match of :data:`LENGTH` gives, or ``None`` where it is an age or beyond any career."""
    if match["pair"]:
        years = _PAIRS[match["pair"]]
    elif match["y"]:
        half = 0.5 if match["half"] or match["anda"] else 0
        years = _count(match["n"]) + half + (_count(match["extra"]) / 12 if match["extra"] else 0)
    else:
        years = _count(match["n"]) / (12 if match["m"] else 52)
    if years > LONGEST_CAREER or _AGE.search(folded[max(0, match.start() - 20) : match.start()]):
        return None
    return round(years, 2)


def still_runs(match: re.Match[str], folded: str) -> bool:
    """Tell whether a length is said to reach up to today: ``depuis 3 ans``, ``al 3 jaar``, ``منذ سنتين``."""
    before = _SINCE.search(folded[max(0, match.start() - 25) : match.start()])
    return bool(before or _STILL.match(folded, match.end()))


def _count(text: str) -> float:
    return _NUMBER_WORDS.get(text) or float(text.replace(",", "."))
