"""Offices: the engine as each group of users may use it. Every method looks at who asks before it answers."""

from __future__ import annotations

from matcher.offices.accounts_office import AccountRead, AccountsOffice, AccountState
from matcher.offices.audit import AuditOffice
from matcher.offices.cohort_office import CohortOffice
from matcher.offices.office import Office
from matcher.offices.person_office import PersonOffice
from matcher.offices.quality import QualityOffice, RunFile
from matcher.offices.recruiting import RecruitingOffice
from matcher.offices.research import ResearchOffice
from matcher.offices.results import FacetRead, Hits, LinkRead, ProfileRead, Results, Similar
from matcher.offices.rights_office import RightsOffice
from matcher.offices.search_desk import SearchRead
from matcher.offices.sharing_office import SharingOffice
from matcher.offices.shortlist_files import FileKind, ShownTable
from matcher.offices.shortlisting import Revealed, RevealReason, ShortlistOffice
from matcher.offices.staff import StaffOffice
from matcher.offices.vacancy_office import VacancyOffice

__all__ = [
    "AccountRead",
    "AccountState",
    "AccountsOffice",
    "AuditOffice",
    "CohortOffice",
    "FacetRead",
    "FileKind",
    "Hits",
    "LinkRead",
    "Office",
    "PersonOffice",
    "ProfileRead",
    "QualityOffice",
    "RecruitingOffice",
    "ResearchOffice",
    "Results",
    "RevealReason",
    "Revealed",
    "RightsOffice",
    "RunFile",
    "SearchRead",
    "SharingOffice",
    "ShortlistOffice",
    "ShownTable",
    "Similar",
    "StaffOffice",
    "VacancyOffice",
]
