"""Filters: what a user asks of the pool before anything is ranked. Unknowns stay in unless the user drops them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import UsageError
from matcher.records import REGIONS, Answer, LanguageRequirement
from taxonomies.belgium.places import named, names_a_place

WITHIN = (0, 1, 3, 6)
"""Months from today within which people are asked to begin; 0 is today."""

CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class Filters:
    """Wishes about candidates, all of which must be met; an empty one asks nothing.

    Args:
        schemes: names, any of which will do.
        languages: each is asked, at that CEFR level at least.
        drop_unknown: leaves out those of whom nothing is known that a wish asks about.
        skills: ESCO URIs, each of which is asked; a narrower skill holds a broader one.
        occupations: ESCO URIs or first digits of ISCO-08 groups, any of which will do.
        available_by: who can begin on that day at the latest.
        regions: of Belgium, as :class:`matcher.records.Place` names them, any of which will do to work in.
        routes: what the law says of a way to be hired for the vacancy asked about, any of which will do.
    """

    schemes: tuple[str, ...] = ()
    languages: tuple[LanguageRequirement, ...] = ()
    drop_unknown: bool = False
    skills: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    available_by: date | None = None
    regions: tuple[str, ...] = ()
    routes: tuple[Answer, ...] = ()


def parse_language(text: str) -> LanguageRequirement:
    """Read ``nl:B1`` or ``nl``; raises :class:`UsageError` that shows the form."""
    language, _, level = text.partition(":")
    level = level.upper()
    if len(language) != 2 or not language.isalpha() or (level and level not in CEFR):
        raise UsageError(f"{text!r} is not a language filter: write nl:B1, with a level from A1 to C2, or just nl.")
    return LanguageRequirement(language.lower(), level or None, text)


def parse_region(text: str) -> str:
    """Read ``flanders``, or the name of a Region, province or municipality in any of its languages.

    Raises:
        UsageError: It names none for certain; the message lists the Regions.
    """
    region = named(text).region if names_a_place(text) else None
    if region is None:
        raise UsageError(f"{text!r} is not known to lie in one Region of Belgium: choose {', '.join(REGIONS)}.")
    return region


def parse_route(text: str) -> Answer:
    """Read ``yes``, ``unknown`` or ``no``; raises :class:`UsageError` that names them."""
    try:
        return Answer(text.lower())
    except ValueError:
        raise UsageError(f"{text!r} is no answer of the law: write yes, unknown or no.") from None
