"""A record as somebody would enter it by hand: the text of each field, so that a form can begin with what is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from matcher.intake.candidate_columns import CandidateColumn
from matcher.records import Candidate, Experience, LanguageSkill, ProfessionalProfile, SkillStatement

C = CandidateColumn

LISTED = frozenset({C.OCCUPATION, C.SKILLS, C.EXPERIENCE, C.EDUCATION, C.LANGUAGES, C.WISHES})
"""Fields that hold several things, one a line."""

TOGETHER = (frozenset({C.EXPERIENCE, C.YEARS}), frozenset({C.ORIGIN, C.DESTINATION}))
"""Fields of which one alone would lose what the others say: changed, they are entered together."""


def changed(before: Mapping[CandidateColumn, str], after: Mapping[CandidateColumn, str]) -> dict[str, str | list[str]]:
    """Return what to enter so that a record says ``after``: the fields that differ, and those that go with them.

    Args:
        before: the texts that a form began with.
        after: those of its fields when it was sent.
    """
    fields = {column for column, text in after.items() if text.strip() != before.get(column, "").strip()}
    for together in TOGETHER:
        if fields & together:
            fields |= together & after.keys()
    return {column.value: _texts(column, after[column]) for column in sorted(fields)}


def _texts(column: CandidateColumn, text: str) -> str | list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines if column in LISTED and lines else text.strip()


def as_entered(candidate: Candidate) -> Mapping[CandidateColumn, str]:
    """Return the text of each field that a form offers, in the words received where these are held.

    What is entered again unchanged need not be read again: a form sends only the fields whose text was changed.
    """
    person, status = candidate.person, candidate.status
    profile = candidate.stated or candidate.profile
    alone = _is_alone_and_undated(profile.experience)
    listed = {
        C.OCCUPATION: profile.occupations,
        C.SKILLS: [_skill(item) for item in profile.skills],
        C.EXPERIENCE: [_job(job, alone=alone) for job in profile.experience if not _is_bare(job)],
        C.EDUCATION: [item.text for item in profile.education],
        C.LANGUAGES: [_language(item) for item in profile.languages],
        C.WISHES: profile.wishes,
    }
    return {
        C.NAME: person.name or "",
        C.GENDER: person.gender or "",
        C.EMAIL: person.email or "",
        C.PHONE: person.phone or "",
        C.BIRTH_DATE: _day(status.birth_date),
        C.NATIONALITY: status.nationality or "",
        C.RESIDENCE_STATUS: status.residence_status or "",
        **{column: "\n".join(text for text in texts if text) for column, texts in listed.items()},
        C.YEARS: _years(profile),
        C.SUMMARY: profile.summary,
        C.AVAILABLE: _day(profile.available),
        C.REGIONS: ", ".join(profile.regions),
        C.ORIGIN: candidate.leg.origin if candidate.leg else "",
        C.DESTINATION: candidate.leg.destination if candidate.leg else "",
    }


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _skill(skill: SkillStatement) -> str:
    return skill.text if skill.level is None else f"{skill.text} ({skill.level:.0%})"


def _language(skill: LanguageSkill) -> str:
    return skill.text or " ".join(part for part in (skill.language, skill.cefr) if part)


def _is_bare(job: Experience) -> bool:
    """Tell whether a job only stands for the years that a record states beyond the jobs it tells."""
    return not job.title and not job.description


def _years(profile: ProfessionalProfile) -> str:
    """Return the years of experience where the record states them beside its jobs, or may have."""
    stated = any(_is_bare(job) for job in profile.experience) or _is_alone_and_undated(profile.experience)
    return f"{profile.years_of_experience:g}" if stated and profile.years_of_experience else ""


def _is_alone_and_undated(jobs: Sequence[Experience]) -> bool:
    return len(jobs) == 1 and jobs[0].start is None and jobs[0].end is None


def _job(job: Experience, *, alone: bool) -> str:
    """Return a job in the words received, which tell its title and time, else in those of its parts.

    The length of the only job, where it has no dates, stands in the field of years.
    """
    dated = f" {job.start.year}-{job.end.year}" if job.start and job.end else ""
    length = f" {job.years:g} years" if job.years and not dated and not alone else ""
    return job.description or f"{job.title}{dated or length}"
