"""Forem's open data of vacancies (``offres-d-emploi-forem``): one offer, from a row of a table or an object of JSON.

The offers hold no text and no pay. Source of the names: https://www.odwb.be/explore/dataset/offres-d-emploi-forem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from matcher.intake.arrivals import Arrival
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.intake.fields import Fields
from matcher.intake.json_days import day_text
from matcher.intake.json_documents import JsonFaultError, leaves, parse_json, text_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.lexicon import Lexicon
from matcher.intake.periods import read_years
from matcher.intake.places import read_place
from matcher.intake.table_records import open_table
from matcher.intake.vacancy_codes import find_codes
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier, VacancyEntry
from matcher.records import CodeSystem, Place, Problem, Source

V = VacancyColumn


class ForemName(StrEnum):
    """The names of the data set's fields."""

    KEY = "numerooffreforem"
    TITLE = "titreoffre"
    OCCUPATION = "metier"
    ROME = "metiercodedimeco"
    CONTRACT = "typecontrat"
    REGIME = "regimetravail"
    OPENINGS = "nombrepostes"
    EMPLOYER = "nomemployeur"
    TOWNS = "lieuxtravaillocalite"
    POSTCODES = "lieuxtravailcodepostal"
    REGIONS = "lieuxtravailregion"
    NUTS = "lieuxtravailregionnuts"
    POINTS = "lieuxtravailgeo"
    LEVELS = "niveauxetudes"
    LANGUAGES = "langues"
    EXPERIENCE = "experiencerequise"
    LICENCES = "permisdeconduire"
    SECTORS = "secteurs"
    SERVICE = "source"
    OTHER_KEY = "referenceexterne"
    URL = "url"
    OPENS = "datedebutdiffusion"
    CLOSES = "datefindiffusion"


F = ForemName
FOREM_LEXICON: Lexicon[ForemName] = Lexicon({name: (name.value,) for name in F}, repeatable=frozenset())

_TOLD = {
    F.KEY: V.KEY,
    F.TITLE: V.TITLE,
    F.EMPLOYER: V.EMPLOYER,
    F.CONTRACT: V.CONTRACT,
    F.REGIME: V.FULL_TIME,
    F.OPENINGS: V.OPENINGS,
    F.URL: V.URL,
}
_HEADINGS = {column: name.value for name, column in _TOLD.items()} | {V.OPENS: F.OPENS.value, V.CLOSES: F.CLOSES.value}
_TELLING = frozenset(name.value for name in F) - {"url", "source", "langues", "metier", "secteurs"}
_FEWEST_NAMES = 2


def is_offer(record: dict[str, Any]) -> bool:
    """Tell whether an object has names that only this data set gives."""
    return len(_TELLING & record.keys()) >= _FEWEST_NAMES


def names_offers(line: str) -> bool:
    """Tell whether a line of text holds the headings of the data set."""
    return sum(name in line.lower() for name in _TELLING) > _FEWEST_NAMES


def read_offers(arrival: Arrival) -> Iterator[VacancyEntry | Problem]:
    """Read the offers of a table (CSV with semicolons, XLSX) whose headings are the names of the data set.

    Raises:
        UnreadableFileError: no table, or no such headings.
    """
    table = open_table(arrival, FOREM_LEXICON, frozenset({F.KEY, F.TITLE}), "offers of Forem")
    yield from table.passed_over
    for fields in table.records():
        record = {column.value: cells[0].text for column, cells in fields.cells.items()}
        yield _entry(record, fields)


def read_offer(record: dict[str, Any], source: Source) -> VacancyEntry:
    """Read one offer of JSON."""
    return _entry(record, Fields(source, {}))


def _entry(record: dict[str, Any], row: Fields[ForemName]) -> VacancyEntry:
    dossier = VacancyDossier(row.source, _HEADINGS)
    offer = OpenObject(record)
    for name, column in _TOLD.items():
        dossier.tell(column, name, offer.text(name))
        if name in offer:
            dossier.warn(name, "", "not one value but several in one; its parts were kept", "write one text or number")
    _tell_days(dossier, offer)
    _tell_places(dossier, offer)
    dossier.tell(V.EDUCATION, F.LEVELS, "; ".join(_texts(offer, F.LEVELS, tight=True)))
    for name, column in ((F.LANGUAGES, V.LANGUAGES), (F.LICENCES, V.LICENCE)):
        for text in _texts(offer, name):
            dossier.tell(column, name, text)
    for text in _texts(offer, F.SECTORS, tight=True):
        dossier.tell(V.SECTOR, F.SECTORS, text)
    # What reads like no code and no length is kept in its words: nobody who loads open data can mend it.
    code = offer.text(F.ROME)
    _tell_or_keep(dossier, V.ROME, F.ROME, code, known=bool(find_codes(code, CodeSystem.ROME)))
    experience = offer.text(F.EXPERIENCE)
    _tell_or_keep(dossier, V.YEARS, F.EXPERIENCE, experience, known=read_years(experience) is not None)
    dossier.keep_all((*offer.rest(), *row.unknown))
    entry = dossier.entry()
    entry.fields.warnings.extend(row.warnings)
    return entry


def _tell_or_keep(dossier: VacancyDossier, column: VacancyColumn, heading: str, text: str, *, known: bool) -> None:
    if known:
        dossier.tell(column, heading, text)
    else:
        dossier.keep(heading, text)


def _tell_days(dossier: VacancyDossier, offer: OpenObject) -> None:
    """Tell the first and last day of publication, which is with Forem, wherever the offer comes from."""
    opens, closes = day_text(offer.value(F.OPENS)), day_text(offer.value(F.CLOSES))
    dossier.tell(V.OPENS, F.OPENS, opens)
    dossier.tell(V.CLOSES, F.CLOSES, closes)
    try:
        first, last = read_date(opens), read_date(closes)
    except ImpossibleDateError:
        return
    if first is not None and (last is None or last >= first):
        dossier.tell(V.POSTINGS, F.OPENS, f"Forem {first} - {last or ''}")


def _tell_places(dossier: VacancyDossier, offer: OpenObject) -> None:
    """Put the lists of towns, postcodes, Regions and NUTS codes side by side; one that does not fit is kept."""
    names = (F.TOWNS, F.POSTCODES, F.REGIONS, F.NUTS)
    lists = {name: _texts(offer, name) for name in names}
    count = max(len(lists[F.TOWNS]), len(lists[F.POSTCODES])) or max(map(len, lists.values()))
    columns: list[list[str]] = []
    for name in names:
        texts = lists[name]
        if len(texts) == 1:
            texts = texts * count
        if len(texts) != count:
            dossier.keep(name, "; ".join(texts))
            texts = [""] * count
        columns.append(texts)
    places: list[Place] = []
    for town, postcode, region, nuts in zip(*columns, strict=True):
        place = read_place(town, postcode, region, nuts=nuts)
        if place is not None:
            places.append(place)
            if place.region is None and region and place.name != region:
                dossier.keep(F.REGIONS, region)
    dossier.workplaces(F.TOWNS, places)


def _texts(offer: OpenObject, name: str, *, tight: bool = False) -> list[str]:
    """Take a list of words, which a table holds as JSON or joined by bars or commas.

    ``tight`` are words that may hold a comma themselves, before a blank.
    """
    texts: list[str] = []
    for value in offer.items(name):
        text = text_of(value)
        if isinstance(value, dict | list):
            texts += [words for _, words in leaves(value)]
        elif text.startswith("["):
            texts += _unpacked(text)
        elif "|" in text:
            texts += text.split("|")
        else:
            texts += re.split(r",(?=\S)" if tight else ",", text)
    return [text.strip() for text in texts if text.strip()]


def _unpacked(text: str) -> list[str]:
    try:
        values = parse_json(text)
    except JsonFaultError:
        return [text.strip("[]")]
    return [text_of(value) for value in values] if isinstance(values, list) else [text]
