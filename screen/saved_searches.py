"""Saved searches: keeping one, opening one, and who is new in its results since it was last opened."""

from __future__ import annotations

import streamlit as st

from matcher.errors import UsageError
from matcher.offices import RecruitingOffice, Results, SearchRead
from matcher.ranking import RankingRequest
from matcher.records import Vacancy
from screen.emphasis import emphasis
from screen.filters import filter_chips, restore_filters
from screen.open_search import close_search, new_since, open_search
from screen.pasting import set_draft
from screen.plain_text import plain, quiet
from screen.progress import progress_bar
from screen.wording import Words


def show_saving(
    office: RecruitingOffice, vacancy: Vacancy, request: RankingRequest, found: Results, words: Words
) -> None:
    """Offer to keep a search under a name."""
    seen = [match.candidate_id for match in found.matches]
    with st.popover(words("search.save"), icon=":material/bookmark_add:", key="saving"):
        st.markdown(words("search.save_hint"))
        name = st.text_input(words("search.name"), value=vacancy.title[:100], max_chars=100, key=f"name-{vacancy.id}")
        if st.button(words("search.keep"), type=emphasis(), key="save"):
            try:
                office.searches.save(name or "", vacancy, request, seen)
            except UsageError as error:
                st.warning(plain(str(error)))
            else:
                st.toast(words("search.saved", name=plain(name or "")), icon=":material/bookmark_added:")


def show_saved_searches(office: RecruitingOffice, words: Words) -> None:
    """List the searches, each with what can be done with it."""
    close_search()
    searches = office.searches.all()
    if not searches:
        st.info(words("search.none"), icon=":material/bookmark:")
        return
    counts = _look_for_new(office, searches, words)
    for search in searches:
        _show_search(office, search, counts.get(search.id), words)


def new_in_results(office: RecruitingOffice, found: Results, words: Words) -> frozenset[str]:
    """Return who is new in the search that is open, and say how many; nobody where none is."""
    seen = [match.candidate_id for match in found.matches]
    new = new_since(lambda search_id: office.searches.open(search_id, seen))
    if new is None:
        return frozenset()
    number = len([match for match in found.matches if match.candidate_id in new])
    st.markdown(f"**{words('search.new', number=number) if number else words('search.nothing_new')}**")
    return new


def _look_for_new(office: RecruitingOffice, searches: tuple[SearchRead, ...], words: Words) -> dict[str, int]:
    """Count who is new in each search that can be opened, once the user asks: each is a ranking of its own."""
    if not st.button(words("search.look"), type=emphasis(), key="look", icon=":material/refresh:"):
        return {}
    counts = {}
    with progress_bar(words("search.looking")) as progress:
        for number, search in enumerate(searches):
            progress("searches", number, len(searches))
            if search.vacancy is not None:
                counts[search.id] = office.searches.count_new(search.id)
    return counts


def _show_search(office: RecruitingOffice, search: SearchRead, new: int | None, words: Words) -> None:
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(plain(search.name), anchor=False, width="content")
            if new is not None:
                said = words("search.new", number=new) if new else words("search.nothing_new")
                st.markdown(f"**{said}**", width="content")
        if search.vacancy is None:
            st.markdown(words("search.closed"))
        else:
            chips = filter_chips(search.request.filters, office, words)
            origin = words("search.stored" if search.is_held else "search.pasted")
            st.markdown(f"{plain(search.vacancy.title)} {quiet(origin)} {chips}")
        if search.opened_at:
            st.markdown(quiet(words("search.opened", day=words.day(search.opened_at.date()))))
        with st.container(horizontal=True):
            if search.vacancy is not None:
                st.button(words("search.open"), key=f"search-{search.id}", on_click=_open, args=(search,))
            if st.button(words("search.delete"), key=f"forget-{search.id}", icon=":material/delete:", type="tertiary"):
                office.searches.forget(search.id)
                st.rerun()


def _open(search: SearchRead) -> None:
    """Put the page into the state that the search remembers."""
    if search.vacancy is None:
        return
    restore_filters(search.request)
    if search.is_held:
        st.query_params["vacancy"] = search.vacancy.key
        st.session_state["way"] = "choose"
    else:
        set_draft(search.vacancy, searched=True)
        st.session_state["way"] = "paste"
    open_search(search.id)
