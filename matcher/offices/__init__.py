"""Offices: the engine as each group of users may use it. Every method looks at who asks before it answers."""

from __future__ import annotations

from matcher.offices.audit import AuditOffice
from matcher.offices.office import Office
from matcher.offices.quality import QualityOffice, RunFile
from matcher.offices.recruiting import RecruitingOffice
from matcher.offices.research import ResearchOffice
from matcher.offices.results import Hits, LinkRead, ProfileRead, Results, Similar
from matcher.offices.search_desk import SearchRead
from matcher.offices.shortlist_files import FileKind, ShownTable
from matcher.offices.shortlisting import Revealed, RevealReason, ShortlistOffice
from matcher.offices.staff import StaffOffice

__all__ = [
    "AuditOffice",
    "FileKind",
    "Hits",
    "LinkRead",
    "Office",
    "ProfileRead",
    "QualityOffice",
    "RecruitingOffice",
    "ResearchOffice",
    "Results",
    "RevealReason",
    "Revealed",
    "RunFile",
    "SearchRead",
    "ShortlistOffice",
    "ShownTable",
    "Similar",
    "StaffOffice",
]
