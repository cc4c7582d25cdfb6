"""The personal facts of a CV as the cells of a record, so that they are read as those of any other file."""

from __future__ import annotations

from datetime import date

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import OLDEST
from matcher.intake.cells import shorten
from matcher.intake.cv.dating import read_day
from matcher.intake.cv.identity import Identity
from matcher.intake.cv.vocabulary import Label
from matcher.intake.fields import NamedCell
from matcher.records import Problem, Source

C = CandidateColumn
Cells = dict[CandidateColumn, list[NamedCell]]


def personal_cells(identity: Identity) -> Cells:
    """Return name, contacts, nationality and gender, each only where the CV states it."""
    stated = {
        C.NAME: ("Name", identity.name.name),
        C.EMAIL: ("E-mail", identity.email),
        C.PHONE: ("Phone", identity.phone),
    }
    for column, label in ((C.NATIONALITY, Label.NATIONALITY), (C.GENDER, Label.GENDER)):
        if fact := identity.fact(label):
            stated[column] = (fact.heading, fact.value)
    return {column: [NamedCell(heading, value)] for column, (heading, value) in stated.items() if value}


def birth_date_cell(identity: Identity, source: Source, today: date) -> tuple[Cells, Problem | None]:
    """Return the birth date, or why it was left out: in running text a misread date is no reason to refuse a person."""
    fact = identity.fact(Label.BIRTH_DATE)
    if fact is None:
        return {}, None
    born = read_day(fact.value, today)
    if born is not None and today.year - born.year < OLDEST:
        return {C.BIRTH_DATE: [NamedCell(fact.heading, born)]}, None
    why = "no full birth date that can be right; it was left out, its text kept"
    remedy = "write the date as day/month/year, such as 31/12/1999"
    return {}, Problem(source.file, None, None, fact.heading, shorten(fact.value), why, remedy)


def name_problem(identity: Identity, file: str) -> Problem | None:
    """Return the warning that nobody could be named for certain."""
    if identity.name.name:
        return None
    return Problem(
        *(file, None, None, "Name", identity.name.words or None, "no name that is certain; the name was left empty"),
        "enter the name by hand, or write it in the CV as Name: ...",
    )
