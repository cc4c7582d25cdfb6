"""Reads a vacancy file: every row becomes a vacancy or a reported problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from matcher.errors import UnreadableFileError, UsageError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.cells import read_number, split_list
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.education import read_required_level
from matcher.intake.fields import Fields
from matcher.intake.languages import read_language_requirements, says_more
from matcher.intake.ledger import Ledger, read_key
from matcher.intake.periods import read_years
from matcher.intake.places import read_place
from matcher.intake.sheets import single_line
from matcher.intake.table_records import open_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.intake.wages import read_wage, says_more_than_wage
from matcher.records import Intake, LanguageRequirement, SkillRequirement, Vacancy, Wage
from taxonomies.wording import fold

V = VacancyColumn
VacancyFields = Fields[VacancyColumn]

MOST_OPENINGS = 10_000
"""More seats than any one vacancy offers; a larger number is taken for a mistake."""

_SEATS = re.compile(r"(\d+(?:[.,]0+)?)\s*(?:postes?|places?|plaats(?:en)?|openings?|posts?|stellen?|jobs?|x)?")
_NO_DATE = re.compile(
    r"asap|a\.s\.a\.p\.?|immediat\w*|des que possible|zo snel mogelijk|ab sofort|sofort|onbepaald\w*"
    r"|doorlopend|open|ouvert|en continu|indetermine\w*|unbefristet|ongoing|until filled"
)
# "barema PC 124" names a joint committee, not an amount.
_SCALE = re.compile(r"\b[A-Z]{2,3}\s?\d{3}(?:[.,]\d{2})?")
_AMOUNT = re.compile(r"\d{3}|\d[.,]\d|€\s*\d|\d\s*€")
_WRITE_DATE = "write the date as day/month/year or as 2026-12-31"
_IDENTITY = frozenset({CandidateColumn.BIRTH_DATE, CandidateColumn.GENDER, CandidateColumn.NATIONALITY})


def read_vacancies(path: Path, *, file_format: str = "auto") -> Intake[Vacancy]:
    """Read vacancies from a file.

    Rows read = vacancies + rows rejected. A row is rejected where it cannot stand: no reference in a column of
    references, a reference that stands already, no title, openings that are no positive whole number, a date that does
    not exist or cannot be read, or a last day before the first. Any other odd cell is left out with a warning and kept
    verbatim in ``extra``.

    Args:
        path: the file, as it was sent.
        file_format: ``auto``, or the name of a format in ``VACANCY_FORMATS``.

    Raises:
        UnreadableFileError: the file is missing, empty, no table, or none of its headings speaks of vacancies.
        UsageError: no such format.
    """
    if file_format == "auto":
        return read_vacancy_table(path)
    reader = VACANCY_FORMATS.get(file_format)
    if reader is None:
        choices = ", ".join(("auto", *VACANCY_FORMATS))
        raise UsageError(f"There is no vacancy format {file_format!r}; choose one of {choices}.")
    return reader(path)


def read_vacancy_table(path: Path) -> Intake[Vacancy]:
    """Read vacancies from a CSV, TSV, XLSX, XLS or ODS file with one vacancy a row."""
    table = open_table(path, VACANCY_LEXICON, frozenset({V.TITLE}), "vacancies")
    for headed in table.sheets:
        named = {CANDIDATE_LEXICON.exact(heading.text) for heading in headed.header.headings}
        if len(named & _IDENTITY) > 1:
            raise UnreadableFileError(f"{path} holds candidates, not vacancies; load it as a cohort.")
    ledger: Ledger[Vacancy] = Ledger(table.passed_over)
    for fields in table.records():
        ledger.enter(build_vacancy(fields), fields, V.KEY)
    return ledger.intake()


VACANCY_FORMATS: Mapping[str, Callable[[Path], Intake[Vacancy]]] = {"table": read_vacancy_table}
"""Name of each format, as a user writes it, to its reader."""


def build_vacancy(fields: VacancyFields) -> Vacancy:
    """Return the vacancy that the fields describe; ``id`` stays empty, for the store gives it.

    Faults found on the way stand in ``fields.faults``: a vacancy with faults must not be accepted.
    """
    title = single_line(fields.text(V.TITLE))
    if not title:
        fields.fault(V.TITLE, "no title", "name the job that is offered")
    opens, closes = _date(fields, V.OPENS), _date(fields, V.CLOSES)
    if opens and closes and closes < opens:
        fields.fault(V.CLOSES, f"closes before it opens ({opens.isoformat()})", "correct one of the two dates")
    place = read_place(fields.text(V.PLACE), fields.text(V.POSTCODE), fields.text(V.REGION))
    return Vacancy(
        id="",
        key=read_key(fields, V.KEY),
        title=title,
        source=fields.source,
        employer=single_line(fields.text(V.EMPLOYER)) or None,
        description=fields.text(V.DESCRIPTION),
        requirements=_requirements(fields),
        languages=_languages(fields),
        openings=_openings(fields),
        contract=single_line(fields.text(V.CONTRACT)) or None,
        wage=_wage(fields),
        workplace=place,
        eqf=_level(fields),
        years=_years(fields),
        opens=opens,
        closes=closes,
        extra=fields.extra,
    )


def _requirements(fields: VacancyFields) -> tuple[SkillRequirement, ...]:
    essential = split_list(fields.text(V.ESSENTIAL_SKILLS))
    asked = {fold(text) for text in essential}
    welcome = (text for text in split_list(fields.text(V.OPTIONAL_SKILLS)) if fold(text) not in asked)
    return (
        *(SkillRequirement(text) for text in essential),
        *(SkillRequirement(text, essential=False) for text in welcome),
    )


def _languages(fields: VacancyFields) -> tuple[LanguageRequirement, ...]:
    text = fields.text(V.LANGUAGES)
    found = read_language_requirements(text)
    if says_more(text, found):
        fields.keep(V.LANGUAGES)
    return found


def _openings(fields: VacancyFields) -> int:
    text = fields.text(V.OPENINGS)
    if not text:
        return 1
    match = _SEATS.fullmatch(fold(text))
    seats = read_number(match[1]) if match else None
    if seats is None or not 1 <= seats <= MOST_OPENINGS:
        fields.fault(
            V.OPENINGS, "openings must be a positive whole number", "write how many people are sought, such as 2"
        )
        return 1
    return int(seats)


def _date(fields: VacancyFields, column: VacancyColumn) -> date | None:
    text = fields.text(column)
    if not text:
        return None
    if _NO_DATE.fullmatch(fold(text).strip(" .!")):
        fields.keep(column)
        return None
    try:
        day = read_date(fields.cell(column))
    except ImpossibleDateError:
        fields.fault(column, "the calendar has no such date", f"correct it: {_WRITE_DATE}")
        return None
    if day is None:
        fields.fault(column, "not a date", _WRITE_DATE)
    return day


def _wage(fields: VacancyFields) -> Wage | None:
    text = fields.text(V.WAGE)
    wage = read_wage(text, fields.heading(V.WAGE) or "")
    if wage is None and _AMOUNT.search(_SCALE.sub("", text)):
        fields.warn(V.WAGE, "no gross wage with its period", "write it such as 2 650 € bruto/maand or 17,35 €/heure")
    elif text and (wage is None or says_more_than_wage(text)):
        fields.keep(V.WAGE)
    return wage


def _level(fields: VacancyFields) -> int | None:
    """Return the level asked; the words always stay, for a level says less than they do."""
    fields.keep(V.EDUCATION)
    return read_required_level(fields.text(V.EDUCATION))


def _years(fields: VacancyFields) -> float | None:
    text = fields.text(V.YEARS)
    years = read_years(fields.words(V.YEARS))  # "geen" in a column of years is a number: none are asked
    if text and years is None:
        fields.warn(V.YEARS, "not a number of years", "write a number, such as 2 or 0")
    elif re.search(r"[^\W\d_]{3}", re.sub(r"\b(?:ans?|annees?|jaar|jaren|years?|jahre?)\b", "", fold(text))):
        fields.keep(V.YEARS)
    return years
