"""What phrases mean, as people review it: those not sure yet, the most valuable first, and decisions in the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matcher.errors import NotFoundError
from matcher.preparation import Preparer, Progress
from matcher.records import Vacancy
from matcher.review_index import Phrase, ReviewIndexes
from matcher.stewardship import Steward
from matcher.stewardship.actors import Right
from matcher.store import HeldProfile, LinkChoices, LinkDecision, Store
from matcher.trail import Action
from taxonomies.concepts import ConceptKind

REVIEW = "what people's words mean"


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """The phrases to decide about, most valuable first, and how many of all that were not sure are decided."""

    open: tuple[Phrase, ...]
    decided: int

    @property
    def total(self) -> int:
        """All that are, or were, to be decided."""
        return len(self.open) + self.decided


class LinkReview:
    """Finds what is not sure in the words of some people, and writes down what a person decides, audited."""

    def __init__(
        self, store: Store, steward: Steward, preparer: Preparer, indexes: ReviewIndexes, changed: Callable[[], None]
    ) -> None:
        """Keep the parts; ``changed`` is called after each decision, for what was prepared before it."""
        self._store = store
        self._steward = steward
        self._preparer = preparer
        self._indexes = indexes
        self._changed = changed

    def phrases(
        self, profiles: Sequence[HeldProfile], vacancies: Sequence[Vacancy], progress: Progress
    ) -> tuple[Phrase, ...]:
        """Return all that some people say, sure or not."""
        self._steward.actor.require(Right.REVIEW)
        return self._indexes.of(self._preparer, profiles, vacancies, progress)

    def queue(self, phrases: Sequence[Phrase]) -> ReviewQueue:
        """Return which of some phrases are to be decided about; ties go to the phrase that comes first by its letters.

        A phrase counts as decided once that was done for everybody, or for each of those who say it.
        """
        choices = {kind: self._store.link_choices(kind.value) for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION)}
        waiting, decided = [], 0
        for phrase in phrases:
            left = _undecided(phrase, choices[phrase.kind])
            if not left:
                decided += 1
            elif not phrase.is_sure:
                waiting.append(replace(phrase, people=left))
        ordered = sorted(waiting, key=lambda phrase: (-phrase.value, phrase.form, phrase.kind))
        return ReviewQueue(tuple(ordered), decided)

    def decide(self, phrase: Phrase, uri: str | None, candidate_id: str | None = None) -> LinkDecision:
        """Write down what a phrase means, for whoever says it or for one candidate; ``None`` is nothing in ESCO."""
        self._steward.actor.require(Right.REVIEW)
        decision = LinkDecision(phrase.kind.value, phrase.text, uri, candidate_id, self._steward.actor.name)
        note = self._steward.audit.note(Action.CONFIRMATION, "", REVIEW, {"step": "made", "people": len(phrase.people)})
        made = self._steward.register.decide_link(decision, note)
        self._changed()
        return made

    def decisions(self, phrases: Sequence[Phrase], latest: int) -> tuple[LinkDecision, ...]:
        """Return the latest decisions about some phrases and no others', newest first."""
        self._steward.actor.require(Right.REVIEW)
        said = {(phrase.kind.value, phrase.form): set(phrase.people) for phrase in phrases}
        made = (each for each in self._store.link_decisions() if _is_about(each, said))
        return tuple(each for _, each in zip(range(latest), made, strict=False))

    def undo(self, decision_id: str, phrases: Sequence[Phrase]) -> LinkDecision:
        """Take back a decision about one of some phrases: what was decided before it stands again.

        Raises:
            NotFoundError: There is no such decision.
            UsageError: It was undone already.
        """
        self._steward.actor.require(Right.REVIEW)
        if decision_id not in {each.id for each in self.decisions(phrases, len(self._store.link_decisions()))}:
            raise NotFoundError(f"There is no decision {decision_id[:8]!r} about a phrase: choose one of the list.")
        note = self._steward.audit.note(Action.CONFIRMATION, "", REVIEW, {"step": "undone"})
        undone = self._steward.register.undo_link(decision_id, self._steward.actor.name, note)
        self._changed()
        return undone


def _undecided(phrase: Phrase, choices: LinkChoices) -> tuple[str, ...]:
    """Return those who say a phrase for whom nothing was decided."""
    if phrase.form in choices.everybody:
        return ()
    return tuple(person for person in phrase.people if (person, phrase.form) not in choices.of_one)


def _is_about(decision: LinkDecision, said: dict[tuple[str, str], set[str]]) -> bool:
    people = said.get((decision.kind, decision.phrase))
    return people is not None and (decision.candidate_id is None or decision.candidate_id in people)
