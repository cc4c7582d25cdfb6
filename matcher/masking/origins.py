"""Countries and what their people are called, in English, French, Dutch and German; and words for people."""

from __future__ import annotations

from matcher.masking.tables import table, words
from taxonomies.countries import Country, countries


def _nouns(country: Country) -> set[str]:
    """Return the forms that mean a person where they stand alone."""
    german = country.german[0]
    return {country.french[0], *country.english, country.dutch[0], german, f"{german}in"}


COUNTRIES: frozenset[str] = frozenset(name for country in countries() for name in country.names)
"""Folded names of countries."""

DEMONYMS: frozenset[str] = frozenset(form for country in countries() for form in country.demonyms)
"""Folded words for the people of a country or an ethnic group, nouns and adjectives, every gender."""

ALSO_LANGUAGES: frozenset[str] = frozenset(
    form for country in countries() if country.is_language for form in country.demonyms
)
"""Those among them that name a language too."""

PEOPLE: frozenset[str] = frozenset(noun for country in countries() for noun in _nouns(country)) - ALSO_LANGUAGES
"""Those that, standing alone, mean a person and neither a language nor an adjective of a thing."""

PEOPLE_WORDS: frozenset[str] = words(table("origins")["people"])
"""Words for people, mostly at work: a demonym beside one of them speaks of a person."""
