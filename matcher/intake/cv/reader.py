"""A CV as PDF or DOCX to one candidate; what has no field is kept in the CV's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext, build_candidate
from matcher.intake.cells import shorten
from matcher.intake.cv.courses import read_certificates, read_courses
from matcher.intake.cv.docx_text import read_docx
from matcher.intake.cv.facts import find_facts
from matcher.intake.cv.identity import Identity, read_identity
from matcher.intake.cv.jobs import JobsRead, read_jobs
from matcher.intake.cv.lists import read_languages, read_licences, read_skills
from matcher.intake.cv.pdf_text import read_pdf
from matcher.intake.cv.person import birth_date_cell, name_problem, personal_cells
from matcher.intake.cv.refusals import refuse_no_cv, refuse_nobody
from matcher.intake.cv.sections import Section, lines_of, split
from matcher.intake.cv.text import CvText, flat
from matcher.intake.cv.vocabulary import Label, Part
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.ledger import Ledger
from matcher.records import Candidate, Intake, Problem, ProfessionalProfile, SkillStatement, Source

LARGEST_FILE = 30_000_000
"""Bytes; a CV with photographs stays far below."""

REST = "Curriculum vitae"
"""The heading in ``extra`` of lines that stand under none."""

_VERBATIM = (Part.INTERESTS, Part.REFERENCES, Part.OTHER)


def read_cv(data: bytes, file: str, context: CohortContext) -> Intake[Candidate]:
    """Read one candidate from a CV.

    Args:
        data: the bytes of a PDF or DOCX file, recognised by what they are.
        file: its name, for messages and for the candidate's source.
        context: scheme, leg and day that hold for the whole cohort.

    Returns:
        One candidate, with a problem for each reading that is not certain: such a field is left empty, its words kept.

    Raises:
        UnreadableFileError: neither PDF nor DOCX, damaged, behind a password, pictures of text, or no CV.
    """
    return read_text(_text(data, file), file, context)


def read_text(text: CvText, file: str, context: CohortContext) -> Intake[Candidate]:
    """Read one candidate from the text of a CV, as :func:`read_cv` does.

    Raises:
        UnreadableFileError: the text is no CV.
    """
    sections = split(text.lines)
    refuse_no_cv(text, sections, file)
    about = [*lines_of(sections, None, Part.PERSONAL), *text.margins]
    identity = read_identity(about, text.prominent, context.today)
    profile, told, jobs = _profile(sections, identity, context)
    refuse_nobody(identity, profile, file)
    fields = _fields(text, identity, told, Source(file), context)
    fields.warnings.extend(_doubts(identity, jobs, sections, file))
    ledger: Ledger[Candidate] = Ledger()
    ledger.enter(replace(build_candidate(fields, context), profile=profile), fields, CandidateColumn.KEY)
    return ledger.intake()


def _text(data: bytes, file: str) -> CvText:
    if len(data) > LARGEST_FILE:
        raise UnreadableFileError(f"{file} has {len(data):,} bytes, more than any CV; save it with smaller pictures.")
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, file)
    if data.startswith(b"PK\x03\x04"):
        return read_docx(data, file)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFileError(
            f"{file} is a Word document of before 2007 or behind a password; save it as .docx without password."
        )
    raise UnreadableFileError(f"{file} is neither a PDF nor a Word document (.docx); save it as one of the two.")


def _profile(
    sections: list[Section], identity: Identity, context: CohortContext
) -> tuple[ProfessionalProfile, list[tuple[str, str]], JobsRead]:
    """Return the profile, the words that it does not hold, each under its heading, and how the jobs were read."""
    jobs = read_jobs(lines_of(sections, Part.EXPERIENCE), context.today)
    languages, more_of_languages = read_languages(lines_of(sections, Part.LANGUAGES))
    skills, more_of_skills = read_skills(lines_of(sections, Part.SKILLS))
    licences = _licences(sections, identity)
    profile = ProfessionalProfile(
        occupations=identity.occupations,
        skills=(*skills, *dict.fromkeys(licences)),
        experience=jobs.jobs,
        education=(
            *read_courses(lines_of(sections, Part.EDUCATION), context.today),
            *read_certificates(lines_of(sections, Part.CERTIFICATES), context.today),
        ),
        languages=languages,
        summary="\n".join(_paragraphs([*identity.sentences, "", *lines_of(sections, Part.SUMMARY)])),
        wishes=tuple(_paragraphs(lines_of(sections, Part.OBJECTIVE))),
    )
    told = [
        (REST, "\n".join(identity.kept)),
        (_heading(sections, Part.EXPERIENCE), "\n".join(map(flat, jobs.before))),
        (_heading(sections, Part.LANGUAGES), "\n".join(more_of_languages)),
        (_heading(sections, Part.SKILLS), "\n".join(more_of_skills)),
        *((s.heading.strip(" :"), _verbatim(s)) for s in sections if s.part in _VERBATIM or _is_no_licence(s)),
    ]
    return profile, [(heading, words) for heading, words in told if words], jobs


def _licences(sections: list[Section], identity: Identity) -> list[SkillStatement]:
    """Return driving licences, from a section of their own or a labelled fact; one not held stays in the extra."""
    headed = [(section.heading, section.lines) for section in sections if section.part == Part.LICENCE]
    facts = (*identity.facts, *find_facts(lines_of(sections, Part.OTHER)))
    headed += [(fact.heading, (fact.value,)) for fact in facts if fact.label == Label.LICENCE]
    return [statement for heading, lines in headed for statement in read_licences(heading, lines)]


def _paragraphs(lines: Iterable[str]) -> list[str]:
    """Join the lines between two gaps."""
    joined = "\n".join(map(flat, lines)).split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in joined if paragraph.strip()]


def _verbatim(section: Section) -> str:
    return "\n".join(map(flat, filter(None, section.lines)))


def _is_no_licence(section: Section) -> bool:
    return section.part == Part.LICENCE and not read_licences(section.heading, section.lines)


def _heading(sections: list[Section], part: Part) -> str:
    return next((section.heading.strip(" :") for section in sections if section.part == part), REST)


def _fields(
    text: CvText, identity: Identity, told: list[tuple[str, str]], source: Source, context: CohortContext
) -> Fields[CandidateColumn]:
    """Return the personal facts as any file gives them; the whole text tells CVs without name apart."""
    cells = personal_cells(identity)
    born, problem = birth_date_cell(identity, source, context.today)
    cells |= born
    cells[CandidateColumn.SUMMARY] = [NamedCell(REST, " ".join(text.words))]
    return Fields(source, cells, tuple(told), warnings=[problem] if problem else [])


def _doubts(identity: Identity, jobs: JobsRead, sections: list[Section], file: str) -> Iterable[Problem]:
    if problem := name_problem(identity, file):
        yield problem
    for title in jobs.undated:
        yield Problem(
            *(file, None, None, _heading(sections, Part.EXPERIENCE), title, "no dates of this job could be read"),
            "write its first and last month, such as 03/2019 - 06/2021",
        )
    heading = _heading(sections, Part.LANGUAGES)
    said = " ".join(lines_of(sections, Part.LANGUAGES)).strip()
    if said and not read_languages([said])[0]:
        yield Problem(
            *(file, None, None, heading, shorten(said), "no known language; its text was kept"),
            "name each language with its level, such as: French B2; English A2",
        )
