"""The law beside matches: verdicts for each pair that is shown, and who of a pool has which answer.

No score is read or changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from matcher.eligibility import CODE_OF, CandidateFacts, Law, VacancyFacts, veiled
from matcher.errors import IdentityKeyError
from matcher.language_gaps import language_gaps
from matcher.legal_facts import facts_held
from matcher.occupation_reading import OccupationReader
from matcher.pool_routes import LawAsked, PoolRoutes
from matcher.preparation import Progress
from matcher.records import Answer, Finding, Match, Reason, Vacancy, Verdict, VerdictKind
from matcher.stewardship import Actor, Right
from matcher.store import HeldProfile, Store
from taxonomies.belgium.tables import LegalTables

_SEALED = Verdict(
    Answer.UNKNOWN,
    "legal_facts",
    Reason("rule.legal_facts"),
    "",
    VerdictKind.RESIDENCE,
    findings=(Finding(Answer.UNKNOWN, Reason("law.facts_sealed"), Reason("law.ask_key")),),
)


@dataclass(frozen=True, slots=True)
class LegalRoutes:
    """Judges candidates of the store for somebody who may or may not see the legal facts themselves.

    ``tables`` gives the tables in force, ``occupations`` what vacancies are for, ``pools`` what the law finds of all.
    """

    store: Store
    actor: Actor
    tables: Callable[[], LegalTables]
    occupations: OccupationReader
    pools: PoolRoutes

    def beside(
        self, matches: Iterable[Match], vacancies: Iterable[Vacancy], day: date | None = None, language: str = "en"
    ) -> tuple[Match, ...]:
        """Return the matches with their verdicts on a day and their language gaps; order and scores stay as they are.

        Args:
            matches: of the store's candidates with the vacancies.
            vacancies: at least those of the matches.
            day: the day asked about (default today).
            language: in which the verdicts name occupations.
        """
        pairs = tuple(matches)
        held = self.store.held({match.candidate_id for match in pairs})
        profiles = {candidate_id: one.profile for candidate_id, one in held.items()}
        wanted = {match.vacancy_id for match in pairs}
        asked = [vacancy for vacancy in vacancies if vacancy.id in wanted]
        by_id = {vacancy.id: vacancy for vacancy in asked}
        pairs = tuple(
            replace(match, gaps=language_gaps(profiles[match.candidate_id], by_id[match.vacancy_id])) for match in pairs
        )
        read = self.occupations.of(asked, language)
        jobs = {vacancy.id: VacancyFacts.of(vacancy, some) for vacancy, some in zip(asked, read, strict=True)}
        try:
            statuses = self.store.legal_statuses({match.candidate_id for match in pairs})
        except IdentityKeyError:
            return tuple(replace(match, verdicts=(_SEALED,)) for match in pairs)
        people = {name: facts_held(name, status, profiles[name]) for name, status in statuses.items()}
        law = self._asked(day).law()
        return tuple(replace(match, verdicts=self._verdicts(law, match, people, jobs)) for match in pairs)

    def among(
        self, vacancy: Vacancy, profiles: Sequence[HeldProfile], day: date | None, progress: Progress
    ) -> dict[Answer, NDArray[np.bool_]]:
        """Return who of everybody held has each answer about a way to be hired for a vacancy, as the actor may know it.

        Args:
            vacancy: asked about; it need not be in the store.
            profiles: everybody held.
            day: the day asked about (default today).
            progress: told of what takes long, the first time.
        """
        facts = VacancyFacts.of(vacancy, self.occupations.of([vacancy])[0])
        answers = self.pools.answers(profiles, facts, self._asked(day), progress)
        return {answer: answers == code for answer, code in CODE_OF.items()}

    def make_ready(self, progress: Progress) -> None:
        """Work out what the law finds of everybody today, for those who see legal facts and for others."""
        with suppress(IdentityKeyError):
            for sees_facts in (True, False):
                self.pools.columns(self.store.profiles(), replace(self._asked(None), sees_facts=sees_facts), progress)

    def _asked(self, day: date | None) -> LawAsked:
        return LawAsked(self.tables(), day or date.today(), self.actor.may(Right.LEGAL_FACTS))

    def _verdicts(
        self, law: Law, match: Match, people: Mapping[str, CandidateFacts], jobs: Mapping[str, VacancyFacts]
    ) -> tuple[Verdict, ...]:
        person = people.get(match.candidate_id)
        if person is None:  # erased since it was ranked
            return ()
        judge = law.verdicts if self.actor.may(Right.LEGAL_FACTS) else partial(veiled, law)
        return judge(person, jobs[match.vacancy_id])
