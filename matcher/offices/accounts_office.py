"""What administrators do: who may sign in and as what, for whom they work, and what becomes of their accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import ClassVar

from matcher.accounts import ABSOLUTE, IDLE, Directory, Position
from matcher.errors import UsageError
from matcher.offices.office import Office
from matcher.stewardship import Right
from matcher.store.held_accounts import Account, Organisation
from matcher.trail import Role
from taxonomies.schemes import schemes


class AccountState(StrEnum):
    """Whether an account lets anybody in."""

    OPEN = "open"
    LOCKED = "locked"
    CLOSED = "closed"

    @classmethod
    def of(cls, account: Account, now: datetime) -> AccountState:
        """Tell how an account stands at a moment."""
        if account.disabled:
            return cls.CLOSED
        return cls.LOCKED if account.is_locked(now) else cls.OPEN


@dataclass(frozen=True, slots=True)
class AccountRead:
    """An account as those see it who manage accounts: never its password.

    Args:
        id: random.
        login: what its owner signs in as.
        role: what the owner is to the data.
        schemes: those whose people the owner may see, ``None`` for all.
        organisation: for whom the owner works, ``None`` for nobody's.
        state: whether it lets anybody in.
        has_password: whether it has one; else an identity provider alone opens it.
        failures: wrong passwords since the last right one.
        locked_until: when wrong passwords no longer keep it shut (UTC), ``None`` where they do not.
        signed_in_at: when somebody last signed in to it (UTC), ``None`` for never as far as the audit log says.
        sessions: how many browsers are signed in with it.
        is_own: whether it is the account of whoever asks.
    """

    id: str
    login: str
    role: Role
    schemes: frozenset[str] | None
    organisation: Organisation | None
    state: AccountState
    has_password: bool
    failures: int
    locked_until: datetime | None
    signed_in_at: datetime | None
    sessions: int
    is_own: bool


class AccountsOffice(Office):
    """Accounts and organisations. An account is shut, never removed: the audit log goes on naming it.

    Each method requires the right by way of the directory, and writes its entry of the log together with the act.
    """

    right: ClassVar[Right] = Right.ACCOUNTS

    def is_empty(self) -> bool:
        """Tell whether there is no account yet: the first one closes the app to whoever does not sign in."""
        return not self._directory.accounts()

    def accounts(self) -> tuple[AccountRead, ...]:
        """Return all accounts, by login."""
        held, desk, now = self._directory.accounts(), self._store.accounts(), datetime.now(UTC)
        signed_in, sessions = desk.last_signed_in(), desk.count_sessions(now - ABSOLUTE, now - IDLE)
        return tuple(
            AccountRead(
                id=account.id,
                login=account.login,
                role=account.role,
                schemes=account.schemes,
                organisation=account.organisation,
                state=AccountState.of(account, now),
                has_password=bool(account.password),
                failures=account.failures,
                locked_until=account.locked_until if account.is_locked(now) else None,
                signed_in_at=signed_in.get(account.id),
                sessions=0 if account.disabled else sessions.get(account.id, 0),
                is_own=self._is_own(account),
            )
            for account in held
        )

    def account(self, login: str) -> AccountRead:
        """Return one account; raises :class:`NotFoundError` with those there are."""
        known = self._directory.account(login)
        return next(read for read in self.accounts() if read.id == known.id)

    def add(self, login: str, position: Position, password: str | None, *, any_role_first: bool = False) -> AccountRead:
        """Make an account.

        Args:
            login: what its owner signs in as, such as an e-mail address; kept in lower case.
            position: its role and reach.
            password: ``None`` for an account that only an identity provider opens.
            any_role_first: whether others can be added afterwards without signing in, as at the command line. In the
                app they cannot: there an administrator must come first.

        Raises:
            UsageError: The login, the position or the password cannot be one, the login is taken, or nobody could
                manage accounts afterwards.
        """
        directory = self._directory
        manages = position.role == Role.ADMIN or any(account.manages for account in directory.accounts())
        if not manages and not any_role_first:
            raise UsageError("The first account must be an administrator's: only they can add the others.")
        return self.account(directory.add(login, position, password).login)

    def change(self, login: str, position: Position, *, knowing_own: bool = False) -> AccountRead:
        """Give an account another role and reach; whoever is signed in with it must sign in again.

        Args:
            login: of the account.
            position: what it is to be.
            knowing_own: whether the actor was told that it is their own, where it is.

        Raises:
            NotFoundError: There is no such account.
            UsageError: The position cannot be one, nobody could manage accounts any more, or it is the actor's own
                and they were not told.
        """
        self._require_told(login, knowing_own)
        return self.account(self._directory.change(login, position).login)

    def set_password(self, login: str, password: str) -> AccountRead:
        """Give an account another password, which also unlocks it; whoever is signed in with it must sign in again.

        Raises:
            NotFoundError: There is no such account.
            UsageError: It may not be a password.
        """
        return self.account(self._directory.set_password(login, password).login)

    def disable(self, login: str, *, knowing_own: bool = False) -> AccountRead:
        """Shut an account; whoever is signed in with it is out at the next click. Raises as :meth:`change`."""
        self._require_told(login, knowing_own)
        return self.account(self._directory.disable(login).login)

    def enable(self, login: str) -> AccountRead:
        """Open an account again that was shut; raises :class:`NotFoundError`."""
        return self.account(self._directory.enable(login).login)

    def unlock(self, login: str) -> AccountRead:
        """Take away the lock that wrong passwords put on an account; raises :class:`NotFoundError`."""
        return self.account(self._directory.unlock(login).login)

    def end_sessions(self, login: str) -> AccountRead:
        """Sign whoever uses an account out of every browser; raises :class:`NotFoundError`."""
        return self.account(self._directory.end_sessions(login).login)

    def schemes(self) -> tuple[str, ...]:
        """Return the names of the schemes to which an account can be narrowed."""
        self.actor.require(Right.ACCOUNTS)
        return tuple(schemes())

    def organisations(self) -> tuple[Organisation, ...]:
        """Return all organisations, by name."""
        return self._directory.organisations()

    def add_organisation(self, name: str) -> Organisation:
        """Make an organisation; raises :class:`UsageError` where its name is empty or taken."""
        return self._directory.add_organisation(name)

    @property
    def _directory(self) -> Directory:
        return Directory(self._store.accounts(), self.actor)

    def _is_own(self, account: Account) -> bool:
        return account.login == self.actor.name

    def _require_told(self, login: str, knowing_own: bool) -> None:
        account = self._directory.account(login)
        if self._is_own(account) and not knowing_own:
            raise UsageError(f"{account.login} is your own account: confirm that you mean it.")
