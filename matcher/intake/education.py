"""Reads courses of study and the level they claim, as 1..8 of the European Qualifications Framework (EQF).

The level is what the words claim, never a recognition: a foreign *licence* claims 6 whatever a Belgian service decides.
"""

from __future__ import annotations

import re

from matcher.intake.cells import at_most, is_nothing, split_outside_brackets
from matcher.intake.sheets import single_line
from matcher.records import Education
from taxonomies.wording import fold

_SEPARATOR = re.compile(r"[;\n|•]")
_DOTTED = re.compile(r"(?<![a-z0-9])((?:[a-z]{1,2}\.)+)(?=[a-z])")
_STATED = re.compile(r"\b(?:eqf|cec|eqr|vks|cfc|dqr|nlqf|kwalificatieniveau)[\s:-]*(?:niveau|level|stufe)?\s*([1-8])\b")
_YEARS_AFTER_BAC = re.compile(r"\bbac\s*\+\s*(\d)")
_AFTER_BAC = {"1": 5, "2": 5, "3": 6, "4": 6, "5": 7, "6": 7, "7": 8, "8": 8}
_NOT_HELD = re.compile(
    r"\b(?:non (?:termine|acheve|valide|obtenu)\w*|inacheve\w*|interromp\w*|abandon\w*|en cours|onvoltooid|gestopt"
    r"|niet (?:afgemaakt|voltooid|behaald|naar school)|bezig|lopende?|not (?:completed|finished)|unfinished|incomplete"
    r"|dropped out|ongoing|in progress|nicht abgeschlossen|abgebrochen|ohne abschluss|kein abschluss|jamais scolarise"
    r"|(?:sans|pas de|aucun) diplome|(?:geen|zonder) diploma|no (?:diploma|degree))\b"
)
_RECOGNITION = re.compile(r"\b(?:equivalen|naric|erkenning|recognition|reconnaissance|anerkennung)")

# From the most to the least specific: words that were read are taken out before the next line looks at the rest.
_LEVELS: tuple[tuple[int | None, str], ...] = (
    (
        None,
        r"permis de conduire|driving licen[cs]e|rijbewijs|fuhrerschein|licence ?[12]\b|\bl[12]\b|licence (?:de )?soud",
    ),
    (7, r"doctorat en (?:pharmacie|medecine|chirurgie)|docteur en (?:pharmacie|medecine)"),
    (8, r"doctorat|doctorate|\bph ?d\b|doktor(?:aat|at)?\b|doctor of"),
    (5, r"master technician"),
    (7, r"\bmaster\w*|mastere|\bmsc\b|\bm ?eng\b|\bmba\b|\bma\b|\bdea\b|\bdess\b|magister|licentiaat|\bpgd\b"),
    (7, r"post ?graduate diploma|diplome d'ingenieur|\bing[eé]nieur\w*|industrieel ingenieur|burgerlijk ingenieur"),
    (7, r"type long\b|staatsexamen|\bdipl\.? ?-?ing|\bdiplom-ing"),
    (6, r"\bbachel\w+|\bbsc\b|\bb ?eng\b|\bb ?tech\b|\bbba\b|\bba\b|\bb ed\b|\bbed\b|\bllb\b|\blicence\b|\blicense\b"),
    (6, r"\blicenciatura\b|maitrise\b|\bmeisterbrief\b|\bmeister\b|type court\b|first degree"),
    (5, r"\bbts\b|\bdut\b|\bdeug\b|\bdeust\b|\bdts\b|\bhnd\b|\bhnc\b|\bo?nd\b|\bnce\b|\bhbo ?5\b|graduaat|\bduel\b"),
    (5, r"brevet de technicien superieur|technicien\w* superieur\w*|technicien\w* specialise\w*|classes? prepa\w*"),
    (5, r"higher national diploma|national diploma|associate'?s? degree|brevet d'enseignement superieur"),
    (4, r"\b7 ?(?:de|e|eme|ieme)? ?(?:jaar )?[bt]so\b|\bbso ?7|\b7de jaar|septieme professionnelle"),
    (2, r"\d ?(?:jaar|jr|years?|ans|annees|jahre)\s+(?:\w+\s+)?(?:middelbaar|secundair|secondaires?|secondary|lycee)"),
    (2, r"(?:secondaire|middelbaar|secundair|secondary)\w*\s+(?:\w+\s+)?(?:tot|jusqu|\d ?(?:ans|jaar|years?))"),
    (2, r"lager secundair|secondaire inferieur|lower secondary|junior secondary|\bbepc\b|\bbfem\b|\bcesi\b|\bce1d\b"),
    (2, r"\bbuso\b|brevet (?:des colleges|d'etudes du premier cycle)|\bjsce\b|hauptschul\w*|\bjss ?3\b"),
    (3, r"\bbso\b|\bcap\b|\bbep\b|certificat d'aptitude professionnelle|ouvrier qualifie|\bgcse\b|realschul\w*"),
    (4, r"(?:^|[+(] ?|puis )btp\b|brevet de technicien professionnel"),
    (3, r"^qualification\b|mittlere reife|qualification professionnelle|certificat de qualification|trade test"),
    (4, r"\bcess\b|\btso\b|\baso\b|\bkso\b|secundair\w*|secondaire\w*|\bbac(?:s|calaureat)?\b|bachillerato|humaniora"),
    (
        4,
        r"humanites|middelbaar|middelbare school|hoger middelbaar|high ?school|secondary|\bssce\b|\bwass?ce\b|\bwaec\b",
    ),
    (4, r"\bneco\b|\ba-? ?levels?\b|abitur|fachabitur|\bmatura\b|brevet de technicien\b|\bbt\b|technicien\w*\b"),
    (4, r"ausbildung\b|\blehrabschluss\b|gesellenbrief|facharbeiter\w*|brevet professionnel"),
    (1, r"primaire\b|lagere? (?:school|onderwijs)|primary|\bcepd?\b|grundschul\w*|\bfslc\b"),
)
_LEVEL_PATTERNS = tuple((level, re.compile(words)) for level, words in _LEVELS)


def read_education(text: str) -> tuple[Education, ...]:
    """Return the courses named in a candidate's cell, each with the highest level its words claim, or ``None``."""
    pieces = (single_line(piece) for piece in at_most(split_outside_brackets(text, _SEPARATOR)))
    return tuple(
        Education(piece, max(claimed_levels(piece), default=None)) for piece in pieces if not is_nothing(piece)
    )


def read_required_level(text: str) -> int | None:
    """Return the lowest level that a vacancy's words accept (``bachelor ou master`` is 6), or ``None``."""
    plain = text.strip()
    if plain in set("12345678"):
        return int(plain)
    return min(claimed_levels(text), default=None)


def claimed_levels(text: str) -> tuple[int, ...]:
    """Return every level (1..8) that the words name; none where the course was not finished or none is known.

    Upper secondary is 4 (*bac*, *CESS*, *secundair*, *Abitur*, *SSCE*), *CAP* and *BSO* 3, lower secondary 2,
    primary 1; short higher courses 5 (*BTS*, *DUT*, *HND*, *technicien spécialisé*, *graduaat*), *licence* and
    bachelor 6, master and engineer 7, doctorate 8; ``Bac+3`` counts years after upper secondary.
    """
    plain = _DOTTED.sub(lambda match: match[1].replace(".", ""), fold(text[:1000]).replace("’", "'"))
    if stated := _STATED.findall(plain):
        return tuple(int(level) for level in stated)
    plain = plain if _RECOGNITION.search(plain) else _without_unfinished(plain)
    found = [_AFTER_BAC[years] for years in _YEARS_AFTER_BAC.findall(plain) if years in _AFTER_BAC]
    return (*found, *_named_levels(_YEARS_AFTER_BAC.sub(" ", plain)))


def _named_levels(plain: str) -> list[int]:
    found: list[int] = []
    for level, pattern in _LEVEL_PATTERNS:
        plain, count = pattern.subn(" ", plain)
        if count and level is not None:
            found.append(level)
    return found


def _without_unfinished(plain: str) -> str:
    """Drop the parts, between commas, that say a course was not finished, with the course each speaks of."""
    kept: list[str] = []
    for part in plain.split(","):
        if not _NOT_HELD.search(part):
            kept.append(part)
        elif kept and not _named_levels(part) and len(part.split()) <= 3:
            kept.pop()
    return ",".join(kept)
