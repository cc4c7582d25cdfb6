"""Europass CVs as today's editor writes them: XML with the root ``Candidate`` (http://www.europass.eu/1.0)."""

from __future__ import annotations

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Course, Dossier, Entry, Job
from matcher.intake.language_codes import language_name
from matcher.intake.moments import NO_TIME, Stretch, read_stretch
from matcher.intake.xml_trees import Node
from matcher.records import Source

C = CandidateColumn

CANDIDATE_ROOT = "Candidate"

_DIMENSIONS = {
    "CEF-Understanding-Listening": "listening",
    "CEF-Understanding-Reading": "reading",
    "CEF-Speaking-Interaction": "spoken interaction",
    "CEF-Speaking-Production": "spoken production",
    "CEF-Writing-Production": "writing",
    "CEF-Writing-Interaction": "written interaction",
}
_ABOUT_THE_FILE = ("DocumentID", "CandidateSupplier", "RenderingInformation", "AttachmentReference", "Attachment")


def read_candidate(root: Node, file: str, context: CohortContext) -> Entry:
    """Read one person from the ``Candidate`` document of a file; what has no column is kept beside the record."""
    dossier = Dossier(Source(file))
    for name in _ABOUT_THE_FILE:
        root.pass_over(name)
    person = root.one("CandidatePerson")
    if person is not None:
        _person(dossier, person)
    for profile in root.each("CandidateProfile"):
        profile.pass_over("ID")
        _jobs(dossier, profile, context)
        _courses(dossier, profile, context)
        _qualifications(dossier, profile)
        for name in ("ExecutiveSummary", "Objective"):
            dossier.tell(C.SUMMARY, name, profile.text(name))
    dossier.keep_all(root.rest())
    return dossier.entry(context)


def _person(dossier: Dossier, person: Node) -> None:
    dossier.tell(C.GIVEN_NAME, "GivenName", person.text("PersonName", "GivenName"))
    dossier.tell(C.FAMILY_NAME, "FamilyName", person.text("PersonName", "FamilyName"))
    dossier.tell(C.BIRTH_DATE, "BirthDate", person.text("BirthDate"))
    dossier.tell(C.GENDER, "GenderCode", person.text("GenderCode"))
    for nationality in person.each("NationalityCode"):
        dossier.tell(C.NATIONALITY, "NationalityCode", nationality.text().upper())
    for channel in person.each("Communication"):
        _channel(dossier, channel)
    for tongue in person.each("PrimaryLanguageCode"):
        dossier.language("PrimaryLanguageCode", language_name(tongue.text()), "mother tongue")


def _channel(dossier: Dossier, channel: Node) -> None:
    code = channel.text("ChannelCode")
    dialled = channel.text("DialNumber")
    if dialled:
        country = channel.text("CountryDialing").lstrip("+")
        dossier.tell(C.PHONE, code or "Telephone", f"+{country} {dialled}" if country else dialled)
    address = channel.text("URI")
    if address:
        column = C.EMAIL if code.lower() == "email" or "@" in address else None
        dossier.tell(column, code, address) if column else dossier.keep(code or "Communication", address)
    channel.pass_over("UseCode")


def _jobs(dossier: Dossier, profile: Node, context: CohortContext) -> None:
    for employer in profile.each("EmploymentHistory", "EmployerHistory"):
        address = ("OrganizationContact", "Communication", "Address")
        town = employer.text(*address, "CityName"), employer.text(*address, "CountryCode").upper()
        employer.pass_over("IndustryCode")
        name = employer.text("OrganizationName")
        for position in employer.each("PositionHistory"):
            place = (position.text("City") or town[0], position.text("Country").upper() or town[1])
            job = Job(
                position.text("PositionTitle"),
                name,
                ", ".join(part for part in place if part),
                _stretch(position.one("EmploymentPeriod"), context),
                position.text("Description"),
            )
            dossier.job("PositionHistory", job)


def _courses(dossier: Dossier, profile: Node, context: CohortContext) -> None:
    for attendance in profile.each("EducationHistory", "EducationOrganizationAttendance"):
        period = attendance.one("AttendancePeriod")
        unfinished = period is not None and period.text("Ongoing").lower() == "true"
        address = ("OrganizationContact", "Communication", "Address")
        place = [attendance.text(*address, "CityName"), attendance.text(*address, "CountryCode").upper()]
        school = [attendance.text("OrganizationName"), *place]
        course = Course(
            attendance.text("EducationDegree", "DegreeName"),
            ", ".join(part for part in school if part),
            _stretch(period, context),
            attendance.text("EducationLevelCode"),
            attendance.text("EducationDegree", "OccupationalSkillsCovered"),
            unfinished,
        )
        dossier.course("EducationOrganizationAttendance", course)


def _stretch(period: Node | None, context: CohortContext) -> Stretch:
    if period is None:
        return NO_TIME
    start, end = (period.text(name, "FormattedDateTime") or period.text(name) for name in ("StartDate", "EndDate"))
    runs = "true" in {period.text("CurrentIndicator").lower(), period.text("Ongoing").lower()}
    return read_stretch(start, end, context.today, runs=runs)


def _qualifications(dossier: Dossier, profile: Node) -> None:
    for competency in profile.each("PersonQualifications", "PersonCompetency"):
        name = competency.text("CompetencyID")
        if competency.text("TaxonomyID").lower() == "language":
            levels = [
                (dimension.text("CompetencyDimensionTypeCode"), dimension.text("Score", "ScoreText"))
                for dimension in competency.each("CompetencyDimension")
            ]
            told = (f"{_DIMENSIONS.get(code, code)} {level}" for code, level in levels if level)
            dossier.language("PersonCompetency", language_name(name), ", ".join(told))
        else:
            dossier.tell(C.SKILLS, "PersonCompetency", competency.text("CompetencyName") or name)
    for skill in profile.each("Skills"):
        for words in [node.text() for node in skill.each("Skill")] or [skill.text()]:
            dossier.tell(C.SKILLS, "Skills", words)
    for licence in profile.each("Licenses", "License"):
        name = licence.text("LicenseTypeCode") or licence.text("Name") or licence.text()
        dossier.keep("License", name)
    for certificate in profile.each("Certifications", "Certification"):
        title = certificate.text("CertificationTypeCode") or certificate.text("Name") or certificate.text("Title")
        dossier.tell(C.SKILLS, "Certification", title)
