"""JSON of records: any list of objects whose names are headings that cohort files use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, TELLING, CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Dossier, Entry, refused
from matcher.intake.headers import Header, normalise_heading
from matcher.intake.json_documents import leaves, parse_documents, text_of
from matcher.intake.json_parts import tell_course, tell_job, tell_language, tell_skill
from matcher.intake.json_resume import is_resume, read_resume
from matcher.intake.people import describe_jobs, holds_vacancies
from matcher.intake.sheets import Row, Sheet, single_line
from matcher.records import Source

C = CandidateColumn
Record = dict[str, Any]

MOST_NAMES = 1_000
"""More different names of fields than any list of candidates has."""

_WRAPPERS_DEEP = 3
# Objects that only group facts of the same person: the names within them count as the record's own.
_GROUPS = frozenset(
    {
        *("person", "personne", "persoon", "identity", "identite", "etat civil", "contact", "contacts", "coordonnees"),
        *("personal", "personal info", "personal information", "personal details", "contact details", "professional"),
        *("professionnel", "profile", "profil", "profiel", "candidate", "candidat", "kandidaat", "kandidat"),
    }
)
_LISTED = {C.EXPERIENCE: tell_job, C.EDUCATION: tell_course, C.LANGUAGES: tell_language, C.SKILLS: tell_skill}
_SECTIONS = {
    "work": C.EXPERIENCE,
    "jobs": C.EXPERIENCE,
    "employment": C.EXPERIENCE,
    "emplois": C.EXPERIENCE,
    "postes": C.EXPERIENCE,
    "positions": C.EXPERIENCE,
    "degrees": C.EDUCATION,
    "courses": C.EDUCATION,
}


def read_json(data: bytes, file: str, place: str, context: CohortContext) -> Iterator[Entry]:
    """Read the candidates of a JSON or JSON Lines file.

    Yields:
        One entry for each record: an object of the list, or a line. ``row`` counts objects from 1, or is the line, or
        ``None`` where the file is one record.

    Raises:
        UnreadableFileError: no JSON, or nothing in it that speaks of candidates.
    """
    documents, faults = parse_documents(data, place)
    records = documents if len(documents) > 1 or faults else list(enumerate(_records(documents[0][1]), 1))
    plain = [(number, item) for number, item in records if isinstance(item, dict) and not is_resume(item)]
    header = _header(item for _, item in plain)
    if not any(is_resume(item) for _, item in records) and not _speaks_of_candidates(header):
        raise UnreadableFileError(
            f"{place} is JSON without a list of candidates: no object in it has names such as "
            + ", ".join(f'"{name}"' for name in CANDIDATE_LEXICON.examples[:8])
            + "."
        )
    if header is not None and describe_jobs(heading.text for heading in header.headings):
        raise holds_vacancies(place)
    for number, line, fault in faults:
        yield refused(Source(file, None, number), context.scheme, line, f"not JSON ({fault})", "correct the line")
    alone = len(records) == 1 and not faults
    for number, item in records:
        yield _entry(item, Source(file, None, None if alone else number), header, context)


def _entry(item: Any, source: Source, header: Header[CandidateColumn] | None, context: CohortContext) -> Entry:
    if is_resume(item):
        return read_resume(item, source, context)
    if not isinstance(item, dict):
        words = ", ".join(text for _, text in leaves(item))
        return refused(source, context.scheme, words, "not an object with names and values", "give each value its name")
    return _read_record(item, source, header, context)


def _read_record(
    record: Record, source: Source, header: Header[CandidateColumn] | None, context: CohortContext
) -> Entry:
    headings = header.headings if header else ()
    columns = {heading.text: heading.column for heading in sorted(headings, key=lambda heading: bool(heading.column))}
    told = {heading.column: heading.text for heading in reversed(headings) if heading.column is not None}
    dossier = Dossier(source, told)
    for name, value in _fields(record):
        column = columns.get(single_line(name))
        section = column or _SECTIONS.get(normalise_heading(name))
        if section is None or (isinstance(value, list | dict) and section not in _LISTED and _is_nested(value)):
            dossier.keep_all(leaves(value, name))
        elif isinstance(value, list | dict) and section in _LISTED:
            for item in _parts(section, value):
                _LISTED[section](dossier, name, item, context)
        else:
            for text in [text_of(value)] if not isinstance(value, list) else map(text_of, value):
                dossier.tell(section, name, text)
    return dossier.entry(context)


def _parts(column: CandidateColumn, value: Any) -> list[Any]:
    """Return the items of a list; of languages and skills ``{"fr": "B2"}`` is one too."""
    if isinstance(value, list):
        return value
    if column in (C.LANGUAGES, C.SKILLS) and not any(isinstance(part, list | dict) for part in value.values()):
        return [{"name": name, "level": level} for name, level in value.items()]
    return [value]


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or any(isinstance(part, list | dict) for part in value)


def _fields(record: Record, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield names and values of a record, those of the objects that only group facts among them."""
    for name, value in record.items():
        if isinstance(value, dict) and depth < _WRAPPERS_DEEP and normalise_heading(name) in _GROUPS:
            yield from _fields(value, depth + 1)
        else:
            yield name, value


def _header(records: Iterable[Record]) -> Header[CandidateColumn] | None:
    """Recognise the names of all records together, as the headings of one row."""
    names: dict[str, None] = {}
    for record in records:
        for name, _ in _fields(record):
            names.setdefault(name)
        if len(names) > MOST_NAMES:
            return None
    return CANDIDATE_LEXICON.header(Sheet(None, (Row(1, tuple(names)),))) if names else None


def _speaks_of_candidates(header: Header[CandidateColumn] | None) -> bool:
    if header is None:
        return False
    sections = {_SECTIONS.get(normalise_heading(heading.text)) for heading in header.headings} - {None}
    found = header.columns | sections
    return len(found) > 1 and bool(found & TELLING)


def _records(value: Any) -> list[Any]:
    """Return the list of records of a document: itself, the list that it wraps, or itself as the only one."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or is_resume(value):
        return [value]
    lists = [item for item in _wrapped(value, _WRAPPERS_DEEP) if _speaks_of_candidates(_header(_objects(item)))]
    return max(lists, key=len) if lists else [value]


def _wrapped(value: Record, depth: int) -> Iterator[list[Any]]:
    for name, part in value.items():
        known = CANDIDATE_LEXICON.exact(name) in _LISTED or normalise_heading(name) in _SECTIONS
        if isinstance(part, list) and not known and any(isinstance(item, dict) for item in part):
            yield part
        elif isinstance(part, dict) and depth > 1:
            yield from _wrapped(part, depth - 1)


def _objects(items: list[Any]) -> Iterator[Record]:
    return (item for item in items if isinstance(item, dict))
