"""Vacancies that a recruiter pastes or changes for a search: ranked as they stand, in the store only when kept."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from matcher.concept_search import Suggestion
from matcher.drafting import Drafter
from matcher.intake.places import read_place
from matcher.offices.desk import Desk
from matcher.preparation import Progress, silent
from matcher.records import Intake, Place, Vacancy
from matcher.stewardship import Right
from taxonomies.concepts import ConceptKind


class DraftDesk(Desk):
    """Drafts of vacancies."""

    right: ClassVar[Right] = Right.VACANCIES

    @property
    def may_keep(self) -> bool:
        """Whether the actor may keep a draft in the store."""
        return self.actor.may(Right.LOAD)

    def read(self, text: str, language: str = "en", progress: Progress = silent) -> Vacancy:
        """Return the vacancy that a pasted text tells of, for a person to look over.

        Raises:
            PastedTextError: The text has no words, is too long, or is a person's CV.
        """
        self.actor.require(Right.VACANCIES)
        return Drafter(self._engine.extract, self._engine.taxonomy).read(text, language, progress)

    def suggest_skills(self, typed: str, language: str = "en", k: int = 8) -> tuple[Suggestion, ...]:
        """Return skills that somebody may mean who has typed so far."""
        self.actor.require(Right.VACANCIES)
        return self._engine.concept_search(ConceptKind.SKILL).suggest(typed, language, k)

    def suggest_occupations(self, typed: str, language: str = "en", k: int = 8) -> tuple[Suggestion, ...]:
        """Return occupations that somebody may mean who has typed so far."""
        self.actor.require(Right.VACANCIES)
        return self._engine.concept_search(ConceptKind.OCCUPATION).suggest(typed, language, k)

    def place(self, text: str) -> Place | None:
        """Return where a place lies, ``None`` for no words."""
        self.actor.require(Right.VACANCIES)
        return read_place(text)

    def keep(self, draft: Vacancy, progress: Progress = silent) -> Vacancy:
        """Keep a draft as a vacancy of the store, where others find it too; its reference is that of its text.

        Raises:
            RefusedError: The actor may not load vacancies.
        """
        self.actor.require(Right.LOAD)
        record = replace(draft, id="")
        self._engine.preparer.openings([record], progress)
        afterwards = self._engine.steward.loads.vacancies(None, Intake((record,), 1, 0))
        self._engine.store.load_vacancies([record], afterwards=afterwards)
        return self._engine.store.vacancy(record.key)
