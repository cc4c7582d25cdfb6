"""Where work is done in Belgium: postcodes and names to provinces and to the three Regions."""

from __future__ import annotations

import re

from matcher.intake.sheets import single_line
from matcher.records import Place
from taxonomies.wording import fold

_PROVINCES = (
    # first and last postcode, province, region
    (1000, 1299, "Brussels", "brussels"),
    (1300, 1499, "Walloon Brabant", "wallonia"),
    (1500, 1999, "Flemish Brabant", "flanders"),
    (2000, 2999, "Antwerp", "flanders"),
    (3000, 3499, "Flemish Brabant", "flanders"),
    (3500, 3999, "Limburg", "flanders"),
    (4000, 4999, "Liège", "wallonia"),
    (5000, 5999, "Namur", "wallonia"),
    (6000, 6599, "Hainaut", "wallonia"),
    (6600, 6999, "Luxembourg", "wallonia"),
    (7000, 7999, "Hainaut", "wallonia"),
    (8000, 8999, "West Flanders", "flanders"),
    (9000, 9999, "East Flanders", "flanders"),
)
_NAMES = {
    "flanders": (
        "flanders vlaanderen flandre flandern vlaams-brabant west-vlaanderen oost-vlaanderen limburg antwerpen antwerp"
        " anvers gent gand ghent brugge bruges leuven louvain hasselt genk kortrijk courtrai mechelen malines aalst"
        " alost oostende ostende ostend roeselare turnhout zaventem vilvoorde waregem ieper geel beringen lommel"
        " sint-niklaas lokeren"
    ),
    "wallonia": (
        "wallonia wallonie wallonne waals wallonien liege luik luttich namur namen charleroi mons bergen tournai"
        " doornik verviers huy arlon aarlen hainaut henegouwen eupen wavre nivelles seraing mouscron gembloux marche"
        " ottignies herstal bastogne luxembourg"
    ),
    "brussels": (
        "brussels brussel bruxelles brussel-hoofdstad anderlecht schaerbeek schaarbeek ixelles elsene evere uccle"
        " ukkel etterbeek molenbeek laeken laken auderghem oudergem woluwe jette vorst"
    ),
}
_REGION_OF_NAME = {name: region for region, names in _NAMES.items() for name in names.split()}
_POSTCODE = re.compile(r"(?<![\w.,/-])(?:B(?:E)?\s?-?\s?)?([1-9]\d{3})(?![\d/.,-]\d|\w)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def province_of(postcode: str | None) -> str | None:
    """Return the province of a Belgian postcode (1000 to 9999), or ``None``; Brussels counts as one of its own."""
    found = _range_of(postcode)
    return found[0] if found else None


def region_of(postcode: str | None) -> str | None:
    """Return ``flanders``, ``wallonia`` or ``brussels`` for a Belgian postcode, or ``None``."""
    found = _range_of(postcode)
    return found[1] if found else None


def read_place(name: str, postcode: str = "", region: str = "") -> Place | None:
    """Return where work is done, or ``None`` where nothing is said.

    The region follows from the postcode, in its own cell or within the name (``9000 Gent``); else from a region or a
    large town that is named. A postcode that is none of Belgium's is kept as written.
    """
    words = single_line(name)
    code = _first_postcode(postcode) or single_line(postcode) or _first_postcode(words)
    town = _POSTCODE.sub(" ", words, count=1) if code and code == _first_postcode(words) else words
    town = re.sub(r"\(\s*\)", " ", town)
    town = (
        single_line(town).strip(" ,;-–()") if town.count("(") != town.count(")") else single_line(town).strip(" ,;-–")
    )
    if not (town or code or region.strip()):
        return None
    known = region_of(code) or _region_named(region) or _region_named(words)
    return Place(town or single_line(region) or code or "", code or None, known)


def _first_postcode(text: str) -> str | None:
    match = _POSTCODE.search(text)
    return match[1] if match else None


def _range_of(postcode: str | None) -> tuple[str, str] | None:
    if postcode is None or not re.fullmatch(r"[1-9][0-9]{3}", postcode):
        return None
    number = int(postcode)
    return next((entry[2:] for entry in _PROVINCES if entry[0] <= number <= entry[1]), None)


def _region_named(text: str) -> str | None:
    regions = {_REGION_OF_NAME[word] for word in _NAME.findall(fold(text)) if word in _REGION_OF_NAME}
    return regions.pop() if len(regions) == 1 else None
