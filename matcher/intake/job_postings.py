"""schema.org's JobPosting, as web pages carry it in JSON-LD. Source of the names: https://schema.org/JobPosting."""

from __future__ import annotations

import re
from typing import Any

from matcher.intake.html_pages import text_of_html
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.json_ld import Node, opened, words_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.pay_words import currency_is_known, pay_words
from matcher.intake.periods import read_years
from matcher.intake.posting_parts import tell_category, tell_seat, tell_workplace
from matcher.intake.vacancy_cells import read_full_time, read_hours
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.records import Source

V = VacancyColumn

JOB_POSTING = "JobPosting"

_HEADINGS = {
    V.TITLE: "title",
    V.DESCRIPTION: "description",
    V.OPENS: "datePosted",
    V.CLOSES: "validThrough",
    V.OPENINGS: "totalJobOpenings",
}
_TEXTS = ("description", "responsibilities", "qualifications", "jobBenefits", "incentiveCompensation")
_SEVERAL = re.compile(r"\s*[,;|]\s*")


def read_posting(node: Node, source: Source, named: dict[str, Node]) -> VacancyEntry:
    """Read one posting.

    Args:
        node: the object of type ``JobPosting``.
        source: where it stands.
        named: the other objects of the page, by their ``@id``, for a posting may only point at its employer.
    """
    dossier = VacancyDossier(source, _HEADINGS)
    plain = opened(node, named)
    posting = OpenObject({name: value for name, value in plain.items() if not name.startswith("@")})
    _tell_words(dossier, posting)
    _tell_employer(dossier, posting.value("hiringOrganization"), named)
    for place in posting.items("jobLocation"):
        tell_workplace(dossier, "jobLocation", place, named)
    _tell_terms(dossier, posting)
    _tell_pay(dossier, posting)
    _tell_demands(dossier, posting)
    for category in posting.items("occupationalCategory"):
        tell_category(dossier, "occupationalCategory", category)
    dossier.keep_all(posting.rest())
    return dossier.entry()


def _tell_words(dossier: VacancyDossier, posting: OpenObject) -> None:
    dossier.tell(V.TITLE, "title", text_of_html(words_of(posting.value("title")) or words_of(posting.value("name"))))
    for name in _TEXTS:
        for value in posting.items(name):
            dossier.tell(V.DESCRIPTION, name, text_of_html(words_of(value)))
    _tell_key(dossier, posting.value("identifier"))
    dossier.tell(V.URL, "url", words_of(posting.value("url")))
    dossier.tell(V.OPENS, "datePosted", day_text(_plain(posting.value("datePosted"))))
    dossier.tell(V.CLOSES, "validThrough", day_text(_plain(posting.value("validThrough"))))
    dossier.tell(V.STARTS, "jobStartDate", day_text(_plain(posting.value("jobStartDate"))))
    dossier.tell(V.OPENINGS, "totalJobOpenings", words_of(posting.value("totalJobOpenings")))
    for value in posting.items("industry"):
        dossier.tell(V.SECTOR, "industry", words_of(value))


def _tell_key(dossier: VacancyDossier, value: Any) -> None:
    """Tell the reference; one that names who gave it keeps that name, for two employers may both count from 1."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        plain = opened(first, {})
        number, giver = words_of(plain.get("value")), words_of(plain.get("name"))
        number = number or text_of(plain.get("@id"))
        dossier.tell(V.KEY, "identifier", f"{giver}: {number}" if giver and number else number or giver)
    else:
        dossier.tell(V.KEY, "identifier", text_of(first))
    if isinstance(value, list):
        dossier.keep_all(leaves(value[1:], "identifier"))


def _tell_employer(dossier: VacancyDossier, value: Any, named: dict[str, Node]) -> None:
    first = value[0] if isinstance(value, list) and value else value
    dossier.tell(V.EMPLOYER, "hiringOrganization", words_of(first))
    if not isinstance(first, dict):
        return
    employer = OpenObject(opened(first, named), "hiringOrganization")
    for name in ("@type", "@id", "name", "logo"):
        employer.value(name)
    for name in ("address", "location"):
        if name in employer:
            tell_seat(dossier, f"hiringOrganization.{name}", employer.value(name), named)
    dossier.keep_all(employer.rest())


def _tell_terms(dossier: VacancyDossier, posting: OpenObject) -> None:
    """Tell contract and working time, which one list of words gives together."""
    words = [part for value in posting.items("employmentType") for part in _SEVERAL.split(words_of(value)) if part]
    times = [word for word in words if read_full_time(word.replace("_", " ")) is not None]
    dossier.tell(V.FULL_TIME, "employmentType", ", ".join(times))
    dossier.tell(V.CONTRACT, "employmentType", ", ".join(word for word in words if word not in times))
    hours = words_of(posting.value("workHours"))
    if read_hours(hours) is not None:
        dossier.tell(V.HOURS, "workHours", hours)
    else:
        dossier.keep("workHours", hours)


def _tell_pay(dossier: VacancyDossier, posting: OpenObject) -> None:
    """Tell the base salary: one amount or two, in the posting's currency, for the period of its unit."""
    value = posting.value("baseSalary")
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        currency = words_of(posting.value("salaryCurrency"))
        words = text_of(first)
        dossier.tell(V.WAGE, "baseSalary", words if not words or re.search(r"[^\d.]", words) else f"{words} {currency}")
        return
    outer = OpenObject(opened(first, {}), "baseSalary")
    currency = words_of(outer.value("currency")) or words_of(posting.value("salaryCurrency"))
    inner = outer.value("value")
    amount = OpenObject(opened(inner, {}) if isinstance(inner, dict) else {"value": inner}, "baseSalary.value")
    low = words_of(amount.value("minValue")) or words_of(amount.value("value")) or words_of(outer.value("minValue"))
    high = words_of(amount.value("maxValue")) or words_of(outer.value("maxValue"))
    unit = words_of(amount.value("unitText")) or words_of(outer.value("unitText")) or words_of(amount.value("unitCode"))
    words = pay_words(low, high, currency, unit)
    if currency_is_known(words, currency):
        dossier.tell(V.WAGE, "baseSalary", words)
    else:
        dossier.keep("baseSalary", words)
        dossier.warn("baseSalary", words, f"pay in {currency}, which is not read", "state it in euros too")
    for part in (outer, amount):
        part.value("@type")
        dossier.keep_all(part.rest())


def _tell_demands(dossier: VacancyDossier, posting: OpenObject) -> None:
    for value in posting.items("skills"):
        words = words_of(value)
        for text in _listed(words):
            dossier.requirement("skills", text)
    levels = []
    for value in posting.items("educationRequirements"):
        level = words_of(value.get("credentialCategory")) if isinstance(value, dict) else ""
        levels.append(level or words_of(value))
    dossier.tell(V.EDUCATION, "educationRequirements", "; ".join(filter(None, map(text_of_html, levels))))
    for value in posting.items("experienceRequirements"):
        _tell_experience(dossier, value)


def _tell_experience(dossier: VacancyDossier, value: Any) -> None:
    heading = "experienceRequirements"
    months = words_of(value.get("monthsOfExperience")) if isinstance(value, dict) else ""
    words = text_of_html(words_of(value))
    if months.replace(".", "", 1).isdigit():
        dossier.tell(V.YEARS, f"{heading}.monthsOfExperience", f"{months} months")
        dossier.tell(V.DESCRIPTION, heading, words)
    elif read_years(words) is not None:
        dossier.tell(V.YEARS, heading, words)
    else:
        dossier.keep(f"{heading}.monthsOfExperience", months)
        dossier.tell(V.DESCRIPTION, heading, words)


def _listed(words: str) -> list[str]:
    """Part one string of skills: at lines and semicolons, else at commas where each part is short."""
    lines = [line for line in re.split(r"[;\n|•]", text_of_html(words)) if line.strip()]
    if len(lines) > 1:
        return [line.strip(" -*·\t") for line in lines]
    parts = [part.strip() for part in re.split(r",\s", words)]
    return parts if all(len(part.split()) <= 5 for part in parts) else [text_of_html(words)]


def _plain(value: Any) -> Any:
    return words_of(value) if isinstance(value, dict) else value
