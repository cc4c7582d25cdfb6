"""Reads the cells that only vacancies have: hours, full time, licences, joint committee, scale, address of the page."""

from __future__ import annotations

import re

from matcher.intake.cells import is_nothing, read_number, read_tick
from matcher.intake.fields import Fields
from matcher.intake.sheets import single_line
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.wording import working_time
from taxonomies.wording import fold

V = VacancyColumn
VacancyFields = Fields[VacancyColumn]

MOST_HOURS = 80.0
"""More hours than any week of work has; a larger number is taken for a mistake."""

_HOURS = re.compile(
    r"(?:env\.?|environ|ca\.?|circa|ongeveer)?\s?(\d{1,2}(?:[.,]\d{1,2})?)\s?"
    r"(?:(?:h|hrs?|hours?|heures?|u|uur|uren|std\.?|stunden?)\b\.?)?"
    r"(?:\s?(?:/|per|par|pro|a|je|p\.?)\s?(?:week|w|semaine|sem\.?|woche|wk)\b\.?)?"
)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,2})\s?[hu:]\s?([0-5]\d)(?:\s?(?:/|per|par|pro)\s?(?:week|semaine|woche))?")
_SHARES = re.compile(r"\d\s?%?\s?[-–]\s?100\s?%")
# Of a choice ("C of CE") the first is enough.
_CHOICE = re.compile(r"\s(?:of|ou|or|oder)\s(?:[A-D]|AM|[ABCD]1?E|[ACD]1)(?![^\W_])", re.IGNORECASE)
_CLASS = re.compile(r"(?<![^\W_])(AM|A1|A2|A|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|G)(\s?\+\s?E)?(?![^\W_]|['’])")
_VKS = re.compile(r"(?:vks|niveau|level|stufe|kwalificatieniveau|\W)*([1-8])")
_COMMITTEE = re.compile(r"(?<![\d.,])(\d{3}(?:[.,]\d{1,2})?)(?![\d]|[.,]\d)")
_BY_SCALE = re.compile(r"\bbarem|\bscale|\bschaal|\btarif|\bpaid by|\bnach ")
_NOT_BY_SCALE = re.compile(r"\b(?:boven|hors|au[ -]dessus|above|uber|non|niet|geen|pas|not|no|kein\w*|nicht)\b")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)


def read_hours(text: str) -> float | None:
    """Return the hours of a week that a cell states (``38``, ``36,5 u/week``, ``38h30``), or ``None``."""
    plain = fold(single_line(text))
    if match := _HOURS_AND_MINUTES.fullmatch(plain):
        hours: float | None = int(match[1]) + int(match[2]) / 60
    else:
        match = _HOURS.fullmatch(plain)
        hours = read_number(match[1]) if match else None
    return hours if hours is not None and 0 < hours <= MOST_HOURS else None


def read_full_time(text: str) -> bool | None:
    """Tell whether words say full time (``True``) or part time; ``None`` where they say neither, or both."""
    return None if _SHARES.search(text) else working_time.read_full_time([text.replace("_", " ")], None)


def hours_of(fields: VacancyFields) -> float | None:
    """Read the hours of a week; a range or a timetable is kept in its words."""
    text = fields.text(V.HOURS)
    hours = read_hours(text)
    if text and hours is None:
        if re.search(r"\d\D+\d|[^\W\d_]{4}", fold(text)):
            fields.keep(V.HOURS)
        else:
            fields.warn(V.HOURS, "not a number of hours a week", f"write one of at most {MOST_HOURS:.0f}, such as 38")
    return hours


def full_time_of(fields: VacancyFields) -> bool | None:
    """Read full time or part time; in a column of its own also *yes* and *no*."""
    text = fields.text(V.FULL_TIME)
    told = read_full_time(text)
    if told is None:
        told = read_tick(text)
    if told is None:
        fields.keep(V.FULL_TIME)
    return told


def licences_of(fields: VacancyFields) -> tuple[str, ...]:
    """Read the classes of driving licence asked, each once; what names no class is kept in its words."""
    text = _CHOICE.sub(" ", fields.text(V.LICENCE))
    found = dict.fromkeys(
        f"{match[1]}E" if match[2] and match[1] + "E" in ("BE", "CE", "C1E", "DE", "D1E") else match[1]
        for match in _CLASS.finditer(text if len(text) > 4 else text.upper())
    )
    if not found or re.search(r"[^\W\d_]{3}", text) or text != fields.text(V.LICENCE):
        fields.keep(V.LICENCE)
    return tuple(found)


def vks_of(fields: VacancyFields) -> int | None:
    """Read the level (1..8) of the function in the Flemish qualification structure."""
    text = fields.text(V.VKS)
    match = _VKS.fullmatch(fold(text))
    if text and match is None:
        fields.warn(V.VKS, "not a level of the Flemish qualification structure", "write a number from 1 to 8")
    return int(match[1]) if match else None


def committee_of(fields: VacancyFields) -> str | None:
    """Read the number of a joint committee (``PC 124``, ``CP 140.03``); words beside it are kept."""
    text = fields.text(V.COMMITTEE)
    numbers = {match[1].replace(",", ".") for match in _COMMITTEE.finditer(text)}
    if len(numbers) != 1:
        if text:
            fields.warn(V.COMMITTEE, "not one number of a joint committee", "write its number, such as 124 or 140.03")
        return None
    if re.search(r"[^\W\d_]{3}", text):
        fields.keep(V.COMMITTEE)
    return numbers.pop()


def scale_of(fields: VacancyFields) -> bool | None:
    """Tell whether the wage is said to be of the sector's scale."""
    text = fields.text(V.SCALE)
    told = read_tick(text)
    plain = fold(text)
    if told is None and _BY_SCALE.search(plain) and not _NOT_BY_SCALE.search(plain):
        told = True
    if told is None or len(plain) > 10:
        fields.keep(V.SCALE)
    return told


def transfer_of(fields: VacancyFields) -> bool | None:
    """Tell whether people already employed by the group abroad are sent."""
    text = fields.text(V.TRANSFER)
    told = read_tick(text)
    if text and told is None:
        fields.warn(V.TRANSFER, "neither yes nor no", "write yes or no")
    return told


def sectors_of(fields: VacancyFields) -> tuple[str, ...]:
    """Read the sectors, which part at semicolons, bars and line ends: their names hold commas."""
    pieces = (single_line(piece) for piece in re.split(r"[;|\n]", fields.text(V.SECTOR)))
    return tuple(dict.fromkeys(piece for piece in pieces if not is_nothing(piece)))


def url_of(fields: VacancyFields) -> str | None:
    """Read the address of the vacancy's page; nothing but http is one that a page may link to."""
    text = single_line(fields.text(V.URL))
    address = f"https://{text}" if re.match(r"www\.\S+\.\S", text) else text
    if _ADDRESS.fullmatch(address):
        return address
    if text:
        fields.warn(V.URL, "not the address of a web page", "write it whole, such as https://example.org/vacancy/1")
    return None
