"""Reads where work is done from the cells of a vacancy; what follows from it stands in the table of Belgium."""

from __future__ import annotations

import re

from matcher.intake.countries import country_code
from matcher.intake.sheets import single_line
from matcher.records import Place, Reason
from taxonomies.belgium.places import BELGIUM, NOWHERE, Whereabouts, at_postcode, named, names_a_town, of_nuts, shared
from taxonomies.wording import fold

_POSTCODE = re.compile(r"(?<![\w.,/-])(?:B(?:E)?\s?-?\s?)?([1-9]\d{3})(?![\d/.,-]\d|\w)", re.IGNORECASE)
_OF_COUNTRY = re.compile(r"(?<![\w-])(BE|LU|FR|DE|NL|CH|AT|IT|ES|PT|[BLFDA])\s?-\s?\d{4,6}(?!\w)")
_LETTER_COUNTRIES = {"B": "BE", "L": "LU", "F": "FR", "D": "DE", "A": "AT"}
# "5611 AB Eindhoven"; "7100 LA LOUVIÈRE" and "9840 DE PINTE" begin with two letters as well.
_DUTCH = re.compile(r"(?<!\w)[1-9]\d{3}\s?(?!DE|LA|LE|ST|EN|ET|OP)[A-Z]{2}(?![\w'’])")
_PARTS = re.compile(r"[,()/|;–—]|\s-\s")
_ALPHA_3 = {
    "BEL": "BE",
    "NLD": "NL",
    "FRA": "FR",
    "DEU": "DE",
    "LUX": "LU",
    "GBR": "GB",
    "MAR": "MA",
    "TUN": "TN",
    "SEN": "SN",
    "NGA": "NG",
}


def read_place(name: str, postcode: str = "", region: str = "", *, nuts: str = "", country: str = "") -> Place | None:
    """Return where work is done, or ``None`` where nothing is said.

    Province, Region, language area and facilities follow from the postcode, in its own cell or within the name
    (``9000 Gent``), from a NUTS code, from a Region, province or municipality that is named; what several of them do
    not agree on stays ``None``, and so does what does not follow: the province of Liège tells no language. A postcode
    that is none of Belgium's is kept as written; a place in another country has no Belgian Region whatever its code.

    Args:
        name: municipality, with or without its postcode, province or country.
        postcode: as written, ``B-9000`` and ``9000`` alike.
        region: Region or province in words.
        nuts: code of the European regions; kept as written.
        country: ISO 3166 code (alpha-2), or the name of a country.
    """
    words, area = single_line(name), single_line(region)
    code = _first_postcode(postcode) or single_line(postcode) or _first_postcode(words) or ""
    town = _town(words, code)
    if not (town or code or area or nuts.strip()):
        return None
    found = _whereabouts(words, code, area, nuts, _country(words, postcode, country))
    return Place(
        name=town or area or code or nuts.strip(),
        postcode=code or None,
        region=found.region,
        province=found.province,
        language_area=found.language_area,
        facilities=found.facilities,
        nuts=nuts.strip().upper() or None,
        country=found.country,
    )


def unknown_place(place: Place | None) -> Reason | None:
    """Return the reason to show where nobody can tell in which Region a place lies, or ``None`` where it is known.

    A place abroad is known, and so is one that is not stated at all: that is another thing to say.
    """
    if place is None or place.region is not None or place.country not in (None, BELGIUM):
        return None
    return Reason("place.unknown" if place.country is None else "place.region_unknown", (("place", place.name),))


def _town(words: str, code: str) -> str:
    """Return a name without the postcode that stands in it."""
    town = _POSTCODE.sub(" ", words, count=1) if code and code == _first_postcode(words) else words
    town = single_line(re.sub(r"\(\s*\)", " ", town))
    return town.strip(" ,;-–()" if town.count("(") != town.count(")") else " ,;-–")


def _first_postcode(text: str) -> str | None:
    match = _POSTCODE.search(text)
    return match[1] if match and not _DUTCH.match(text, match.start(1)) else None


def _whereabouts(words: str, code: str, area: str, nuts: str, country: str | None) -> Whereabouts:
    """Put together what the code, the area, NUTS and the name tell; what they do not agree on is not known."""
    by_nuts = of_nuts(nuts)
    if country is None and by_nuts is not None:
        country = by_nuts.country
    if country not in (None, BELGIUM):
        return Whereabouts(country or None)
    known = Whereabouts(country)
    for stated in (at_postcode(code), by_nuts, named(area, Whereabouts(country))):
        if stated is not None and stated != NOWHERE:
            known = known.joined(stated) if known.agrees_with(stated) else shared((known, stated))
    if at_postcode(code) is not None:
        return known
    told = named(words, known if known != NOWHERE else None)
    if told == NOWHERE:
        return known
    return known.joined(told) if known.agrees_with(told) else shared((known, told))


def _country(words: str, postcode: str, country: str) -> str | None:
    """Return the country stated, ``""`` where one is stated that nobody knows, ``None`` where none is."""
    if stated := single_line(country):
        short = stated.upper()
        if re.fullmatch(r"[A-Z]{2}", short):
            return short
        return _ALPHA_3.get(short) or country_code(stated) or ""
    for text in (single_line(postcode), words):
        if match := _OF_COUNTRY.search(text):
            return _LETTER_COUNTRIES.get(match[1], match[1])
        if _DUTCH.search(text):
            return "NL"
    parts = [part.strip() for part in _PARTS.split(words)]
    told = {code for part in parts if (code := _whole_country(part))}
    return told.pop() if len(told) == 1 else None


def _whole_country(part: str) -> str | None:
    """Return the country that a part of a name is, and nothing else; not Luxembourg, which is a province too."""
    code = country_code(part)
    plain = fold(part)
    if code in (None, BELGIUM, "LU") or names_a_town(part):
        return BELGIUM if plain in ("belgie", "belgium", "belgique", "belgien") else None
    return code if len(plain.split()) <= 2 else None
