"""schema.org's JobPosting, as web pages carry it in JSON-LD. Source of the names: https://schema.org/JobPosting."""

from __future__ import annotations

import re
from typing import Any

from matcher.intake.html_pages import text_of_html
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import text_of
from matcher.intake.json_ld import Node, opened, rest_of, words_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.periods import read_years
from matcher.intake.posting_parts import tell_category, tell_seat, tell_workplace
from matcher.intake.posting_pay import tell_pay
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
_DAYS = {"datePosted": V.OPENS, "validThrough": V.CLOSES, "jobStartDate": V.STARTS}
_LONGEST_SKILL = 5  # words
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
    tell_pay(dossier, posting)
    _tell_demands(dossier, posting)
    for category in posting.items("occupationalCategory"):
        tell_category(dossier, "occupationalCategory", category)
    dossier.keep_all(pair for pair in posting.rest() if not pair[0].endswith("@type"))
    return dossier.entry()


def _tell_words(dossier: VacancyDossier, posting: OpenObject) -> None:
    title = _words(dossier, posting, "title") or _words(dossier, posting, "name")
    dossier.tell(V.TITLE, "title", text_of_html(title))
    for name in _TEXTS:
        for words in _each(dossier, posting, name):
            dossier.tell(V.DESCRIPTION, name, text_of_html(words))
    _tell_key(dossier, posting.value("identifier"))
    dossier.tell(V.URL, "url", _words(dossier, posting, "url"))
    for name, column in _DAYS.items():
        dossier.tell(column, name, day_text(_words(dossier, posting, name)))
    dossier.tell(V.OPENINGS, "totalJobOpenings", _words(dossier, posting, "totalJobOpenings"))
    for words in _each(dossier, posting, "industry"):
        dossier.tell(V.SECTOR, "industry", words)


def _words(dossier: VacancyDossier, posting: OpenObject, name: str) -> str:
    """Take what a value is called, and keep what else it says."""
    value = posting.value(name)
    words = words_of(value)
    dossier.keep_all(rest_of(value, name, words))
    return words


def _each(dossier: VacancyDossier, posting: OpenObject, name: str) -> list[str]:
    """Take what each value of a list is called, and keep what else they say."""
    return [_words(dossier, OpenObject({name: value}), name) for value in posting.items(name)]


def _tell_key(dossier: VacancyDossier, value: Any) -> None:
    """Tell the reference; one that names who gave it keeps that name, for two employers may both count from 1."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(value, list):
        dossier.keep_all(rest_of(value[1:], "identifier"))
    if not isinstance(first, dict):
        dossier.tell(V.KEY, "identifier", text_of(first))
        return
    node = OpenObject(opened(first, {}), "identifier")
    node.value("@type")
    number, giver = words_of(node.value("value")), words_of(node.value("name"))
    number = number or text_of(node.value("@id"))
    dossier.tell(V.KEY, "identifier", f"{giver}: {number}" if giver and number else number or giver)
    dossier.keep_all(node.rest())


def _tell_employer(dossier: VacancyDossier, value: Any, named: dict[str, Node]) -> None:
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(value, list):
        dossier.keep_all(rest_of(value[1:], "hiringOrganization"))
    name = words_of(first)
    dossier.tell(V.EMPLOYER, "hiringOrganization", name)
    if not isinstance(first, dict):
        return
    employer = OpenObject(opened(first, named), "hiringOrganization")
    for part in ("address", "location"):
        if part in employer:
            tell_seat(dossier, f"hiringOrganization.{part}", employer.value(part), named)
    dossier.keep_all(pair for pair in employer.rest() if pair[1] != name and not pair[0].endswith(("@type", "@id")))


def _tell_terms(dossier: VacancyDossier, posting: OpenObject) -> None:
    """Tell contract and working time, which one list of words gives together."""
    told = _each(dossier, posting, "employmentType")
    words = [part for value in told for part in _SEVERAL.split(value) if part]
    times = [word for word in words if read_full_time(word) is not None]
    dossier.tell(V.FULL_TIME, "employmentType", ", ".join(times))
    dossier.tell(V.CONTRACT, "employmentType", ", ".join(word for word in words if word not in times))
    for hours in _each(dossier, posting, "workHours"):
        if read_hours(hours) is not None:
            dossier.tell(V.HOURS, "workHours", hours)
        else:
            dossier.keep("workHours", hours)


def _tell_demands(dossier: VacancyDossier, posting: OpenObject) -> None:
    skills = _each(dossier, posting, "skills")
    for text in skills if len(skills) > 1 else (text for words in skills for text in _listed(words)):
        dossier.requirement("skills", text_of_html(text))
    levels = []
    for value in posting.items("educationRequirements"):
        level = words_of(value.get("credentialCategory")) if isinstance(value, dict) else ""
        levels.append(level or words_of(value))
        dossier.keep_all(rest_of(value, "educationRequirements", levels[-1]))
    dossier.tell(V.EDUCATION, "educationRequirements", "; ".join(filter(None, map(text_of_html, levels))))
    for value in posting.items("experienceRequirements"):
        _tell_experience(dossier, value)


def _tell_experience(dossier: VacancyDossier, value: Any) -> None:
    heading = "experienceRequirements"
    node = OpenObject(opened(value, {}) if isinstance(value, dict) else {"name": value}, heading)
    node.value("@type")
    months, words = node.text("monthsOfExperience"), text_of_html(node.text("name"))
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?", months):
        dossier.tell(V.YEARS, f"{heading}.monthsOfExperience", f"{months} months")
    else:
        dossier.keep(f"{heading}.monthsOfExperience", months)
    dossier.tell(V.YEARS if read_years(words) is not None else V.DESCRIPTION, heading, words)
    dossier.keep_all(node.rest())


def _listed(words: str) -> list[str]:
    """Part one string of skills: at lines and semicolons, else at commas where each part is short."""
    lines = [line for line in re.split(r"[;\n|•]", text_of_html(words)) if line.strip()]
    if len(lines) > 1:
        return [line.strip(" -*·\t") for line in lines]
    parts = [part.strip() for part in re.split(r",\s", words)]
    return parts if all(len(part.split()) <= _LONGEST_SKILL for part in parts) else [words]
