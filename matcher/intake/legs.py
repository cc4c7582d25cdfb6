"""Which way a candidate of a mobility scheme goes: from the cells of the record, or as said of the whole file."""

from __future__ import annotations

import re

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.countries import country_code
from matcher.intake.fields import Fields
from matcher.records import Leg
from taxonomies.wording import fold

C = CandidateColumn

_ASSUMED = re.compile(r"hypothese|assumed|assumption|hypothetisch|verondersteld|aanname|annahme|angenommen|presume")


def read_leg(fields: Fields[CandidateColumn], default: Leg | None) -> Leg | None:
    """Return the leg of a candidate, from its columns of origin and destination, else from the default.

    A leg is assumed where one of its cells, or the sector's, says so: ``Soudure (hypothèse)``. The sector is kept
    verbatim beside the record; so is a country that is not known, with a warning.
    """
    cells = [fields.text(column) for column in (C.ORIGIN, C.DESTINATION, C.SECTOR)]
    assumed = any(_ASSUMED.search(fold(cell)) for cell in cells)
    fields.keep(C.SECTOR)
    codes: list[str | None] = []
    fallbacks = (default.origin, default.destination) if default else (None, None)
    for column, fallback in zip((C.ORIGIN, C.DESTINATION), fallbacks, strict=True):
        text = fields.text(column)
        code = country_code(text) if text else fallback
        if text and code is None:
            fields.warn(column, "not the name of one known country", "write the country's name or its two-letter code")
        elif text:
            _keep_longer(fields, column)
        codes.append(code)
    origin, destination = codes
    if origin is None or destination is None:
        for column in (C.ORIGIN, C.DESTINATION):
            fields.keep(column)
        return None
    return Leg(origin, destination, assumed or (default is not None and default.assumed))


def _keep_longer(fields: Fields[CandidateColumn], column: CandidateColumn) -> None:
    """Keep a country cell that says more than the country: ``Belgique (hypothèse)``, ``Allemagne, Leipzig``."""
    if re.search(r"[^\w\s'’-]", fields.text(column)):
        fields.keep(column)
