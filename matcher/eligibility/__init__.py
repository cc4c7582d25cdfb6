"""Who could be hired where, by which route, and why: dated rules over facts, answered yes, no or unknown.

It stands beside the score and never inside it: nothing that ranks imports it.
"""

from __future__ import annotations

from matcher.eligibility.evaluating import CODE_OF, Answers
from matcher.eligibility.facts import CandidateFacts, OccupationRead, VacancyFacts
from matcher.eligibility.law import Law
from matcher.eligibility.tables import CandidateColumns, VerdictTable, verdict_table
from matcher.eligibility.veil import HIDDEN, route, veiled

__all__ = [
    "CODE_OF",
    "HIDDEN",
    "Answers",
    "CandidateColumns",
    "CandidateFacts",
    "Law",
    "OccupationRead",
    "VacancyFacts",
    "VerdictTable",
    "route",
    "veiled",
    "verdict_table",
]
