from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.wages import read_wage, says_more_than_wage
from matcher.records import Wage, WageBasis, WagePeriod

H, M, Y = WagePeriod.HOUR, WagePeriod.MONTH, WagePeriod.YEAR


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("2.650 € bruto/maand", Wage(2650, M)),
        ("€17,35/uur", Wage(17.35, H)),
        ("3200-3800 EUR brut par mois", Wage(3200, M, 3800)),
        ("48 000 € / an", Wage(48000, Y)),
        ("€52,000 - €61,000 per year", Wage(52000, Y, 61000)),
        ("45k€/an", Wage(45000, Y)),
        ("45-50k € brut annuel", Wage(45000, Y, 50000)),
        ("entre 2.800 et 3.200 € brut mensuel", Wage(2800, M, 3200)),
        ("tussen € 2.800 en € 3.400 bruto per maand", Wage(2800, M, 3400)),
        ("between 3,600 and 4,200 EUR gross per month", Wage(3600, M, 4200)),
        ("de 3.600 à 4.500 € brut/mois", Wage(3600, M, 4500)),
        ("2 500,50 €/mois", Wage(2500.5, M)),
        ("16.50 EUR/h", Wage(16.5, H)),
        ("17,35 euro de l'heure", Wage(17.35, H)),
        ("18,20 EUR/Stunde", Wage(18.2, H)),
        ("2.950 EUR brutto/Monat", Wage(2950, M)),
        ("€ 17,35/uur (38u/week)", Wage(17.35, H)),
        ("2.850 EUR bruto per maand + maaltijdcheques (€8)", Wage(2850, M)),
        ("vanaf 17,60 €/u", Wage(17.6, H)),
        ("Bruto maandloon: € 2.750", Wage(2750, M)),
        ("12 000 MAD/mois", Wage(12000, M, currency="MAD")),
        ("2800 € net/mois", None),
        ("jusqu'à 3000 €/mois", None),
        ("150 €/jour", None),
        ("€2600/uur", None),
        ("17 €/mois", None),
        ("3.800-3.200 €/mois", None),
        ("€ 3.000", None),
        ("Selon barème CP 200", None),
        ("", None),
    ],
)
def test_gross_wages_with_their_period(text: str, wage: Wage | None) -> None:
    assert read_wage(text) == wage


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("2.800 € bruto/maand incl. vakantiegeld en eindejaarspremie", WageBasis.TOTAL),
        ("60.000 €/jaar inclusief vakantiegeld", WageBasis.TOTAL),
        ("52 000 € brut/an, 13e mois inclus", WageBasis.TOTAL),
        ("package van 65.000 euro per jaar", WageBasis.TOTAL),
        ("basisloon 2.700 €/maand", WageBasis.BASE),
        ("3.200 € brut/mois hors primes", WageBasis.BASE),
        ("18,15 €/h + prime de pause", WageBasis.BASE),
        ("3.000 EUR brutto/Monat zzgl. Urlaubsgeld", WageBasis.BASE),
        ("€15,80/u exclusief ploegenpremie", WageBasis.BASE),
        ("base salary €52,000 per year", WageBasis.BASE),
        ("2.800 € brut/mois, horaire fixe", None),
        ("aantrekkelijk loonpakket: 2.800 € bruto/maand", None),
        ("17,35 €/uur + maaltijdcheques", None),
        ("basisloon 2.700 €/maand incl. vakantiegeld", None),
    ],
)
def test_the_basis_of_a_wage_is_what_the_words_tell(text: str, basis: WageBasis | None) -> None:
    wage = read_wage(text)
    assert wage is not None
    assert wage.basis is basis


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.900 € netto of 2.600 € bruto per maand", 2600),
        ("2.600 € bruto (± 2.000 € netto) per maand", 2600),
        ("nettoloon 2.100 €/maand", None),
        ("£ 12.50 per hour", 12.5),
    ],
)
def test_of_net_and_gross_the_gross_wage_counts(text: str, amount: float | None) -> None:
    wage = read_wage(text)
    assert (wage.minimum if wage else None) == amount


@pytest.mark.parametrize(
    ("heading", "text", "wage"),
    [
        ("Salaire mensuel brut", "2 800", Wage(2800, M)),
        ("Uurloon", "17,5", Wage(17.5, H)),
        ("Annual salary", "52000", Wage(52000, Y)),
        ("Salaire mensuel brut", "17,35 €/heure", Wage(17.35, H)),
        ("Salaire", "2800", None),
    ],
)
def test_period_may_stand_in_the_heading(heading: str, text: str, wage: Wage | None) -> None:
    assert read_wage(text, heading) == wage


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("2.650 € bruto/maand", False),
        ("entre 2.800 et 3.200 € brut mensuel", False),
        ("€18,75/uur + ploegenpremie", True),
        ("2.680 € bruto/maand (IFIC)", True),
    ],
)
def test_words_beyond_the_wage_are_noticed(text: str, more: bool) -> None:
    assert says_more_than_wage(text) is more


@settings(deadline=None)
@given(st.text(alphabet="0123456789 .,-€k/uhmaandbrutonetEURparmois", max_size=60))
def test_every_wage_read_is_believable(text: str) -> None:
    wage = read_wage(text)
    if wage is not None and wage.currency == "EUR":
        assert 5 <= wage.minimum <= 1_000_000
        assert wage.maximum is None or wage.maximum > wage.minimum
