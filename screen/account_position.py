"""What an account is to be: its role, and what that role needs, an organisation or schemes."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from matcher.accounts import Position
from matcher.errors import UsageError
from matcher.offices import AccountRead, AccountsOffice
from matcher.trail import Role
from screen.plain_text import quiet
from screen.wording import Words

ROLES = (Role.RECRUITER, Role.STAFF, Role.RESEARCHER, Role.AUDITOR, Role.ADMIN)
LONGEST_NAME = 100
_NARROWED = {Role.STAFF, Role.RESEARCHER}
"""Roles that schemes narrow, as far as a page offers it; the command line narrows any."""
_ANOTHER = ""


@dataclass(frozen=True, slots=True)
class AskedPosition:
    """What a person chose. ``schemes`` are ``None`` where all of them are meant, or where the role asks for none."""

    role: Role
    schemes: tuple[str, ...] | None = None
    organisation: str = ""
    is_new_organisation: bool = False

    def settled(self, office: AccountsOffice, words: Words) -> Position:
        """Return the position, having added an organisation that there was not yet.

        Raises:
            UsageError: No scheme was chosen, or the organisation has no name.
        """
        if self.schemes == ():
            raise UsageError(words("accounts.scheme_needed"))
        known = {held.name.casefold() for held in office.organisations()}
        if self.is_new_organisation and self.organisation.casefold() not in known:
            office.add_organisation(self.organisation)
        return Position(self.role.value, self.schemes or (), self.organisation)


def choose_position(office: AccountsOffice, held: AccountRead | None, words: Words) -> AskedPosition:
    """Let the user choose the position of an account, or of a new one (``None``)."""
    key = held.id if held else "new"
    role = st.selectbox(
        words("accounts.role"),
        ROLES,
        index=ROLES.index(held.role) if held else 0,
        format_func=lambda one: words(f"role.{one.value}"),
        key=f"{key}-role",
    )
    st.markdown(quiet(words("accounts.sees", what=words(f"role_sees.{role.value}"))))
    if role is Role.RECRUITER:
        organisation, is_new = _choose_organisation(office, held, key, words)
        return AskedPosition(role, _kept_schemes(held, role), organisation, is_new)
    if role in _NARROWED:
        return AskedPosition(role, _choose_schemes(office, held, key, words))
    return AskedPosition(role, _kept_schemes(held, role))


def _choose_organisation(office: AccountsOffice, held: AccountRead | None, key: str, words: Words) -> tuple[str, bool]:
    """Return the name of an organisation, and whether it is one that is to be added."""
    names = [organisation.name for organisation in office.organisations()]
    chosen: str | None = _ANOTHER
    if names:
        chosen = st.selectbox(
            words("accounts.organisation"),
            [*names, _ANOTHER],
            index=names.index(held.organisation.name) if held and held.organisation else None,
            format_func=lambda name: name or words("accounts.another_organisation"),
            placeholder=words("accounts.choose_organisation"),
            key=f"{key}-organisation",
        )
    if chosen != _ANOTHER:
        return chosen or "", False
    typed = st.text_input(words("accounts.organisation_name"), max_chars=LONGEST_NAME, key=f"{key}-organisation-name")
    return " ".join(typed.split()), True


def _choose_schemes(office: AccountsOffice, held: AccountRead | None, key: str, words: Words) -> tuple[str, ...] | None:
    # Whom schemes did not narrow as a recruiter, say, was not thereby given the people of all of them.
    before = held.schemes if held and held.role in _NARROWED else frozenset()
    if st.checkbox(words("accounts.all_schemes"), value=before is None, key=f"{key}-all-schemes"):
        return None
    chosen = st.multiselect(
        words("accounts.schemes"),
        office.schemes(),
        default=sorted(before or ()),
        format_func=str.upper,
        placeholder=words("accounts.choose_schemes"),
        key=f"{key}-schemes",
    )
    return tuple(chosen)


def _kept_schemes(held: AccountRead | None, role: Role) -> tuple[str, ...] | None:
    """Return the schemes to which the command line narrowed an account whose role stays: what is not shown is kept."""
    return tuple(sorted(held.schemes)) if held and held.schemes and held.role is role else None
