"""Candidates from a table file: each row that is a record, in CSV or a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, TELLING, CandidateColumn
from matcher.intake.candidates import CohortContext, build_candidate
from matcher.intake.dossiers import Entry
from matcher.intake.table_records import HeadedTable, open_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.intake.zip_files import member_names
from matcher.records import Problem

_ONLY_VACANCIES = frozenset(
    {
        *(VacancyColumn.EMPLOYER, VacancyColumn.OPENINGS, VacancyColumn.WAGE, VacancyColumn.CONTRACT),
        *(VacancyColumn.CLOSES, VacancyColumn.ESSENTIAL_SKILLS, VacancyColumn.OPTIONAL_SKILLS),
    }
)
_ONLY_CANDIDATES = frozenset({CandidateColumn.NAME, CandidateColumn.FAMILY_NAME, CandidateColumn.BIRTH_DATE})
_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")


def read_table(arrival: Arrival, context: CohortContext) -> Iterator[Entry | Problem]:
    """Yield what is to be said of the file as a whole, then its records.

    Raises:
        UnreadableFileError: no table, or none of its headings speaks of candidates.
    """
    table = open_table(arrival, CANDIDATE_LEXICON, TELLING, "candidates")
    _refuse_vacancies(table, arrival)
    if _has_macros(arrival.data):
        yield Problem(
            *(arrival.name, None, None, None, None),
            "the spreadsheet holds macros; they were not run, only the values of its cells were read",
            "send it as XLSX, without macros",
        )
    yield from table.passed_over
    for fields in table.records():
        yield Entry(build_candidate(fields, context), fields)


def _has_macros(data: bytes) -> bool:
    if data.startswith(b"PK"):
        return any(name.endswith("vbaProject.bin") for name in member_names(data))
    return data.startswith(b"\xd0\xcf\x11\xe0") and _MACROS in data


def _refuse_vacancies(table: HeadedTable[CandidateColumn], arrival: Arrival) -> None:
    for headed in table.sheets:
        offered = {VACANCY_LEXICON.exact(heading.text) for heading in headed.header.headings}
        if len(offered & _ONLY_VACANCIES) > 2 and not headed.header.columns & _ONLY_CANDIDATES:
            raise UnreadableFileError(f"{arrival} holds vacancies, not candidates; load it as a file of vacancies.")
