"""Tests of residence papers: the status, an asylum applicant's access to work as a timeline, the search year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from matcher.eligibility.facts import CandidateFacts
from matcher.eligibility.residence import Residence, residence_on
from matcher.eligibility.setting import Setting, no, say, unknown, yes
from matcher.eligibility.spans import days_of_reaching
from matcher.records import Finding, StatusEvent, StatusStep
from taxonomies.belgium.rows import Condition


def residence(facts: CandidateFacts, test: Condition, setting: Setting) -> Finding:
    """Tell whether somebody has a status on the day."""
    asked = Residence(test.text("status"))
    name = say(f"status.{asked.value}")
    status, certain = residence_on(facts.legal, setting.day)
    if status is not asked:
        return _private(no("status_other", status=name))
    return _private(
        yes("status", status=name) if certain else unknown("status_since", say("ask_status_day"), status=name)
    )


def asylum_access(facts: CandidateFacts, test: Condition, setting: Setting) -> Finding:
    """Tell whether an asylum applicant may work, from the dated steps of the procedure.

    From four calendar months after the application where nothing was decided until then, and during an appeal; not
    where the refusal came before; after a subsequent application only once it is admissible. How the months are
    counted is not verified: on the very day they are full the answer is unknown.
    """
    return _private(_Procedure.of(facts, setting.day).access(int(test.number("months"))))


@dataclass(frozen=True, slots=True)
class _Procedure:
    """The steps of a procedure as they stood on a day; ``events`` holds later ones too."""

    day: date
    events: tuple[StatusEvent, ...]
    marks: Collection[str]

    @classmethod
    def of(cls, facts: CandidateFacts, day: date) -> _Procedure:
        return cls(day, facts.legal.events, facts.residence.marks)

    def access(self, months: int) -> Finding:
        """Return whether work is allowed on the day."""
        if self._past(StatusStep.APPEAL_LOST) or "lost" in self.marks:
            return no("procedure_over")
        undated = not self._of(StatusStep.SUBSEQUENT) and "subsequent" in self.marks
        if undated or self._past(StatusStep.SUBSEQUENT):
            return self._after_subsequent(months)
        applied = max((event.on for event in self._of(StatusStep.APPLICATION)), default=None)
        if applied is None:
            card = self._past(StatusStep.LABOUR_CARD)
            return yes("labour_card") if card else unknown("application_missing", say("ask_application"))
        return self._after_first(applied, months)

    def _after_first(self, applied: date, months: int) -> Finding:
        if self.day < applied:
            return no("not_applied", applied=applied.isoformat())
        first, last = days_of_reaching(applied, months)
        words = {"applied": applied.isoformat(), "months": str(months)}
        refused = min((event.on for event in self._of(StatusStep.REFUSAL)), default=None)
        if refused is not None and refused < first and refused <= self.day:
            return no("refused_early", refused=refused.isoformat(), **words)
        if self.day < first:
            start = last + timedelta(days=1)
            wait = say("wait", until=start.isoformat(), days=str((start - self.day).days))
            return no("too_early", wait, **words)
        if self.day <= last:
            return unknown("counting", say("ask_card"), **words)
        return self._once_months_are_full(refused, last, words)

    def _once_months_are_full(self, refused: date | None, last: date, words: dict[str, str]) -> Finding:
        if refused is not None and refused <= last:
            return unknown("counting_refusal", say("ask_card"), refused=refused.isoformat(), **words)
        if refused is not None and refused <= self.day:
            if self._past(StatusStep.APPEAL):
                return yes("appeal_keeps", refused=refused.isoformat(), **words)
            return unknown("appeal_missing", say("ask_appeal"), refused=refused.isoformat())
        if "refused" in self.marks and not {"appeal", "labour_card"} & set(self.marks):
            return unknown("refusal_undated", say("ask_card"))
        if (
            refused is not None
            or self._card(last)
            or any(event.on > last for event in self._of(StatusStep.NO_DECISION))
        ):
            return yes("no_decision", **words)
        return unknown("decision_missing", say("ask_card"), **words)

    def _after_subsequent(self, months: int) -> Finding:
        steps = [event.on for event in self._of(StatusStep.SUBSEQUENT) if event.on <= self.day]
        admitted = [event.on for event in self._of(StatusStep.ADMISSIBLE) if not steps or event.on >= max(steps)]
        if "not_admissible" in self.marks:
            return no("not_admissible")
        if not admitted:
            return unknown("admissible_missing", say("ask_admissible"))
        if self.day < min(admitted):
            wait = say("wait", until=min(admitted).isoformat(), days=str((min(admitted) - self.day).days))
            return no("not_yet_admissible", wait, admitted=min(admitted).isoformat())
        if steps and self.day <= days_of_reaching(max(steps), months)[1] and not self._card(max(steps)):
            return unknown("admissible_early", say("ask_card"), months=str(months))
        refused = [event.on for event in self._of(StatusStep.REFUSAL) if min(admitted) <= event.on <= self.day]
        if refused and not self._past(StatusStep.APPEAL):
            return unknown("appeal_missing", say("ask_appeal"), refused=min(refused).isoformat())
        return yes("admissible", admitted=min(admitted).isoformat())

    def _card(self, after: date) -> bool:
        """Tell whether papers seen after a day, or described today, read "labour market: unlimited"."""
        return "labour_card" in self.marks or any(
            after < event.on <= self.day for event in self._of(StatusStep.LABOUR_CARD)
        )

    def _of(self, step: StatusStep) -> list[StatusEvent]:
        return [event for event in self.events if event.kind == step]

    def _past(self, step: StatusStep) -> bool:
        return any(event.on <= self.day for event in self._of(step))


def search_year(facts: CandidateFacts, test: Condition, setting: Setting) -> Finding:
    """Tell whether the year to look for work after studies still runs; on the day it is full the answer is unknown."""
    started = max((event.on for event in facts.legal.events if event.kind == StatusStep.SEARCH_YEAR), default=None)
    if started is None:
        return _private(unknown("search_year_missing", say("ask_search_year")))
    first, last = days_of_reaching(started, int(test.number("months")))
    words = {"started": started.isoformat(), "until": first.isoformat()}
    if setting.day < started:
        return _private(no("search_year_not_begun", **words))
    if setting.day < first:
        return _private(yes("search_year", **words))
    return _private(
        no("search_year_over", **words)
        if setting.day > last
        else unknown("counting_year", say("ask_authority"), **words)
    )


def _private(finding: Finding) -> Finding:
    return replace(finding, private=True)
