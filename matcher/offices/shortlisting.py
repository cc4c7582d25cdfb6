"""What recruiters and staff do with candidates they chose: keep them on lists, follow them, judge them, export them.

Candidates out of reach are on no list, and with those who may not be ranked any more nothing is done but removing them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import uuid4

from matcher.errors import NotFoundError, RefusedError, UsageError
from matcher.hiring import Stage
from matcher.offices.asked import require_own_vacancy
from matcher.offices.shortlist_files import FileKind, ShownTable, written_file
from matcher.offices.shortlist_shelf import SHORTLISTING, ShortlistShelf
from matcher.records import Match, Vacancy
from matcher.stewardship import Right, blind_name
from matcher.store.held_shortlists import Feedback, FeedbackReason, HeldEntry, NewEntry, Step
from matcher.store.shortlist_writing import now
from matcher.trail import Action

LONGEST_NOTE = 4_000
"""Characters that a note, or a reason, may have."""


class RevealReason(StrEnum):
    """Why somebody asks who a candidate is. The log keeps it, and no words that could name anybody."""

    CONTACT = "contact"
    INTERVIEW = "interview"
    OFFER = "offer"
    PERMIT = "permit"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Revealed:
    """Who a candidate is, as far as it takes to reach them. Shown once; it is kept nowhere."""

    name: str | None
    email: str | None
    phone: str | None


class ShortlistOffice(ShortlistShelf):
    """Shortlists within the actor's reach, and the candidates on them."""

    def add(self, list_id: str, match: Match, vacancy: Vacancy) -> str:
        """Put a candidate on a list with score, parts and reasons as they stand; return the id of the entry.

        One who is on it already stays as they were added.

        Raises:
            UsageError: The list is for another vacancy.
            RefusedError: The candidate may not be ranked.
        """
        self.actor.require(Right.SHORTLIST)
        held = self.shortlist(list_id)
        require_own_vacancy(self._engine, vacancy)
        if held.vacancy is not None and held.vacancy.id != vacancy.id:
            raise UsageError(f"{held.name!r} is for {held.vacancy.title!r}: choose a list for {vacancy.title!r}.")
        candidate_id = self.profile(match.candidate_id).id
        self._engine.steward.require_rankable(candidate_id)
        if list_id in self.listed(vacancy.id).get(candidate_id, frozenset()):
            return next(
                entry.id
                for entry in self.entries(list_id)
                if (entry.candidate_id, entry.vacancy.id) == (candidate_id, vacancy.id)
            )
        new = NewEntry(list_id, match, vacancy, self._ranking_of(match), self.actor.name)
        return self._desk.add(new, uuid4().hex, self._note(candidate_id, "added", list_id))

    def entries(self, list_id: str) -> tuple[HeldEntry, ...]:
        """Return the candidates on a list as they were when added, in that order, without verdicts."""
        self.actor.require(Right.SHORTLIST)
        held = self.shortlist(list_id)
        return self._seen(self._desk.entries([held.id]))

    def with_law(self, list_id: str, entry_ids: Sequence[str], language: str = "en") -> tuple[HeldEntry, ...]:
        """Return some entries, in the order asked, with the law of today beside the scores.

        Nothing is said of the law for those who may not be proposed any more.
        """
        self.actor.require(Right.SHORTLIST)
        entries = self._chosen(list_id, entry_ids)
        by_vacancy = {entry.vacancy.id: entry.vacancy for entry in entries}
        asked = [entry.match for entry in entries if entry.standing]
        judged = self._engine.with_verdicts(asked, by_vacancy.values(), language=language) if asked else ()
        verdicts = {(match.candidate_id, match.vacancy_id): match.verdicts for match in judged}
        return tuple(
            replace(
                entry, match=replace(entry.match, verdicts=verdicts.get((entry.candidate_id, entry.vacancy.id), ()))
            )
            for entry in entries
        )

    def listed(self, vacancy_id: str) -> Mapping[str, frozenset[str]]:
        """Return the lists within reach that each candidate is on for a vacancy, by id; who is on none is left out."""
        self.actor.require(Right.SHORTLIST)
        reach = self._engine.steward.reach
        mine = {held.id for held in self.lists(vacancy_id)}
        found: dict[str, frozenset[str]] = {}
        for list_id, name, scheme in self._desk.listed(vacancy_id):
            if list_id in mine and reach.candidate(name, scheme):
                found[name] = found.get(name, frozenset()) | {list_id}
        return found

    def move(self, list_id: str, entry_ids: Sequence[str], stage: Stage, reason: str = "") -> str:
        """Give candidates a stage; return the act that :meth:`take_back` undoes.

        Raises:
            UsageError: Nobody is chosen, or somebody is declined without a reason.
            RefusedError: One of them may not be ranked any more.
        """
        self.actor.require(Right.SHORTLIST)
        if stage is Stage.DECLINED and not reason.strip():
            raise UsageError("Somebody who is declined is owed a reason: say why.")
        chosen = [entry for entry in self._chosen(list_id, entry_ids) if entry.stage is not stage]
        if not chosen:
            raise UsageError("Everybody chosen stands at that stage already: choose another.")
        self._require_standing(chosen)
        step = Step(stage, now(), self.actor.name, uuid4().hex, _text(reason, "The reason"))
        notes = [self._note(entry.candidate_id, stage.value, list_id) for entry in chosen]
        self._desk.move(chosen, step, notes)
        return step.act

    def remove(self, list_id: str, entry_ids: Sequence[str]) -> str:
        """Take candidates off a list; return the act that :meth:`take_back` undoes within a day."""
        self.actor.require(Right.SHORTLIST)
        act, chosen = uuid4().hex, self._chosen(list_id, entry_ids)
        notes = [self._note(entry.candidate_id, "removed", list_id) for entry in chosen]
        self._desk.remove([entry.id for entry in chosen], act, notes)
        return act

    def take_back(self, list_id: str, act: str) -> int:
        """Undo one change of stages or one removal; return how many candidates (or lists) are as they were.

        Raises:
            NotFoundError: Nothing is left to undo, or it was done to somebody out of reach too.
        """
        self.actor.require(Right.SHORTLIST)
        held = self._within_reach(list_id, self._desk.lists(removed=True))
        moved = [entry for entry in self._desk.entries([held.id]) if any(step.act == act for step in entry.steps)]
        if len(self._seen(moved)) < len(moved):
            raise NotFoundError("There is no such change to undo: load the page again.")
        return self._desk.take_back(held.id, act, self._note(held.id, "undone", held.id))

    def annotate(self, list_id: str, entry_id: str, text: str) -> None:
        """Write a note beside a candidate; an empty one takes it away."""
        self.actor.require(Right.SHORTLIST)
        (entry,) = self._chosen(list_id, [entry_id])
        self._desk.annotate(entry.id, _text(text, "The note"), self._note(entry.candidate_id, "note", list_id))

    def judge(self, list_id: str, entry_id: str, suits: bool | None, reasons: Sequence[FeedbackReason] = ()) -> None:
        """Say whether a candidate suits the vacancy and why, or take that back with ``None``."""
        self.actor.require(Right.SHORTLIST)
        (entry,) = self._chosen(list_id, [entry_id])
        self._require_standing([entry])
        feedback = None if suits is None else Feedback(suits, tuple(dict.fromkeys(reasons)))
        self._desk.judge(entry.id, feedback, self._note(entry.candidate_id, "judged", list_id))

    def reveal(self, list_id: str, entry_id: str, reason: RevealReason) -> Revealed:
        """Return who a candidate is, for a reason that the audit log keeps.

        Raises:
            RefusedError: The role may not know it, or the candidate may not be proposed any more.
        """
        self.actor.require(Right.REVEAL)
        (entry,) = self._chosen(list_id, [entry_id])
        self._require_standing([entry])
        person = self._engine.store.candidate(entry.candidate_id).person
        detail = {"shown": "identity", "shortlist": list_id}
        self._engine.steward.audit.record(Action.VIEW, entry.candidate_id, f"reveal: {reason.value}", detail)
        return Revealed(person.name, person.email, person.phone)

    def export(self, list_id: str, entry_ids: Sequence[str], table: ShownTable, kind: FileKind) -> bytes:
        """Return a table of candidates on a list, as it stands on the screen, as a file; the log keeps its digest.

        Args:
            list_id: the list.
            entry_ids: whom the table shows.
            table: in words.
            kind: of file.
        """
        self.actor.require(Right.SHORTLIST)
        chosen = self._chosen(list_id, entry_ids)
        self._require_standing(chosen)
        content = written_file(table, kind)
        digest = {"file": kind.value, "sha256": hashlib.sha256(content).hexdigest(), "shortlist": list_id}
        audit = self._engine.steward.audit
        notes = [audit.note(Action.EXPORT, entry.candidate_id, SHORTLISTING, digest) for entry in chosen]
        self._desk.record(notes)
        return content

    def _seen(self, entries: Sequence[HeldEntry]) -> tuple[HeldEntry, ...]:
        """Keep the entries within reach; a blind actor is not told of which scheme anybody is."""
        reach = self._engine.steward.reach
        seen = (entry for entry in entries if reach.candidate(entry.candidate_id, entry.scheme))
        return tuple(seen if self.actor.may(Right.LEGAL_FACTS) else (replace(entry, scheme="") for entry in seen))

    def _chosen(self, list_id: str, entry_ids: Sequence[str]) -> list[HeldEntry]:
        held = self.shortlist(list_id)
        entries = {entry.id: entry for entry in self._seen(self._desk.entries([held.id]))}
        if not entry_ids:
            raise UsageError("Nobody is chosen: tick at least one candidate.")
        if missing := [entry_id for entry_id in entry_ids if entry_id not in entries]:
            raise NotFoundError(f"{missing[0][:8]!r} is no longer on {held.name!r}: load the page again.")
        return [entries[entry_id] for entry_id in dict.fromkeys(entry_ids)]

    def _require_standing(self, entries: Sequence[HeldEntry]) -> None:
        if fallen := next((entry for entry in entries if not entry.standing), None):
            raise RefusedError(
                f"Candidate {blind_name(fallen.candidate_id)} may not be proposed any more, for want of a lawful basis "
                "or after an objection: take them off the list."
            )

    def _ranking_of(self, match: Match) -> str | None:
        """Return the latest ranking in which the candidate stood with this very score."""
        lines = self._engine.steward.register.appearances(match.candidate_id)
        same = (
            line.ranking_id
            for line in reversed(lines)
            if line.vacancy_id == match.vacancy_id and line.score is not None and abs(line.score - match.score) < 1e-9
        )
        return next(same, None)


def _text(text: str, what: str) -> str:
    kept = text.replace("\x00", "").strip()
    if len(kept) > LONGEST_NOTE:
        raise UsageError(f"{what} has {len(kept)} characters: keep it under {LONGEST_NOTE}.")
    return kept
