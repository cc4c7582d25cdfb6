"""From when on people can begin, and where they would work, as cells say it in five languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake import read_cohort
from matcher.intake.candidate_columns import CANDIDATE_LEXICON
from matcher.intake.candidate_columns import CandidateColumn as C
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.when_and_where import counted_from, read_available, read_regions
from matcher.records import REGIONS, Leg, Source

TODAY = date(2026, 11, 28)
BE, DE = Leg("MA", "BE"), Leg("MA", "DE")


def told(column, *cells):
    return Fields(Source("a.csv", None, 2), {column: tuple(NamedCell("Heading", cell) for cell in cells)})


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("01/09/2027", date(2027, 9, 1)),
        ("2027-09-01", date(2027, 9, 1)),
        ("1/9/27", date(2027, 9, 1)),
        (date(2027, 9, 1), date(2027, 9, 1)),
        (46631.0, date(2027, 9, 1)),
        ("à partir du 1er septembre 2027", date(2027, 9, 1)),
        ("vanaf 1 september 2027 (deeltijds)", date(2027, 9, 1)),
        ("ab 1. September 2027", date(2027, 9, 1)),
        ("من 1 سبتمبر 2027", date(2027, 9, 1)),
        ("dès septembre 2027", date(2027, 9, 1)),
        ("09/2027", date(2027, 9, 1)),
        ("2027-09", date(2027, 9, 1)),
        ("01/02/2020", date(2020, 2, 1)),
        *((words, TODAY) for words in ("immédiatement", "Disponible de suite", "tout de suite", "dès que possible")),
        *((words, TODAY) for words in ("immediately", "now", "ASAP", "available")),
        *((words, TODAY) for words in ("onmiddellijk", "per direct", "z.s.m.", "nu meteen")),
        *((words, TODAY) for words in ("sofort", "ab sofort", "schnellstmöglich")),
        *((words, TODAY) for words in ("فوراً", "الآن", "في أقرب وقت ممكن")),
        ("dans 3 mois", date(2027, 2, 28)),
        ("in 3 months", date(2027, 2, 28)),
        ("over 3 maanden", date(2027, 2, 28)),
        ("in drei Monaten", date(2027, 2, 28)),
        ("بعد 3 أشهر", date(2027, 2, 28)),
        ("بعد شهرين", date(2027, 1, 28)),
        ("within 2 weeks", date(2026, 12, 12)),
    ],
)
def test_the_first_day_is_read_as_people_write_it(cell, day):
    fields = told(C.AVAILABLE, cell)
    assert read_available(fields, TODAY) == day
    assert not fields.warnings


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31/02/2027", "the calendar has no such date"),
        ("préavis 1 mois", "a period of notice"),
        ("opzegtermijn: 3 maanden", "a period of notice"),
        ("Kündigungsfrist 4 Wochen", "a period of notice"),
        ("1 month notice", "a period of notice"),
        ("01/01/2062", "more than 10 years away"),
        ("2027", "not a day"),
        ("fin mars 2027", "not a day"),
        ("printemps 2027", "not a day"),
        ("temps plein", "not a day"),
        ("oui", "not a day"),
        ("pas immédiatement", "not a day"),
        ("immediately after the visa", "not a day"),
        ("sofort, sobald das Visum da ist", "not a day"),
        ("dans 2 à 3 mois", "not a day"),
        ("in two or three months", "not a day"),
        ("dans 3 mois après le diplôme", "not a day"),
        ("nach Vereinbarung", "not a day"),
    ],
)
def test_what_is_no_day_is_reported_and_kept(cell, why):
    fields = told(C.AVAILABLE, cell)
    assert read_available(fields, TODAY) is None
    (problem,) = fields.warnings
    assert why in problem.problem
    assert (problem.row, problem.column, problem.value) == (2, "Heading", cell)
    assert problem.remedy
    assert not problem.rejects
    assert fields.extra == (("Heading", cell),)


@pytest.mark.parametrize("cell", ["", "-", "n/a", "onbekend"])
def test_nothing_stated_is_no_problem(cell):
    for column, read in ((C.AVAILABLE, read_available), (C.REGIONS, lambda fields, _: read_regions(fields, BE))):
        fields = told(column, cell)
        assert not read(fields, TODAY)
        assert not fields.warnings


@pytest.mark.parametrize(
    ("cell", "moves"), [("immédiatement", True), ("over 3 maanden", True), ("01/09/2027", False), ("préavis", False)]
)
def test_words_whose_day_moves_are_kept_beside_it(cell, moves):
    assert (counted_from(cell, TODAY) is not None) is moves
    fields = told(C.AVAILABLE, cell)
    if read_available(fields, TODAY):
        assert bool(fields.extra) is moves


F, W, B = REGIONS


@pytest.mark.parametrize(
    ("cell", "regions"),
    [
        ("Flandre", (F,)),
        ("Vlaanderen, Brussel", (F, B)),
        ("Bruxelles ou Wallonie", (W, B)),
        ("Vlaanderen en Brussel", (F, B)),
        ("Flandern und Brüssel", (F, B)),
        ("flanders, wallonia, brussels", REGIONS),
        ("Région flamande / Bxl", (F, B)),
        ("بروكسل", (B,)),
        ("فلاندرز ووالونيا", (F, W)),
        ("Gent", (F,)),
        ("Anvers / Liège", (F, W)),
        ("9000 Gent", (F,)),
        ("B-4000 Liège", (W,)),
        ("1000", (B,)),
        ("Provincie Luik", (W,)),
        ("prov. de Namur", (W,)),
        ("Limburg", (F,)),
        ("Saint-Nicolas (Liège)", (W,)),
        ("La Roche-en-Ardenne", (W,)),
        ("Bruxelles et environs", (B,)),
        *((words, REGIONS) for words in ("partout", "n'importe où", "anywhere", "overal", "egal wo", "في أي مكان")),
        *((words, REGIONS) for words in ("toute la Belgique", "geen voorkeur", "pas de préférence")),
    ],
)
def test_regions_are_read_by_their_names_and_by_places_within_them(cell, regions):
    fields = told(C.REGIONS, cell)
    assert read_regions(fields, BE) == regions
    assert not fields.warnings


def test_a_place_that_says_more_than_its_region_is_kept():
    for cell, kept in (("Gent", True), ("Flandre", False), ("Bruxelles", False)):
        fields = told(C.REGIONS, cell)
        assert read_regions(fields, BE)
        assert bool(fields.extra) is kept


@pytest.mark.parametrize(
    "cell", ["Casablanca", "30 km", "Brabant", "Saint-Nicolas", "as near as possible", "x" * 5_000]
)
def test_what_is_no_place_in_one_region_is_reported_and_kept(cell):
    fields = told(C.REGIONS, cell)
    assert read_regions(fields, BE) == ()
    (problem,) = fields.warnings
    assert "no place" in problem.problem
    assert fields.extra == (("Heading", cell),)


@pytest.mark.parametrize("cell", ["partout sauf Bruxelles", "niet in Brussel", "nicht Wallonien", "ما عدا بروكسل"])
def test_where_somebody_would_not_work_is_never_taken_for_a_wish(cell):
    fields = told(C.REGIONS, cell)
    assert read_regions(fields, BE) == ()
    assert "where not to work" in fields.warnings[0].problem


def test_of_several_places_those_that_are_known_count():
    fields = told(C.REGIONS, "Gand, Casablanca")
    assert read_regions(fields, BE) == (F,)
    assert "not every place" in fields.warnings[0].problem


def test_several_columns_are_one_wish():
    assert read_regions(told(C.REGIONS, "Gent", "Brussel"), BE) == (F, B)


@pytest.mark.parametrize(("leg", "problems"), [(BE, 1), (None, 1), (DE, 0)])
def test_a_place_abroad_is_kept_without_a_problem_for_who_goes_abroad(leg, problems):
    fields = told(C.REGIONS, "Bade-Wurtemberg")
    assert read_regions(fields, leg) == ()
    assert (len(fields.warnings), fields.extra) == (problems, (("Heading", "Bade-Wurtemberg"),))


def test_a_place_that_is_abroad_too_is_not_taken_for_belgian_on_the_way_there():
    assert [read_regions(told(C.REGIONS, "Luxembourg"), leg) for leg in (BE, DE)] == [(W,), ()]


@given(st.text(max_size=60))
def test_any_words_are_read_or_reported_and_never_lost(text):
    for column, read in ((C.AVAILABLE, read_available), (C.REGIONS, lambda fields, _: read_regions(fields, BE))):
        fields = told(column, text)
        found = read(fields, TODAY)
        assert found or fields.extra or not fields.text(column)
        assert all(problem.problem and problem.remedy for problem in fields.warnings)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Available from",
            "availableFrom",
            "available_from",
            "Availability",
            "Disponible à partir du",
            "Disponibilité",
        ),
        *("Beschikbaar vanaf", "Verfügbar ab", "متاح ابتداء من"),
    ],
)
def test_the_first_day_has_headings_in_five_languages(heading):
    assert CANDIDATE_LEXICON.exact(heading) is C.AVAILABLE


@pytest.mark.parametrize(
    "heading",
    [
        "Preferred region",
        "Région souhaitée",
        "Gewenste regio",
        "Gewünschte Region",
        "المنطقة المفضلة",
        "Region preference",
    ],
)
def test_regions_have_headings_in_five_languages(heading):
    assert CANDIDATE_LEXICON.exact(heading) is C.REGIONS


FILES = {
    "a.csv": "Ref;Métier;Disponible le;Région souhaitée 1;Région souhaitée 2\nK1;soudeur;01/09/2027;Gand;Bxl\n",
    "a.json": '[{"Ref": "K1", "occupation": "soudeur", "available_from": "2027-09-01",'
    ' "preferredRegions": ["Gent", "brussels"]}]',
}


@pytest.mark.parametrize("name", FILES)
def test_files_carry_both(tmp_path, name):
    path = tmp_path / name
    path.write_text(FILES[name], encoding="utf-8")
    (candidate,) = read_cohort(path, "palim", today=TODAY).records
    assert (candidate.profile.available, candidate.profile.regions) == (date(2027, 9, 1), (F, B))
