"""Files to records: what people send is read into candidates and vacancies, and every row is accounted for.

A format is one module that fills :class:`matcher.intake.fields.Fields` for each of its records; the rest is shared.
"""

from __future__ import annotations

from matcher.intake.cohort_tables import propose_columns
from matcher.intake.cohorts import read_cohort
from matcher.intake.rank_files import read_rank_candidates, read_rank_vacancies
from matcher.intake.vacancies import read_vacancies
from matcher.intake.vacancy_formats import VACANCY_FORMATS

__all__ = [
    "VACANCY_FORMATS",
    "propose_columns",
    "read_cohort",
    "read_rank_candidates",
    "read_rank_vacancies",
    "read_vacancies",
]
