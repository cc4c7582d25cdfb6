"""What phrases mean, as people review it: those not sure yet, the most valuable first, and decisions in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.errors import NotFoundError
from matcher.preparation import Preparer, Progress, silent
from matcher.records import Vacancy
from matcher.review_index import Phrase, ReviewIndex
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

    def __init__(self, store: Store, steward: Steward, preparer: Preparer, changed: Callable[[], None]) -> None:
        """Keep the parts; ``changed`` is called after each decision, for what was prepared before it."""
        self._store = store
        self._steward = steward
        self._preparer = preparer
        self._changed = changed

    def index(
        self, profiles: Sequence[HeldProfile], vacancies: Sequence[Vacancy], progress: Progress = silent
    ) -> ReviewIndex:
        """Read what some people say, sure or not."""
        self._steward.actor.require(Right.REVIEW)
        return ReviewIndex.of(self._preparer, profiles, vacancies, progress)

    def queue(self, index: ReviewIndex) -> ReviewQueue:
        """Return which phrases are to be decided about; ties go to the phrase that comes first by its letters.

        A phrase counts as decided once that was done for everybody, or for each of those who say it.
        """
        self._steward.actor.require(Right.REVIEW)
        choices = {kind: self._store.link_choices(kind.value) for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION)}
        decided = {(kind.value, form) for kind, chosen in choices.items() for form in chosen.everybody}
        decided &= index.by_form.keys()
        left: dict[tuple[str, str], Phrase] = {}
        for kind, chosen in choices.items():
            for key in {(kind.value, form) for _, form in chosen.of_one} & (index.by_form.keys() - decided):
                phrase = _undecided(index.by_form[key], chosen)
                if phrase is None:
                    decided.add(key)
                else:
                    left[key] = phrase
        waiting = [left.get(phrase.key, phrase) for phrase in index.unsure if phrase.key not in decided]
        ordered = sorted(waiting, key=lambda phrase: -phrase.value)  # ties stay in the order of the index
        return ReviewQueue(tuple(ordered), len(decided))

    def decide(self, phrase: Phrase, uri: str | None, candidate_id: str | None = None) -> LinkDecision:
        """Write down what a phrase means, for whoever says it or for one candidate; ``None`` is nothing in ESCO."""
        self._steward.actor.require(Right.REVIEW)
        decision = LinkDecision(phrase.kind.value, phrase.text, uri, candidate_id, self._steward.actor.name)
        note = self._steward.audit.note(Action.CONFIRMATION, "", REVIEW, {"step": "made", "people": len(phrase.people)})
        made = self._steward.register.decide_link(decision, note)
        self._changed()
        return made

    def decisions(self, index: ReviewIndex) -> Iterator[LinkDecision]:
        """Yield the decisions about the phrases of an index and no others', newest first."""
        self._steward.actor.require(Right.REVIEW)
        return (each for each in self._store.link_decisions() if _is_about(each, index))

    def undo(self, decision_id: str, index: ReviewIndex) -> LinkDecision:
        """Take back a decision about a phrase of an index: what was decided before it stands again.

        Raises:
            NotFoundError: There is no such decision.
            UsageError: It was undone already.
        """
        if all(each.id != decision_id for each in self.decisions(index)):
            raise NotFoundError(f"There is no decision {decision_id[:8]!r} about a phrase: choose one of the list.")
        note = self._steward.audit.note(Action.CONFIRMATION, "", REVIEW, {"step": "undone"})
        undone = self._steward.register.undo_link(decision_id, self._steward.actor.name, note)
        self._changed()
        return undone


def _undecided(phrase: Phrase, choices: LinkChoices) -> Phrase | None:
    """Return a phrase as said by those for whom nothing was decided, or ``None`` where there is nobody left."""
    left = tuple(person for person in phrase.people if (person, phrase.form) not in choices.of_one)
    return replace(phrase, people=left) if left else None


def _is_about(decision: LinkDecision, index: ReviewIndex) -> bool:
    phrase = index.by_form.get((decision.kind, decision.phrase))
    return phrase is not None and (decision.candidate_id is None or decision.candidate_id in phrase.people)
