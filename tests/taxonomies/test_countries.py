import pytest

from taxonomies.countries import countries, country_of, nationalities_of


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Marocaine", ["MA"]),
        ("marokkaanse", ["MA"]),
        ("Syrië", ["SY"]),
        ("Palestina (Gaza)", ["PS"]),
        ("RD Congo (Bukavu)", ["CD"]),
        ("Côte d'Ivoire", ["CI"]),
        ("Guinée-Bissau", ["GW"]),
        ("Guinée", ["GN"]),
        ("Nigérienne", ["NE"]),
        ("Nigerian", ["NG"]),
        ("Zuid-Soedan", ["SS"]),
        ("Soudan du Sud", ["SS"]),
        ("Belgo-marocaine", ["BE", "MA"]),
        ("polonaise / marocaine", ["PL", "MA"]),
        ("Ukrainian", ["UA"]),
        ("NG", ["NG"]),
        ("El Salvador", ["SV"]),
        ("apatride", []),
        ("onbekend", []),
        ("", []),
    ],
)
def test_nationalities_are_read_in_any_words(words, codes):
    assert [country.code for country in nationalities_of(words)] == codes


def test_the_european_economic_area_and_switzerland_are_31_states():
    assert sum(country.eea for country in countries()) == 31
    assert all(country_of(code).eea for code in ("BE", "HR", "IS", "LI", "NO", "CH"))
    assert not any(country_of(code).eea for code in ("GB", "MA", "TR", "UA", "RS"))


def test_codes_stand_once():
    codes = [country.code for country in countries() if country.code]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 2 and code.isupper() for code in codes)
