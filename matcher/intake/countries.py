"""Names of countries in four languages to ISO 3166 alpha-2 codes: the schemes' countries and those around them."""

from __future__ import annotations

import re

from taxonomies.wording import fold

_NAMES = {
    "BE": "belgium belgique belgie belgien vlaanderen flandre wallonie bruxelles brussel",
    "MA": "morocco maroc marokko",
    "TN": "tunisia tunisie tunesie tunesien",
    "EG": "egypt egypte agypten",
    "DZ": "algeria algerie algerije algerien",
    "SN": "senegal",
    "NG": "nigeria",
    "CI": "ivoorkust elfenbeinkuste",
    "CM": "cameroon cameroun kameroen kamerun",
    "GN": "guinea guinee",
    "GM": "gambia gambie",
    "GH": "ghana",
    "ML": "mali",
    "CD": "congo rdc drc kongo",
    "RW": "rwanda ruanda",
    "BI": "burundi",
    "DE": "germany allemagne duitsland deutschland",
    "FR": "france frankrijk frankreich",
    "NL": "netherlands nederland niederlande holland",
    "LU": "luxembourg luxemburg",
    "IT": "italy italie italien",
    "ES": "spain espagne spanje spanien",
    "PT": "portugal",
    "JO": "jordan jordanie jordanien",
    "LB": "lebanon liban libanon",
    "SY": "syria syrie syrien",
    "TR": "turkey turquie turkije turkei turkiye",
    "BD": "bangladesh",
    "PK": "pakistan",
    "UA": "ukraine oekraine",
    "AT": "austria autriche oostenrijk osterreich",
    "CH": "switzerland suisse zwitserland schweiz",
    "PL": "poland pologne polen polska",
    "RO": "romania roumanie roemenie rumanien",
    "BG": "bulgaria bulgarie bulgarije bulgarien",
    "CZ": "czechia tchequie tsjechie tschechien",
    "HU": "hungary hongrie hongarije ungarn",
    "SI": "slovenia slovenie slowenien",
    "HR": "croatia croatie kroatie kroatien",
    "GR": "greece grece griekenland griechenland",
    "DK": "denmark danemark denemarken danmark",
    "SE": "sweden suede zweden schweden",
    "NO": "norway norvege noorwegen norwegen",
    "FI": "finland finlande finnland",
    "IE": "ireland irlande ierland irland",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}
_PHRASES = {"cote d'ivoire": "CI", "ivory coast": "CI", "pays bas": "NL", "pays-bas": "NL", "the netherlands": "NL"}
_WORD = re.compile(r"[^\W\d_]+")


def country_code(text: str) -> str | None:
    """Return the code of the one country that a cell names, by name or by code, or ``None``."""
    plain = fold(text)
    if phrase := next((code for phrase, code in _PHRASES.items() if phrase in plain), None):
        return phrase
    if (code := text.strip().upper()) in _NAMES:
        return code
    found = {_CODES[word] for word in _WORD.findall(plain) if word in _CODES}
    return found.pop() if len(found) == 1 else None
