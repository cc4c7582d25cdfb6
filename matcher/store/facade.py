"""``Store``, all that other layers see of the database. It imports no database library until one is opened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Self

from matcher.records import Candidate, Vacancy
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
    unheard,
)
from matcher.store.keys import KeySource

if TYPE_CHECKING:
    from matcher.store.account_desk import AccountDesk
    from matcher.store.desk import Desk
    from matcher.store.duplicate_desk import DuplicateDesk
    from matcher.store.loading import Afterwards
    from matcher.store.register import Register
    from matcher.store.search_desk import SearchDesk
    from matcher.store.shortlist_desk import ShortlistDesk


class Store:
    """Candidates, vacancies and confirmed links in one database. Open it with :meth:`open`, close it after use."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @classmethod
    def open(cls, url: str, keys: KeySource | None = None) -> Self:
        """Open the database at a URL (``sqlite:///FILE`` or ``postgresql://...``), made or migrated where needed.

        ``keys`` open the identities; by default those that the environment names (``MATCHER_HOME``,
        ``MATCHER_IDENTITY_KEY``). Profiles, vacancies and confirmed links can be used without them.

        Raises:
            StoreError: The database cannot be reached or understood, or a newer version wrote it.
        """
        from matcher.store.desk import Desk  # imports SQLAlchemy, which takes a third of a second

        if keys is None:
            from matcher.settings import Settings  # imports pydantic

            keys = KeySource.of(Settings())
        return cls(Desk.open(url, keys))

    def close(self) -> None:
        """Let go of the database; closing twice does no harm."""
        self._desk.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def register(self) -> Register:
        """Return the register of the same database: lawful bases, erasures, the audit log and what was ranked.

        The log is sealed with a key of its own, made where there is none yet: it is written, and people are ranked,
        also where the key to identities is not at hand.

        Raises:
            IdentityKeyError: The key of the log may be read by others, or is damaged.
        """
        return self._desk.register()

    def accounts(self) -> AccountDesk:
        """Return the desk for accounts of the same database: who may sign in, who did, and what is shared with whom.

        Raises:
            IdentityKeyError: As :meth:`register`.
        """
        return self._desk.accounts()

    @property
    def duplicates(self) -> DuplicateDesk:
        """What people decided about records of one person, and what they decide by."""
        return self._desk.duplicates

    @property
    def shortlists(self) -> ShortlistDesk:
        """Candidates whom people put on lists, and what became of them."""
        return self._desk.shortlists

    @property
    def searches(self) -> SearchDesk:
        """The searches that people saved."""
        return self._desk.searches

    def load_cohort(
        self,
        records: Iterable[Candidate],
        scheme: str,
        *,
        dry_run: bool = False,
        afterwards: Afterwards | None = None,
    ) -> Counts:
        """Load candidates of one scheme in one transaction: all of them are kept, or none.

        A candidate is known again by scheme and key. New ones get a random id, changed ones keep theirs and their
        previous content is kept; ``dry_run`` writes nothing and counts what a load would do.
        What :meth:`matcher.store.register.Register.on_cohort` gives is written with them, as ``afterwards``.

        Raises:
            StoreError: A record names another scheme, one key stands for two different records, or the database fails.
            IdentityKeyError: The key that the identities held are encrypted with is not at hand.
        """
        return self._desk.load_cohort(records, scheme, dry_run=dry_run, afterwards=afterwards)

    def load_vacancies(
        self, records: Iterable[Vacancy], *, dry_run: bool = False, afterwards: Afterwards | None = None
    ) -> Counts:
        """Load vacancies in one transaction, known again by key; otherwise as :meth:`load_cohort`.

        Raises:
            StoreError: One key stands for two different records, or the database fails.
        """
        return self._desk.load_vacancies(records, dry_run=dry_run, afterwards=afterwards)

    def candidates(self, scheme: str | None = None) -> tuple[Candidate, ...]:
        """Read whole candidates of one scheme or of all, by scheme and key.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.candidates(scheme)

    def sent(self, scheme: str) -> tuple[Candidate, ...]:
        """Read the candidates of a scheme as their senders last wrote them, with those merged into another record.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.sent(scheme)

    def profiles(self, schemes: Collection[str] | None = None) -> tuple[HeldProfile, ...]:
        """Read what a score may see, of the schemes named or of all, by id. No table of identity or status is read."""
        return self._desk.profiles(schemes)

    def held(self, ids: Iterable[str]) -> dict[str, HeldProfile]:
        """Read some candidates of :meth:`profiles`, by id; ids that nobody has are passed over."""
        return self._desk.held(ids)

    def refresh(self) -> None:
        """Let go of copies held in memory that no longer say what the tables say; others do so when next asked."""
        self._desk.refresh()

    def legal_statuses(self, ids: Collection[str]) -> dict[str, HeldStatus]:
        """Read what the law asks about some candidates, by id, and nothing else of who they are.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.legal_statuses(ids)

    def all_legal_statuses(self) -> Mapping[str, HeldStatus]:
        """Read what the law asks about all candidates, by id; it is read anew only where something changed.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.all_legal_statuses()

    def grounds(self, ids: Collection[str]) -> dict[str, HeldGrounds]:
        """Read gender, nationality, birth date and leg of some candidates, by id, and nothing else of who they are.

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.grounds(ids)

    def facts_told(self) -> dict[str, frozenset[str]]:
        """Read which fields of identity and status are filled in, by candidate id; none of them is opened."""
        return self._desk.facts_told()

    def candidate(self, name: str) -> Candidate:
        """Read the candidate with that id, or with that key where only one has it.

        Raises:
            NotFoundError: None has it (the nearest are named), or several have (they are listed).
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.candidate(name)

    def candidate_id(self, name: str) -> str:
        """Return the id of the candidate with that id (or its first digits) or key, reading nothing else of them.

        Raises:
            NotFoundError: As :meth:`candidate`.
            IdentityKeyError: No id starts so, and keys cannot be looked up, since the key to identities is not at hand.
        """
        return self._desk.candidate_id(name)

    def called(self, name: str) -> tuple[str, ...]:
        """Return the ids of all candidates with that key, or an id that starts with these digits (6 or more).

        Raises:
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.called(name)

    def vacancies(self, open_on: date | None = None) -> tuple[Vacancy, ...]:
        """Read the vacancies open on a day, or all of them, by key."""
        return self._desk.vacancies(open_on)

    def vacancy(self, name: str) -> Vacancy:
        """Read the vacancy with that id or key.

        Raises:
            NotFoundError: None has it; the nearest are named.
        """
        return self._desk.vacancy(name)

    def sent_by(self, name: str) -> Candidate:
        """Read a candidate as :meth:`candidate`, but only what its own sender wrote where others are merged into it."""
        return self._desk.sent_by(name)

    def versions(self, name: str) -> tuple[Candidate, ...]:
        """Read everything that is held of a candidate: the record, what it said before, and all merged into it.

        Raises:
            NotFoundError: As :meth:`candidate`.
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.versions(name)

    def candidate_history(self, name: str) -> tuple[Candidate, ...]:
        """Read what a candidate's record said before each change, oldest first.

        Raises:
            NotFoundError: As :meth:`candidate`.
            IdentityKeyError: The key that opens identities is not at hand.
        """
        return self._desk.candidate_history(name)

    def vacancy_history(self, name: str) -> tuple[Vacancy, ...]:
        """Read what a vacancy said before each change, oldest first.

        Raises:
            NotFoundError: As :meth:`vacancy`.
        """
        return self._desk.vacancy_history(name)

    def counts(self) -> Holdings:
        """Count the candidates of each scheme and the vacancies."""
        return self._desk.counts()

    def rotate_keys(self, progress: Progress = unheard) -> str:
        """Encrypt every identity anew, with the newest key or one made now, and return the id of that key.

        All is done in one transaction: interrupted, the database stays with the key it had.

        Raises:
            IdentityKeyError: The key in use is not at hand, or the environment names no newer one.
        """
        return self._desk.rotate_keys(progress)

    def key_status(self) -> KeyStatus:
        """Say which key the identities are encrypted with, and whether it is at hand.

        Raises:
            IdentityKeyError: The key file may be read by others, or is damaged.
        """
        return self._desk.key_status()

    def link_choices(self, kind: str) -> LinkChoices:
        """Read what people decided that phrases of one kind mean; phrases stand in their normal form.

        Raises:
            UsageError: The kind is neither ``skill`` nor ``occupation``.
        """
        return self._desk.link_choices(kind)

    def confirmed_links(self, kind: str) -> dict[str, str]:
        """Read the concept URI of each phrase of one kind that was confirmed for whoever says it.

        Raises:
            UsageError: As :meth:`link_choices`.
        """
        return self._desk.link_choices(kind).confirmed

    def link_decisions(self, latest: int | None = None) -> tuple[LinkDecision, ...]:
        """Read decisions about what phrases mean, undone ones too, newest first: all, or so many."""
        return self._desk.link_decisions(latest)

    def decided_phrases(self) -> frozenset[str]:
        """Read every phrase (in normal form) that somebody ever decided about."""
        return self._desk.decided_phrases()
