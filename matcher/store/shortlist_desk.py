"""The desk for shortlists: each act in one transaction with its entries in the audit log. It looks at no rights."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine

from matcher.errors import NotFoundError
from matcher.hiring import Stage
from matcher.lawful import Purpose, joined
from matcher.store import audit, bases, merges
from matcher.store import shortlist_tables as tables
from matcher.store import shortlist_writing as written
from matcher.store.connection import reading, writing
from matcher.store.held_shortlists import Feedback, HeldEntry, HeldShortlist, NewEntry, Step
from matcher.store.keys import KeySource
from matcher.store.vault import Vault
from matcher.trail import KeyedDigest, Note

_ORDER = (*(stage for stage in Stage if stage is not Stage.DECLINED),)


@dataclass(frozen=True, slots=True)
class ShortlistDesk:
    """One transaction for each thing asked. ``seal`` seals the audit log."""

    engine: Engine
    keys: KeySource
    seal: KeyedDigest

    def lists(self, vacancy_id: str | None = None, *, removed: bool = False) -> tuple[HeldShortlist, ...]:
        """Read all lists, or those for a vacancy or for any, the newest first.

        With ``removed`` those that can still be taken back are read too.
        """
        with reading(self.engine) as connection:
            return tables.read_lists(connection, vacancy_id, removed=removed)

    def entries(self, list_ids: Sequence[str]) -> tuple[HeldEntry, ...]:
        """Read the entries of some lists, by when they were added.

        A record that was merged into another is answered as the one that is shown, and once a vacancy where both are
        on the list.

        Raises:
            IdentityKeyError: The key that notes are sealed with is not at hand.
        """
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            top = merges.tops(connection)
            shown: dict[tuple[str, str, str], HeldEntry] = {}
            for entry in tables.read_entries(connection, vault, list_ids):
                name = top.get(entry.candidate_id, entry.candidate_id)
                place = (entry.shortlist_id, name, entry.vacancy.id)
                if place not in shown:
                    shown[place] = replace(entry, match=replace(entry.match, candidate_id=name))
            stands = _standings(connection, top, {entry.candidate_id for entry in shown.values()})
        return tuple(replace(entry, standing=stands[entry.candidate_id]) for entry in shown.values())

    def listed(self, vacancy_id: str | None = None) -> tuple[tuple[str, str, str], ...]:
        """Read who is on which list, for a vacancy or for any: ``((list, candidate, scheme), ...)``.

        A record that was merged into another is answered as the one that is shown.
        """
        with reading(self.engine) as connection:
            top = merges.tops(connection)
            found = tables.read_listed(connection, vacancy_id)
        return tuple((list_id, top.get(name, name), scheme) for list_id, name, scheme in found)

    def about(self, candidate_id: str) -> tuple[HeldEntry, ...]:
        """Read every entry about one record, as it was written, for the export of a person."""
        with reading(self.engine) as connection:
            return tables.entries_of(connection, Vault.reading(connection, self.keys), candidate_id)

    def stages(self, candidate_ids: Collection[str]) -> dict[str, Stage]:
        """Return the furthest stage that each candidate ever reached on any list; who is on none is left out.

        A refusal is no further than what came before it.
        """
        return {
            name: max(reached & set(_ORDER), key=_ORDER.index) for name, reached in self._reached(candidate_ids).items()
        }

    def funnel(self, candidate_ids: Collection[str]) -> dict[Stage, int]:
        """Count how many of these candidates ever reached each stage, whatever they reached after it."""
        reached = self._reached(candidate_ids).values()
        return {stage: sum(stage in stages for stages in reached) for stage in Stage}

    def make(self, made: HeldShortlist, note: Note) -> None:
        """Write a new list."""
        with writing(self.engine) as connection:
            written.put_list(connection, made)
            self._append(connection, [note])

    def rename(self, list_id: str, name: str, note: Note) -> None:
        """Give a list another name."""
        with writing(self.engine) as connection:
            written.rename(connection, list_id, name)
            self._append(connection, [note])

    def remove_list(self, list_id: str, act: str, note: Note) -> None:
        """Take a list away; :meth:`take_back` undoes it for a day."""
        with writing(self.engine) as connection:
            written.remove_list(connection, list_id, act)
            self._append(connection, [note])

    def add(self, new: NewEntry, act: str, note: Note) -> str:
        """Put a candidate on a list, proposed today; return the id of the entry."""
        with writing(self.engine) as connection:
            entry_id = written.put_entry(connection, new, act)
            self._append(connection, [note])
            return entry_id

    def move(self, entries: Iterable[HeldEntry], step: Step, notes: Sequence[Note]) -> None:
        """Give some entries a stage; :meth:`take_back` undoes it."""
        with writing(self.engine) as connection:
            written.put_steps(connection, Vault.reading(connection, self.keys), entries, step)
            self._append(connection, notes)

    def remove(self, entry_ids: Sequence[str], act: str, notes: Sequence[Note]) -> None:
        """Take entries away; :meth:`take_back` undoes it for a day."""
        with writing(self.engine) as connection:
            written.remove_entries(connection, entry_ids, act)
            self._append(connection, notes)

    def take_back(self, list_id: str, act: str, note: Note) -> int:
        """Undo one change of stages or one removal on a list, or its own; return how many entries or lists came back.

        Raises:
            NotFoundError: Nothing of that change is left to undo.
        """
        with writing(self.engine) as connection:
            back = written.take_back(connection, list_id, act)
            if not back:
                raise NotFoundError(
                    "There is nothing left to undo: the stages were changed again since, or a day passed."
                )
            detail = {**note.detail, "undone": act}
            self._append(connection, [replace(note, subject=who, detail=detail) for who in back])
            return len(back)

    def annotate(self, entry_id: str, text: str, note: Note) -> None:
        """Write the note of an entry; an empty one takes it away."""
        with writing(self.engine) as connection:
            written.put_note(connection, Vault.reading(connection, self.keys), entry_id, text)
            self._append(connection, [note])

    def judge(self, entry_id: str, feedback: Feedback | None, note: Note) -> None:
        """Write whether a candidate suits, or take that back."""
        with writing(self.engine) as connection:
            written.put_feedback(connection, entry_id, feedback)
            self._append(connection, [note])

    def record(self, notes: Sequence[Note]) -> None:
        """Write what changes nothing, such as an export, in the audit log."""
        with writing(self.engine) as connection:
            self._append(connection, notes)

    def _reached(self, candidate_ids: Collection[str]) -> dict[str, set[Stage]]:
        asked = frozenset(candidate_ids)
        with reading(self.engine) as connection:
            top = merges.tops(connection)
            reached: dict[str, set[Stage]] = {}
            for record_id, stage in tables.stages_reached(connection):
                name = top.get(record_id, record_id)
                if name in asked:
                    reached.setdefault(name, set()).add(stage)
        return reached

    def _append(self, connection: Connection, notes: Sequence[Note]) -> None:
        audit.append(connection, notes, self.seal)


def _standings(connection: Connection, top: dict[str, str], ids: Collection[str]) -> dict[str, bool]:
    """Tell of some candidates whether they may be ranked today; all records of one person count."""
    parts: dict[str, list[str]] = {name: [name] for name in ids}
    for record_id, name in top.items():
        if name in parts:
            parts[name].append(record_id)
    today, use = date.today(), Purpose.MATCHING
    return {
        name: joined([bases.standing_of(connection, part, use) for part in records]).exclusion(today) is None
        for name, records in parts.items()
    }
