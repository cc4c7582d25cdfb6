from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomies.belgium.places import LANGUAGES_OF_AREAS, NOWHERE, Whereabouts, at_postcode, named, of_nuts

BE = "BE"
GERMAN = {
    "4700": "Eupen",
    "4701": "Kettenis",
    "4710": "Lontzen",
    "4711": "Walhorn",
    "4720": "Kelmis",
    "4721": "Neu-Moresnet",
    "4728": "Hergenrath",
    "4730": "Raeren",
    "4731": "Eynatten",
    "4750": "Bütgenbach",
    "4760": "Büllingen",
    "4761": "Rocherath",
    "4770": "Amel",
    "4771": "Heppenbach",
    "4780": "St. Vith",
    "4782": "Schönberg",
    "4783": "Lommersweiler",
    "4784": "Crombach",
    "4790": "Burg-Reuland",
    "4791": "Thommen",
}
FRENCH_BESIDE_DUTCH = [
    *("1620", "1950", "1630", "1640", "1780", "1970"),
    *("1547", "3717", "8957", "9600", "8587", "3790", "3791", "3792", "3793", "3798"),
]
DUTCH_BESIDE_FRENCH = ["7780", "7781", "7782", "7783", "7784", "7700", "7711", "7712", "7880", "7850"]


@pytest.mark.parametrize(
    ("first", "last", "province", "region"),
    [
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
        (2070, 2070, "East Flanders", "flanders"),
    ],
)
def test_postcodes_lie_in_their_province_and_region(first: int, last: int, province: str, region: str) -> None:
    for postcode in (first, (first + last) // 2, last):
        found = at_postcode(str(postcode))
        assert found is not None
        assert (found.province, found.region) == (province, region)


@given(st.integers(1000, 9999))
def test_every_belgian_postcode_has_a_region_and_a_language(postcode: int) -> None:
    found = at_postcode(str(postcode))
    assert found is not None
    language = {"flanders": {"nl"}, "brussels": {"nl-fr"}, "wallonia": {"fr", "de"}}[str(found.region)]
    assert found.language_area in language
    assert found.language_area in LANGUAGES_OF_AREAS


def test_the_language_areas_and_facilities_are_those_of_the_law_and_no_more() -> None:
    places = {str(postcode): at_postcode(str(postcode)) for postcode in range(1000, 10_000)}
    german = {code for code, place in places.items() if place and place.language_area == "de"}
    assert german == set(GERMAN)
    served = {code: place.facilities for code, place in places.items() if place and place.facilities}
    expected = dict.fromkeys([*GERMAN, *FRENCH_BESIDE_DUTCH], "fr") | dict.fromkeys(DUTCH_BESIDE_FRENCH, "nl")
    assert served == expected | {"4950": "de", "4960": "de"}


@pytest.mark.parametrize(("postcode", "name"), GERMAN.items())
def test_german_speaking_municipalities_by_name(postcode: str, name: str) -> None:
    assert named(name, Whereabouts(BE)) == at_postcode(postcode)


@pytest.mark.parametrize("postcode", [None, "", "999", "0999", "75001", "B-1000", "100a", "٩٠٠٠", "1234 AB"])
def test_other_codes_say_nothing(postcode: str | None) -> None:
    assert at_postcode(postcode) is None


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("BE", Whereabouts(BE)),
        ("BE1", Whereabouts(BE, "brussels", "Brussels", "nl-fr")),
        ("BE100", Whereabouts(BE, "brussels", "Brussels", "nl-fr")),
        ("BE2", Whereabouts(BE, "flanders", None, "nl")),
        ("BE211", Whereabouts(BE, "flanders", "Antwerp", "nl")),
        ("be24", Whereabouts(BE, "flanders", "Flemish Brabant", "nl")),
        ("BE3", Whereabouts(BE, "wallonia")),
        ("BE31", Whereabouts(BE, "wallonia", "Walloon Brabant", "fr")),
        ("BE33", Whereabouts(BE, "wallonia", "Liège")),
        ("BE332", Whereabouts(BE, "wallonia", "Liège", "fr")),
        ("BE336", Whereabouts(BE, "wallonia", "Liège", "de", "fr")),
        ("BE9", Whereabouts(BE)),
        ("FRE11", Whereabouts("FR")),
        ("US", None),
        ("EL30", Whereabouts("GR")),
        ("", None),
        ("Gent", None),
        ("12", None),
    ],
)
def test_nuts_codes(code: str, place: Whereabouts | None) -> None:
    assert of_nuts(code) == place


GHENT = Whereabouts(BE, "flanders", "East Flanders", "nl")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gent", GHENT),
        ("GAND", GHENT),
        ("stad Gent", GHENT),
        ("Gent (Oost-Vlaanderen)", GHENT),
        ("Liège", Whereabouts(BE, "wallonia", "Liège")),
        ("province de Liège", Whereabouts(BE, "wallonia", "Liège")),
        ("Seraing, Liège", Whereabouts(BE, "wallonia", "Liège", "fr")),
        ("Saint-Nicolas (Liège)", Whereabouts(BE, "wallonia", "Liège", "fr")),
        ("Sint-Niklaas", GHENT),
        ("St.-Niklaas", GHENT),
        ("Saint-Nicolas", Whereabouts(BE)),
        ("Berchem", Whereabouts(BE)),
        ("Berchem (Antwerpen)", Whereabouts(BE, "flanders", "Antwerp", "nl")),
        ("Limburg", NOWHERE),
        ("provincie Limburg", Whereabouts(BE, "flanders", "Limburg", "nl")),
        ("Limburg, Vlaanderen", Whereabouts(BE, "flanders", "Limburg", "nl")),
        ("Luxembourg", NOWHERE),
        ("province de Luxembourg", Whereabouts(BE, "wallonia", "Luxembourg", "fr")),
        ("Arlon, Luxembourg", Whereabouts(BE, "wallonia", "Luxembourg", "fr")),
        ("Brussel / Gent", Whereabouts(BE)),
        ("Gent en Antwerpen", Whereabouts(BE, "flanders", None, "nl")),
        ("Wallonie", Whereabouts(BE, "wallonia")),
        ("Ostbelgien", Whereabouts(BE, "wallonia", "Liège", "de", "fr")),
        ("Oost-Vlaanderen, Vlaanderen", GHENT),
        ("Flandre occidentale", Whereabouts(BE, "flanders", "West Flanders", "nl")),
        ("Brussel", Whereabouts(BE, "brussels", "Brussels", "nl-fr")),
        ("Ixelles/Elsene", Whereabouts(BE, "brussels", "Brussels", "nl-fr")),
        ("Marche-en-Famenne", Whereabouts(BE, "wallonia", "Luxembourg", "fr")),
        ("Kraainem", Whereabouts(BE, "flanders", "Flemish Brabant", "nl", "fr")),
        ("Mouscron", Whereabouts(BE, "wallonia", "Hainaut", "fr", "nl")),
        ("Malmedy", Whereabouts(BE, "wallonia", "Liège", "fr", "de")),
        ("Lille", NOWHERE),
        ("Kinshasa", NOWHERE),
        ("", NOWHERE),
    ],
)
def test_names_tell_what_is_certain(text: str, place: Whereabouts) -> None:
    assert named(text) == place


@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    found = named(text)
    assert found.country in (None, BE)
    assert found.region is None or found.country == BE


BRUSSELS = {
    *("1000", "1030", "1040", "1050", "1060", "1070", "1080", "1081", "1082", "1083", "1090", "1140", "1150", "1160"),
    *("1170", "1180", "1190", "1200", "1210"),
}


def test_the_table_of_names_covers_what_it_should() -> None:
    listed = tomllib.loads((files("taxonomies.belgium") / "places.toml").read_text(encoding="utf-8"))["municipalities"]
    facilities = {"1620", "1950", "1630", "1640", "1780", "1970", "1547", "3717", "8957", "9600", "8587", "3790"}
    assert len(listed) >= 300
    assert len(BRUSSELS) == 19
    assert {*BRUSSELS, *GERMAN, *facilities, "7780", "7700", "7880", "7850", "4950", "4960"} <= set(listed)
    assert all(at_postcode(postcode) is not None for postcode in listed)
