"""Accounts: who may sign in and as what, for which organisation, and what can be done about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from matcher.offices import AccountRead, AccountsOffice
from screen.account_dialogs import PAGE, ask_account, ask_organisation
from screen.account_view import OPENED, show_account, show_account_line
from screen.attempts import told
from screen.done import show_done
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.first_account import show_first_account
from screen.frame import chosen_words
from screen.page_turning import choose_page
from screen.plain_text import plain, quiet
from screen.search_field import search_field
from screen.wording import Words

_ON_A_PAGE = 20


def accounts(words: Words) -> None:
    """Draw the page: the first account where there is none, one where the address names it, else all of them."""
    st.title(words("accounts.title"), anchor=False)
    office = open_office(AccountsOffice, words)
    show_done(PAGE, words)
    if office.is_empty():
        show_first_account(office, words)
        return
    held = office.accounts()
    opened = st.query_params.get(OPENED)
    chosen = next((account for account in held if account.id == opened), None)
    if chosen is not None:
        show_account(office, chosen, words)
        return
    if opened:
        st.info(words("accounts.gone"), icon=":material/person_off:")
    show_accounts(held, words)
    show_organisations(office, held, words)


def show_accounts(held: Sequence[AccountRead], words: Words) -> None:
    """Show the accounts that the search finds, some at a time, under the way to add one."""
    st.markdown(words("accounts.about"))
    if st.button(words("accounts.add"), icon=":material/person_add:", type=emphasis(), key="add"):
        ask_account(words)
    asked = search_field(words("accounts.search"), "asked", words)
    found = [account for account in held if _is_asked(account, asked.casefold().split(), words)]
    if not found:
        st.info(words("accounts.none"), icon=":material/person_off:")
    page = choose_page("accounts", len(found), _ON_A_PAGE, words)
    for account in found[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        show_account_line(account, words)


def show_organisations(office: AccountsOffice, held: Sequence[AccountRead], words: Words) -> None:
    """Show for whom recruiters work, each with the way to what is shared with them."""
    st.header(words("accounts.organisations"), anchor=False)
    organisations = office.organisations()
    recruiters = Counter(account.organisation.id for account in held if account.organisation)
    if not organisations:
        st.info(words("accounts.no_organisation"), icon=":material/domain_add:")
    if st.button(words("accounts.add_organisation"), icon=":material/domain_add:", key="add-organisation"):
        ask_organisation(words)
    page = choose_page("organisations", len(organisations), _ON_A_PAGE, words)
    for organisation in organisations[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            number = words("accounts.recruiters", number=recruiters[organisation.id])
            st.markdown(f"**{plain(organisation.name)}**  \n{quiet(number)}", width="stretch")
            st.page_link(
                "screen/pages/sharing.py",
                label=words("accounts.shared"),
                icon=":material/share:",
                query_params={"organisation": organisation.id},
            )


def _is_asked(account: AccountRead, asked: Sequence[str], words: Words) -> bool:
    """Tell whether every word asked stands in the login, the role, the organisation or the schemes."""
    organisation = account.organisation.name if account.organisation else ""
    told_of = " ".join((account.login, words(f"role.{account.role.value}"), organisation, *(account.schemes or ())))
    return all(word in told_of.casefold() for word in asked)


with told():
    accounts(chosen_words())
