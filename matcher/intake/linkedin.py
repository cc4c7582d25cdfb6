"""LinkedIn's data export: one person, told by several CSV files that stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Course, Dossier, Entry, Job
from matcher.intake.moments import read_moment, read_stretch
from matcher.intake.sheets import cell_text
from matcher.intake.text_tables import read_text_table
from matcher.records import Source

C = CandidateColumn

_PERSON = frozenset({"Profile.csv", "Positions.csv"})
_PROFILE = _PERSON | {"Education.csv", "Skills.csv"}
EXPORT_FILES = _PROFILE | {"Languages.csv", "Email Addresses.csv", "PhoneNumbers.csv", "Certifications.csv"}
"""The files of an export that describe the person; the others speak of contacts, messages and clicks."""

_COLUMNS = {
    "First Name": C.GIVEN_NAME,
    "Last Name": C.FAMILY_NAME,
    "Birth Date": C.BIRTH_DATE,
    "Headline": C.SUMMARY,
    "Summary": C.SUMMARY,
}
# LinkedIn's five steps are those of the Interagency Language Roundtable, which CEFR words elsewhere do not follow.
_LEVELS = {"limited working proficiency": "B1", "elementary proficiency": "A2"}
Rows = list[dict[str, str]]


def is_export(names: Iterable[str]) -> bool:
    """Tell whether files that stand together are an export: two of its main files, one of them about the person."""
    found = _PROFILE.intersection(names)
    return len(found) > 1 and bool(found & _PERSON)


def read_export(parts: Mapping[str, bytes], file: str, place: str, context: CohortContext) -> Entry:
    """Read the person of an export; what has no column is kept beside the record.

    Raises:
        UnreadableFileError: one of its files is no table.
    """
    tables = {name: _rows(parts[name], f"{place}/{name}") for name in sorted(EXPORT_FILES & parts.keys())}
    dossier = Dossier(Source(file))
    for row in tables.get("Profile.csv", []):
        for heading, text in row.items():
            column = _COLUMNS.get(heading)
            dossier.tell(column, heading, text) if column else dossier.keep(heading, text)
    _contacts(dossier, tables)
    for row in tables.get("Positions.csv", []):
        _position(dossier, row, context)
    for row in tables.get("Education.csv", []):
        _education(dossier, row, context)
    for row in tables.get("Skills.csv", []):
        dossier.tell(C.SKILLS, "Skills", row.pop("Name", ""))
    for row in tables.get("Languages.csv", []):
        told = row.pop("Proficiency", "")
        level = _LEVELS.get(told.lower(), "")
        dossier.language("Languages", row.pop("Name", ""), f"{told} ({level})" if level else told)
    for row in tables.get("Certifications.csv", []):
        name = row.pop("Name", "")
        dossier.tell(C.SKILLS, "Certifications", name)
        dossier.keep_all((f"Certifications {name} {heading}", text) for heading, text in row.items())
    return dossier.entry(context)


def _contacts(dossier: Dossier, tables: Mapping[str, Rows]) -> None:
    emails = tables.get("Email Addresses.csv", [])
    for row in sorted(emails, key=lambda row: row.get("Primary", "").lower() != "yes"):
        dossier.tell(C.EMAIL, "Email Address", row.get("Email Address", ""))
    for row in tables.get("PhoneNumbers.csv", []):
        dossier.tell(C.PHONE, "Number", row.get("Number", ""))


def _position(dossier: Dossier, row: dict[str, str], context: CohortContext) -> None:
    time = read_stretch(row.pop("Started On", ""), row.pop("Finished On", ""), context.today)
    title, employer = row.pop("Title", ""), row.pop("Company Name", "")
    dossier.job("Positions", Job(title, employer, row.pop("Location", ""), time, row.pop("Description", "")))
    dossier.keep_all((f"Positions {heading}", text) for heading, text in row.items())


def _education(dossier: Dossier, row: dict[str, str], context: CohortContext) -> None:
    start, end = row.pop("Start Date", ""), row.pop("End Date", "")
    last = read_moment(end) if end else None
    # An end that lies ahead is the one that the person expects.
    unfinished = last is not None and last.first > context.today
    told = ", ".join(text for text in (row.pop("Notes", ""), row.pop("Activities", "")) if text)
    time = read_stretch(start, end, context.today, runs=False)
    degree, school = row.pop("Degree Name", ""), row.pop("School Name", "")
    dossier.course("Education", Course(degree, school, time, "", told, unfinished))
    dossier.keep_all((f"Education {heading}", text) for heading, text in row.items())


def _rows(data: bytes, place: str) -> Rows:
    if not data.strip():
        return []
    sheet = read_text_table(
        data, Path(place), lambda text: text in _COLUMNS or text in ("Title", "Name", "School Name")
    )
    if not sheet.rows:
        return []
    headings = [cell_text(cell) for cell in sheet.rows[0].cells]
    return [
        {heading: cell_text(cell) for heading, cell in zip(headings, row.cells, strict=False)} for row in sheet.rows[1:]
    ]
