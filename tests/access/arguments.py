"""What stands for arguments in the table, whoever calls: files, orders, filters, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from matcher.accounts import Position
from matcher.cohorts import CohortFilters, Dimension
from matcher.filters import Filters
from matcher.hiring import Stage
from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.mappings import ColumnMapping
from matcher.offices import FileKind, RevealReason, RunFile, ShownTable
from matcher.offices.load_orders import LoadOrder, Upload
from matcher.preparation import silent
from matcher.ranking import RankingRequest
from matcher.records import LoadReport, Vacancy
from matcher.stewardship import blind_name
from matcher.store.held_accounts import ShareKind
from matcher.trail import LogQuery

Things: TypeAlias = dict[str, Any]

TABLE = b"Ref;Nom;Metier;Competences\nN1;Zoe Zegers;Lasser;MIG lassen\n"
VACANCY_FILE = b"reference,title,essential_skills\nV9,Lasser,MIG lassen\n"
ACCOUNT = "sam"
UPLOADS = (Upload("cohort.csv", TABLE),)
TEXTS = {CandidateColumn.NAME: "Zoe Zegers", CandidateColumn.SKILLS: "MIG lassen"}


def plain_things(vacancy: Vacancy, today: date) -> Things:
    """Return them, with a draft made of a vacancy."""
    return {
        **{"SILENT": silent, "TODAY": today, "QUERY": LogQuery(), "FILTERS": CohortFilters()},
        **{"BY_GENDER": Dimension.GENDER, "BY_SCHEME": Dimension.SCHEME},
        **{"REQUEST": RankingRequest(10), "WISHES": Filters(), "DRAFT": replace(vacancy, id="", key="D1")},
        **{"SCHEME": "palim", "ORDER": LoadOrder(UPLOADS, "palim"), "UPLOADS": UPLOADS, "MAPPING": mapping("palim")},
        **{"REPORT": LoadReport(1, 1, 0, 0, 0), "VACANCY_FILE": VACANCY_FILE},
        **{"NO_TEXTS": {}, "TEXTS": TEXTS, "PAGE": RunFile.PAGE},
        **{"STAGE": Stage.INTERVIEW, "REASON": RevealReason.CONTACT, "CSV": FileKind.CSV},
        **{"LOGIN": ACCOUNT, "POSITION": Position("auditor")},
        **{"A_SCHEME": ShareKind.SCHEME, "A_CANDIDATE": ShareKind.CANDIDATE},
        "SHOWN": ShownTable("List", (), ("Number",), (("1",),)),
    }


def beyond_staff() -> Things:
    """Return what stands for them in a scheme out of reach."""
    return {"SCHEME": "thamm", "ORDER": LoadOrder(UPLOADS, "thamm"), "MAPPING": mapping("thamm")}


def beyond_blind() -> Things:
    """Return what stands for them where it would tell who people are."""
    wishes = Filters(schemes=("palim",))
    return {"REQUEST": RankingRequest(10, wishes), "WISHES": wishes}


def number_of(candidate_id: str) -> Things:
    """Return what is typed to erase somebody."""
    return {"TYPED": blind_name(candidate_id)}


def mapping(scheme: str) -> ColumnMapping:
    """Return a mapping of a scheme's columns."""
    return ColumnMapping("office", scheme, (("Bidule", CandidateColumn.WISHES),))
