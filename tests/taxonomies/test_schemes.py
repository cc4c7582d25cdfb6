import pytest

from taxonomies.errors import TaxonomyError
from taxonomies.schemes import find_scheme, schemes


def test_the_four_schemes_stand():
    assert list(schemes()) == ["asylum", "match", "palim", "thamm"]


def test_every_scheme_says_where_its_facts_come_from():
    assert all(scheme.source and scheme.legs for scheme in schemes().values())


def test_sectors_of_the_belgian_thamm_legs_are_marked_as_assumed():
    legs = find_scheme("THAMM").legs
    assert {leg.assumed for leg in legs if leg.destination == "BE"} == {True}
    assert {leg.assumed for leg in legs if leg.destination != "BE"} == {False}


def test_an_unknown_scheme_lists_the_valid_ones():
    with pytest.raises(TaxonomyError, match="asylum, match, palim, thamm"):
        find_scheme("talent")
