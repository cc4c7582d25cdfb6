from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.places import read_place, unknown_place
from matcher.reasons import in_words
from matcher.records import Place

EAST = ("flanders", "East Flanders", "nl")
BRUSSELS = ("brussels", "Brussels", "nl-fr")
NOTHING = (None, None, None)


def place(name: str, postcode: str | None, known: tuple[str | None, str | None, str | None], **more: str) -> Place:
    region, province, language = known
    return Place(name, postcode, region, province, language, country=more.pop("country", "BE"), **more)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Gent", "9000", ""), place("Gent", "9000", EAST)),
        (("9000 Gent", "", ""), place("Gent", "9000", EAST)),
        (("Gent (9000)", "", ""), place("Gent", "9000", EAST)),
        (("B-1000 Bruxelles", "", ""), place("Bruxelles", "1000", BRUSSELS)),
        (("Brussel", "B-1000", ""), place("Brussel", "1000", BRUSSELS)),
        (("Liège", "", ""), place("Liège", None, ("wallonia", "Liège", None))),
        (("4000 Liège", "", ""), place("Liège", "4000", ("wallonia", "Liège", "fr"))),
        (("Halle", "", "Vlaanderen"), place("Halle", None, ("flanders", None, "nl"))),
        (("", "1300", ""), place("1300", "1300", ("wallonia", "Walloon Brabant", "fr"))),
        (("Brussel / Gent", "", ""), place("Brussel / Gent", None, NOTHING)),
        (("Eupen", "4700", ""), place("Eupen", "4700", ("wallonia", "Liège", "de"), facilities="fr")),
        (("7100 LA LOUVIÈRE", "", ""), place("LA LOUVIÈRE", "7100", ("wallonia", "Hainaut", "fr"))),
        (("", "", "Région wallonne"), place("Région wallonne", None, ("wallonia", None, None))),
        (("Gent", "9000", "Wallonie"), place("Gent", "9000", NOTHING)),  # they do not agree
        (("Paris", "75001", ""), Place("Paris", "75001")),
        (("5611 AB Eindhoven", "", ""), Place("5611 AB Eindhoven", country="NL")),
        (("Luxembourg", "L-1234", ""), Place("Luxembourg", "L-1234", country="LU")),
        (("Luxembourg L-1234", "", ""), Place("Luxembourg L-1234", country="LU")),
        (("1010 Wien, Österreich", "", ""), Place("Wien, Österreich", "1010", country="AT")),
        (("D-24103 Kiel", "", ""), Place("D-24103 Kiel", country="DE")),
        (("Dakar, Sénégal", "1000", ""), Place("Dakar, Sénégal", "1000", country="SN")),
        (("", "", ""), None),
    ],
)
def test_workplaces(cells: tuple[str, str, str], expected: Place | None) -> None:
    assert read_place(*cells) == expected


@pytest.mark.parametrize(
    ("name", "postcode", "nuts", "country", "expected"),
    [
        ("Kiel", "5000", "", "DE", Place("Kiel", "5000", country="DE")),
        ("Kiel", "5000", "", "Duitsland", Place("Kiel", "5000", country="DE")),
        ("Kiel", "5000", "", "Wakanda", Place("Kiel", "5000")),
        ("Gent", "", "BE234", "", place("Gent", None, EAST, nuts="BE234")),
        ("Berchem", "", "BE1", "BE", place("Berchem", None, BRUSSELS, nuts="BE1")),
        ("Liège", "", "BE332", "", place("Liège", None, ("wallonia", "Liège", "fr"), nuts="BE332")),
        ("", "", "BE33", "", place("BE33", None, ("wallonia", "Liège", None), nuts="BE33")),
        ("Lille", "", "FRE11", "", Place("Lille", nuts="FRE11", country="FR")),
        ("Lille", "", "", "BEL", place("Lille", None, ("flanders", "Antwerp", "nl"))),
        ("Nergenshuizen", "", "", "BE", place("Nergenshuizen", None, NOTHING)),
    ],
)
def test_codes_and_countries_beside_the_name(
    name: str, postcode: str, nuts: str, country: str, expected: Place
) -> None:
    assert read_place(name, postcode, nuts=nuts, country=country) == expected


@pytest.mark.parametrize(
    ("name", "country", "said"),
    [
        ("Nergenshuizen", "", "Place not known: Nergenshuizen. Add its postcode or country."),
        ("Berchem", "", "The Region of Berchem is not known. Add its postcode."),
        ("Gent", "", None),
        ("Kiel", "DE", None),
    ],
)
def test_a_place_that_is_not_known_says_so(name: str, country: str, said: str | None) -> None:
    reason = unknown_place(read_place(name, country=country))
    assert (reason and in_words(reason)) == said
    assert unknown_place(None) is None


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=10), st.text(max_size=20), st.text(max_size=6), st.text(max_size=6))
def test_no_region_outside_belgium(name: str, postcode: str, region: str, nuts: str, country: str) -> None:
    found = read_place(name, postcode, region, nuts=nuts, country=country)
    assert found is None or found.country == "BE" or (found.region, found.province, found.language_area) == NOTHING
