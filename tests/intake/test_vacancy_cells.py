from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.intake import read_vacancies
from matcher.intake.people import describe_jobs, describe_people
from matcher.intake.vacancy_cells import read_full_time, read_hours
from matcher.intake.vacancy_codes import find_codes
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.records import CodeSystem, Intake, Posting, Vacancy

V = VacancyColumn
Write = Callable[..., Path]
WELDER = "http://data.europa.eu/esco/occupation/5b6bcbb4-9dd1-4b8d-8b8c-1c6d5d0d0a11"


def one(write_text: Write, **cells: str) -> Intake[Vacancy]:
    given = {"reference": "V-1", "title": "Lasser", **cells}
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in given.values()]
    return read_vacancies(write_text([",".join(given), ",".join(quoted)], name="vacancies.csv"))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("ESCO-beroep", V.ESCO),
        ("Code CITP", V.ISCO),
        ("Code Competent", V.COMPETENT),
        ("Code ROME", V.ROME),
        ("Code ROME v4", V.ROME4),
        ("NACE-BEL", V.NACE),
        ("Beroepscode", V.OCCUPATION_CODE),
        ("Uren per week", V.HOURS),
        ("Wochenstunden", V.HOURS),
        ("Régime de travail", V.FULL_TIME),
        ("Voltijds/deeltijds", V.FULL_TIME),
        ("Maatschappelijke zetel", V.SEAT),
        ("Siège social", V.SEAT),
        ("Secteur d'activité", V.SECTOR),
        ("Führerschein", V.LICENCE),
        ("Rijbewijs", V.LICENCE),
        ("Entrée en service", V.STARTS),
        ("Indiensttreding", V.STARTS),
        ("VKS-niveau", V.VKS),
        ("Paritair comité", V.COMMITTEE),
        ("Commission paritaire", V.COMMITTEE),
        ("Loon volgens barema", V.SCALE),
        ("Nach Tarif", V.SCALE),
        ("Transfert intragroupe", V.TRANSFER),
        ("Konzerninterne Versetzung", V.TRANSFER),
        ("Diffusions", V.POSTINGS),
        ("Code NUTS", V.NUTS),
        ("Pays", V.COUNTRY),
        ("Lien vers l'offre", V.URL),
        ("CP", V.POSTCODE),
    ],
)
def test_headings_of_the_new_columns(heading: str, column: VacancyColumn) -> None:
    assert VACANCY_LEXICON.exact(heading) is column


@pytest.mark.parametrize(
    ("text", "system", "codes"),
    [
        ("7212", CodeSystem.ISCO, [("isco08", "7212")]),
        ("C7212", CodeSystem.ISCO, [("isco08", "7212")]),
        ("http://data.europa.eu/esco/isco/C7212", None, [("isco08", "7212")]),
        ("http://data.europa.eu/esco/isco/C7212", CodeSystem.ESCO, [("isco08", "7212")]),
        (WELDER, None, [("esco", WELDER)]),
        (WELDER.replace("http:", "https:"), CodeSystem.ESCO, [("esco", WELDER)]),
        (WELDER.rpartition("/")[2].upper(), CodeSystem.ESCO, [("esco", WELDER)]),
        ("7212.3", None, [("esco", "7212.3")]),
        ("M1805", None, [("rome", "M1805")]),
        ("ROME 4.0: M1805", None, [("rome4", "M1805")]),
        ("ROME v3 M1805", None, [("rome", "M1805")]),
        ("ISCO-08 7212", None, [("isco08", "7212")]),
        ("C7212", None, [("isco08", "7212")]),
        ("C1101", None, []),  # a banker in ROME, a manager in ISCO
        ("ROME C1101", None, [("rome", "C1101")]),
        ("OP-410", None, [("competent", "OP-410")]),
        ("OP-410", CodeSystem.COMPETENT, [("competent", "OP-410")]),
        ("NACE-BEL 2008: 25.110", None, [("nace", "25.110")]),
        ("25.11", CodeSystem.NACE, [("nace", "25.11")]),
        ("7212 Lasser", None, [("isco08", "7212")]),
        ("51-4121.00", None, []),
        ("lasser", None, []),
        ("2026", None, [("isco08", "2026")]),
        ("http://data.europa.eu/esco/skill/0", None, []),
    ],
)
def test_codes(text: str, system: CodeSystem | None, codes: list[tuple[str, str]]) -> None:
    assert [(code.system.value, code.code) for code in find_codes(text, system)] == codes


def test_a_cell_that_is_no_code_is_warned_of_and_kept(write_text: Write) -> None:
    intake = one(write_text, isco="welder")
    assert (intake.records[0].codes, intake.records[0].extra) == ((), (("isco", "welder"),))
    assert "not a code of ISCO" in intake.problems[0].problem


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("38", 38.0),
        ("36,5 u/week", 36.5),
        ("38h", 38.0),
        ("38 heures par semaine", 38.0),
        ("40 Stunden pro Woche", 40.0),
        ("37h30", 37.5),
        ("37:30", 37.5),
        ("20-25", None),
        ("0", None),
        ("168", None),
        ("9:00-17:00", None),
        ("variable", None),
    ],
)
def test_hours(text: str, hours: float | None) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Temps plein", True),
        ("Voltijds", True),
        ("full-time", True),
        ("Vollzeit", True),
        ("100%", True),
        ("deeltijds (80 %)", False),
        ("mi-temps", False),
        ("Teilzeit", False),
        ("4/5", False),
        ("temps plein ou temps partiel", None),
        ("75-100%", None),
        ("horaire coupé", None),
    ],
)
def test_full_time(text: str, told: bool | None) -> None:
    assert read_full_time(text) is told


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("driving_licence", "B, C en CE", "driving_licences", ("B", "C", "CE")),
        ("driving_licence", "C of CE", "driving_licences", ("C",)),
        ("driving_licence", "Permis B+E", "driving_licences", ("BE",)),
        ("driving_licence", "b", "driving_licences", ("B",)),
        ("driving_licence", "permis d'engin", "driving_licences", ()),
        ("driving_licence", "geen", "driving_licences", ()),
        ("vks", "VKS niveau 4", "vks", 4),
        ("vks", "9", "vks", None),
        ("joint_committee", "PC 124", "joint_committee", "124"),
        ("joint_committee", "140,03", "joint_committee", "140.03"),
        ("joint_committee", "PC 124 of PC 149", "joint_committee", None),
        ("pays_by_scale", "volgens barema", "follows_scale", True),
        ("pays_by_scale", "boven barema", "follows_scale", None),
        ("pays_by_scale", "nee", "follows_scale", False),
        ("intra_group_transfer", "ja", "transfer", True),
        ("intra_group_transfer", "misschien", "transfer", None),
        ("full_time", "ja", "full_time", True),
        ("start_date", "zo snel mogelijk", "starts", None),
        ("start_date", "31/02/2027", "starts", None),
        ("start_date", "1/2/2027", "starts", date(2027, 2, 1)),
        ("url", "javascript:alert(1)", "url", None),
        ("url", "www.example.org/x", "url", "https://www.example.org/x"),
        ("sector", "Bouw, afwerking; Hout", "sectors", ("Bouw, afwerking", "Hout")),
    ],
)
def test_cells_that_only_vacancies_have(column: str, text: str, field: str, value: object, write_text: Write) -> None:
    intake = one(write_text, **{column: text})
    assert getattr(intake.records[0], field) == value
    if value in (None, ()) and text != "geen":
        assert (column, text) in intake.records[0].extra


@pytest.mark.parametrize(
    ("text", "postings", "fault"),
    [
        ("VDAB 01/09/2026 - 30/09/2026", [("vdab", date(2026, 9, 1), date(2026, 9, 30))], ""),
        ("VDAB en EURES: 2026-09-01 -", [("vdab", date(2026, 9, 1), None), ("eures", date(2026, 9, 1), None)], ""),
        (
            "Le Forem depuis le 1er septembre 2026; ADG 1.9.2026",
            [("forem", date(2026, 9, 1), None), ("adg", date(2026, 9, 1), None)],
            "",
        ),
        ("VDAB", [], "no date"),
        ("Indeed 01/09/2026", [], "no employment service"),
        ("VDAB 31/02/2026", [], "calendar has no 31/02/2026"),
        ("VDAB 30/09/2026 - 01/09/2026", [], "ends before it begins"),
        ("VDAB 1/9/2026 2/9/2026 3/9/2026", [], "more than two dates"),
    ],
)
def test_postings(text: str, postings: list[tuple[str, date, date | None]], fault: str, write_text: Write) -> None:
    intake = one(write_text, postings=text)
    assert intake.records[0].postings == tuple(Posting(*posting) for posting in postings)
    assert [fault in problem.problem for problem in intake.problems] == ([True] if fault else [])


@pytest.mark.parametrize(
    ("headings", "people", "jobs"),
    [
        (("Ref", "Naam", "Geboortedatum", "Beroep"), True, False),
        (("Nom", "Prénom", "Métier"), True, False),
        (("Reference", "Title", "Employer", "Wage", "Contract"), False, True),
        (("Référence", "Intitulé", "Nom de l'employeur", "Nom", "Salaire"), False, False),
        (("title", "description"), False, False),
    ],
)
def test_people_and_jobs_are_told_apart_by_their_headings(headings: tuple[str, ...], people: bool, jobs: bool) -> None:
    assert (describe_people(headings), describe_jobs(headings)) == (people, jobs)
