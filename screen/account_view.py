"""Accounts as they are read: a line of the list, and one account with what can be done about it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import streamlit as st

from matcher.offices import AccountRead, AccountsOffice, AccountState
from screen.account_dialogs import PAGE, ask_change, ask_close, ask_new_password, ask_sign_out
from screen.attempts import told
from screen.done import draw_done
from screen.emphasis import emphasis
from screen.plain_text import chip, plain, quiet
from screen.wording import Words

COLOURS = {AccountState.OPEN: "green", AccountState.LOCKED: "orange", AccountState.CLOSED: "gray"}
OPENED = "account"


def show_account_line(account: AccountRead, words: Words) -> None:
    """Show one account in the list; its button opens it."""
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        facts = quiet(" · ".join(_facts(account, words)))
        said = f"**{plain(account.login)}** {_chips(account, words)}  \n{facts}"
        st.markdown(said, width="stretch")
        st.button(words("accounts.open"), key=f"open-{account.id}", on_click=_open, args=(account.id,))


def show_account(office: AccountsOffice, account: AccountRead, words: Words) -> None:
    """Show one account: what it is, how it stands, and what can be done about it."""
    if st.button(words("accounts.back"), icon=":material/arrow_back:", type="tertiary", key="back"):
        del st.query_params[OPENED]
        st.rerun()
    with st.container(border=True):
        st.header(plain(account.login), anchor=False)
        way = words("accounts.with_password" if account.has_password else "accounts.without_password")
        facts = [*_facts(account, words), way]
        if account.sessions:
            facts.append(words("accounts.sessions", number=account.sessions))
        if account.failures and account.locked_until is None:
            facts.append(words("accounts.failures", failures=account.failures))
        st.markdown(f"{_chips(account, words, always=True)}  \n{quiet(' · '.join(facts))}")
    _show_lock(account, words)
    with st.container(horizontal=True):
        _offer_to_unlock(office, account, words)
        if st.button(words("accounts.change"), icon=":material/badge:", key="change"):
            ask_change(account, words)
        if st.button(words("accounts.new_password"), icon=":material/key:", key="password"):
            ask_new_password(account, words)
        if account.sessions and st.button(words("accounts.end_sessions"), icon=":material/logout:", key="end"):
            ask_sign_out(account, words)
        _offer_to_close(office, account, words)
    st.markdown(quiet(words("accounts.logged")))


def _show_lock(account: AccountRead, words: Words) -> None:
    """Say that wrong passwords keep the account shut, and for how long yet."""
    if account.locked_until is not None:
        left = (account.locked_until - datetime.now(UTC)).total_seconds()
        minutes = max(1, math.ceil(left / 60))
        st.warning(words("accounts.locked", failures=account.failures, minutes=minutes), icon=":material/lock_clock:")


def _offer_to_unlock(office: AccountsOffice, account: AccountRead, words: Words) -> None:
    if account.locked_until is not None and st.button(
        words("accounts.unlock"), icon=":material/lock_open:", type=emphasis(), key="unlock"
    ):
        with told():
            office.unlock(account.login)
            draw_done(PAGE, "accounts.unlocked", login=account.login)


def _offer_to_close(office: AccountsOffice, account: AccountRead, words: Words) -> None:
    if account.state is not AccountState.CLOSED:
        if st.button(words("accounts.close"), icon=":material/person_off:", key="close"):
            ask_close(account, words)
    elif st.button(words("accounts.enable"), icon=":material/person_check:", type=emphasis(), key="enable"):
        with told():
            office.enable(account.login)
            draw_done(PAGE, "accounts.enabled", login=account.login)


def _chips(account: AccountRead, words: Words, *, always: bool = False) -> str:
    """Return how an account stands where that is not as it should be, or ``always``, and whether it is one's own."""
    shown = [chip(words("accounts.own"), "blue")] if account.is_own else []
    if always or account.state is not AccountState.OPEN:
        shown.insert(0, chip(words(f"account_state.{account.state}"), COLOURS[account.state]))
    return " ".join(shown)


def _facts(account: AccountRead, words: Words) -> list[str]:
    """Return what the account is, for whom and for which schemes, and when it was last signed in to, as Markdown."""
    facts = [words(f"role.{account.role.value}")]
    if account.organisation:
        facts.append(plain(account.organisation.name))
    if account.schemes is not None:
        facts.append(words("frame.schemes", schemes=plain(", ".join(sorted(account.schemes)).upper())))
    if account.signed_in_at is None:
        return [*facts, words("accounts.never_signed_in")]
    return [*facts, words("accounts.signed_in", day=words.day(account.signed_in_at.astimezone().date()))]


def _open(account_id: str) -> None:
    st.query_params[OPENED] = account_id
