"""Deciding what people's words mean, as project staff do it: within the words of the people they reach."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from matcher.engine import LINKED_KINDS, Matcher
from matcher.errors import NotFoundError, UsageError
from matcher.link_review import ReviewQueue
from matcher.linking import certainty
from matcher.preparation import Progress, silent
from matcher.review_index import Phrase, ReviewIndex
from matcher.stewardship import Actor, Right
from matcher.store import HeldProfile, LinkDecision
from taxonomies.concepts import LANGUAGES_SHOWN, ConceptKind
from taxonomies.wording import normalise

_FOUND = 8  # concepts that a search shows
_SHOWN = 3  # people whose words are shown beside a phrase


@dataclass(frozen=True, slots=True)
class ConceptChoice:
    """A concept that a phrase may mean.

    Attributes:
        uri: of the concept.
        label: its name in the language asked.
        others: its names in the other languages of the pages.
        description: what it means, or ``""``.
        chance: that it is what is meant, 0..1; ``None`` where it was searched for.
    """

    uri: str
    label: str
    others: tuple[str, ...]
    description: str
    chance: float | None = None


class SkillReview:
    """The phrases of the people within reach, and decisions about them."""

    def __init__(self, engine: Matcher, actor: Actor) -> None:
        self._engine = engine
        self.actor = actor

    def queue(self, progress: Progress = silent) -> ReviewQueue:
        """Return the phrases to decide about, most valuable first; the search is made ready too."""
        self.actor.require(Right.REVIEW)
        for kind in LINKED_KINDS:
            self._engine.concept_search(kind).ready()
        return self._engine.link_review.queue(self._index(progress))

    def people(self, phrase: Phrase) -> tuple[HeldProfile, ...]:
        """Return the first few of those within reach who say a phrase, with their masked profiles.

        Raises:
            NotFoundError: Nobody within reach says so.
        """
        self.actor.require(Right.REVIEW)
        self._phrase(phrase.kind.value, phrase.text)
        reach, shown = self._engine.steward.reach, set(phrase.people[:_SHOWN])
        held = (item for item in self._engine.store.profiles() if item.id in shown)
        return tuple(item for item in held if reach.candidate(item.id, item.scheme))

    def meanings(self, phrase: Phrase, language: str) -> tuple[ConceptChoice, ...]:
        """Return what a phrase may mean, best first, in the words of a language; raises as :meth:`people`."""
        self.actor.require(Right.REVIEW)
        self._phrase(phrase.kind.value, phrase.text)
        return tuple(
            self._choice(link.uri, language, certainty(link, phrase.kind).chance)
            for link in phrase.meanings
            if link.uri
        )

    def search(self, kind: str, typed: str, language: str) -> tuple[ConceptChoice, ...]:
        """Return the concepts of a kind whose label in any language holds what was typed, best first."""
        self.actor.require(Right.REVIEW)
        found = self._engine.concept_search(ConceptKind(kind)).suggest(typed, language, _FOUND)
        return tuple(self._choice(each.uri, language) for each in found)

    def concept(self, uri: str, language: str) -> ConceptChoice:
        """Return a concept in the words of a language."""
        self.actor.require(Right.REVIEW)
        return self._choice(uri, language)

    def decide(self, kind: str, text: str, uri: str | None, candidate_id: str | None = None) -> LinkDecision:
        """Say what a phrase means: a concept, or with ``None`` nothing in ESCO; for everybody, or for one candidate.

        Raises:
            NotFoundError: Nobody within reach says so.
            UsageError: There is no such concept.
        """
        self.actor.require(Right.REVIEW)
        phrase = self._phrase(kind, text)
        if candidate_id is not None and candidate_id not in phrase.people:
            raise NotFoundError(f"There is no candidate {candidate_id[:8]!r} who says so: choose one of the list.")
        if uri is not None and self._engine.taxonomy.concept(uri) is None:
            raise UsageError(f"ESCO has no concept {uri!r}: choose one of those that the search shows.")
        return self._engine.link_review.decide(phrase, uri, candidate_id)

    def decisions(self, latest: int = 20) -> tuple[LinkDecision, ...]:
        """Return the latest decisions about words of the people within reach, newest first."""
        self.actor.require(Right.REVIEW)
        return tuple(islice(self._engine.link_review.decisions(self._index()), latest))

    def undo(self, decision_id: str) -> LinkDecision:
        """Take back a decision about words of the people within reach.

        Raises:
            NotFoundError: There is no such decision.
            UsageError: It was undone already.
        """
        self.actor.require(Right.REVIEW)
        return self._engine.link_review.undo(decision_id, self._index())

    def _phrase(self, kind: str, text: str) -> Phrase:
        found = self._index().by_form.get((kind, normalise(text)))
        if found is None:
            raise NotFoundError(f"Nobody says {text!r}: choose one of the list.")
        return found

    def _index(self, progress: Progress = silent) -> ReviewIndex:
        """Return what the people within reach say, read anew only where the store or the reach changed."""
        store, today = self._engine.store, date.today()
        everybody, vacancies = store.profiles(), store.vacancies()
        reach = self._engine.steward.reach
        part = (replace(reach, actor=replace(reach.actor, name="")), today)

        def read() -> ReviewIndex:
            people = [held for held in everybody if reach.candidate(held.id, held.scheme)]
            open_today = [each for each in vacancies if each.is_open(today) and reach.vacancy(each.id)]
            return self._engine.link_review.index(people, open_today, progress)

        return self._engine.review_indexes.of((everybody, vacancies), part, read)

    def _choice(self, uri: str, language: str, chance: float | None = None) -> ConceptChoice:
        concept = self._engine.taxonomy.concept(uri)
        if concept is None:
            raise UsageError(f"ESCO has no concept {uri!r}: it may be of another edition; decide anew.")
        label = concept.label(language)
        others = (concept.preferred.get(code, "") for code in LANGUAGES_SHOWN if code != language)
        named = tuple(dict.fromkeys(name for name in others if name and name != label))
        description = self._engine.taxonomy.description(uri, language) or ""
        return ConceptChoice(uri, label, named, description, chance)
