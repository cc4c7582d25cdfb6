"""Europass CVs of the old editor (v3.x): XML with the root ``SkillsPassport`` or ``LearnerInfo``."""

from __future__ import annotations

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Course, Dossier, Entry, Job
from matcher.intake.language_codes import language_name
from matcher.intake.moments import NO_TIME, Stretch, read_stretch
from matcher.intake.xml_trees import Node
from matcher.records import Source

C = CandidateColumn

PASSPORT_ROOTS = frozenset({"SkillsPassport", "LearnerInfo"})

_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")
_LEVELS = {
    "Listening": "listening",
    "Reading": "reading",
    "SpokenInteraction": "spoken interaction",
    "SpokenProduction": "spoken production",
    "Writing": "writing",
}
_WANTED = frozenset({"preferred_job", "job_applied_for", "position"})
_NEVER_KEPT = ("Photo", "Signature")


def read_skills_passport(root: Node, file: str, context: CohortContext) -> Entry:
    """Read one person from an old Europass document; what has no column is kept beside the record."""
    dossier = Dossier(Source(file))
    learner = root if root.name == "LearnerInfo" else root.one("LearnerInfo")
    for name in ("DocumentInfo", "PrintingPreferences", "AttachmentList"):
        root.pass_over(name)
    if learner is not None:
        _identification(dossier, learner)
        _headline(dossier, learner)
        for work in learner.each("WorkExperienceList", "WorkExperience"):
            _job(dossier, work, context)
        for education in learner.each("EducationList", "Education"):
            _course(dossier, education, context)
        for skills in learner.each("Skills"):
            _languages(dossier, skills)
            for name in _SKILLS:
                dossier.tell(C.SKILLS, name, skills.text(name, "Description"))
        for achievement in learner.each("AchievementList", "Achievement"):
            dossier.keep(achievement.text("Title", "Label") or "Achievement", achievement.text("Description"))
            achievement.pass_over("Title")
    dossier.keep_all(root.rest())
    return dossier.entry(context)


def _identification(dossier: Dossier, learner: Node) -> None:
    about = learner.one("Identification")
    if about is None:
        return
    for name in _NEVER_KEPT:
        about.pass_over(name)
    dossier.tell(C.GIVEN_NAME, "FirstName", about.text("PersonName", "FirstName"))
    dossier.tell(C.FAMILY_NAME, "Surname", about.text("PersonName", "Surname"))
    dossier.tell(C.EMAIL, "Email", about.text("ContactInfo", "Email", "Contact"))
    for phone in about.each("ContactInfo", "TelephoneList", "Telephone"):
        dossier.tell(C.PHONE, "Telephone", phone.text("Contact"))
        phone.pass_over("Use")
    demographics = about.one("Demographics")
    if demographics is not None:
        dossier.tell(C.BIRTH_DATE, "Birthdate", _date(demographics.one("Birthdate")))
        dossier.tell(C.GENDER, "Gender", demographics.text("Gender", "Code") or demographics.text("Gender"))
        demographics.pass_over("Gender")
        for nationality in demographics.each("NationalityList", "Nationality"):
            dossier.tell(C.NATIONALITY, "Nationality", _label(nationality))


def _headline(dossier: Dossier, learner: Node) -> None:
    for headline in learner.each("Headline"):
        column = C.OCCUPATION if headline.text("Type", "Code") in _WANTED else C.SUMMARY
        dossier.tell(column, headline.text("Type", "Label") or "Headline", _label(headline.one("Description")))
        headline.pass_over("Type")


def _job(dossier: Dossier, work: Node, context: CohortContext) -> None:
    address = ("Employer", "ContactInfo", "Address", "Contact")
    place = (work.text(*address, "Municipality"), work.text(*address, "Country", "Label"))
    job = Job(
        _label(work.one("Position")),
        work.text("Employer", "Name"),
        ", ".join(part for part in place if part),
        _stretch(work.one("Period"), context),
        work.text("Activities"),
    )
    for name in ("Position", "Employer", "ReferenceTo"):
        work.pass_over(name)
    dossier.job("WorkExperience", job)


def _course(dossier: Dossier, education: Node, context: CohortContext) -> None:
    period = education.one("Period")
    address = ("Organisation", "ContactInfo", "Address", "Contact")
    school = [education.text("Organisation", "Name"), education.text(*address, "Municipality")]
    # The code of an old level counts by ISCED or by EQF; only its label says which.
    level = education.text("Level", "Label") or education.text("Level")
    course = Course(
        education.text("Title"),
        ", ".join(part for part in [*school, education.text(*address, "Country", "Label")] if part),
        _stretch(period, context),
        "",
        ", ".join(part for part in (level, education.text("Field", "Label"), education.text("Activities")) if part),
        period is not None and period.text("Current").lower() == "true",
    )
    for name in ("Level", "Field", "Organisation", "ReferenceTo"):
        education.pass_over(name)
    dossier.course("Education", course)


def _languages(dossier: Dossier, skills: Node) -> None:
    for tongue in skills.each("Linguistic", "MotherTongueList", "MotherTongue"):
        dossier.language("MotherTongue", _language(tongue), "mother tongue")
    for foreign in skills.each("Linguistic", "ForeignLanguageList", "ForeignLanguage"):
        levels = ((told, foreign.text("ProficiencyLevel", name)) for name, told in _LEVELS.items())
        dossier.language(
            "ForeignLanguage", _language(foreign), ", ".join(f"{told} {cefr}" for told, cefr in levels if cefr)
        )
        for certificate in foreign.each("Certificate"):
            dossier.keep(f"Certificate {_language(foreign)}", ", ".join(certificate.text().split("\n")))


def _language(node: Node) -> str:
    label, code = node.text("Description", "Label"), node.text("Description", "Code")
    return language_name(code) if code else label


def _label(node: Node | None) -> str:
    """Return the label of a coded value, or its own words; the code says the same."""
    if node is None:
        return ""
    label = node.text("Label")
    words = node.text()
    return label or words


def _stretch(period: Node | None, context: CohortContext) -> Stretch:
    if period is None:
        return NO_TIME
    runs = period.text("Current").lower() == "true"
    return read_stretch(_date(period.one("From")), _date(period.one("To")), context.today, runs=runs)


def _date(node: Node | None) -> str:
    """Return ``<From year="2012" month="--06" day="---15"/>`` as ``2012-06-15``, or the words within the element."""
    if node is None:
        return ""
    year, month, day = (node.attribute(name).lstrip("-") for name in ("year", "month", "day"))
    parts = [year, *([month.zfill(2)] if month else []), *([day.zfill(2)] if month and day else [])]
    return "-".join(parts) if year else node.text()
