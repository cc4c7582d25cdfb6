"""Reads the files of ``matcher rank``: records by ``id``, in file order, every one of them kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.candidates import CohortContext, build_candidate
from matcher.intake.fields import Fields
from matcher.intake.headers import ColumnT, Header, normalise_heading
from matcher.intake.lexicon import Lexicon
from matcher.intake.sheets import Sheet, single_line
from matcher.intake.table_records import fields_of_row
from matcher.intake.tables import read_sheets
from matcher.intake.vacancy_building import build_vacancy
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.records import Candidate, Source, Vacancy

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_LONGEST_TITLE = 150

RankRecord = TypeVar("RankRecord", Candidate, Vacancy)


def read_rank_candidates(path: Path) -> tuple[Candidate, ...]:
    """Return the candidates of a file with at least the columns ``id`` and ``text``, or the columns of a cohort.

    ``id`` and ``key`` are the ``id`` column; ``text`` is ``profile.summary``. No row is dropped: one that a load would
    reject stands with what could be read of it.

    Raises:
        UnreadableFileError: no table, no column of ids, a row without id, or an id that stands twice.
    """
    context = CohortContext("", None, date.today())
    rows = _rows(path, CANDIDATE_LEXICON, CandidateColumn.KEY)
    return tuple(_under_id(build_candidate(fields, context), key) for key, fields in rows)


def read_rank_vacancies(path: Path) -> tuple[Vacancy, ...]:
    """Return the vacancies of a file with at least the columns ``id`` and ``text``, or the columns of a vacancy file.

    ``id`` and ``key`` are the ``id`` column; ``text`` is ``description``, whose first sentence is the title where no
    column gives one. No row is dropped: one that a load would reject stands with what could be read of it.

    Raises:
        UnreadableFileError: no table, no column of ids, a row without id, or an id that stands twice.
    """
    rows = _rows(path, VACANCY_LEXICON, VacancyColumn.KEY)
    return tuple(_titled(_under_id(build_vacancy(fields), key)) for key, fields in rows)


def _titled(vacancy: Vacancy) -> Vacancy:
    """Give a vacancy without a title the first sentence of its text: adverts begin with what they are for."""
    if vacancy.title or not vacancy.description.strip():
        return vacancy
    first = _SENTENCE_END.split(vacancy.description.strip(), maxsplit=1)[0]
    return replace(vacancy, title=single_line(first)[:_LONGEST_TITLE].rstrip())


def _under_id(record: RankRecord, key: str) -> RankRecord:
    return replace(record, id=key, key=key)


def _keyed_by_id(header: Header[ColumnT] | None, key_column: ColumnT) -> Header[ColumnT] | None:
    """Let a column that is named ``id`` be the key, though another name tells more in a cohort file."""
    if header is None or not any(normalise_heading(heading.text) == "id" for heading in header.headings):
        return header
    return Header(
        header.row,
        tuple(
            replace(heading, column=key_column if normalise_heading(heading.text) == "id" else None)
            if heading.column == key_column or normalise_heading(heading.text) == "id"
            else heading
            for heading in header.headings
        ),
    )


def _rows(path: Path, lexicon: Lexicon[ColumnT], key_column: ColumnT) -> Iterator[tuple[str, Fields[ColumnT]]]:
    sheet = next(iter(read_sheets(path, lambda text: lexicon.exact(text) is not None)), Sheet(None, ()))
    header = _keyed_by_id(lexicon.header(sheet), key_column)
    if header is None or key_column not in header.columns or len(header.columns) == 1:
        raise UnreadableFileError(f'{path} has no headings "id" and "text"; name these two columns in the first row.')
    seen: dict[str, int] = {}
    for row in sheet.rows:
        if row.number <= header.row:
            continue
        fields = fields_of_row(row, header, Source(path.name, sheet.name, row.number))
        key = single_line("".join(cell.text for cell in fields.cells.get(key_column, ())))
        if not key:
            raise UnreadableFileError(f"{path}, row {row.number}: no id; give each row its own.")
        if key in seen:
            raise UnreadableFileError(f"{path}, row {row.number}: the id {key} stands already in row {seen[key]}.")
        seen[key] = row.number
        yield key, fields
