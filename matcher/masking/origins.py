"""Countries and what their people are called, in English, French, Dutch and German; and words for people."""

from __future__ import annotations

from matcher.masking.tables import table, words

_ORIGINS = table("origins")["origin"]


def _forms(origin: dict[str, str]) -> set[str]:
    """Return every form of one demonym: plurals, German endings and the uninflected Dutch adjective too."""
    french, english, dutch, german = (origin[key].split() for key in ("french", "english", "dutch", "german"))
    forms = {*french, *english, *dutch, *german, f"{german[0]}in"}
    forms |= {f"{german[-1]}{ending}" for ending in ("e", "er", "en", "es")}
    forms |= {f"{form}s" for form in (*french, *english, *dutch) if not form.endswith("s")}
    return forms | {form[:-1] for form in dutch[1:] if form.endswith("se")}


def _nouns(origin: dict[str, str]) -> set[str]:
    """Return the forms that mean a person where they stand alone."""
    german = origin["german"].split()[0]
    return {origin["french"].split()[0], *origin["english"].split(), origin["dutch"].split()[0], german, f"{german}in"}


COUNTRIES: frozenset[str] = frozenset(
    name.replace("_", " ") for origin in _ORIGINS for name in origin["countries"].split()
)
"""Folded names of countries."""

DEMONYMS: frozenset[str] = frozenset(form for origin in _ORIGINS for form in _forms(origin))
"""Folded words for the people of a country or an ethnic group, nouns and adjectives, every gender."""

ALSO_LANGUAGES: frozenset[str] = frozenset(
    form for origin in _ORIGINS if origin.get("language") for form in _forms(origin)
)
"""Those among them that name a language too."""

PEOPLE: frozenset[str] = frozenset(noun for origin in _ORIGINS for noun in _nouns(origin)) - ALSO_LANGUAGES
"""Those that, standing alone, mean a person and neither a language nor an adjective of a thing."""

PEOPLE_WORDS: frozenset[str] = words(table("origins")["people"])
"""Words for people, mostly at work: a demonym beside one of them speaks of a person."""
