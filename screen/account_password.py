"""How an account gets its password: one made for it and shown once, one typed twice, or none at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from matcher.accounts import generated_password
from matcher.errors import UsageError
from screen.plain_text import plain, quiet
from screen.server.identity_provider import providers
from screen.wording import Words


class PasswordWay(StrEnum):
    """Where a password comes from."""

    MADE = "made"
    TYPED = "typed"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class AskedPassword:
    """What a person asked for; :meth:`settled` is asked once, when the account is written."""

    way: PasswordWay
    first: str = ""
    again: str = ""

    def settled(self, words: Words) -> str | None:
        """Return the password; ``None`` for an account that only an identity provider opens.

        Raises:
            UsageError: What was typed the second time is something else.
        """
        if self.way is PasswordWay.PROVIDER:
            return None
        if self.way is PasswordWay.MADE:
            return generated_password()
        if self.first != self.again:
            raise UsageError(words("password.differ"))
        return self.first


def choose_way(key: str, words: Words, *, may_be_none: bool) -> PasswordWay:
    """Let the user choose a way; ``may_be_none`` offers to have no password."""
    ways = [PasswordWay.MADE, PasswordWay.TYPED, *([PasswordWay.PROVIDER] if may_be_none else [])]
    way = st.radio(words("password.way"), ways, format_func=lambda one: words(f"password_way.{one}"), key=f"{key}-way")
    if way is PasswordWay.PROVIDER:
        st.markdown(quiet(words("password.by_provider" if providers() else "password.no_provider")))
    return way


def ask_password(way: PasswordWay, key: str, words: Words) -> AskedPassword:
    """Let the user type a password twice where that is the way.

    It stands in a form: outside one Streamlit forgets what was typed when the Tab key leads on to the button beside
    it, which shows the password.
    """
    if way is not PasswordWay.TYPED:
        return AskedPassword(way)
    first = st.text_input(words("password.first"), type="password", autocomplete="new-password", key=f"{key}-password")
    again = st.text_input(words("password.again"), type="password", autocomplete="new-password", key=f"{key}-again")
    st.markdown(quiet(words("password.rule")))
    return AskedPassword(way, first, again)


def show_password(login: str, asked: AskedPassword, password: str | None, words: Words) -> None:
    """Show a password that was made, with a button that copies it: the one time that anybody can read it."""
    if asked.way is PasswordWay.MADE and password:
        st.markdown(words("password.once", login=plain(login)))
        st.code(password, language=None)
        st.markdown(quiet(words("password.hand_over")))
