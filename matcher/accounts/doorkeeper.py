"""The doorkeeper: who is let in with a password or by an identity provider, who is known again, who leaves."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from matcher.accounts.passwords import is_right
from matcher.accounts.terms import ABSOLUTE, FAILURES, IDLE, LOCKED, NOTED
from matcher.store.held_accounts import Account, BrowserSession, Outcome
from matcher.trail import SIGNED_IN, Action, Note

if TYPE_CHECKING:
    from matcher.store.account_desk import AccountDesk

SIGNING_IN = "signing in"
NOBODY = "somebody unknown"
PASSWORD, PROVIDER = "password", "identity provider"
_TOKEN_BYTES = 32

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Lets people in and knows them again. ``clock`` tells the time in UTC.

    A refusal never says why: whether a login exists, and whether it is locked, is nobody's business before they are in.
    """

    desk: AccountDesk
    clock: Clock = lambda: datetime.now(UTC)

    def is_open(self) -> bool:
        """Tell whether nobody has to sign in, since there is no account yet."""
        return not self.desk.holds_accounts()

    def let_in(self, login: str, password: str) -> str | None:
        """Return the token of a new session, for a cookie; ``None`` where login and password open no account now.

        After :data:`FAILURES` wrong passwords in a row the account is locked for :data:`LOCKED`. It takes as long for a
        login that does not exist, and a password is also looked at where the account is locked or disabled.
        """
        account = self.desk.account(login.strip().lower())
        right = is_right(password, account.password if account else "")
        if account is None:
            self.desk.record(Note(NOBODY, None, Action.LOGIN, "unknown account", SIGNING_IN, {"step": "refused"}))
            return None
        return self._attempt(account, right=right)

    def let_in_vouched(self, email: str) -> str | None:
        """Return the token of a new session for somebody whose e-mail address an identity provider vouches for.

        Wrong passwords lock nobody out who signs in so: strangers could keep others from their work.
        """
        account = self.desk.account(email.strip().lower())
        if account is None:
            detail = {"step": "refused", "by": PROVIDER}
            self.desk.record(Note(NOBODY, None, Action.LOGIN, "unknown account", SIGNING_IN, detail))
            return None
        return self._attempt(account, right=True, by=PROVIDER)

    def known(self, token: str | None) -> Account | None:
        """Return the account of a session that is alive, and note that it was used; ``None`` for any other token."""
        if not token:
            return None
        found = self.desk.session(_hash(token))
        if found is None:
            return None
        session, account = found
        now = self.clock()
        if account.disabled or now - session.seen_at >= IDLE or now - session.opened_at >= ABSOLUTE:
            return None
        if now - session.seen_at >= NOTED:
            self.desk.see_session(session.token_hash, now)
        return account

    def let_out(self, token: str | None) -> None:
        """End a session; a token that opens none is ignored."""
        found = self.desk.session(_hash(token)) if token else None
        if found is not None:
            session, account = found
            self.desk.close_session(session.token_hash, _note(account, {"step": "signed out"}))

    def _attempt(self, account: Account, *, right: bool, by: str = PASSWORD) -> str | None:
        now, token = self.clock(), secrets.token_urlsafe(_TOKEN_BYTES)
        session = BrowserSession(_hash(token), account.id, now, now)

        def decide(held: Account) -> Outcome:
            """Look at the account as it stands behind the write lock: guesses sent at once count one by one."""
            if held.disabled or (by == PASSWORD and held.is_locked(now)):
                return Outcome(held, _note(held, {"step": "refused", "by": by}))
            if not right:
                return _failed(held, now)
            admitted = replace(held, failures=0, locked_until=None) if by == PASSWORD else held
            return Outcome(admitted, _note(held, {"step": SIGNED_IN, "by": by}), opened=session)

        if self.desk.settle(account.id, decide).opened is None:
            return None
        self.desk.drop_stale_sessions(now - ABSOLUTE, now - IDLE)
        return token


def _failed(held: Account, now: datetime) -> Outcome:
    """Count a wrong password. A lock that has run out starts the count anew."""
    failures = 1 if held.locked_until else held.failures + 1
    if failures < FAILURES:
        return Outcome(replace(held, failures=failures, locked_until=None), _note(held, {"step": "refused"}))
    locked = replace(held, failures=failures, locked_until=now + LOCKED)
    return Outcome(locked, _note(held, {"step": "locked", "failures": failures}))


def _note(account: Account, detail: Mapping[str, Any]) -> Note:
    return Note(account.login, account.role, Action.LOGIN, account.id, SIGNING_IN, detail)


def _hash(token: str) -> str:
    """Return what is kept of a token: 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
