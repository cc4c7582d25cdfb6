"""Makes a vacancy of the fields that a reader of any format filled: the one set of checks that all of them meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from matcher.intake.cells import read_number, split_list
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.education import read_required_level
from matcher.intake.languages import read_language_requirements, says_more
from matcher.intake.ledger import read_key
from matcher.intake.periods import read_years
from matcher.intake.places import read_place
from matcher.intake.sheets import single_line
from matcher.intake.vacancy_cells import (
    VacancyFields,
    committee_of,
    full_time_of,
    hours_of,
    licences_of,
    scale_of,
    sectors_of,
    transfer_of,
    url_of,
    vks_of,
)
from matcher.intake.vacancy_codes import read_codes
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_postings import read_postings
from matcher.intake.wages import read_wage, says_more_than_wage
from matcher.records import LanguageRequirement, Place, SkillRequirement, Vacancy, Wage
from taxonomies.wording import fold

V = VacancyColumn

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


@dataclass(frozen=True, slots=True)
class ToldApart:
    """What a file tells beside its cells: lists whose parts a cell would mix, and a title found in running text."""

    title: str = ""
    workplaces: tuple[Place, ...] = ()
    requirements: tuple[SkillRequirement, ...] = ()


NOTHING_APART = ToldApart()


def build_vacancy(fields: VacancyFields, apart: ToldApart = NOTHING_APART) -> Vacancy:
    """Return the vacancy that the fields describe; ``id`` stays empty, for the store gives it.

    Faults found on the way stand in ``fields.faults``: a vacancy with faults must not be accepted.
    """
    title = single_line(fields.text(V.TITLE)) or apart.title
    if not title:
        fields.fault(V.TITLE, "no title", "name the job that is offered")
    opens, closes = _date(fields, V.OPENS), _date(fields, V.CLOSES)
    if opens and closes and closes < opens:
        fields.fault(V.CLOSES, f"closes before it opens ({opens.isoformat()})", "correct one of the two dates")
    workplaces = apart.workplaces or _workplaces(fields)
    return Vacancy(
        id="",
        key=read_key(fields, V.KEY),
        title=title,
        source=fields.source,
        employer=single_line(fields.text(V.EMPLOYER)) or None,
        description=fields.text(V.DESCRIPTION),
        requirements=apart.requirements or _requirements(fields),
        languages=_languages(fields),
        openings=_openings(fields),
        contract=single_line(fields.text(V.CONTRACT)) or None,
        wage=_wage(fields),
        workplace=workplaces[0] if workplaces else None,
        further_workplaces=workplaces[1:],
        eqf=_level(fields),
        years=_years(fields),
        opens=opens,
        closes=closes,
        starts=_start(fields),
        codes=read_codes(fields),
        hours=hours_of(fields),
        full_time=full_time_of(fields),
        seat=read_place(fields.text(V.SEAT)),
        sectors=sectors_of(fields),
        driving_licences=licences_of(fields),
        vks=vks_of(fields),
        joint_committee=committee_of(fields),
        follows_scale=scale_of(fields),
        transfer=transfer_of(fields),
        postings=read_postings(fields),
        url=url_of(fields),
        extra=fields.extra,
    )


def _workplaces(fields: VacancyFields) -> tuple[Place, ...]:
    place = read_place(
        fields.text(V.PLACE),
        fields.text(V.POSTCODE),
        fields.text(V.REGION),
        nuts=single_line(fields.text(V.NUTS)),
        country=fields.text(V.COUNTRY),
    )
    return (place,) if place else ()


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


def _start(fields: VacancyFields) -> date | None:
    """Read the first day of work; words such as *asap* are kept, and so is a date that cannot be."""
    text = fields.text(V.STARTS)
    if not text:
        return None
    try:
        day = read_date(fields.cell(V.STARTS))
    except ImpossibleDateError:
        fields.warn(V.STARTS, "the calendar has no such date", f"correct it: {_WRITE_DATE}")
        return None
    if day is None:
        fields.keep(V.STARTS)
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
