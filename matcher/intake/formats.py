"""The formats of candidate files, each recognised by what the file holds, never by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival, refuse_empty
from matcher.intake.candidate_tables import read_table
from matcher.intake.candidates import CandidateFields, CohortContext
from matcher.intake.compound_files import COMPOUND_START
from matcher.intake.dossiers import Entry
from matcher.intake.europass import CANDIDATE_ROOT, read_candidate
from matcher.intake.europass_v3 import PASSPORT_ROOTS, read_skills_passport
from matcher.intake.fields import Fields
from matcher.intake.json_documents import looks_like_json
from matcher.intake.json_records import read_json
from matcher.intake.linkedin import read_export
from matcher.intake.parcels import open_parcel
from matcher.intake.pdf_files import europass_attachment
from matcher.intake.people import holds_vacancies
from matcher.intake.vacancy_marks import shows_vacancies
from matcher.intake.xml_trees import parse_xml
from matcher.intake.zip_files import document_kind, refuse_bomb
from matcher.records import Candidate, ColumnReading, Problem, Source

_OLD_WORD = "WordDocument".encode("utf-16-le")
_XML_START = re.compile(rf"<\?xml|<(?:[\w.-]+:)?(?:{'|'.join([CANDIDATE_ROOT, *sorted(PASSPORT_ROOTS)])})\b")

Reading = Iterator[Entry | Problem | ColumnReading]


class CandidateFormat(StrEnum):
    """What candidates come in."""

    LINKEDIN = "linkedin"
    PDF = "pdf"
    DOCX = "docx"
    OTHER = "other_document"
    EUROPASS = "europass"
    JSON = "json"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, how a file shows that it is one, and its reader.

    ``read`` yields an entry for each record, accepted or not, and problems that concern the file as a whole. It raises
    :class:`UnreadableFileError` where nothing in the file can be read.
    """

    name: CandidateFormat
    recognises: Callable[[Arrival], bool]
    read: Callable[[Arrival, CohortContext], Reading]


def read_arrival(arrival: Arrival, context: CohortContext) -> Reading:
    """Read a file in the first format that recognises it; whatever no other one does is taken for a table.

    Raises:
        UnreadableFileError: nothing in the file can be read.
    """
    if not arrival.parts:
        refuse_empty(arrival.data, arrival.place)
    if arrival.data.startswith(b"PK"):
        refuse_bomb(arrival.data, arrival.place)
    if not arrival.parts and shows_vacancies(arrival):
        raise holds_vacancies(arrival.place)
    yield from _format_of(arrival).read(arrival, context)


def formats_in(path: Path) -> tuple[tuple[str, CandidateFormat], ...]:
    """Tell in which format each file of a file, folder or archive is read: ``((name, format), ...)``.

    Raises:
        UnreadableFileError: as :func:`matcher.intake.parcels.open_parcel`.
    """
    arrivals = (item for item in open_parcel(path) if isinstance(item, Arrival))
    return tuple((arrival.name, _format_of(arrival).name) for arrival in arrivals)


def _format_of(arrival: Arrival) -> Format:
    return next(known for known in FORMATS if known.recognises(arrival))


def _is_pdf(arrival: Arrival) -> bool:
    return b"%PDF-" in arrival.data[:1024]


def _is_word(arrival: Arrival) -> bool:
    return arrival.data.startswith(b"PK") and document_kind(arrival.data) == "text"


def _is_other_document(arrival: Arrival) -> bool:
    if arrival.data.startswith(b"PK"):
        return document_kind(arrival.data) in ("open text", "presentation")
    return arrival.data.startswith(COMPOUND_START) and _OLD_WORD in arrival.data


def _is_xml(arrival: Arrival) -> bool:
    return bool(_XML_START.match(arrival.plain))


def _read_linkedin(arrival: Arrival, context: CohortContext) -> Reading:
    yield read_export(arrival.parts, arrival.name, arrival.place, context)


def _read_pdf(arrival: Arrival, context: CohortContext) -> Reading:
    attached = europass_attachment(arrival.data, arrival.place)
    if attached is None:
        yield from _read_cv(arrival, context)
    else:
        yield from _read_xml(Arrival(arrival.name, attached, f"{arrival.place}, attachment"), context)


def _read_xml(arrival: Arrival, context: CohortContext) -> Reading:
    root = parse_xml(arrival.data, arrival.place)
    if root.name == CANDIDATE_ROOT:
        yield read_candidate(root, arrival.name, context)
    elif root.name in PASSPORT_ROOTS:
        yield read_skills_passport(root, arrival.name, context)
    elif root.name.lower() == "html":
        yield from read_table(arrival, context)  # which says what to do with a web page
    else:
        raise UnreadableFileError(
            f'{arrival} is XML, but no Europass CV: it begins with "{root.name[:40]}"; '
            "export it as Europass XML, or save the table as XLSX."
        )


def _read_json(arrival: Arrival, context: CohortContext) -> Reading:
    yield from read_json(arrival.data, arrival.name, arrival.place, context)


def _read_cv(arrival: Arrival, context: CohortContext) -> Reading:
    from matcher.intake.cv import read_cv  # heavy libraries

    intake = read_cv(arrival.data, arrival.name, context)
    for candidate in intake.records:
        yield Entry(candidate, _fields_of_cv(candidate, intake.problems))
    if intake.rejected:
        source = Source(arrival.name)
        fields: CandidateFields = Fields(source, {}, faults=list(intake.problems))
        yield Entry(Candidate("", "", context.scheme, source), fields)


def _fields_of_cv(candidate: Candidate, problems: tuple[Problem, ...]) -> CandidateFields:
    content = (("profile", repr(candidate.profile)), ("person", repr(candidate.person)))
    return Fields(candidate.source, {}, content, warnings=list(problems))


def _refuse_document(arrival: Arrival, _context: CohortContext) -> Reading:
    raise UnreadableFileError(
        f"{arrival} is a text or presentation of another program; save a CV as PDF or DOCX, a table as XLSX."
    )


FORMATS: tuple[Format, ...] = (
    Format(CandidateFormat.LINKEDIN, lambda arrival: bool(arrival.parts), _read_linkedin),
    Format(CandidateFormat.PDF, _is_pdf, _read_pdf),
    Format(CandidateFormat.DOCX, _is_word, _read_cv),
    Format(CandidateFormat.OTHER, _is_other_document, _refuse_document),
    Format(CandidateFormat.EUROPASS, _is_xml, _read_xml),
    Format(CandidateFormat.JSON, lambda arrival: looks_like_json(arrival.plain), _read_json),
    Format(CandidateFormat.TABLE, lambda _: True, read_table),
)
"""Every format, in the order in which a file is tried."""
