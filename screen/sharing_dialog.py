"""The window that asks once more before something is shared with an organisation, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from matcher.offices import SharingOffice
from matcher.store.held_accounts import Organisation, ShareKind
from screen.attempts import told
from screen.done import draw_done
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.plain_text import plain, quiet
from screen.wording import Words

PAGE = "sharing"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody is about to share, or where ``is_back`` to take back: what each is called, in plain text, by id."""

    kind: ShareKind
    named: dict[str, str]
    organisation: Organisation
    is_back: bool


def ask_sharing(proposal: Proposal, words: Words) -> None:
    """Open the window in which a proposal is confirmed."""
    title = "sharing.take_back" if proposal.is_back else "sharing.share"
    st.dialog(words(title))(_confirm)(proposal, words)


_NAMED = 5  # that the window names; more are counted


def _confirm(proposal: Proposal, words: Words) -> None:
    organisation = plain(proposal.organisation.name)
    st.markdown(words("sharing.no_longer_see" if proposal.is_back else "sharing.will_see", organisation=organisation))
    st.markdown(_listed(list(proposal.named.values()), words))
    st.markdown(quiet(words(_CONSEQUENCES[proposal.kind, proposal.is_back])))
    label = words("sharing.take_back_now" if proposal.is_back else "sharing.share_now")
    if st.button(label, type=emphasis(), key="sure"):
        with told():
            office = open_office(SharingOffice, words)
            act = office.unshare if proposal.is_back else office.share
            number = act(proposal.kind, list(proposal.named), proposal.organisation.id)
            done = "sharing.taken_back" if proposal.is_back else "sharing.shared_now"
            draw_done(PAGE, done, number=number, organisation=proposal.organisation.name)


def _listed(names: Sequence[str], words: Words) -> str:
    lines = [f"- {plain(name)}" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        lines.append(f"- {words('sharing.and_more', number=len(names) - _NAMED)}")
    return "\n".join(lines)


_CONSEQUENCES = {
    (ShareKind.CANDIDATE, False): "sharing.blind",
    (ShareKind.SCHEME, False): "sharing.later_too",
    (ShareKind.VACANCY, False): "sharing.search_with",
    (ShareKind.CANDIDATE, True): "sharing.gone_from_lists",
    (ShareKind.SCHEME, True): "sharing.gone_from_lists",
    (ShareKind.VACANCY, True): "sharing.gone_vacancies",
}
