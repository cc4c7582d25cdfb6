"""What project staff do about people's rights: basis, consent, objection, a copy, erasure, and papers to hand out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from matcher.eligibility import route
from matcher.errors import NotFoundError, UsageError
from matcher.lawful import Consent, Exclusion, HeldBasis
from matcher.notices import NoticeFacts, explanation, notice
from matcher.offices.people import PeopleOffice
from matcher.preparation import Progress, silent
from matcher.ranking import RankingRequest
from matcher.records import Vacancy
from matcher.stewardship import Erased, Right, blind_name
from matcher.stewardship.declaring import purpose_named
from matcher.trail import Action
from taxonomies.schemes import Scheme, find_scheme, schemes

_PAPER = "to explain to the person (GDPR art. 12)"


@dataclass(frozen=True, slots=True)
class RightsStanding:
    """Under what one person is held. ``exclusion`` is why they may not be ranked today, ``None`` where they may."""

    bases: tuple[HeldBasis, ...]
    objected_on: date | None
    exclusion: Exclusion | None


@dataclass(frozen=True, slots=True)
class DuePerson:
    """Somebody whom the retention rule of the scheme wants erased: since when, and by how many months of keeping."""

    id: str
    blind: str
    scheme: str
    since: date
    months: int


class RightsOffice(PeopleOffice):
    """People's rights, in the hands of project staff; each act stands in the audit log together with its entry."""

    def standing(self, candidate_id: str) -> RightsStanding:
        """Return under what a person is held, and whether they may be ranked today."""
        self.actor.require(Right.REVEAL)
        register, held = self._engine.steward.register, self.profile(candidate_id)
        return RightsStanding(
            register.bases(held.id), register.objection(held.id), self._engine.steward.exclusion(held.id)
        )

    def give_consent(self, candidate_id: str, purpose: str, how: str, on: date, expires: date | None = None) -> None:
        """Record that a person gave consent on a day, and how; from then on it is the basis of that use.

        Raises:
            UsageError: There is no such purpose, it is not said how, the end is not after the day, or the consent was
                withdrawn on that day or a later one.
        """
        self.actor.require(Right.LOAD)
        if not how.strip():
            raise UsageError("Say how the consent was given, such as “signed form”: without that it proves nothing.")
        if on > date.today():
            raise UsageError(f"A consent cannot be given on {on}, a day that has not come: choose today or before.")
        if expires is not None and expires <= on:
            raise UsageError(f"A consent given on {on} cannot end on {expires}: choose a later day.")
        held = self.profile(candidate_id)
        self._engine.steward.give_consent(held.id, purpose_named(purpose), Consent(on, how.strip(), expires))

    def withdraw_consent(self, candidate_id: str, purpose: str, on: date) -> None:
        """Record that a person withdrew consent; from that day on they are not used for that purpose.

        Raises:
            UsageError: The person is not held under consent for it, or gave it later than that.
        """
        self.actor.require(Right.LOAD)
        self._engine.steward.withdraw_consent(self.profile(candidate_id).id, purpose_named(purpose), on)

    def object(self, candidate_id: str) -> None:
        """Record that a person objects to being ranked, from today on."""
        self.actor.require(Right.LOAD)
        self._engine.steward.object(self.profile(candidate_id).id)

    def lift_objection(self, candidate_id: str) -> None:
        """Record that a person takes an objection back."""
        self.actor.require(Right.LOAD)
        self._engine.steward.lift_objection(self.profile(candidate_id).id)

    def export(self, candidate_id: str) -> bytes:
        """Return everything held about a person, as JSON, and write down that it was given out."""
        self.actor.require(Right.EXPORT)
        content = self._engine.export_person(self.profile(candidate_id).id)
        return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8")

    def erase(self, candidate_id: str, typed: str) -> Erased:
        """Erase a person from everything that the program has written.

        Raises:
            UsageError: ``typed`` is not the number that stands for the person, so that nobody is erased by a slip.
        """
        self.actor.require(Right.ERASE)
        held = self.profile(candidate_id)
        if typed.strip() != blind_name(held.id):
            raise UsageError(f"{typed.strip()!r} is not the number of this person: type it as it stands on the page.")
        return self._engine.erase([held.id])

    def due(self) -> tuple[DuePerson, ...]:
        """Return whom the retention rules want erased by today, those due longest first."""
        self.actor.require(Right.ERASE)
        reach = self._engine.steward.reach
        return tuple(
            DuePerson(item.candidate_id, blind_name(item.candidate_id), item.scheme, item.since, item.months)
            for item in self._engine.steward.due(date.today())
            if reach.candidate(item.candidate_id, item.scheme)
        )

    def schemes(self) -> tuple[Scheme, ...]:
        """Return the schemes within reach, by name."""
        self.actor.require(Right.COHORT)
        return tuple(scheme for name, scheme in schemes().items() if self.actor.reaches(name))

    def notice(self, scheme: str, language: str, contact: str = "", candidate_id: str = "") -> str:
        """Return the notice of a scheme to print, for one of its people by what is declared of them.

        Raises:
            NotFoundError: The person or the scheme is out of reach.
            UsageError: It is not written in that language.
        """
        self.actor.require(Right.COHORT)
        if not self.actor.reaches(scheme):
            raise NotFoundError(f"There is no scheme {scheme!r}: choose one of the list.")
        if candidate_id:
            held = self.profile(candidate_id)
            bases = self._engine.steward.register.bases(held.id)
            facts = NoticeFacts.of_person(find_scheme(held.scheme), bases, contact)
        else:
            facts = NoticeFacts.of_scheme(find_scheme(scheme), contact)
        return notice(facts, language, date.today())

    def best_vacancies(self, candidate_id: str, number: int, progress: Progress = silent) -> tuple[Vacancy, ...]:
        """Return the open vacancies within reach that fit a person best, best first; the ranking is written down.

        Raises:
            RefusedError: The person may not be ranked.
        """
        self.actor.require(Right.CANDIDATES)
        held = self.profile(candidate_id)
        vacancies = {vacancy.id: vacancy for vacancy in self.vacancies(open_on=date.today())}
        matches = self._engine.match_candidate(held.id, number, progress=progress) if vacancies else []
        return tuple(vacancies[match.vacancy_id] for match in matches if match.vacancy_id in vacancies)

    def explanation(self, candidate_id: str, vacancy: str, language: str) -> str:
        """Return how a vacancy fits a person, for the person to read; ranking and paper are written down.

        Raises:
            RefusedError: The person may not be ranked.
            UsageError: It is not written in that language.
        """
        self.actor.require(Right.EXPORT)
        held, asked = self.profile(candidate_id), self.vacancy(vacancy)
        found = self._engine.shortlists.for_return(held.id, (asked,), RankingRequest(1), silent).matches
        (judged,) = self._engine.with_verdicts(found, [asked])
        answer = route(judged.verdicts) if judged.verdicts else None
        paper = explanation(blind_name(held.id), judged, asked, answer, language)
        self._engine.steward.audit.record(Action.EXPORT, held.id, _PAPER, {"vacancy": asked.id, "language": language})
        return paper
