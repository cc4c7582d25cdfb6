"""The directory: accounts and organisations, as those manage them who may."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from matcher.accounts.passwords import hashed, require_strong
from matcher.errors import NotFoundError, UsageError
from matcher.stewardship import Actor, Right
from matcher.store.held_accounts import Account, Organisation, Outcome
from matcher.trail import Action, Note, Role
from taxonomies.schemes import find_scheme

if TYPE_CHECKING:
    from matcher.store.account_desk import AccountDesk

MANAGING = "who may use the program"
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._+@-]{1,99}")


@dataclass(frozen=True, slots=True)
class Position:
    """What an account is to be: its role, the schemes whose people it may see (none named: all), its organisation."""

    role: str
    schemes: tuple[str, ...] = ()
    organisation: str = ""


class Directory:
    """Accounts and organisations, in the hands of one actor, whose role must allow it."""

    def __init__(self, desk: AccountDesk, actor: Actor) -> None:
        actor.require(Right.ACCOUNTS)
        self._desk = desk
        self._actor = actor

    def accounts(self) -> tuple[Account, ...]:
        """Return all accounts, by login."""
        return self._desk.accounts()

    def account(self, login: str) -> Account:
        """Return one account; raises :class:`NotFoundError` with those there are."""
        found = self._desk.account(_folded(login))
        if found is None:
            known = ", ".join(account.login for account in self._desk.accounts()) or "none yet"
            raise NotFoundError(f"There is no account {login!r}: choose one of {known}.")
        return found

    def add(self, login: str, position: Position, password: str | None) -> Account:
        """Make an account.

        Args:
            login: what its owner signs in as, such as an e-mail address; kept in lower case.
            position: its role and reach.
            password: ``None`` for an account that only an identity provider opens.

        Raises:
            UsageError: The login, the position or the password cannot be one, or the login is taken.
        """
        folded = _folded(login)
        if not _LOGIN.fullmatch(folded):
            raise UsageError(
                f"{login!r} cannot be a login: take 2 to 100 letters, digits and . _ + - @, such as an e-mail address."
            )
        account = self._placed(Account(uuid4().hex, folded, Role.RECRUITER), position)
        if password is not None:
            account = _with_password(account, password)
        detail = {"step": "added", "role": account.role.value, "local": password is not None}
        if not self._desk.add(account, self._note(account, detail)):
            raise UsageError(f"There is an account {folded!r} already: change that one, or take another login.")
        return account

    def change(self, login: str, position: Position) -> Account:
        """Give an account another role and reach; whoever is signed in with it must sign in again.

        Raises:
            UsageError: The position cannot be one, or nobody could manage accounts any more.
        """
        detail = {"step": "changed", "role": position.role}
        return self._settled(login, lambda held: self._placed(held, position), detail, ends_sessions=True)

    def set_password(self, login: str, password: str) -> Account:
        """Give an account another password, which also unlocks it; whoever is signed in with it must sign in again."""
        known = _with_password(self.account(login), password)
        renewed: Mapping[str, Any] = {"password": known.password, "failures": 0, "locked_until": None}
        detail = {"step": "password"}
        return self._settled(login, lambda held: replace(held, **renewed), detail, ends_sessions=True)

    def disable(self, login: str) -> Account:
        """Shut an account; whoever is signed in with it is out at the next click.

        Raises:
            UsageError: Nobody could manage accounts any more.
        """
        detail = {"step": "disabled"}
        return self._settled(login, lambda held: replace(held, disabled=True), detail, ends_sessions=True)

    def enable(self, login: str) -> Account:
        """Open an account again that was shut."""
        return self._settled(login, lambda held: replace(held, disabled=False), {"step": "enabled"})

    def unlock(self, login: str) -> Account:
        """Take away the lock that wrong passwords put on an account."""
        return self._settled(login, lambda held: replace(held, failures=0, locked_until=None), {"step": "unlocked"})

    def end_sessions(self, login: str) -> Account:
        """Sign whoever uses an account out of every browser."""
        return self._settled(login, lambda held: held, {"step": "signed out everywhere"}, ends_sessions=True)

    def organisations(self) -> tuple[Organisation, ...]:
        """Return all organisations, by name."""
        return self._desk.organisations()

    def organisation(self, name: str) -> Organisation:
        """Return one organisation; raises :class:`NotFoundError` with those there are."""
        return organisation_called(self._desk.organisations(), name)

    def add_organisation(self, name: str) -> Organisation:
        """Make an organisation; raises :class:`UsageError` where its name is empty or taken."""
        said = " ".join(name.split())
        if not said:
            raise UsageError("An organisation needs a name: write one.")
        organisation = Organisation(uuid4().hex, said)
        taken = said.casefold() in {held.name.casefold() for held in self._desk.organisations()}
        note = Note(
            self._actor.name, self._actor.role, Action.ACCOUNT, organisation.id, MANAGING, {"step": "organisation"}
        )
        if taken or not self._desk.add_organisation(organisation, note):
            raise UsageError(f"There is an organisation {said!r} already: take another name.")
        return organisation

    def _placed(self, account: Account, position: Position) -> Account:
        if position.role not in tuple(Role):
            raise UsageError(f"{position.role!r} is no role: choose one of {', '.join(Role)}.")
        role = Role(position.role)
        if (role is Role.RECRUITER) != bool(position.organisation):
            if role is Role.RECRUITER:
                raise UsageError("A recruiter works for an organisation: say for which.")
            raise UsageError(f"The role {role} works for no organisation: leave it out.")
        schemes = frozenset(find_scheme(name).name for name in position.schemes) if position.schemes else None
        organisation = self.organisation(position.organisation) if position.organisation else None
        return replace(account, role=role, schemes=schemes, organisation=organisation)

    def _settled(
        self,
        login: str,
        become: Callable[[Account], Account],
        detail: Mapping[str, Any],
        *,
        ends_sessions: bool = False,
    ) -> Account:
        found = self.account(login)
        note = self._note(found, detail)

        def decide(held: Account, others: tuple[Account, ...]) -> Outcome:
            """Look at the accounts as they stand behind the write lock: two administrators cannot shut each other."""
            becomes = become(held)
            if held.manages and not becomes.manages and not any(each.manages for each in others):
                raise UsageError(
                    f"{held.login} is the only administrator: nobody could manage accounts any more. Make another one "
                    "first."
                )
            return Outcome(becomes, note, ends_sessions=ends_sessions)

        return self._desk.settle_among(found.id, decide).account

    def _note(self, account: Account, detail: Mapping[str, Any]) -> Note:
        return Note(self._actor.name, self._actor.role, Action.ACCOUNT, account.id, MANAGING, detail)


def organisation_called(organisations: tuple[Organisation, ...], name: str) -> Organisation:
    """Return the organisation with a name, whatever its capitals; raises :class:`NotFoundError` with all names."""
    said = " ".join(name.split()).casefold()
    found = next((held for held in organisations if said in (held.name.casefold(), held.id)), None)
    if found is None:
        known = ", ".join(held.name for held in organisations) or "none yet"
        raise NotFoundError(f"There is no organisation {name!r}: choose one of {known}, or add it first.")
    return found


def _folded(login: str) -> str:
    return login.strip().lower()


def _with_password(account: Account, password: str) -> Account:
    require_strong(password, account.login)
    return replace(account, password=hashed(password))
