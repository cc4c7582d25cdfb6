"""Reads a list of occupations that a country or region lacks, or vacancies of another country, to match against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.sheets import Row, single_line
from matcher.intake.tables import read_sheets
from matcher.intake.vacancies import read_vacancies
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.records import CodeSystem, Intake, OccupationCode, Problem, Source, Vacancy
from taxonomies.wording import fold

_CODE = re.compile(
    r"(?:code(?: de| du)?[ -]?)?(?:isco|cite?p|rome|esco|uri)?(?:[ -]?(?:08|v[34]|code|uri)){0,3}|code metier"
)
_SYSTEMS: Mapping[str, CodeSystem] = {"isco": CodeSystem.ISCO, "rome": CodeSystem.ROME, "esco": CodeSystem.ESCO}
_SHAPES = (
    (re.compile(r"https?://\S+"), CodeSystem.ESCO),
    (re.compile(r"[A-N]\d{4}"), CodeSystem.ROME),
    (re.compile(r"\d{1,4}"), CodeSystem.ISCO),
)


def read_targets(path: Path) -> Intake[Vacancy]:
    """Read a file of vacancies, else a list of occupations with one title a row and, it may be, its code.

    Every vacancy gets an id of the file and its place in it: nothing of it is in the store.

    Raises:
        UnreadableFileError: the file is missing, empty, or neither of the two.
    """
    try:
        intake = read_vacancies(path)
    except UnreadableFileError:
        intake = read_occupations(path)
    else:
        if not any(_says_more_than_a_title(vacancy) for vacancy in intake.records):
            intake = read_occupations(path)
    numbered = enumerate(intake.records, start=1)
    return replace(intake, records=tuple(replace(item, id=f"{path.name}#{number}") for number, item in numbered))


def read_occupations(path: Path) -> Intake[Vacancy]:
    """Read a list of occupations: each row becomes a vacancy of that title, or a reported problem.

    A code is kept where its heading or shape tells its system (ISCO-08, ROME, ESCO); another one stays in ``extra``.
    """
    records: list[Vacancy] = []
    problems: list[Problem] = []
    read = 0
    for sheet in read_sheets(path, lambda text: _column(text) is not None):
        rows = list(sheet.rows)
        columns = {index: column for index, text in rows[0].filled if (column := _column(text))} if rows else {}
        headings = dict(rows[0].filled) if columns else {}
        titled = next((index for index, column in columns.items() if column == "title"), 0)
        for row in rows[1:] if columns else rows:
            read += 1
            cells = dict(row.filled)
            title = single_line(cells.pop(titled, ""))
            source = Source(path.name, sheet.name, row.number)
            if title:
                records.append(_occupation(title, cells, headings, source))
            else:
                problems.append(_untitled(row, source))
    if not read:
        raise UnreadableFileError(f"{path} holds no occupation; give a table with a title in each row.")
    return Intake(tuple(records), read, len(problems), tuple(problems))


def _says_more_than_a_title(vacancy: Vacancy) -> bool:
    said = (vacancy.description, vacancy.requirements, vacancy.employer, vacancy.wage, vacancy.languages)
    return any(said)


def _column(heading: str) -> str | None:
    if VACANCY_LEXICON.exact(heading) is VacancyColumn.TITLE:
        return "title"
    plain = single_line(fold(heading))
    return "code" if plain and len(plain) < 30 and _CODE.fullmatch(plain) else None


def _occupation(title: str, cells: Mapping[int, str], headings: Mapping[int, str], source: Source) -> Vacancy:
    codes: list[OccupationCode] = []
    extra: list[tuple[str, str]] = []
    for index, text in cells.items():
        heading = headings.get(index, "")
        system = _system(text, heading) if _column(heading) == "code" or not headings else None
        if system is None:
            extra.append((heading, text))
        else:
            codes.append(OccupationCode(system, text))
    return Vacancy("", str(source.row), title, source, codes=tuple(codes), extra=tuple(extra))


def _system(code: str, heading: str) -> CodeSystem | None:
    named = next((system for word, system in _SYSTEMS.items() if word in fold(heading)), None)
    shaped = next((system for shape, system in _SHAPES if shape.fullmatch(code)), None)
    return shaped if named is None or named is shaped else None


def _untitled(row: Row, source: Source) -> Problem:
    value = row.filled[0][1] if row.filled else None
    return Problem(source.file, source.sheet, row.number, None, value, "no title", "name the occupation", rejects=True)
