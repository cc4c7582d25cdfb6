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


def ask_password(key: str, words: Words, *, needed: bool) -> AskedPassword:
    """Let the user choose a way; ``needed`` leaves out to have none as long as no provider is set up."""
    ways = [PasswordWay.MADE, PasswordWay.TYPED]
    if not needed or providers():
        ways.append(PasswordWay.PROVIDER)
    way = st.radio(words("password.way"), ways, format_func=lambda one: words(f"password_way.{one}"), key=f"{key}-way")
    if way is PasswordWay.TYPED:
        first = st.text_input(
            words("password.first"), type="password", autocomplete="new-password", key=f"{key}-password"
        )
        again = st.text_input(words("password.again"), type="password", autocomplete="new-password", key=f"{key}-again")
        st.markdown(quiet(words("password.rule")))
        return AskedPassword(way, first, again)
    if way is PasswordWay.PROVIDER:
        st.markdown(quiet(words("password.by_provider" if providers() else "password.no_provider")))
    return AskedPassword(way)


def show_password(login: str, asked: AskedPassword, password: str | None, words: Words) -> None:
    """Show a password that was made, with a button that copies it: the one time that anybody can read it."""
    if asked.way is PasswordWay.MADE and password:
        st.markdown(words("password.once", login=plain(login)))
        st.code(password, language=None)
        st.markdown(quiet(words("password.hand_over")))
