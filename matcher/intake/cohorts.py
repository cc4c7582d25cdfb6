"""Reads a cohort file: every row becomes a candidate or a reported problem."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, TELLING, CandidateColumn
from matcher.intake.candidates import CohortContext, build_candidate
from matcher.intake.ledger import Ledger
from matcher.intake.table_records import HeadedTable, open_table
from matcher.intake.vacancy_columns import VACANCY_LEXICON, VacancyColumn
from matcher.records import Candidate, Intake, Leg

_ONLY_VACANCIES = frozenset(
    {
        *(VacancyColumn.EMPLOYER, VacancyColumn.OPENINGS, VacancyColumn.WAGE, VacancyColumn.CONTRACT),
        *(VacancyColumn.CLOSES, VacancyColumn.ESSENTIAL_SKILLS, VacancyColumn.OPTIONAL_SKILLS),
    }
)
_ONLY_CANDIDATES = frozenset({CandidateColumn.NAME, CandidateColumn.FAMILY_NAME, CandidateColumn.BIRTH_DATE})


def read_cohort(path: Path, scheme: str, *, leg: Leg | None = None, today: date | None = None) -> Intake[Candidate]:
    """Read candidates from a CSV, TSV, XLSX, XLS or ODS file.

    Rows read = candidates + rows rejected. A row is rejected only where it cannot stand as a record: no reference in
    a column of references, a reference or a whole record that stands already, an impossible birth date, or nothing at
    all about what the person can do. Any other odd cell is left out with a warning and kept verbatim in ``extra``.

    Args:
        path: the file, as it was sent.
        scheme: name of the scheme that the cohort belongs to.
        leg: origin and destination of candidates whose row states none.
        today: the day up to which ages and current jobs are counted; default the day of the call.

    Raises:
        UnreadableFileError: the file is missing, empty, no table, or none of its headings speaks of candidates.
    """
    context = CohortContext(scheme, leg, today or date.today())
    table = open_table(path, CANDIDATE_LEXICON, TELLING, "candidates")
    _refuse_vacancies(table, path)
    ledger: Ledger[Candidate] = Ledger(table.passed_over)
    for fields in table.records():
        ledger.enter(build_candidate(fields, context), fields, CandidateColumn.KEY)
    return ledger.intake()


def _refuse_vacancies(table: HeadedTable[CandidateColumn], path: Path) -> None:
    for headed in table.sheets:
        offered = {VACANCY_LEXICON.exact(heading.text) for heading in headed.header.headings}
        if len(offered & _ONLY_VACANCIES) > 2 and not headed.header.columns & _ONLY_CANDIDATES:
            raise UnreadableFileError(f"{path} holds vacancies, not candidates; load it as a file of vacancies.")
