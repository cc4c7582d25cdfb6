"""Loads what people send or enter: read, masked, linked, and kept in one transaction, with a report on every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from matcher.differences import differences
from matcher.duplicate_review import DuplicateReview
from matcher.errors import RefusedRecordError, UsageError
from matcher.intake import read_cohort, read_vacancies
from matcher.intake.annotated_copy import check_copy, write_annotated_copy
from matcher.intake.candidate_columns import CANDIDATE_LEXICON
from matcher.intake.candidates import CohortContext
from matcher.intake.cohorts import Instructions
from matcher.intake.corrections import Correction
from matcher.intake.fields import LEFT_OUT, REJECTED
from matcher.intake.hand_entry import amended, entered
from matcher.intake.mappings import ColumnMapping, MappingShelf
from matcher.intake.when_and_where import counted_from
from matcher.preparation import Preparer, Progress, silent
from matcher.records import Candidate, Fate, Intake, LoadReport, Problem, RowOutcome, Vacancy
from matcher.stewardship import DEFAULT_TERMS, LoadTerms
from matcher.stewardship.loads import AdmittedCohort, Loads
from matcher.store import Counts, Store

NOTHING = Counts(0, 0, 0)

Values = Mapping[str, str | Sequence[str]]
"""What a person entered: field names, as in a column mapping, to text or several texts."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a file is loaded.

    Attributes:
        dry_run: say what would happen and write nothing.
        strict: accept nothing where any row is rejected.
        mapping: a column mapping, or the name under which the scheme has one saved.
        corrections: what is read in place of cells that somebody mended; the file stays as it was sent.
        terms: under what the candidates are held, and who of the erased is let in again.
    """

    dry_run: bool = False
    strict: bool = False
    mapping: str | ColumnMapping | None = None
    terms: LoadTerms = DEFAULT_TERMS
    corrections: tuple[Correction, ...] = ()


PLAIN_LOAD = LoadOptions()


@dataclass(frozen=True, slots=True)
class Trial:
    """What loading a file would do: the records that it would keep, as they were read, and its report."""

    records: tuple[Candidate, ...]
    report: LoadReport


@dataclass(frozen=True, slots=True)
class Loader:
    """Brings records into a store.

    ``preparer`` opens what links and encodes them before they are kept, ``loads`` says who may be kept and under what,
    ``duplicates`` which of them may be somebody held already.
    """

    store: Store
    preparer: Callable[[], Preparer]
    mappings: MappingShelf
    loads: Loads
    duplicates: DuplicateReview

    def cohort(self, path: Path, scheme: str, options: LoadOptions, progress: Progress) -> LoadReport:
        """Read a cohort file and keep its candidates, their free text masked for matching."""
        admitted = self._admitted(path, scheme, options)
        if options.strict and admitted.intake.rejected:
            return _report(admitted.intake, NOTHING)
        return self._keep(admitted, self.store.sent(scheme), options, progress)

    def trial(self, path: Path, scheme: str, options: LoadOptions) -> Trial:
        """Say what loading a cohort file would do, and write nothing."""
        admitted = self._admitted(path, scheme, options)
        report = self._keep(admitted, self.store.sent(scheme), replace(options, dry_run=True), silent)
        return Trial(admitted.intake.records, report)

    def _admitted(self, path: Path, scheme: str, options: LoadOptions) -> AdmittedCohort:
        instructions = Instructions(self._mapping(scheme, options.mapping), options.corrections)
        intake = read_cohort(path, scheme, instructions=instructions)
        terms = replace(options.terms, corrected=len(options.corrections))
        return self.loads.cohort(path, scheme, intake, terms)

    @staticmethod
    def check_copy(source: Path, out: Path) -> None:
        """Raise :class:`UsageError` where an annotated copy of a file cannot be written under that name."""
        check_copy(source, out)

    def annotate(
        self,
        source: Path,
        problems: Sequence[Problem],
        out: Path,
        scheme: str,
        mapping: str | ColumnMapping | None = None,
    ) -> None:
        """Write a copy of a cohort's table with the problems that its load reported, to mend and to send back."""
        told = self._mapping(scheme, mapping)
        write_annotated_copy(source, problems, out, told.lexicon() if told else CANDIDATE_LEXICON)

    def vacancies(self, path: Path, file_format: str, options: LoadOptions, progress: Progress) -> LoadReport:
        """Read a vacancy file and keep its vacancies."""
        intake = read_vacancies(path, file_format=file_format)
        if options.strict and intake.rejected:
            return _report(intake, NOTHING)
        if not options.dry_run:
            self.preparer().openings(intake.records, progress)
        afterwards = self.loads.vacancies(path, intake)
        counts = self.store.load_vacancies(intake.records, dry_run=options.dry_run, afterwards=afterwards)
        return _report(intake, counts)

    def add_person(self, scheme: str, values: Values, options: LoadOptions, progress: Progress) -> LoadReport:
        """Keep one person entered by hand, under the reference given or a random one.

        Raises:
            RefusedRecordError: what was entered cannot stand as a record, or the person was erased.
            UsageError: no such field, or the reference is another candidate's.
        """
        fields, candidate = entered(values, CohortContext(scheme, None, date.today()), f"hand-{uuid4().hex[:12]}")
        _refuse_faults(fields.faults)
        held = self.store.sent(scheme)
        if any(other.key == candidate.key for other in held):
            raise UsageError(
                f"The scheme {scheme} has a candidate {candidate.key!r} already: change it with matcher person edit."
            )
        intake = Intake((candidate,), 1, 0, tuple(fields.warnings))
        admitted = self.loads.cohort(None, scheme, intake, options.terms)
        if admitted.intake.rejected:
            why = next(problem for problem in admitted.intake.problems if problem.value == candidate.key)
            raise RefusedRecordError(_erased(why))
        report = self._keep(admitted, held, options, progress)
        if options.dry_run:
            return report
        new = next(other for other in self.store.candidates(scheme) if other.key == candidate.key)
        return replace(report, rows=(replace(report.rows[0], id=new.id),))

    def edit_person(self, name: str, values: Values, options: LoadOptions, progress: Progress) -> LoadReport:
        """Change some fields of a candidate; what the record said before is kept in its history.

        Raises:
            NotFoundError: no candidate has that id or reference.
            RefusedRecordError: what was entered cannot be read, or the record could not stand with it.
            UsageError: no such field, or one that cannot be changed alone.
        """
        held = self.store.sent_by(name)
        fields, candidate = amended(held, values, date.today())
        # What cannot be read may not take the place of what could: the person who edits is there to mend it.
        _refuse_faults((*fields.faults, *fields.warnings))
        return self._keep(self.loads.change(held, Intake((candidate,), 1, 0)), (held,), options, progress)

    def _mapping(self, scheme: str, mapping: str | ColumnMapping | None) -> ColumnMapping | None:
        if not isinstance(mapping, str):
            return mapping
        return self.mappings.load(scheme, mapping) if mapping else None

    def _keep(
        self, admitted: AdmittedCohort, held: Sequence[Candidate], options: LoadOptions, progress: Progress
    ) -> LoadReport:
        from matcher.masking import mask

        intake = admitted.intake
        if not intake.records:
            return _report(intake, NOTHING)
        scheme = intake.records[0].scheme
        masked = [replace(record, profile=mask(record), stated=record.profile) for record in intake.records]
        if not options.dry_run:
            # Linked before they are kept: should linking fail, nothing was loaded.
            self.preparer().pool([(record.id, record.profile) for record in masked], progress)
        by_key = {candidate.key: candidate for candidate in held}
        masked = [_as_first_read(record, by_key.get(record.key)) for record in masked]
        rows = _outcomes(masked, by_key)
        counts = self.store.load_cohort(masked, scheme, dry_run=options.dry_run, afterwards=admitted.afterwards)
        found = 0 if options.dry_run else self._likely_duplicates(scheme, held, counts)
        return replace(_report(intake, counts, rows), likely_duplicates=found)

    def _likely_duplicates(self, scheme: str, held: Sequence[Candidate], counts: Counts) -> int:
        return self.duplicates.count_new(scheme, [candidate.id for candidate in held]) if counts.created else 0


def _refuse_faults(faults: Sequence[Problem]) -> None:
    if faults:
        raise RefusedRecordError(f"Nothing was kept: {'; '.join(map(_fault, faults))}.")


def _erased(problem: Problem) -> str:
    return (
        f"Nothing was kept: this person was {problem.problem}. If there is a new basis to hold them, enter them under "
        "a reference of yours (key=...) and say --readmit with that reference."
    )


def _fault(fault: Problem) -> str:
    value = f" {fault.value!r}" if fault.value else ""
    problem = fault.problem.removesuffix(REJECTED).removesuffix(LEFT_OUT)
    return f"{fault.column}{value}: {problem}: {fault.remedy}"


def _as_first_read(record: Candidate, before: Candidate | None) -> Candidate:
    """Return a record that says "immediately" as it did before with the day that this meant when it was first read.

    Else the very same file would change the record on every day on which it is loaded.
    """
    day = before.profile.available if before else None
    if (
        before is None
        or day is None
        or all(counted_from(text, date.today()) != record.profile.available for _, text in record.extra)
    ):
        return record
    stated = replace(record.stated or record.profile, available=day)
    steady = replace(record, profile=replace(record.profile, available=day), stated=stated)
    return record if differences(before, steady) else steady


def _outcomes(records: Sequence[Candidate], held: Mapping[str, Candidate]) -> tuple[RowOutcome, ...]:
    """Compare what came with what is held, by key."""
    outcomes = []
    for record in records:
        place, before = record.source, held.get(record.key)
        if before is None:
            outcomes.append(RowOutcome(place.sheet, place.row, Fate.CREATED))
        else:
            changes = differences(before, record)
            fate = Fate.UPDATED if changes else Fate.UNCHANGED
            outcomes.append(RowOutcome(place.sheet, place.row, fate, before.id, changes))
    return tuple(outcomes)


def _report(
    intake: Intake[Candidate] | Intake[Vacancy], counts: Counts, rows: tuple[RowOutcome, ...] = ()
) -> LoadReport:
    return LoadReport(
        read=intake.read,
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        rejected=intake.rejected,
        problems=intake.problems,
        columns=intake.columns,
        rows=rows,
    )
