"""Which vacancies an organisation sees: found by words, shared and taken back one by one or all that were found."""

from __future__ import annotations

from datetime import date

import streamlit as st

from matcher.offices import SharingOffice
from matcher.offices.sharing_office import PAGE as ON_A_PAGE
from matcher.offices.vacancy_office import Openness
from matcher.records import Vacancy
from matcher.store.held_accounts import Organisation, ShareKind
from screen.page_turning import choose_page
from screen.plain_text import chip, plain, quiet
from screen.search_field import search_field
from screen.sharing_dialog import Proposal, ask_sharing
from screen.vacancy import vacancy_line
from screen.wording import Words

_COLOURS = {Openness.OPEN: "green", Openness.NOT_YET: "blue", Openness.CLOSED: "gray"}


def show_vacancies(office: SharingOffice, organisation: Organisation, words: Words) -> None:
    """Show the vacancies that the search finds, shared or not, some at a time."""
    st.markdown(words("sharing.vacancies_hint"))
    asked = search_field(words("vacancies.search"), "vacancy-asked", words)
    counts = office.find_vacancies(organisation.id, asked, shared=True).counts
    shared = st.segmented_control(
        words("vacancies.which"),
        [True, False],
        default=bool(counts[True]) or not counts[False],
        format_func=lambda kind: f"{words('sharing.is_shared' if kind else 'sharing.not_shared')} · {counts[kind]}",
        required=True,
        key="vacancy-shared",
    )
    is_back = bool(shared)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        page = choose_page("shared-vacancies", counts[is_back], ON_A_PAGE, words)
        found = office.find_vacancies(organisation.id, asked, shared=is_back, page=page)
        _offer_all(office, found.ids, organisation, words, is_back=is_back)
    if not found.shown:
        st.info(words(_nothing(asked, counts, is_back=is_back)), icon=":material/inbox:")
    for vacancy in found.shown:
        _show_line(vacancy, organisation, words, is_back=is_back)


def _offer_all(
    office: SharingOffice, ids: tuple[str, ...], organisation: Organisation, words: Words, *, is_back: bool
) -> None:
    """Offer to share or take back everything that was found, on every page of it."""
    if len(ids) < 2:
        return
    label = words("sharing.take_back_all" if is_back else "sharing.share_all", number=len(ids))
    if st.button(label, key="all-vacancies", icon=":material/select_all:"):
        held = {vacancy.id: vacancy for vacancy in office.vacancies()}
        named = {one: vacancy_line(held[one], words) for one in ids}
        ask_sharing(Proposal(ShareKind.VACANCY, named, organisation, is_back), words)


def _show_line(vacancy: Vacancy, organisation: Organisation, words: Words, *, is_back: bool) -> None:
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        state = Openness.of(vacancy, date.today())
        _, facts = vacancy_line(vacancy, words).split(" · ", 1)
        title = f"**{plain(vacancy.title)}** {chip(words(f'openness.{state}'), _COLOURS[state])}"
        st.markdown(f"{title}  \n{quiet(plain(facts))}", width="stretch")
        label = words("sharing.take_back" if is_back else "sharing.share")
        if st.button(label, key=f"vacancy-{vacancy.id}"):
            named = {vacancy.id: vacancy_line(vacancy, words)}
            ask_sharing(Proposal(ShareKind.VACANCY, named, organisation, is_back), words)


def _nothing(asked: str, counts: dict[bool, int], *, is_back: bool) -> str:
    """Return the code of what is said where nothing is found: what to do next."""
    if any(counts.values()):
        return "sharing.none_shared" if is_back else "sharing.all_shared"
    return "vacancies.none" if asked else "sharing.no_vacancies"
