"""The nouns of the engine: frozen, leaf-level, shared by every layer.

A :class:`Candidate` is three parts with walls between them. ``Person`` says who someone is, ``LegalStatus`` what the
law needs to know, ``ProfessionalProfile`` what they can do. Only the profile ever reaches a score.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from matcher.timeline import months_covered, stretch_of_job
from taxonomies.concepts import ConceptKind

REGIONS = ("flanders", "wallonia", "brussels")
"""The Regions of Belgium as records name them, in the order in which they are shown."""

Extra = tuple[tuple[str, str], ...]
"""Columns nobody recognised, kept verbatim: ``((header, cell), ...)``."""


class LinkMethod(StrEnum):
    """How a phrase was tied to a concept."""

    SAME_LABEL = "same_label"
    CLOSE_SPELLING = "close_spelling"
    CLOSE_MEANING = "close_meaning"
    CODED = "coded"
    CONFIRMED = "confirmed"
    UNLINKED = "unlinked"


class LinkStatus(StrEnum):
    """What a person has said about a link."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Answer(StrEnum):
    """Three-valued answer of a legal rule."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class WagePeriod(StrEnum):
    """The period one wage amount pays for."""

    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class WageBasis(StrEnum):
    """What a wage counts: base pay alone, or base pay with bonuses, holiday pay and the like."""

    BASE = "base"
    TOTAL = "total"


class CodeSystem(StrEnum):
    """The classifications whose codes vacancies carry; ROME 3 and 4 write alike codes for different things."""

    ESCO = "esco"
    ISCO = "isco08"
    COMPETENT = "competent"
    ROME = "rome"
    ROME4 = "rome4"
    NACE = "nace"


class RecognitionKind(StrEnum):
    """What an authority decided of a diploma: its level, its equivalence to one diploma, or leave to practise."""

    LEVEL = "level"
    SPECIFIC = "specific"
    APPROVAL = "approval"


class StatusStep(StrEnum):
    """The dated steps of a residence procedure that the law counts from; the kinds of a :class:`StatusEvent`.

    ``no_decision`` says that by that day nothing was decided; ``labour_card`` that papers of that day read "Labour
    market: unlimited"; ``search_year`` that the year to look for work after studies began.
    """

    APPLICATION = "application"
    NO_DECISION = "no_decision"
    REFUSAL = "refusal"
    PROTECTION = "protection"
    PROTECTION_ENDED = "protection_ended"
    APPEAL = "appeal"
    APPEAL_LOST = "appeal_lost"
    SUBSEQUENT = "subsequent_application"
    ADMISSIBLE = "admissible"
    LABOUR_CARD = "labour_card"
    SEARCH_YEAR = "search_year"


class VerdictKind(StrEnum):
    """What a legal rule is about: a permit, work by residence status, leave to practise, or a diploma's level."""

    RESIDENCE = "residence"
    PERMIT = "permit"
    PROFESSION = "profession"
    RECOGNITION = "recognition"


class ColumnMatch(StrEnum):
    """How a column of a file was tied to a field, or why it was not: then its cells are kept verbatim."""

    KNOWN = "known"
    CLOSE_SPELLING = "close_spelling"
    CONTENT = "content"
    MAPPING = "mapping"
    PROPOSED = "proposed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read. ``row`` counts from 1 with the header line, as a spreadsheet shows it."""

    file: str
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Identity. Never reaches linking, encoding, evidence or fusion."""

    name: str | None = None
    gender: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """One dated step of a residence procedure, such as an asylum application."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """Facts that the law asks for: gates, never parts of a score."""

    nationality: str | None = None
    birth_date: date | None = None
    residence_status: str | None = None
    events: tuple[StatusEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillStatement:
    """One skill in the candidate's own words. ``level`` is 0..1 where somebody assessed it."""

    text: str
    level: float | None = None
    assessor: str | None = None


@dataclass(frozen=True, slots=True)
class Experience:
    """One job held, ``years`` long, from a first to a last day; ``end`` is ``None`` for one that goes on."""

    title: str
    years: float | None = None
    start: date | None = None
    end: date | None = None
    description: str | None = None


def _years_in_work(jobs: tuple[Experience, ...]) -> float | None:
    stretches = [stretch_of_job(job.start, job.end, job.years) for job in jobs]
    if all(job.years is None and stretch is None for job, stretch in zip(jobs, stretches, strict=True)):
        return None
    dated = [stretch for stretch in stretches if stretch]
    beyond = sum(
        max(0.0, job.years * 12 - (stretch[1] - stretch[0] if stretch else 0.0))
        for job, stretch in zip(jobs, stretches, strict=True)
        if job.years is not None
    )
    return round((months_covered(dated) + beyond) / 12, 2)


@dataclass(frozen=True, slots=True)
class Recognition:
    """One decision that an authority took on a diploma. ``eqf`` (1..8) is the level it recognised.

    ``profession`` names what a specific recognition or an approval is for, in the words of the decision.
    """

    kind: RecognitionKind
    authority: str
    eqf: int | None = None
    profession: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """One course of study. ``eqf`` (1..8) and ``isced`` (0..8, of 2011) are levels claimed, never recognised ones.

    ``country`` (ISO 3166 alpha-2) is whose diploma the words name, never where somebody comes from. ``national_level``
    is the level in that country's own framework, as written there; ``recognitions`` are what was decided since.
    """

    text: str
    eqf: int | None = None
    isced: int | None = None
    country: str | None = None
    national_level: str | None = None
    recognitions: tuple[Recognition, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A language held. ``language`` is ISO 639-1, else 639-3; ``cefr`` A1..C2; ``text`` the original words.

    ``by_skill`` holds the levels stated apart, as ``((skill, cefr), ...)``: skill is listening, reading, understanding
    (both), speaking or writing. ``cefr`` is then the lowest.
    """

    language: str
    cefr: str | None = None
    text: str = ""
    by_skill: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProfessionalProfile:
    """What a candidate can do and wants: all that a score may look at.

    ``available`` is the first day on which they can begin, ``regions`` those of :data:`REGIONS` in which they would
    work, in that order; empty is not stated. Both are for filters and to be shown: like
    ``wishes``, they are part of no score.
    """

    occupations: tuple[str, ...] = ()
    skills: tuple[SkillStatement, ...] = ()
    experience: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    summary: str = ""
    wishes: tuple[str, ...] = ()
    available: date | None = None
    regions: tuple[str, ...] = ()

    @property
    def years_of_experience(self) -> float | None:
        """Years in work, or ``None`` where nothing is known of them: no month of dated jobs counts twice.

        Months in which several dated jobs ran count once; what a job states beyond its dates, and lengths without
        dates, are added.
        """
        return _years_in_work(self.experience)

    @property
    def highest_eqf(self) -> int | None:
        """Highest claimed EQF level (1..8), or ``None`` where none is known."""
        return max((item.eqf for item in self.education if item.eqf is not None), default=None)


@dataclass(frozen=True, slots=True)
class Leg:
    """One direction of a mobility scheme, as ISO 3166 alpha-2 codes. ``assumed`` marks what no source states."""

    origin: str
    destination: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person of a cohort. ``id`` is random and says nothing; ``key`` is the sender's own reference.

    ``profile`` is what the engine works with, its free text masked once it is loaded; ``stated`` then keeps the
    profile in the words received, beside the identity.
    """

    id: str
    key: str
    scheme: str
    source: Source
    person: Person = field(default_factory=Person)
    status: LegalStatus = field(default_factory=LegalStatus)
    profile: ProfessionalProfile = field(default_factory=ProfessionalProfile)
    leg: Leg | None = None
    extra: Extra = ()
    stated: ProfessionalProfile | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a candidate is, as far as two records can be compared for being one person. Never reaches a score."""

    id: str
    scheme: str
    name: str | None = None
    birth_date: date | None = None
    gender: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class SkillRequirement:
    """One skill that a vacancy asks for, in the employer's words."""

    text: str
    essential: bool = True


@dataclass(frozen=True, slots=True)
class LanguageRequirement:
    """One language that a vacancy asks for, ``by_skill`` as in :class:`LanguageSkill` where it tells them apart."""

    language: str
    cefr: str | None = None
    text: str = ""
    essential: bool = True
    by_skill: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wage:
    """A gross wage. ``maximum`` is ``None`` where one amount was stated; ``basis`` where nobody told it."""

    minimum: float
    period: WagePeriod
    maximum: float | None = None
    currency: str = "EUR"
    basis: WageBasis | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where work is done. ``region`` is flanders, wallonia or brussels, or ``None`` where not known.

    ``language_area`` is nl, fr, de or nl-fr; ``facilities`` the language in which its inhabitants are served besides.
    ``nuts`` is a code of the European regions, such as BE211; ``country`` ISO 3166 alpha-2.
    """

    name: str
    postcode: str | None = None
    region: str | None = None
    province: str | None = None
    language_area: str | None = None
    facilities: str | None = None
    nuts: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OccupationCode:
    """A code that a vacancy carries for its occupation or sector, as written there."""

    system: CodeSystem
    code: str


@dataclass(frozen=True, slots=True)
class Posting:
    """A stretch in which a vacancy stood with an employment service: vdab, eures, actiris, forem or adg.

    ``end`` is ``None`` where it still stands there.
    """

    service: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One job offered. ``openings`` counts seats; ``closes`` is the last day on which it is open.

    ``hours`` are those of a week. ``eqf`` is the level of education asked; ``vks`` (1..8) that of the function in the
    Flemish qualification structure. ``seat`` is the employer's, ``starts`` the first day of work. ``joint_committee``
    is its number, such as 124; ``follows_scale`` tells whether the wage is said to be of its scale,
    ``transfer`` whether people already employed by the group abroad are sent.
    """

    id: str
    key: str
    title: str
    source: Source
    employer: str | None = None
    description: str = ""
    requirements: tuple[SkillRequirement, ...] = ()
    languages: tuple[LanguageRequirement, ...] = ()
    openings: int = 1
    contract: str | None = None
    wage: Wage | None = None
    workplace: Place | None = None
    eqf: int | None = None
    years: float | None = None
    opens: date | None = None
    closes: date | None = None
    extra: Extra = ()
    codes: tuple[OccupationCode, ...] = ()
    hours: float | None = None
    full_time: bool | None = None
    seat: Place | None = None
    further_workplaces: tuple[Place, ...] = ()
    sectors: tuple[str, ...] = ()
    driving_licences: tuple[str, ...] = ()
    starts: date | None = None
    vks: int | None = None
    joint_committee: str | None = None
    follows_scale: bool | None = None
    transfer: bool | None = None
    postings: tuple[Posting, ...] = ()
    url: str | None = None

    def is_open(self, on: date) -> bool:
        """Tell whether the vacancy stands open on that day; an unstated date does not close it."""
        return (self.opens is None or self.opens <= on) and (self.closes is None or on <= self.closes)


@dataclass(frozen=True, slots=True)
class ConceptLink:
    """A phrase and the concept it was tied to. ``confidence`` is 0..1; an unlinked phrase keeps its words."""

    text: str
    uri: str | None
    label: str | None
    method: LinkMethod
    confidence: float
    status: LinkStatus = LinkStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason as code and values, some reasons themselves; :mod:`matcher.reasons` puts it into words."""

    code: str
    values: tuple[tuple[str, str | tuple[str, ...] | Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named part of a score. ``score`` is 0..1 or ``None`` for "nothing known"; weights of a match sum to 1."""

    signal: str
    score: float | None
    weight: float
    reason: Reason
    prior: float = 0.5

    @property
    def contribution(self) -> float:
        """What this part adds to the match score: weight x score, or weight x prior where nothing is known."""
        return self.weight * (self.prior if self.score is None else self.score)


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition of a legal rule, and what was found. ``remedy`` says what would make it yes, or what to ask.

    ``private`` marks what nationality, age or residence papers say: only roles that may see those are shown it.
    """

    answer: Answer
    reason: Reason
    remedy: Reason | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """One legal rule's answer. It stands beside the score, never inside it.

    ``findings`` are the conditions that decided it: what fails where it is no, what is missing where it is unknown.
    ``authority`` is who decides, ``notes`` what is worth knowing and decides nothing. The rule was last checked on
    ``checked_on`` and is known for ``valid_from`` to ``valid_to`` (``None``: open).
    """

    answer: Answer
    rule: str
    reason: Reason
    source: str
    kind: VerdictKind = VerdictKind.PERMIT
    authority: str | None = None
    findings: tuple[Finding, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    checked_on: date | None = None
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageGap:
    """A language that a vacancy asks for, against what is held: overall, or in one skill.

    ``skill`` is overall, understanding, speaking or writing. ``steps`` counts the CEFR levels that are missing, 0 for
    none, ``None`` where it is not known.
    """

    language: str
    skill: str
    required: str | None
    held: str | None
    steps: int | None
    essential: bool = True


@dataclass(frozen=True, slots=True)
class VacancyWarning:
    """Something in a vacancy that is not fair, or may not be. ``found`` are the words that said so.

    ``source`` is the rule it stands on; ``answer`` is no where the rule is broken, unknown where somebody must look.
    """

    check: str
    answer: Answer
    reason: Reason
    source: str
    found: tuple[str, ...] = ()
    remedy: Reason | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate and a vacancy with everything that speaks for it; the parts *are* the score."""

    candidate_id: str
    vacancy_id: str
    evidence: tuple[Evidence, ...]
    verdicts: tuple[Verdict, ...] = ()
    gaps: tuple[LanguageGap, ...] = ()

    @property
    def score(self) -> float:
        """Sum of the contributions, in 0..1."""
        return sum(part.contribution for part in self.evidence)

    @property
    def completeness(self) -> float:
        """Share of the weight (0..1) about which something was known."""
        return sum(part.weight for part in self.evidence if part.score is not None)


Record = TypeVar("Record", Candidate, Vacancy)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one cell, and what would mend it. ``rejects`` tells that its row was not accepted for it."""

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    value: str | None
    problem: str
    remedy: str
    rejects: bool = False


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """What one column of a file was read as. ``field`` is the probable one where it is only proposed.

    Where nothing is recognised, or only proposed, the cells are kept verbatim with each record.
    """

    sheet: str | None
    heading: str
    field: str | None
    how: ColumnMatch
    why: str = ""


@dataclass(frozen=True, slots=True)
class Intake(Generic[Record]):
    """What a reader made of a file: ``read`` rows = ``len(records)`` + ``rejected``, always.

    ``problems`` explain each rejected row and warn about cells that were left empty in an accepted one.
    """

    records: tuple[Record, ...]
    read: int
    rejected: int
    problems: tuple[Problem, ...] = ()
    columns: tuple[ColumnReading, ...] = ()


class Fate(StrEnum):
    """What becomes of a record that is loaded."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a record now says otherwise: was and is in words, both ``None`` where they may name a person."""

    field: str
    was: str | None = None
    now: str | None = None


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one accepted row. ``id`` is the candidate's, where it was held already or entered by hand."""

    sheet: str | None
    row: int | None
    fate: Fate
    id: str | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of each row: ``read`` = ``created`` + ``updated`` + ``unchanged`` + ``rejected``.

    ``likely_duplicates`` counts the pairs of which one came in new and both are likely one person.
    """

    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[Problem, ...] = ()
    columns: tuple[ColumnReading, ...] = ()
    rows: tuple[RowOutcome, ...] = ()
    likely_duplicates: int = 0

    @property
    def accepted(self) -> int:
        """Rows that stand in the store after the load."""
        return self.created + self.updated + self.unchanged


class Polarity(StrEnum):
    """Whether a text says that a skill is there, that it is not, or that somebody wants to have it."""

    STATED = "stated"
    NEGATED = "negated"
    WISHED = "wished"


class SegmentLevel(StrEnum):
    """What part of a text a segment is: a part of a sentence, one thing named in it, or some words of one."""

    CLAUSE = "clause"
    ITEM = "item"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text, ``text == whole[start:end]`` always, and the phrases it stands for.

    The phrases are most often the one text without the words around the skill; "install and repair boilers" stands
    for "install boilers" and "repair boilers", and a clause too long to be one phrase for none.
    """

    text: str
    start: int
    end: int
    level: SegmentLevel
    polarity: Polarity
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A concept that a segment may mean, with the confidence (0..1) and the way it was found."""

    uri: str
    label: str
    kind: ConceptKind
    confidence: float
    method: LinkMethod


@dataclass(frozen=True, slots=True)
class LinkedSegment:
    """A segment and the concepts it may mean, best first."""

    segment: Segment
    matches: tuple[ConceptMatch, ...]


@dataclass(frozen=True, slots=True)
class ExtractedConcept:
    """A concept that a text speaks of, and every span (start, end) that says so.

    ``polarity`` is stated where any span states it; the segments show what the others say.
    """

    match: ConceptMatch
    polarity: Polarity
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a text: its segments in their order, and each concept once, in order of first mention."""

    text: str
    segments: tuple[LinkedSegment, ...]
    concepts: tuple[ExtractedConcept, ...]
