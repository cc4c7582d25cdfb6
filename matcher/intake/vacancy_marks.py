"""How a file shows, at a glance, that it holds vacancies of a format that no candidate file has."""

from __future__ import annotations

import re

from matcher.intake.arrivals import Arrival
from matcher.intake.forem import names_offers

# With their colon, for a candidate may write of any of these.
_JSON_NAMES = re.compile(
    rb'"(?:numerooffreforem|titreoffre|jvProfiles|jobCategoriesCodes|positionScheduleCodes)"\s{0,20}:'
    rb'|"@type"\s{0,20}:\s{0,20}\[?\s{0,20}"(?:https?://schema\.org/|schema:)?JobPosting"'
)


def shows_vacancies(arrival: Arrival) -> bool:
    """Tell whether a file is of Forem's open data, of EURES, or carries schema.org's JobPosting."""
    if arrival.data.startswith((b"PK", b"%PDF")):
        return False
    return names_offers(arrival.plain.partition("\n")[0]) or bool(_JSON_NAMES.search(arrival.data))
