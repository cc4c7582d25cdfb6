from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.places import province_of, read_place, region_of
from matcher.records import Place


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
    ],
)
def test_postcodes_lie_in_their_province_and_region(first: int, last: int, province: str, region: str) -> None:
    for postcode in (first, (first + last) // 2, last):
        assert (province_of(str(postcode)), region_of(str(postcode))) == (province, region)


@settings(deadline=None)
@given(st.integers(1000, 9999))
def test_every_belgian_postcode_has_a_region(postcode: int) -> None:
    assert region_of(str(postcode)) in {"flanders", "wallonia", "brussels"}


@pytest.mark.parametrize("postcode", [None, "", "999", "0999", "75001", "B-1000", "100a", "٩٠٠٠"])
def test_other_codes_have_no_region(postcode: str | None) -> None:
    assert region_of(postcode) is None


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (("Gent", "9000", ""), Place("Gent", "9000", "flanders")),
        (("9000 Gent", "", ""), Place("Gent", "9000", "flanders")),
        (("Gent (9000)", "", ""), Place("Gent", "9000", "flanders")),
        (("B-1000 Bruxelles", "", ""), Place("Bruxelles", "1000", "brussels")),
        (("Liège", "", ""), Place("Liège", None, "wallonia")),
        (("Halle", "", "Vlaanderen"), Place("Halle", None, "flanders")),
        (("", "1300", ""), Place("1300", "1300", "wallonia")),
        (("Paris", "75001", ""), Place("Paris", "75001", None)),
        (("Brussel / Gent", "", ""), Place("Brussel / Gent", None, None)),
        (("", "", ""), None),
    ],
)
def test_workplaces(cells: tuple[str, str, str], place: Place | None) -> None:
    assert read_place(*cells) == place
