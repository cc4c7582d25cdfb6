"""The first account, which closes the app to whoever does not sign in: said before it happens."""

from __future__ import annotations

import streamlit as st

from matcher.accounts import Position
from matcher.errors import UsageError
from matcher.offices import AccountsOffice
from matcher.trail import Role
from screen.account_dialogs import LONGEST_LOGIN
from screen.account_password import ask_password, choose_way, show_password
from screen.attempts import told
from screen.emphasis import emphasis
from screen.plain_text import plain, quiet
from screen.server.addresses import SIGN_IN
from screen.server.identity_provider import providers
from screen.wording import Words


def show_first_account(office: AccountsOffice, words: Words) -> None:
    """Say what the first account changes, and add an administrator's.

    What was added is said within the same run: the next one already asks for somebody who is signed in.
    """
    place = st.empty()
    with place.container():
        st.warning(words("accounts.first"), icon=":material/lock:")
        st.markdown(words("accounts.first_hint"))
        login = st.text_input(words("accounts.login"), max_chars=LONGEST_LOGIN, autocomplete="off", key="new-login")
        st.markdown(quiet(words("accounts.login_hint")))
        way = choose_way("new", words, may_be_none=bool(providers()))
        with st.form("first-account", border=False):
            asked = ask_password(way, "new", words)
            knows = st.checkbox(words("accounts.first_sure"), key="first-sure")
            added = st.form_submit_button(
                words("accounts.first_now"), type=emphasis(), icon=":material/lock:", key="add-now"
            )
    if not added:
        return
    with told():
        if not knows:
            raise UsageError(words("accounts.first_unsure"))
        password = asked.settled(words)
        made = office.add(login, Position(Role.ADMIN.value), password)
        place.empty()
        st.success(words("accounts.first_added", login=plain(made.login)), icon=":material/check_circle:")
        show_password(made.login, asked, password, words)
        st.link_button(words("sign_in.button"), SIGN_IN, type=emphasis())
