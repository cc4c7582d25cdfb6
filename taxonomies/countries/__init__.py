"""Countries: their codes, names and demonyms in four languages, and which stand in the European Economic Area."""

from __future__ import annotations

from taxonomies.countries.table import Country, countries, country_of, nationalities_of

__all__ = ["Country", "countries", "country_of", "nationalities_of"]
