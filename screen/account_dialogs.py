"""The windows in which accounts are added and changed. Each asks anew who is at the browser."""

from __future__ import annotations

import streamlit as st

from matcher.offices import AccountRead, AccountsOffice
from screen.account_password import ask_password, choose_way, show_password
from screen.account_position import LONGEST_NAME, choose_position
from screen.attempts import told
from screen.done import draw_done
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.plain_text import plain, quiet
from screen.wording import Words

PAGE = "accounts"
LONGEST_LOGIN = 100
_GO_ON = "go-on"


def ask_account(words: Words) -> None:
    """Open the window in which an account is added."""
    st.dialog(words("accounts.add"), width="medium", on_dismiss="rerun")(_add)(words)


def ask_change(account: AccountRead, words: Words) -> None:
    """Open the window in which an account gets another role and reach."""
    st.dialog(words("accounts.change"), width="medium")(_change)(account, words)


def ask_new_password(account: AccountRead, words: Words) -> None:
    """Open the window in which an account gets another password."""
    st.dialog(words("accounts.new_password"), on_dismiss="rerun")(_set_password)(account, words)


def ask_sign_out(account: AccountRead, words: Words) -> None:
    """Open the window that signs an account out everywhere."""
    st.dialog(words("accounts.end_sessions"))(_end_sessions)(account, words)


def ask_close(account: AccountRead, words: Words) -> None:
    """Open the window in which an account is shut."""
    st.dialog(words("accounts.close"))(_close)(account, words)


def ask_organisation(words: Words) -> None:
    """Open the window in which an organisation is added."""
    st.dialog(words("accounts.add_organisation"))(_add_organisation)(words)


def _add(words: Words) -> None:
    _leave_when_done()
    office = open_office(AccountsOffice, words)
    place = st.empty()
    with place.container():
        login = st.text_input(words("accounts.login"), max_chars=LONGEST_LOGIN, autocomplete="off", key="new-login")
        st.markdown(quiet(words("accounts.login_hint")))
        position = choose_position(office, None, words)
        way = choose_way("new", words, may_be_none=True)
        with st.form("new-account", border=False):
            asked = ask_password(way, "new", words)
            added = st.form_submit_button(words("accounts.add_now"), type=emphasis(), key="add-now")
    if not added:
        return
    with told():
        password = asked.settled(words)
        made = office.add(login, position.settled(office, words), password)
        place.empty()
        st.success(words("accounts.added", login=plain(made.login)), icon=":material/check_circle:")
        show_password(made.login, asked, password, words)
        _offer_to_go_on(words)


def _change(account: AccountRead, words: Words) -> None:
    office = open_office(AccountsOffice, words)
    st.markdown(f"**{plain(account.login)}**")
    position = choose_position(office, account, words)
    _warn(account, "accounts.change_own", "accounts.signs_in_again", words)
    if st.button(words("accounts.save"), type=emphasis(), key="change-now"):
        with told():
            office.change(account.login, position.settled(office, words), knowing_own=True)
            draw_done(PAGE, "accounts.changed", login=account.login)


def _set_password(account: AccountRead, words: Words) -> None:
    _leave_when_done()
    office = open_office(AccountsOffice, words)
    place = st.empty()
    with place.container():
        st.markdown(f"**{plain(account.login)}**")
        way = choose_way(account.id, words, may_be_none=False)
        with st.form("new-password", border=False):
            asked = ask_password(way, account.id, words)
            _warn(account, "accounts.password_own", "accounts.signs_in_again", words)
            wanted = st.form_submit_button(words("accounts.set_password"), type=emphasis(), key="password-now")
    if not wanted:
        return
    with told():
        password = asked.settled(words) or ""
        office.set_password(account.login, password)
        place.empty()
        st.success(words("accounts.password_set", login=plain(account.login)), icon=":material/check_circle:")
        show_password(account.login, asked, password, words)
        _offer_to_go_on(words)


def _end_sessions(account: AccountRead, words: Words) -> None:
    st.markdown(words("accounts.end_sessions_hint", login=plain(account.login)))
    _warn(account, "accounts.end_own", "", words)
    if st.button(words("accounts.end_sessions"), type=emphasis(), key="end-now"):
        with told():
            open_office(AccountsOffice, words).end_sessions(account.login)
            draw_done(PAGE, "accounts.sessions_ended", login=account.login)


def _close(account: AccountRead, words: Words) -> None:
    st.markdown(words("accounts.close_hint", login=plain(account.login)))
    _warn(account, "accounts.close_own", "", words)
    if st.button(words("accounts.close_now"), type=emphasis(), key="close-now"):
        with told():
            open_office(AccountsOffice, words).disable(account.login, knowing_own=True)
            draw_done(PAGE, "accounts.closed", login=account.login)


def _add_organisation(words: Words) -> None:
    with st.form("organisation", border=False):
        name = st.text_input(words("accounts.organisation_name"), max_chars=LONGEST_NAME)
        st.markdown(quiet(words("accounts.organisation_hint")))
        added = st.form_submit_button(words("accounts.add_organisation_now"), type=emphasis())
    if added:
        with told():
            made = open_office(AccountsOffice, words).add_organisation(name)
            draw_done(PAGE, "accounts.organisation_added", name=made.name)


def _warn(account: AccountRead, own: str, other: str, words: Words) -> None:
    """Say what an act does to whoever is signed in, and above all where that is oneself."""
    if account.is_own:
        st.warning(words(own), icon=":material/person_alert:")
    elif other:
        st.markdown(quiet(words(other)))


def _offer_to_go_on(words: Words) -> None:
    st.button(words("accounts.go_on"), key=_GO_ON)


def _leave_when_done() -> None:
    """Close the window after the button at its end: the run that it starts draws the window's beginning again."""
    if st.session_state.get(_GO_ON):
        st.rerun()
