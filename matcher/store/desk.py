"""The desk behind :class:`matcher.store.Store`: one transaction for each thing asked of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from sqlalchemy import Engine

from matcher.errors import StoreError
from matcher.records import Candidate, Vacancy
from matcher.store import candidates, cohorts, history, links, merges, profiles, rotation, status, vacancies
from matcher.store.account_desk import AccountDesk
from matcher.store.connection import connect, reading, writing
from matcher.store.copies import Copies
from matcher.store.duplicate_desk import DuplicateDesk
from matcher.store.held import (
    Counts,
    HeldGrounds,
    HeldProfile,
    HeldStatus,
    Holdings,
    KeyStatus,
    LinkChoices,
    LinkDecision,
    Progress,
)
from matcher.store.keys import KeySource
from matcher.store.loading import Afterwards, load
from matcher.store.lookup import SHORTEST_ID
from matcher.store.migrating import bring_up_to_date
from matcher.store.naming import candidate_id, vacancy_id
from matcher.store.register import Register
from matcher.store.revisions import Copied
from matcher.store.search_desk import SearchDesk
from matcher.store.shortlist_desk import ShortlistDesk
from matcher.store.vault import Vault, keyed_code
from matcher.trail import KeyedDigest


@dataclass(frozen=True, slots=True)
class Desk:
    """What :class:`matcher.store.Store` promises, done; its docstrings say what each method gives and raises."""

    engine: Engine
    keys: KeySource
    copies: Copies = field(default_factory=Copies, compare=False)

    @classmethod
    def open(cls, url: str, keys: KeySource) -> Desk:
        """Open a database and bring it up to date."""
        engine = connect(url)
        try:
            bring_up_to_date(engine, keys)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, keys)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def register(self) -> Register:
        """Open the register."""
        return Register(
            self.engine, self.copies, self._seal(), mark=lambda words: self._vault().code("tombstone", words)
        )

    def accounts(self) -> AccountDesk:
        """Open the desk for accounts."""
        return AccountDesk(self.engine, self._seal())

    @property
    def duplicates(self) -> DuplicateDesk:
        """Open the desk for duplicates."""
        return DuplicateDesk(self.engine, self.keys)

    @property
    def shortlists(self) -> ShortlistDesk:
        """Open the desk for shortlists."""
        return ShortlistDesk(self.engine, self.keys, self.register().seal)

    @property
    def searches(self) -> SearchDesk:
        """Open the desk for saved searches."""
        return SearchDesk(self.engine)

    def load_cohort(
        self, records: Iterable[Candidate], scheme: str, *, dry_run: bool, afterwards: Afterwards | None
    ) -> Counts:
        """Load one scheme's candidates."""
        cohort = tuple(records)
        for record in cohort:
            if record.scheme != scheme:
                message = f"{record.key!r} says scheme {record.scheme!r} in a load of {scheme!r}: load it with its own."
                raise StoreError(message)
        family = candidates.CandidateFamily(scheme, self.keys)
        return load(self.engine, family, cohort, dry_run=dry_run, afterwards=afterwards)

    def load_vacancies(self, records: Iterable[Vacancy], *, dry_run: bool, afterwards: Afterwards | None) -> Counts:
        """Load vacancies."""
        return load(self.engine, vacancies.VacancyFamily(), records, dry_run=dry_run, afterwards=afterwards)

    def candidates(self, scheme: str | None) -> tuple[Candidate, ...]:
        """Read whole candidates."""
        with reading(self.engine) as connection:
            return candidates.candidates_of(connection, Vault.reading(connection, self.keys), scheme)

    def sent(self, scheme: str) -> tuple[Candidate, ...]:
        """Read candidates as they were sent."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            standing = candidates.candidates_of(connection, vault, scheme)
            return merges.as_sent(merges.read_members(connection, vault), standing, scheme)

    def profiles(self, schemes: Collection[str] | None) -> tuple[HeldProfile, ...]:
        """Read profiles alone."""
        with reading(self.engine) as connection:
            held = self.copies.of(connection, Copied.PROFILES, partial(profiles.read_profiles, connection))
        return held if schemes is None else tuple(item for item in held if item.scheme in schemes)

    def held(self, ids: Iterable[str]) -> dict[str, HeldProfile]:
        """Find profiles by id."""
        everybody = self.profiles(None)
        by_id = self.copies.derived("by id", (everybody,), lambda: {held.id: held for held in everybody})
        return {candidate_id: by_id[candidate_id] for candidate_id in ids if candidate_id in by_id}

    def refresh(self) -> None:
        """Read profiles anew where they changed, and hold no legal status and nothing worked out of what was."""
        self.profiles(None)
        self.copies.forget(Copied.STATUSES)
        self.copies.forget_derived()

    def legal_statuses(self, ids: Collection[str]) -> dict[str, HeldStatus]:
        """Read what the law asks about some candidates."""
        with reading(self.engine) as connection:
            return status.read_statuses(connection, Vault.reading(connection, self.keys), tuple(ids))

    def all_legal_statuses(self) -> Mapping[str, HeldStatus]:
        """Read what the law asks about all candidates."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            return self.copies.of(connection, Copied.STATUSES, partial(status.read_all_statuses, connection, vault))

    def grounds(self, ids: Collection[str]) -> dict[str, HeldGrounds]:
        """Read what groups some candidates belong to."""
        with reading(self.engine) as connection:
            return candidates.grounds_of(connection, Vault.reading(connection, self.keys), tuple(ids))

    def facts_told(self) -> dict[str, frozenset[str]]:
        """Read what is filled in."""
        with reading(self.engine) as connection:
            return candidates.facts_told(connection)

    def candidate(self, name: str) -> Candidate:
        """Read one candidate."""
        with reading(self.engine) as connection:
            found = candidate_id(connection, self.keys, name)
            return candidates.candidate_by_id(connection, Vault.reading(connection, self.keys), found)

    def sent_by(self, name: str) -> Candidate:
        """Read one candidate as its sender wrote it."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            found = candidate_id(connection, self.keys, name)
            member = merges.read_members(connection, vault).get(found)
            return member.record if member else candidates.candidate_by_id(connection, vault, found)

    def versions(self, name: str) -> tuple[Candidate, ...]:
        """Read all that is held of one candidate."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            found = candidate_id(connection, self.keys, name)
            members = merges.read_members(connection, vault)
            parts = [found, *sorted(merges.all_under(members, found))]
            sent = [members[part].record for part in parts if part in members]
            past = [version for part in parts for version in history.past_candidates(connection, vault, part)]
            return (candidates.candidate_by_id(connection, vault, found), *sent, *past)

    def candidate_id(self, name: str) -> str:
        """Find one candidate's id."""
        with reading(self.engine) as connection:
            return candidate_id(connection, self.keys, name)

    def called(self, name: str) -> tuple[str, ...]:
        """Find every candidate called so."""
        with reading(self.engine) as connection:
            vault = Vault.reading(connection, self.keys)
            top = merges.tops(connection)
            named = candidates.entries_called(connection, vault, name)
            meant = (entry for entry in named if entry.key == name or len(name) >= SHORTEST_ID)
            return tuple(dict.fromkeys(top.get(entry.id, entry.id) for entry in meant))

    def candidate_history(self, name: str) -> tuple[Candidate, ...]:
        """Read one candidate's past."""
        with reading(self.engine) as connection:
            found = candidate_id(connection, self.keys, name)
            return history.past_candidates(connection, Vault.reading(connection, self.keys), found)

    def vacancies(self, open_on: date | None) -> tuple[Vacancy, ...]:
        """Read vacancies."""
        with reading(self.engine) as connection:
            held = self.copies.of(connection, Copied.VACANCIES, lambda _before: vacancies.read_vacancies(connection))
        if open_on is None:
            return held
        return self.copies.derived(
            ("open", open_on), (held,), lambda: tuple(item for item in held if item.is_open(open_on))
        )

    def vacancy(self, name: str) -> Vacancy:
        """Read one vacancy."""
        with reading(self.engine) as connection:
            found = vacancy_id(connection, name)
            return vacancies.vacancy_by_id(connection, found)

    def vacancy_history(self, name: str) -> tuple[Vacancy, ...]:
        """Read one vacancy's past."""
        with reading(self.engine) as connection:
            found = vacancy_id(connection, name)
            return history.past_vacancies(connection, found)

    def counts(self) -> Holdings:
        """Count what is held."""
        with reading(self.engine) as connection:
            merged = merges.count_merged(connection)
            standing = ((name, number - merged.get(name, 0)) for name, number in cohorts.count_by_scheme(connection))
            return Holdings(tuple(each for each in standing if each[1]), vacancies.count_vacancies(connection))

    def rotate_keys(self, progress: Progress) -> str:
        """Seal every identity anew."""
        return rotation.rotate(self.engine, self.keys, progress)

    def key_status(self) -> KeyStatus:
        """Say which key is in use."""
        return rotation.key_status(self.engine, self.keys)

    def link_choices(self, kind: str) -> LinkChoices:
        """Read what phrases mean."""
        with reading(self.engine) as connection:
            return self.copies.of(connection, Copied.LINKS, lambda _before: links.choices(connection, kind), kind)

    def link_decisions(self, latest: int | None) -> tuple[LinkDecision, ...]:
        """Read decisions about phrases."""
        with reading(self.engine) as connection:
            return links.read_decisions(connection, latest)

    def decided_phrases(self) -> frozenset[str]:
        """Read the phrases decided about."""
        with reading(self.engine) as connection:
            return links.decided_phrases(connection)

    def _seal(self) -> KeyedDigest:
        """Return what seals the audit log."""
        secret = self.keys.of_the_log().first_or_made().secret
        return lambda words: keyed_code(secret, "audit", words)

    def _vault(self) -> Vault:
        """Open the vault, with the first key where the database has none."""
        with reading(self.engine) as connection:
            if Vault.is_keyed(connection):
                return Vault.reading(connection, self.keys)
        with writing(self.engine) as connection:
            return Vault.writing(connection, self.keys)
