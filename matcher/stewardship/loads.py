"""What a load asks of the stewardship: a basis for everybody, nobody back unnoticed, and an entry in the log."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.lawful import Basis, Declaration, Purpose
from matcher.records import Candidate, Intake, Problem, Vacancy
from matcher.stewardship.consents import consents_in
from matcher.stewardship.declaring import declaration
from matcher.stewardship.readmission import admit
from matcher.trail import Action

if TYPE_CHECKING:
    from matcher.stewardship.audit_log import AuditLog
    from matcher.store.loading import Afterwards
    from matcher.store.register import Register


@dataclass(frozen=True, slots=True)
class LoadTerms:
    """What the loader says of a cohort; empty words take the default of the scheme.

    ``readmit`` names the sender's references of erased people for whom there is a new basis; ``corrected`` counts the
    cells that the loader mended.
    """

    basis: str = ""
    purpose: str = ""
    readmit: tuple[str, ...] = ()
    corrected: int = 0


DEFAULT_TERMS = LoadTerms()


@dataclass(frozen=True, slots=True)
class AdmittedCohort:
    """The rows of a file that may be kept, and what is written together with them."""

    intake: Intake[Candidate]
    afterwards: Afterwards


class Loads:
    """Admits what is loaded."""

    def __init__(self, register: Register, audit: AuditLog) -> None:
        self._register = register
        self._audit = audit

    def cohort(self, path: Path | None, scheme: str, intake: Intake[Candidate], terms: LoadTerms) -> AdmittedCohort:
        """Admit the rows of a cohort file, or what was entered by hand where there is none.

        Raises:
            UsageError: ``terms`` name a basis, a purpose or a reference that there is not.
        """
        consents, problems = consents_in(intake.records)
        declared = replace(declaration(scheme, terms.basis, terms.purpose), consents=consents)
        admission = admit(intake, terms.readmit, self._register.mark, self._register.tombstones)
        admitted = admission.intake
        notes = _unused_consents(path, declared) if path else ()
        admitted = replace(admitted, problems=(*admitted.problems, *problems, *notes))
        detail = {"basis": declared.basis.value, "readmitted": len(set(terms.readmit)), **_counts(path, admitted)}
        if terms.corrected:
            detail["corrected"] = terms.corrected
        note = self._audit.note(Action.LOAD, scheme, declared.purpose.value, detail)
        return AdmittedCohort(admitted, self._register.on_cohort(note, declared, admission.readmitted))

    def change(self, held: Candidate, intake: Intake[Candidate]) -> AdmittedCohort:
        """Admit what was changed by hand in the record of somebody held: their basis stays, or is the scheme's."""
        declared = declaration(held.scheme)
        note = self._audit.note(Action.LOAD, held.id, declared.purpose.value, _counts(None, intake))
        return AdmittedCohort(intake, self._register.on_cohort(note, declared))

    def vacancies(self, path: Path | None, intake: Intake[Vacancy]) -> Afterwards:
        """Return what a load of vacancies writes besides; there is no file where one was pasted."""
        note = self._audit.note(Action.LOAD, "vacancies", Purpose.MATCHING.value, _counts(path, intake))
        return self._register.on_vacancies(note)


def _counts(path: Path | None, intake: Intake[Candidate] | Intake[Vacancy]) -> dict[str, Any]:
    """Return counts and the file's SHA-256. Its name stays out of the log: that of a CV is often a person's."""
    digest = ""
    if path is not None and path.is_file():
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"file": digest, "read": intake.read, "rejected": intake.rejected}


def _unused_consents(path: Path, declared: Declaration) -> tuple[Problem, ...]:
    if not declared.consents or declared.basis is Basis.CONSENT:
        return ()
    basis = declared.basis.replace("_", " ")
    return (
        Problem(
            file=path.name,
            sheet=None,
            row=None,
            column=None,
            value=None,
            problem=f"the file states consents, but it was loaded under the basis {basis}",
            remedy="load again with --basis consent if consent is the basis; a withdrawal that it states counts anyway",
        ),
    )
