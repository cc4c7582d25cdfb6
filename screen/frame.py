"""What stands around every page: name, who is signed in and language switch above, attribution below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.reasons import LANGUAGES
from matcher.store.held_accounts import Account
from matcher.trail import Role
from screen.plain_text import chip, plain, quiet
from screen.server.addresses import SIGN_IN
from screen.visitor import VIEWED_AS, Visitor, sign_out
from screen.wording import Words

_SHOWN = ("nl", "fr", "en", "de")
_ROOM = 14  # letters that stand beside the languages on a telephone


def chosen_words() -> Words:
    """Return the words of the language chosen; before any is, of the one in the address, else the browser's."""
    if "language" not in st.session_state:
        st.session_state["language"] = _first_language()
    return Words(st.session_state["language"])


@contextmanager
def framed(visitor: Visitor) -> Iterator[None]:
    """Show the frame around what is drawn inside, or around the sentence that says why it cannot be drawn."""
    with st.container(horizontal_alignment="center"), st.container(width=1040):
        _show_header(visitor)
        try:
            yield
        except (MatcherError, TaxonomyError) as error:
            show_failure(error)
        _show_footer()


def show_failure(error: Exception) -> None:
    """Show what went wrong: the engine's failures are one sentence each."""
    st.error(plain(str(error)), icon=":material/error:")


def show_signed_out() -> None:
    """Say that nobody is signed in here any more, and where to sign in."""
    words = chosen_words()
    with st.container(horizontal_alignment="center"), st.container(width=480):
        st.title(words("sign_in.ended_title"))
        st.markdown(words("sign_in.ended"))
        st.link_button(words("sign_in.again"), SIGN_IN)


def _show_header(visitor: Visitor) -> None:
    words = chosen_words()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(":primary[:material/handshake: **Mobility Matcher**]", width="content")
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            if visitor.account:
                _show_account(visitor.account, words)
            st.segmented_control(
                words("frame.language"),
                _SHOWN,
                key="language",
                format_func=str.upper,
                required=True,
                label_visibility="collapsed",
            )
    if visitor.account is None:
        _show_banner(visitor, words)
    st.query_params["language"] = chosen_words().language


def _show_account(account: Account, words: Words) -> None:
    """Show who is signed in, as what, and the way out."""
    with st.popover(plain(_called(account)), icon=":material/account_circle:", width="content"):
        st.markdown(f"**{plain(account.login)}**  \n{words(f'role.{account.role.value}')}")
        if account.organisation:
            st.markdown(quiet(plain(account.organisation.name)))
        if account.schemes is not None:
            st.markdown(quiet(words("frame.schemes", schemes=", ".join(sorted(account.schemes)))))
        st.button(words("frame.sign_out"), icon=":material/logout:", on_click=sign_out, width="stretch")


def _called(account: Account) -> str:
    """Return what somebody is called where there is little room, as on a telephone."""
    name = account.login.split("@")[0]
    return name if len(name) <= _ROOM else f"{name[: _ROOM - 1]}…"


def _show_banner(visitor: Visitor, words: Words) -> None:
    """Say that nobody signs in here, and let the visitor look through the eyes of another role."""
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f"{chip(words('frame.demo'), 'orange')} {quiet(words('frame.demo_open'))}", width="stretch")
        role = visitor.actor.role
        if not visitor.chooses_role:
            st.markdown(words("frame.viewed_as", role=words(f"role.{role.value}")), width="content")
            return
        seen_as = words("frame.viewed_as", role=words(f"role.{role.value}"))
        with st.popover(seen_as, icon=":material/visibility:", width="content"):
            st.session_state[VIEWED_AS] = role.value
            st.radio(
                words("frame.view_as"),
                [each.value for each in Role],
                key=VIEWED_AS,
                format_func=lambda each: words(f"role.{each}"),
                captions=[words(f"role_sees.{each.value}") for each in Role],
            )
    st.query_params[VIEWED_AS] = role.value


def _show_footer() -> None:
    """Say who decides, and whose classification is used."""
    words = chosen_words()
    st.divider()
    st.markdown(f"{quiet(words('frame.decides'))}  \n{quiet(words('frame.esco'))}")


def _first_language() -> str:
    for tag in (st.query_params.get("language"), st.context.locale):
        if tag and tag[:2].lower() in LANGUAGES:
            return tag[:2].lower()
    return "en"
