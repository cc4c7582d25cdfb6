"""Vacancies of EURES: the detail of one, or one of the list that a search gives.

Source of the names: the portal's own answers (domain.md, section 6). What its codes of levels stand for is not
published with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matcher.intake.html_pages import text_of_html
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.language_codes import language_name
from matcher.intake.pay_words import currency_is_known, pay_words
from matcher.intake.places import read_place
from matcher.intake.vacancy_cells import read_full_time
from matcher.intake.vacancy_codes import find_codes
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.intake.wages import read_wage
from matcher.records import CodeSystem, Place, Source

V = VacancyColumn

PROFILES = "jvProfiles"
_HEADINGS = {V.KEY: "id", V.TITLE: "title", V.CLOSES: "lastApplicationDate", V.OPENINGS: "numberOfPosts"}
_ONLY_HERE = frozenset({"locationMap", "jobCategoriesCodes", "positionOfferingCode", "positionScheduleCodes"})
_FEWEST_NAMES = 2
# Of the levels of ISCED and of EQF, one of which these numbers are, only these are the same in both.
_SAME_LEVELS = frozenset("125678")
_SCHEDULES = {"fulltime": "full time", "parttime": "part time"}
_LANGUAGE_NAMES = ("languageCode", "language", "code", "isoCode", "name")
_PAY_NAMES = (
    ("minimum", "min", "minValue", "amount", "value", "minimumAmount"),
    ("maximum", "max", "maxValue", "maximumAmount"),
    ("currency", "currencyCode"),
    ("period", "periodCode", "interval", "intervalCode", "basis", "unit"),
)


def is_eures(record: dict[str, Any]) -> bool:
    """Tell whether an object is a vacancy of EURES: a detail, or one of a list."""
    return PROFILES in record or len(_ONLY_HERE & record.keys()) >= _FEWEST_NAMES


def read_eures(record: dict[str, Any], source: Source) -> VacancyEntry:
    """Read one vacancy, in the language in which it was written where that is told, else in the first.

    What it says in other languages is kept.
    """
    dossier = VacancyDossier(source, _HEADINGS)
    outer = OpenObject(record)
    chosen, profiles = _profile(outer)
    dossier.tell(V.KEY, "id", outer.text("id"))
    if "id" not in record:
        dossier.tell(V.KEY, "reference", outer.text("reference"))
    dossier.tell(V.OPENS, "creationDate", day_text(outer.value("creationDate")))
    for part in (chosen, outer) if chosen is not outer else (outer,):
        _tell_words(dossier, part)
        _tell_terms(dossier, part)
        _tell_places(dossier, part)
        _tell_demands(dossier, part)
        _tell_pay(dossier, part)
        dossier.keep_all(part.rest())
    dossier.keep_all(profiles)
    return dossier.entry()


def _profile(outer: OpenObject) -> tuple[OpenObject, Iterable[tuple[str, str]]]:
    """Return the part of a record that one language tells, and what the others say."""
    profiles = outer.value(PROFILES)
    if isinstance(profiles, list):
        profiles = {str(number): part for number, part in enumerate(profiles, 1)}
    if not isinstance(profiles, dict):
        return outer, leaves(profiles, PROFILES)
    usable = {name: part for name, part in profiles.items() if isinstance(part, dict)}
    if not usable:
        return outer, leaves(profiles, PROFILES)
    wanted = (text_of(outer.value("preferredLanguage")), text_of(outer.value("originalLanguage")))
    language = next((name for name in wanted if name in usable), next(iter(usable)))
    others = {name: part for name, part in profiles.items() if name != language}
    return OpenObject(usable[language], f"{PROFILES}.{language}"), leaves(others, PROFILES)


def _tell_words(dossier: VacancyDossier, part: OpenObject) -> None:
    dossier.tell(V.TITLE, part.name("title"), text_of_html(part.text("title")))
    dossier.tell(V.DESCRIPTION, part.name("description"), text_of_html(part.text("description")))
    dossier.tell(V.OPENINGS, part.name("numberOfPosts"), part.text("numberOfPosts"))
    dossier.tell(V.CLOSES, part.name("lastApplicationDate"), day_text(part.value("lastApplicationDate")))
    employer = part.value("employer")
    if not isinstance(employer, dict):
        dossier.tell(V.EMPLOYER, part.name("employer"), text_of(employer))
        return
    firm = OpenObject(employer, part.name("employer"))
    dossier.tell(V.EMPLOYER, firm.name("name"), firm.text("name"))
    for code in firm.items("sectorCodes"):
        known = bool(find_codes(text_of(code), CodeSystem.NACE))
        _tell_or_keep(dossier, V.NACE, firm.name("sectorCodes"), code, known=known)
    dossier.keep_all(firm.rest())


def _tell_terms(dossier: VacancyDossier, part: OpenObject) -> None:
    dossier.tell(V.CONTRACT, part.name("positionOfferingCode"), part.text("positionOfferingCode"))
    codes = [text_of(code) for code in part.items("positionScheduleCodes")]
    told = {words for code in codes if (words := _SCHEDULES.get(code.lower().replace("_", "").replace("-", "")))}
    words = ", ".join(sorted(told) if len(told) == len(codes) else codes)
    if read_full_time(words) is not None:
        dossier.tell(V.FULL_TIME, part.name("positionScheduleCodes"), words)
    else:
        dossier.keep(part.name("positionScheduleCodes"), words)


def _tell_places(dossier: VacancyDossier, part: OpenObject) -> None:
    for value in part.items("locations"):
        if isinstance(value, dict):
            node = OpenObject(value, part.name("locations"))
            places = [_place(node.text("countryCode"), node.text("region"), node.text("cityName"), node)]
            dossier.keep_all(node.rest())
        else:
            places = [read_place(text_of(value))]
        dossier.workplaces(part.name("locations"), filter(None, places))
    mapped = part.value("locationMap")
    if not isinstance(mapped, dict):
        dossier.keep_all(leaves(mapped, part.name("locationMap")))
        return
    for country, regions in mapped.items():
        codes = [text_of(code) for code in regions] if isinstance(regions, list) else [text_of(regions)]
        found = [_place(country, code) for code in codes or [""]]
        dossier.workplaces(part.name("locationMap"), filter(None, found))


def _place(country: str, region: str, town: str = "", node: OpenObject | None = None) -> Place | None:
    """Return a place whose region is a NUTS code where it begins as its country does; ``NS`` is not specified."""
    code = region.strip().upper()
    nuts = code if country and code.startswith(country.strip().upper()) and len(code) <= 5 else ""
    words = "" if nuts or code == "NS" else region
    postcode = node.text("postalCode") if node else ""
    place = read_place(town, postcode, words, nuts=nuts, country=country)
    return place or (read_place(country, country=country) if country.strip() else None)


def _tell_demands(dossier: VacancyDossier, part: OpenObject) -> None:
    for code in part.items("jobCategoriesCodes"):
        known = bool(find_codes(text_of(code), CodeSystem.ISCO))
        _tell_or_keep(dossier, V.ISCO, part.name("jobCategoriesCodes"), code, known=known)
    for skill in part.items("requiredSkills"):
        named = isinstance(skill, dict) and next((text_of(skill[n]) for n in ("name", "label") if skill.get(n)), "")
        dossier.requirement(part.name("requiredSkills"), named or text_of(skill))
        if isinstance(skill, dict):
            dossier.keep_all(leaves({n: v for n, v in skill.items() if text_of(v) != named}, "requiredSkills"))
    for language in part.items("positionLanguages"):
        _tell_language(dossier, part.name("positionLanguages"), language)
    level = part.text("requiredEducationLevelCode")
    known = level in _SAME_LEVELS or not level.isdigit()
    _tell_or_keep(dossier, V.EDUCATION, part.name("requiredEducationLevelCode"), level, known=known)
    dossier.tell(V.YEARS, part.name("requiredYearsOfExperience"), part.text("requiredYearsOfExperience"))
    for licence in part.items("requiredDrivingLicenses"):
        dossier.tell(V.LICENCE, part.name("requiredDrivingLicenses"), " ".join(text for _, text in leaves(licence)))


def _tell_language(dossier: VacancyDossier, heading: str, value: Any) -> None:
    """Tell a language with all that is said of its level, overall and by skill."""
    if not isinstance(value, dict):
        dossier.tell(V.LANGUAGES, heading, language_name(text_of(value)))
        return
    name = next((found for found in _LANGUAGE_NAMES if text_of(value.get(found))), "")
    levels = [(path, text) for path, text in leaves({n: v for n, v in value.items() if n != name})]
    told = [text if "level" in path.lower() else f"{path} {text}" for path, text in levels]
    words = language_name(text_of(value.get(name)))
    dossier.tell(V.LANGUAGES, heading, f"{words} ({', '.join(told)})" if told else words)


def _tell_pay(dossier: VacancyDossier, part: OpenObject) -> None:
    """Tell pay in words, or in parts."""
    heading, value = part.name("offeredRemunerationPackage"), part.value("offeredRemunerationPackage")
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        words = text_of_html(text_of(first))
        _tell_or_keep(dossier, V.WAGE, heading, words, known=read_wage(words) is not None or len(words) < 60)
        return
    rest = OpenObject(first, heading)
    low, high, currency, period = (next(filter(None, map(rest.text, names)), "") for names in _PAY_NAMES)
    words = pay_words(low, high, currency, period)
    if currency_is_known(words, currency):
        dossier.tell(V.WAGE, heading, words)
    else:
        dossier.keep(heading, words)
    dossier.keep_all((*rest.rest(), *leaves(value[1:] if isinstance(value, list) else None, heading)))


def _tell_or_keep(dossier: VacancyDossier, column: VacancyColumn, heading: str, value: Any, *, known: bool) -> None:
    if known:
        dossier.tell(column, heading, text_of(value))
    else:
        dossier.keep_all(leaves(value, heading))
