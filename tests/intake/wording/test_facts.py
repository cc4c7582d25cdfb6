from __future__ import annotations

from datetime import date

import pytest

from matcher.intake.vacancy_wording import read_vacancy_text
from matcher.intake.wording.joint_committees import follows_scale, read_joint_committee
from matcher.intake.wording.licences import asks_code_95, read_licences
from matcher.intake.wording.study import asked_level, asked_years, names_only_a_level
from matcher.intake.wording.terms import find_contract, find_last_day, find_seats, find_start, find_wage
from matcher.intake.wording.working_time import read_full_time, read_hours
from tests.intake.told import wage


@pytest.mark.parametrize(
    ("text", "number", "scale"),
    [
        ("Loon volgens barema PC 124", "124", True),
        ("barème de la CP 200", "200", True),
        ("loon volgens PC 330", "330", True),
        ("PC 140.03", "140.03", None),
        ("commission paritaire n° 302", "302", None),
        ("Paritair Comité 111", "111", None),
        ("Paritätische Kommission 149.01", "149.01", None),
        ("Gehalt gemäß PK 124", "124", True),
        ("salary according to joint committee 200", "200", True),
        ("verlofdagen volgens PC 124", "124", None),
        ("selon barème", None, True),
        ("CP 1000 Bruxelles", None, None),
        ("PC 124 of PC 200", None, None),
        ("je werkt op een PC met 16 GB", None, None),
    ],
)
def test_joint_committees_and_their_scales(text: str, number: str | None, scale: bool | None) -> None:
    assert (read_joint_committee(text), follows_scale(text)) == (number, scale)


@pytest.mark.parametrize(
    ("text", "hours", "full_time"),
    [
        ("38u/week", 38.0, True),
        ("38 h/semaine", 38.0, True),
        ("36,5 uren per week", 36.5, None),
        ("voltijds (38 uur per week)", 38.0, True),
        ("temps plein", None, True),
        ("deeltijds 19u", 19.0, False),
        ("deeltijds 28u30 per week", 28.5, False),
        ("4/5", None, False),
        ("mi-temps", None, False),
        ("Vollzeit, 40 Std./Woche", 40.0, True),
        ("40-Stunden-Woche", 40.0, True),
        ("Teilzeit 20 Stunden pro Woche", 20.0, False),
        ("full-time, 40 hours a week", 40.0, True),
        ("voltijds of deeltijds", None, None),
        ("20 tot 30u per week", None, None),
        ("deeltijds 19u, 24u of 30u", None, False),
        ("van 8u tot 16u30", None, None),
        ("deeltijds (80%) is mogelijk", None, None),
        ("3.000 € bruto bij voltijdse tewerkstelling, deeltijds 19u", 19.0, False),
        ("diploma voltijds secundair onderwijs", None, None),
    ],
)
def test_working_time(text: str, hours: float | None, full_time: bool | None) -> None:
    found = read_hours(text)
    assert (found, read_full_time([text], found)) == (hours, full_time)


def test_hours_of_one_choice_are_not_those_of_the_job() -> None:
    told = read_vacancy_text("Wir bieten\n- Teilzeit (19 Std./Woche) oder Vollzeit")
    assert (told.hours, told.full_time) == (None, None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("rijbewijs B", ("B",)),
        ("Rijbewijs: B", ("B",)),
        ("rijbewijs b vereist", ("B",)),
        ("permis C/CE", ("C", "CE")),
        ("permis B et C obligatoires", ("B", "C")),
        ("permis de conduire de type B", ("B",)),
        ("Führerschein Klasse B", ("B",)),
        ("Führerschein der Klassen C und CE", ("C", "CE")),
        ("driving licence (B)", ("B",)),
        ("rijbewijs C+E", ("CE",)),
        ("rijbewijs C(E)", ("CE",)),
        ("CE-rijbewijs", ("CE",)),
        ("rijbewijs C of CE", ("C",)),
        ("rijbewijs vereist", ()),
        ("permis de travail", ()),
        ("permis d'exploitation", ()),
        ("vitamine B", ()),
    ],
)
def test_driving_licences(text: str, codes: tuple[str, ...]) -> None:
    assert read_licences(text) == codes


def test_code_95_and_bare_categories_under_their_heading() -> None:
    assert asks_code_95("rijbewijs C met code 95")
    assert not asks_code_95("95 collega's")
    assert read_licences("[B] Véhicules < 3,5 tonnes", labelled=True) == ("B",)


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Brutoloon tussen 15,42 € en 16,80 € per uur, maaltijdcheques (7€/dag)", "15.42-16.8 EUR/hour"),
        ("salaire compris entre 19 € et 23 € brut de l'heure", "19-23 EUR/hour"),
        ("Brutomaandloon vanaf 2.600 euro", "2600 EUR/month"),
        ("€ 2.800 bruto per maand en maaltijdcheques van € 8", "2800 EUR/month"),
        ("Training budget of €4,000 a year", ""),
        ("maaltijdcheques van € 8 per dag", ""),
        ("nettoloon 2.100 euro per maand", ""),
        ("Housing at € 350/month deducted", "350 EUR/month"),
    ],
)
def test_wages_in_a_line(text: str, pay: str) -> None:
    assert wage(find_wage(text)) == pay


@pytest.mark.parametrize(
    ("text", "starts", "closes"),
    [
        ("Start: 1 maart 2027", date(2027, 3, 1), None),
        ("Entrée en fonction le 01/02/2027", date(2027, 2, 1), None),
        ("Solliciteren kan tot 15 januari 2027", None, date(2027, 1, 15)),
        ("Envoyez votre CV pour le 20/12/2026 au plus tard", None, date(2026, 12, 20)),
        ("Bewerben Sie sich bis zum 30.11.2026!", None, date(2026, 11, 30)),
        ("Apply before 20 December 2026", None, date(2026, 12, 20)),
        ("Opgericht voor 1 maart 1990", None, None),
        ("Start: zo snel mogelijk", None, None),
        ("Start: 31/02/2027", None, None),
        ("Start in maart", None, None),
    ],
)
def test_first_day_of_work_and_last_day_to_apply(text: str, starts: date | None, closes: date | None) -> None:
    assert (find_start(text), find_last_day(text)) == (starts, closes)


@pytest.mark.parametrize(
    ("text", "kind", "seats"),
    [
        ("3 vacatures, contract van onbepaalde duur", "contract van onbepaalde duur", 3),
        ("2 postes à pourvoir en CDI", "CDI", 2),
        ("4 vacancies, permanent contract", "permanent contract", 4),
        ("Interim met optie vast", "Interim met optie vast", None),
        ("CDD de 6 mois", "CDD de 6 mois", None),
        ("unbefristete Anstellung", "unbefristete Anstellung", None),
        ("0 vacatures", None, None),
    ],
)
def test_contracts_and_seats(text: str, kind: str | None, seats: int | None) -> None:
    assert (find_contract([text]), find_seats(text)) == (kind, seats)


@pytest.mark.parametrize(
    ("text", "level", "only"),
    [
        ("bachelordiploma", 6, True),
        ("een bachelor of master", 6, True),
        ("bachelor verpleegkunde", 6, False),
        ("titulaire du CESS", 4, True),
        ("niveau A2", None, True),
        ("Abgeschlossene Ausbildung als Elektriker", 4, False),
        ("scrum master", None, False),
        ("Excel", None, False),
    ],
)
def test_levels_of_education(text: str, level: int | None, only: bool) -> None:
    assert (asked_level(text), names_only_a_level(text)) == (level, only)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("minstens 2 jaar ervaring", 2.0),
        ("une expérience de 3 à 5 ans", 3.0),
        ("6 mois d'expérience", 0.5),
        ("at least 5 years of experience", 5.0),
        ("mehrjährige Berufserfahrung", None),
        ("geen ervaring vereist", 0.0),
        ("aucune expérience requise", 0.0),
        ("wij hebben 30 jaar ervaring", None),
        ("50 jaar ervaring", None),
        ("contract van 2 jaar", None),
    ],
)
def test_years_of_experience(text: str, years: float | None) -> None:
    assert asked_years(text) == years


def test_a_length_alone_is_experience_under_its_heading() -> None:
    assert asked_years("6 mois") is None
    assert asked_years("6 mois", labelled=True) == 0.5
