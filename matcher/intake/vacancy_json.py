"""JSON of vacancies: Forem's offers, EURES, JobPosting, or objects under our own headings; each record shows which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.cells import shorten
from matcher.intake.eures import is_eures, read_eures
from matcher.intake.forem import is_offer, read_offer
from matcher.intake.job_postings import JOB_POSTING, read_posting
from matcher.intake.json_documents import leaves, parse_documents
from matcher.intake.json_ld import Node, find_nodes, named_nodes, types_of
from matcher.intake.named_vacancies import is_named, read_named
from matcher.intake.people import LOAD_AS_COHORT, is_person, refuse_people_in
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyEntry, refused_vacancy
from matcher.records import Source

Record = dict[str, Any]

_WRAPPERS_DEEP = 4
# What only a posting has, also one whose type is written wrongly.
_OWN_NAMES = frozenset({"title", "hiringOrganization", "jobLocation"})
# What a list of vacancies is called may be a heading too: "vacancies" are a number of seats, "emploi" is a title.
_MAY_WRAP = (None, VacancyColumn.OPENINGS, VacancyColumn.TITLE)
_REMEDY = "give it the names of one of the formats: Forem, EURES, JobPosting, or the headings of our own table"


@dataclass(frozen=True, slots=True)
class JsonKind:
    """A kind of record: how an object shows that it is one, and its reader. ``named`` are other objects by ``@id``."""

    recognises: Callable[[Record], bool]
    read: Callable[[Record, Source, dict[str, Node]], VacancyEntry]


FOREM = JsonKind(is_offer, lambda record, source, _: read_offer(record, source))
EURES = JsonKind(is_eures, lambda record, source, _: read_eures(record, source))
POSTING = JsonKind(lambda record: JOB_POSTING in types_of(record), read_posting)
NAMED = JsonKind(is_named, lambda record, source, _: read_named(record, source))

EVERY_KIND = (FOREM, POSTING, EURES, NAMED)
"""All kinds, in the order in which an object is tried."""


def read_json(arrival: Arrival, kinds: tuple[JsonKind, ...] = EVERY_KIND) -> Iterator[VacancyEntry]:
    """Read the vacancies of a JSON or JSON Lines file.

    Yields:
        One entry for each record. ``row`` counts objects from 1, or is the line, or ``None`` where the file is one
        record.

    Raises:
        UnreadableFileError: no JSON, or nothing in it that speaks of vacancies.
    """
    documents, faults = parse_documents(arrival.data, arrival.place)
    in_lines = len(documents) > 1 or bool(faults)
    records = [(line, item) for line, document in documents for item in records_of(document, kinds)]
    if not any(_kind(item, kinds) for _, item in records):
        refuse_people_in([document for _, document in documents], arrival.place)
        raise UnreadableFileError(
            f"{arrival} is JSON without a vacancy: no object in it has the names of Forem's open data "
            '("titreoffre"), of EURES ("jvProfiles"), of schema.org ("@type": "JobPosting") or of our own table '
            '("title" and others); export the vacancies in one of these.'
        )
    if not in_lines:
        records = [(number, item) for number, (_, item) in enumerate(records, 1)]
    alone = len(records) == 1 and not in_lines
    named = named_nodes([document for _, document in documents])
    for line, text, fault in faults:
        yield refused_vacancy(Source(arrival.name, None, line), text, f"not JSON ({fault})", "correct the line")
    for number, item in records:
        yield read_record(item, Source(arrival.name, None, None if alone else number), named, kinds)


def read_record(item: Any, source: Source, named: dict[str, Node], kinds: tuple[JsonKind, ...]) -> VacancyEntry:
    """Read one record, or say that it is none."""
    kind = _kind(item, kinds)
    if kind is not None:
        return kind.read(item, source, named)
    if is_person(item):
        return refused_vacancy(source, "", "describes a person, not a vacancy", LOAD_AS_COHORT)
    words = ", ".join(f"{name}: {text}" if name else text for name, text in leaves(item))
    if not isinstance(item, dict):
        return refused_vacancy(source, shorten(words), "not an object with names and values", _REMEDY)
    return refused_vacancy(source, shorten(words), "an object of no known kind of vacancy", _REMEDY)


def records_of(value: Any, kinds: tuple[JsonKind, ...] = EVERY_KIND, depth: int = _WRAPPERS_DEEP) -> list[Any]:
    """Return the records of a document: itself, its list, the longest list that it wraps, or its JobPostings.

    Other objects of linked data that stand beside them (a firm, a list of links) are no records.
    """
    if isinstance(value, list):
        return [record for item in value for record in _records_of_item(item, kinds)]
    if not isinstance(value, dict) or _kind(value, kinds) not in (None, NAMED) or is_person(value):
        return [value]
    if isinstance(fields := value.get("fields"), dict) and _kind(fields, kinds) is not None:
        return [fields]
    if POSTING in kinds and (postings := list(find_nodes(value, JOB_POSTING))):
        return postings
    inner = [
        records_of(part, kinds, depth - 1) for name, part in value.items() if depth and part and _may_wrap(name, part)
    ]
    found = [records for records in inner if any(_kind(item, kinds) is not None for item in records)]
    return max(found, key=len) if found else [value]


def _records_of_item(item: Any, kinds: tuple[JsonKind, ...]) -> list[Any]:
    if not isinstance(item, dict) or _kind(item, kinds) is not None:
        return [item]
    found = records_of(item, kinds, 1)
    beside = (types_of(item) - {""} or "@graph" in item) and not _OWN_NAMES & item.keys()
    return [] if found == [item] and beside else found


def _may_wrap(name: str, part: Any) -> bool:
    """Tell whether a value may be the list of vacancies, and not a list of skills or courses that one asks for.

    An export may have a title and a date of its own, as a vacancy has; only what it wraps tells them apart.
    """
    return isinstance(part, dict | list) and VACANCY_LEXICON.exact(name) in _MAY_WRAP


def _kind(item: Any, kinds: tuple[JsonKind, ...]) -> JsonKind | None:
    return next((kind for kind in kinds if kind.recognises(item)), None) if isinstance(item, dict) else None
