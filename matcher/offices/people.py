"""Finding a person by what staff know of them: a name, the sender's reference, the number on a blind card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from matcher.offices.office import Office
from matcher.records import Identity
from matcher.stewardship import Right, blind_name
from taxonomies.wording import fold

SHORTEST = 2  # letters that a search takes
MOST = 20  # people that a search shows; more are counted
PURPOSE = "to find a person's record"


@dataclass(frozen=True, slots=True)
class PersonFound:
    """One person that a search found. ``blind`` is what they are called where identity may not be shown."""

    id: str
    blind: str
    scheme: str
    name: str | None


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """The first people that a search found, and how many there are in all."""

    shown: tuple[PersonFound, ...]
    found: int


class PeopleOffice(Office):
    """An office that looks after single people, by name: every search and every opened record is written down."""

    right: ClassVar[Right] = Right.REVEAL

    def search(self, asked: str) -> PeopleFound:
        """Return who has that reference or blind number, or every word of it in the name, by name.

        That somebody searched is written down, never what for: a searched name is a name.
        """
        self.actor.require(Right.REVEAL)
        words = fold(asked).split()
        if len("".join(words)) < SHORTEST:
            return PeopleFound((), 0)
        called = set(self._engine.store.called(asked.strip()))
        reach = self._engine.steward.reach
        found = [
            item
            for item in self._identities()
            if reach.candidate(item.id, item.scheme) and (item.id in called or _is_named(item, words))
        ]
        found.sort(key=lambda item: (fold(item.name or ""), item.id))
        self._engine.steward.audit.record_view("candidates", PURPOSE, {"shown": "names"})
        shown = (PersonFound(item.id, blind_name(item.id), item.scheme, item.name) for item in found[:MOST])
        return PeopleFound(tuple(shown), len(found))

    def who(self, candidate_id: str) -> PersonFound:
        """Return what a person within reach is called, and write down that it was looked at.

        Raises:
            NotFoundError: There is no such person, or not within reach.
        """
        self.actor.require(Right.REVEAL)
        held = self.profile(candidate_id)
        name = next((item.name for item in self._identities() if item.id == held.id), None)
        self._engine.steward.audit.record_view(held.id, PURPOSE, {"shown": "name"})
        return PersonFound(held.id, blind_name(held.id), held.scheme, name)

    def _identities(self) -> tuple[Identity, ...]:
        store, register = self._engine.store, self._engine.steward.register
        return self._engine.identities.get(register.revision(), store.duplicates.identities)


def _is_named(identity: Identity, words: list[str]) -> bool:
    """Tell whether every word asked begins a word of the name, or all of them the blind number."""
    if words == [blind_name(identity.id)]:
        return True
    name = fold(identity.name or "").replace("-", " ").split()
    return all(any(part.startswith(word) for part in name) for word in words)
