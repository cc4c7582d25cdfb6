"""A candidate's profile with every free-text field masked."""

from __future__ import annotations

from dataclasses import replace

from matcher.masking.genders import neutral_title
from matcher.masking.identity import Identity
from matcher.masking.text import mask_text
from matcher.records import Candidate, Education, Experience, LanguageSkill, ProfessionalProfile, SkillStatement


def mask(candidate: Candidate) -> ProfessionalProfile:
    """Return the candidate's profile, the only part that a score may look at, free of identity and protected grounds.

    Statements of which nothing is left are dropped; levels, dates and codes stay as they are.
    """
    identity = Identity.of(candidate.person, candidate.status)
    profile = candidate.profile
    return ProfessionalProfile(
        occupations=tuple(dict.fromkeys(neutral_title(text) for text in _texts(profile.occupations, identity))),
        skills=_skills(profile.skills, identity),
        experience=tuple(_experience(job, identity) for job in profile.experience),
        education=_education(profile.education, identity),
        languages=tuple(_language(language, identity) for language in profile.languages),
        summary=mask_text(profile.summary, identity),
        wishes=_texts(profile.wishes, identity),
        available=profile.available,
        regions=profile.regions,
    )


def _texts(texts: tuple[str, ...], identity: Identity) -> tuple[str, ...]:
    """Mask short texts, once each: "serveur" and "serveuse" become one."""
    masked = (mask_text(text, identity) for text in texts)
    return tuple(dict.fromkeys(text for text in masked if text))


def _skills(skills: tuple[SkillStatement, ...], identity: Identity) -> tuple[SkillStatement, ...]:
    masked = (replace(skill, text=mask_text(skill.text, identity)) for skill in skills)
    return tuple(skill for skill in masked if skill.text)


def _experience(job: Experience, identity: Identity) -> Experience:
    description = None if job.description is None else mask_text(job.description, identity)
    return replace(job, title=neutral_title(mask_text(job.title, identity)), description=description)


def _education(education: tuple[Education, ...], identity: Identity) -> tuple[Education, ...]:
    masked = (_course(course, identity) for course in education)
    return tuple(
        course
        for course in masked
        if course.text or course.eqf is not None or course.recognitions or course.national_level
    )


def _course(course: Education, identity: Identity) -> Education:
    return replace(
        course,
        text=mask_text(course.text, identity),
        national_level=_or_none(course.national_level, identity),
        recognitions=tuple(
            replace(each, authority=mask_text(each.authority, identity), profession=_or_none(each.profession, identity))
            for each in course.recognitions
        ),
    )


def _or_none(text: str | None, identity: Identity) -> str | None:
    return (mask_text(text, identity) or None) if text else text


def _language(language: LanguageSkill, identity: Identity) -> LanguageSkill:
    return replace(language, text=mask_text(language.text, identity, languages=True))
