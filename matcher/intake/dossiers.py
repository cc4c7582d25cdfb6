"""One person as a structured file tells of them, made a candidate by the very rules that rows of a table meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from matcher.intake.candidate_columns import REPEATABLE, CandidateColumn
from matcher.intake.candidates import CandidateFields, CohortContext, build_candidate
from matcher.intake.cells import is_nothing
from matcher.intake.experience import read_experience
from matcher.intake.fields import Fields
from matcher.intake.gathering import Gathering, refusal_of
from matcher.intake.moments import NO_TIME, Stretch
from matcher.intake.sheets import single_line
from matcher.records import Candidate, Experience, Source

C = CandidateColumn

_PARTS_COURSES = re.compile(r"\s*[;|\n•]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader hands on of one record: the candidate and the fields it was built from, with all their faults."""

    candidate: Candidate
    fields: CandidateFields


@dataclass(frozen=True, slots=True)
class Job:
    """One job that a file tells apart."""

    title: str
    employer: str = ""
    place: str = ""
    time: Stretch = NO_TIME
    description: str = ""

    @property
    def experience(self) -> Experience:
        """The job as the profile holds it; what is more than title and dates stands in the description."""
        head = ", ".join(part for part in (self.employer, self.place, self.time.told) if part)
        described = "\n".join(part for part in (head, self.description) if part)
        return Experience(self.title, self.time.years, self.time.start, self.time.end, described or None)


@dataclass(frozen=True, slots=True)
class Course:
    """One course of study that a file tells apart. ``eqf`` is the level (1..8) that it states."""

    title: str
    school: str = ""
    time: Stretch = NO_TIME
    eqf: str = ""
    description: str = ""
    unfinished: bool = False

    @property
    def text(self) -> str:
        """The course in one line, as a table would give it."""
        level = f"EQF {self.eqf}" if self.eqf in set("12345678") and not self.unfinished else ""
        title = f"{self.title} (in progress)" if self.unfinished and self.title else self.title
        parts = (title, level, self.school, self.time.told, self.description)
        return _PARTS_COURSES.sub(", ", ", ".join(single_line(part) for part in parts if part))


class Dossier(Gathering[CandidateColumn]):
    """Gathers what a file tells of one person, under the columns that tables have.

    Args:
        source: where the record stands.
        headings: words of the heading of each column that the file has, also where this record tells nothing there.
    """

    def __init__(self, source: Source, headings: Mapping[CandidateColumn, str] | None = None) -> None:
        super().__init__(source, headings, REPEATABLE)
        self._jobs: list[Experience] = []

    def job(self, heading: str, job: Job) -> None:
        """Add a job."""
        words = "\n".join(part for part in (job.title, job.employer, job.place, job.time.told, job.description) if part)
        if not words or is_nothing(words):
            return
        self.tell(C.EXPERIENCE, heading, words)
        self._jobs.append(replace(job.experience, title=single_line(job.title)))
        self._check(heading, job.time)

    def job_in_words(self, heading: str, words: str, today: date) -> None:
        """Add what running text tells of jobs, beside jobs that are told apart."""
        self.tell(C.EXPERIENCE, heading, words)
        self._jobs += read_experience(words, today)

    def course(self, heading: str, course: Course) -> None:
        """Add a course of study."""
        self.tell(C.EDUCATION, heading, course.text)
        self._check(heading, course.time)

    def language(self, heading: str, name: str, levels: str) -> None:
        """Add a language with what is said of how well it is known."""
        # In brackets, for the words of one language may hold marks that part the languages of a cell.
        told = levels if levels.count("(") == levels.count(")") else levels.replace("(", " ").replace(")", " ")
        self.tell(C.LANGUAGES, heading, single_line(f"{name} ({told})" if told else name))

    def entry(self, context: CohortContext) -> Entry:
        """Build the candidate."""
        fields = self.fields()
        return Entry(build_candidate(fields, context, tuple(self._jobs)), fields)

    def _check(self, heading: str, time: Stretch) -> None:
        if time.fault:
            problem = f"{time.fault}; the dates were left out, their words kept"
            self.warn(heading, time.told, problem, "write them as 2019-03")


def refused(source: Source, scheme: str, value: str, problem: str, remedy: str) -> Entry:
    """Return the entry of a record that cannot even be read: it counts as read, and as rejected."""
    fields: CandidateFields = Fields(source, {})
    fields.faults.append(refusal_of(source, value, problem, remedy))
    return Entry(Candidate("", "", scheme, source), fields)
