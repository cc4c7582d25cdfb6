"""The objects within a JobPosting that may also be plain words: a place with its address, a code of an occupation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from matcher.intake.html_pages import text_of_html
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.json_ld import Node, opened, rest_of, words_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.places import read_place
from matcher.intake.vacancy_codes import SYSTEM_OF, find_codes, system_named
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier

V = VacancyColumn

_COLUMN_OF = {system: column for column, system in SYSTEM_OF.items()}


@dataclass(frozen=True, slots=True)
class _Address:
    """The parts of an address by which a place is known."""

    town: str = ""
    postcode: str = ""
    region: str = ""
    country: str = ""


def tell_workplace(dossier: VacancyDossier, heading: str, value: Any, named: dict[str, Node]) -> None:
    """Tell a workplace: a place, its address alone, or words. Streets, points on maps and the like are kept."""
    told = _address(dossier, heading, value, named)
    place = read_place(text_of_html(told.town), told.postcode, told.region, country=told.country)
    if place is None:
        return
    dossier.workplaces(heading, [place])
    if told.region and place.region is None and place.name != told.region:
        dossier.keep(f"{heading}.addressRegion", told.region)


def tell_seat(dossier: VacancyDossier, heading: str, value: Any, named: dict[str, Node]) -> None:
    """Tell the seat of an employer."""
    told = _address(dossier, heading, value, named)
    dossier.tell(V.SEAT, heading, " ".join(part for part in (told.postcode, told.town or told.region) if part))


def tell_category(dossier: VacancyDossier, heading: str, value: Any) -> None:
    """Tell the code of an occupation, whose form or list of codes says which it is; any other words are kept."""
    if not isinstance(value, dict):
        words = text_of(value)
        if find_codes(words):
            dossier.tell(V.OCCUPATION_CODE, heading, words)
        else:
            dossier.keep_all(rest_of(value, heading))
        return
    node = opened(value, {})
    listed = " ".join(text for _, text in leaves(node.get("inCodeSet")))
    system = system_named(listed)
    column = _COLUMN_OF[system] if system else V.OCCUPATION_CODE
    texts = [text_of(node.get(name)) for name in ("codeValue", "url", "@id", "name")]
    # A list of codes that is not known is of another country: its codes may look like ours.
    code = next((text for text in texts if find_codes(text, system)), "") if system or not listed else ""
    dossier.tell(column, heading, code)
    dossier.keep_all(rest_of(node, heading, code))


def _address(dossier: VacancyDossier, heading: str, value: Any, named: dict[str, Node]) -> _Address:
    """Take the parts of an address out of a value, and keep what else it says."""
    if isinstance(value, list):
        dossier.keep_all(rest_of(value[1:], heading))
        return _address(dossier, heading, value[0], named) if value else _Address()
    if not isinstance(value, dict):
        return _Address(text_of(value))
    node = OpenObject(opened(value, named), heading)
    node.value("@type")
    node.value("@id")
    if "address" in node:
        found = _address(dossier, heading, node.value("address"), named)
    else:
        names = ("addressLocality", "postalCode", "addressRegion", "addressCountry")
        found = _Address(*(words_of(node.value(name)) for name in names))
    if not found.town:
        found = replace(found, town=words_of(node.value("name")))
    dossier.keep_all(pair for pair in node.rest() if not pair[0].endswith("@type"))
    return found
