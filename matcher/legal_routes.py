"""Verdicts beside matches: for each pair that is shown, which legal ways are open. No score is read or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from matcher.eligibility import HIDDEN, CandidateFacts, Law, OccupationRead, VacancyFacts, veiled
from matcher.errors import IdentityKeyError
from matcher.language_gaps import language_gaps
from matcher.records import Answer, Finding, Match, ProfessionalProfile, Reason, Vacancy, Verdict, VerdictKind
from matcher.stewardship import Actor, Right
from matcher.store import HeldStatus, Store
from taxonomies.belgium.tables import LegalTables
from taxonomies.schemes import schemes

Occupations = Callable[[Sequence[Vacancy]], Sequence[Sequence[OccupationRead]]]
"""Gives what each vacancy is for, as far as it is known."""

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
    """Judges pairs of the store for somebody who may or may not see the legal facts themselves."""

    store: Store
    actor: Actor
    tables: LegalTables
    occupations: Occupations

    def beside(
        self,
        matches: Iterable[Match],
        vacancies: Iterable[Vacancy],
        profiles: Mapping[str, ProfessionalProfile],
        day: date,
    ) -> tuple[Match, ...]:
        """Return the matches with their verdicts on a day and their language gaps; order and scores stay as they are.

        Args:
            matches: of the store's candidates with the vacancies.
            vacancies: at least those of the matches.
            profiles: at least those of the matches' candidates, by id.
            day: the day asked about.
        """
        pairs = tuple(matches)
        wanted = {match.vacancy_id for match in pairs}
        asked = [vacancy for vacancy in vacancies if vacancy.id in wanted]
        by_id = {vacancy.id: vacancy for vacancy in asked}
        pairs = tuple(
            replace(match, gaps=language_gaps(profiles[match.candidate_id], by_id[match.vacancy_id])) for match in pairs
        )
        jobs = {
            vacancy.id: VacancyFacts.of(vacancy, read)
            for vacancy, read in zip(asked, self.occupations(asked), strict=True)
        }
        try:
            statuses = self.store.legal_statuses({match.candidate_id for match in pairs})
        except IdentityKeyError:
            return tuple(replace(match, verdicts=(_SEALED,)) for match in pairs)
        people = {name: _facts(name, held, profiles[name]) for name, held in statuses.items()}
        law = Law(self.tables, day, frozenset() if self.actor.may(Right.LEGAL_FACTS) else HIDDEN)
        return tuple(replace(match, verdicts=self._verdicts(law, match, people, jobs)) for match in pairs)

    def _verdicts(
        self, law: Law, match: Match, people: Mapping[str, CandidateFacts], jobs: Mapping[str, VacancyFacts]
    ) -> tuple[Verdict, ...]:
        person = people.get(match.candidate_id)
        if person is None:  # erased since it was ranked
            return ()
        judge = law.verdicts if self.actor.may(Right.LEGAL_FACTS) else partial(veiled, law)
        return judge(person, jobs[match.vacancy_id])


def _facts(candidate_id: str, held: HeldStatus, profile: ProfessionalProfile) -> CandidateFacts:
    return CandidateFacts.of(candidate_id, held.status, profile, abroad=_lives_abroad(held))


def _lives_abroad(held: HeldStatus) -> bool | None:
    """Tell where somebody lives, by the leg of the record, else where all legs of the scheme begin alike."""
    if held.leg is not None:
        return held.leg.origin != "BE"
    scheme = schemes().get(held.scheme)
    begins = {leg.origin == "BE" for leg in scheme.legs} if scheme else set()
    return not begins.pop() if len(begins) == 1 else None
