"""The desk for accounts: who may sign in, who did, and what is shared with their organisations.

Each act is written in one transaction together with its entry in the audit log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from matcher.store import accounts, audit, browser_sessions, shares
from matcher.store.connection import reading, writing
from matcher.store.held_accounts import Account, BrowserSession, Organisation, Outcome, Share, Shared
from matcher.trail import KeyedDigest, Note


@dataclass(frozen=True, slots=True)
class AccountDesk:
    """One transaction for each thing asked. ``seal`` seals the audit log."""

    engine: Engine
    seal: KeyedDigest

    # --- accounts and organisations

    def holds_accounts(self) -> bool:
        """Tell whether there is any account, disabled ones too."""
        with reading(self.engine) as connection:
            return accounts.holds_accounts(connection)

    def accounts(self) -> tuple[Account, ...]:
        """Read all accounts, by login."""
        with reading(self.engine) as connection:
            return accounts.read_accounts(connection)

    def account(self, login: str) -> Account | None:
        """Read the account with a login."""
        with reading(self.engine) as connection:
            return accounts.account_called(connection, login)

    def add(self, account: Account, note: Note) -> bool:
        """Write a new account; ``False``, and nothing written, where its login is taken."""
        with writing(self.engine) as connection:
            if accounts.account_called(connection, account.login) is not None:
                return False
            accounts.write_account(connection, account)
            self._append(connection, note)
            return True

    def settle(self, account_id: str, decide: Callable[[Account], Outcome]) -> Outcome:
        """Let an act change an account, and return what it came to; nobody else changes the account in between.

        Args:
            account_id: whose.
            decide: is given the account as it stands and returns what becomes of it.
        """
        with writing(self.engine) as connection:
            return self._settled(connection, account_id, decide)

    def settle_among(self, account_id: str, decide: Callable[[Account, tuple[Account, ...]], Outcome]) -> Outcome:
        """As :meth:`settle`, where it depends on all the other accounts too: none of them changes in between either."""
        with writing(self.engine) as connection:
            others = tuple(each for each in accounts.read_accounts(connection) if each.id != account_id)
            return self._settled(connection, account_id, lambda held: decide(held, others))

    def organisations(self) -> tuple[Organisation, ...]:
        """Read all organisations, by name."""
        with reading(self.engine) as connection:
            return accounts.read_organisations(connection)

    def add_organisation(self, organisation: Organisation, note: Note) -> bool:
        """Write a new organisation; ``False``, and nothing written, where its name is taken."""
        with writing(self.engine) as connection:
            if organisation.name in {held.name for held in accounts.read_organisations(connection)}:
                return False
            accounts.write_organisation(connection, organisation)
            self._append(connection, note)
            return True

    # --- sessions

    def count_sessions(self, opened_after: datetime, seen_after: datetime) -> dict[str, int]:
        """Count the sessions of each account, by its id, that are neither too old nor unused for too long."""
        with reading(self.engine) as connection:
            return browser_sessions.count_alive(connection, opened_after, seen_after)

    def last_signed_in(self) -> dict[str, datetime]:
        """Read from the audit log when somebody last signed in to each account (UTC), by its id."""
        with reading(self.engine) as connection:
            return audit.last_signed_in(connection, accounts.selected_ids())

    def session(self, token_hash: str) -> tuple[BrowserSession, Account] | None:
        """Read a session, expired or not, with its account."""
        with reading(self.engine) as connection:
            found = browser_sessions.read_session(connection, token_hash)
            account = accounts.account_with(connection, found.account_id) if found else None
            return (found, account) if found and account else None

    def see_session(self, token_hash: str, at: datetime) -> None:
        """Write when a session was last used."""
        with writing(self.engine) as connection:
            browser_sessions.see_session(connection, token_hash, at)

    def close_session(self, token_hash: str, note: Note) -> None:
        """End a session."""
        with writing(self.engine) as connection:
            browser_sessions.close_session(connection, token_hash)
            self._append(connection, note)

    def drop_stale_sessions(self, opened_before: datetime, seen_before: datetime) -> None:
        """Remove the sessions that are too old, or were not used for too long."""
        with writing(self.engine) as connection:
            browser_sessions.drop_stale(connection, opened_before, seen_before)

    def record(self, note: Note) -> None:
        """Write an act that changes nothing, such as an attempt on an account that does not exist."""
        with writing(self.engine) as connection:
            self._append(connection, note)

    # --- shares

    def shares(self) -> tuple[Share, ...]:
        """Read all that is shared, by organisation."""
        with reading(self.engine) as connection:
            return shares.read_shares(connection)

    def shared_with(self, organisation_id: str) -> Shared:
        """Read what one organisation may see."""
        with reading(self.engine) as connection:
            return shares.shared_with(connection, organisation_id)

    def organisations_of(self, candidate_id: str) -> tuple[str, ...]:
        """Read the names of the organisations with which a candidate is shared one by one."""
        with reading(self.engine) as connection:
            return shares.organisations_of(connection, candidate_id)

    def share(self, acts: Sequence[tuple[Share, Note]]) -> int:
        """Share things, all of them or none; return how many were not shared already. Of others nothing is written."""
        with writing(self.engine) as connection:
            return self._append(connection, *(note for share, note in acts if shares.put_share(connection, share)))

    def unshare(self, acts: Sequence[tuple[Share, Note]]) -> int:
        """Share things no longer, as :meth:`share`; return how many were shared."""
        with writing(self.engine) as connection:
            return self._append(connection, *(note for share, note in acts if shares.take_share(connection, share)))

    def _settled(self, connection: Connection, account_id: str, decide: Callable[[Account], Outcome]) -> Outcome:
        held = accounts.account_with(connection, account_id)
        if held is None:  # accounts are disabled, never removed
            raise KeyError(account_id)
        outcome = decide(held)
        accounts.write_account(connection, outcome.account)
        if outcome.ends_sessions:
            browser_sessions.close_sessions_of(connection, account_id)
        if outcome.opened is not None:
            browser_sessions.open_session(connection, outcome.opened)
        self._append(connection, outcome.note)
        return outcome

    def _append(self, connection: Connection, *notes: Note) -> int:
        audit.append(connection, notes, self.seal)
        return len(notes)
