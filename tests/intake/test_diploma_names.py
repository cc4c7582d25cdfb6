from __future__ import annotations

import pytest

from matcher.intake.diploma_names import Level, country_of, diplomas, find_levels

COUNTRIES = {None, "MA", "TN", "EG", "SN", "NG", "SY", "AF", "ER", "BE", "FR", "NL", "DE", "GB"}


def test_every_row_is_sound() -> None:
    rows = diplomas()
    assert {row.country for row in rows} == COUNTRIES
    for row in rows:
        assert row.names
        assert all(row.names)
        assert row.source
        assert row.level.eqf is None or 1 <= row.level.eqf <= 8
        assert row.level.isced is None or 0 <= row.level.isced <= 8
        assert (row.level.eqf is None) == (row.level.isced is None)


def test_no_table_says_two_things_of_one_name() -> None:
    seen: dict[tuple[str | None, tuple[str, ...]], Level] = {}
    for row in diplomas():
        for name in row.names:
            assert seen.setdefault((row.country, name), row.level) == row.level, name


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("brevet de technicien supérieur", [5]),
        ("brevet de technicien", [4]),
        ("BTS puis licence", [5, 6]),
        ("Bachelor's degree", [6]),
        ("b.a. english", [6]),
        ("MA Linguistics", [7]),
        ("licence de soudeur", []),
        ("BTP", [4]),
        ("chef de chantier BTP", []),
        ("qualification", [3]),
        ("haute qualification", []),
        ("technical institute", []),
        ("technical institute, Damascus", [5]),
    ],
)
def test_the_longest_name_counts_where_it_may(text: str, levels: list[int]) -> None:
    assert [level.eqf for level in find_levels(text)] == levels


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("OFPPT", "MA"),
        ("Bac, Tunisie", "TN"),
        ("Licence, Dakar puis Casablanca", None),
        ("Licence", None),
        ("الرباط، المغرب", "MA"),
    ],
)
def test_country_that_the_words_say(text: str, country: str | None) -> None:
    assert country_of(text) == country
