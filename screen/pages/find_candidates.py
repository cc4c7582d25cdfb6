"""Find candidates: choose or paste a vacancy, look over what it asks, see who fits it best and why."""

from __future__ import annotations

from datetime import date

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import RecruitingOffice
from matcher.ranking import RankingRequest
from matcher.records import Vacancy
from screen.emphasis import emphasis
from screen.empty import show_what_to_load
from screen.engine import open_office
from screen.fairness import show_fairness
from screen.filters import choose_filters, filter_chips
from screen.frame import chosen_words
from screen.pasting import is_searched_for, paste_vacancy, search_for, show_keeping
from screen.plain_text import plain
from screen.progress import progress_bar
from screen.results import Ranking, show_count, show_results
from screen.saved_searches import new_in_results, show_saved_searches, show_saving
from screen.vacancy import show_vacancy
from screen.vacancy_choice import choose_vacancy
from screen.vacancy_editor import edit_vacancy, show_changing
from screen.wording import Words

_CHOOSE, _PASTE, _SAVED = WAYS = ("choose", "paste", "saved")


def find_candidates(words: Words) -> None:
    """Draw the page."""
    st.title(words("find.title"), anchor=False)
    office = open_office(RecruitingOffice, words)
    if not office.profiles():
        show_what_to_load(office.holdings(), words)
        return
    way = _choose_way(words)
    if way == _SAVED:
        show_saved_searches(office, words)
    elif way == _PASTE:
        _find_for_pasted(office, words)
    else:
        _find_for_chosen(office, words)


def _choose_way(words: Words) -> str:
    """Let the user say where the vacancy comes from."""
    chosen = st.segmented_control(
        words("way.label"),
        WAYS,
        format_func=lambda way: words(f"way.{way}"),
        key="way",
        default=_CHOOSE if "way" not in st.session_state else None,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    return chosen or _CHOOSE


def _find_for_chosen(office: RecruitingOffice, words: Words) -> None:
    """Rank for a vacancy of the store, as it stands or changed for this search."""
    vacancy = choose_vacancy(office, words)
    if vacancy is None:
        return
    show_vacancy(vacancy, words)
    show_fairness(vacancy, words, date.today())
    _show_ranking(office, show_changing(office, vacancy, words), words)


def _find_for_pasted(office: RecruitingOffice, words: Words) -> None:
    """Rank for a pasted vacancy, once the user has looked over what was read in it."""
    draft = paste_vacancy(office, words)
    if draft is None:
        return
    vacancy = edit_vacancy(office, draft, words)
    show_fairness(vacancy, words, date.today())
    with st.container(horizontal=True):
        find = words("paste.find")
        st.button(
            find, type=emphasis(), key="find", icon=":material/person_search:", on_click=search_for, args=(draft,)
        )
        show_keeping(office, vacancy, words)
    if is_searched_for(draft):
        _show_ranking(office, vacancy, words)


def _show_ranking(office: RecruitingOffice, vacancy: Vacancy, words: Words) -> None:
    """Show the candidates that the filters let pass, best first."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(words("ranked.title"), anchor=False, width="content")
        tools = st.container(horizontal=True, width="content")
    with tools:
        filters, number = choose_filters(office, vacancy, words)
    request = RankingRequest(number, filters)
    with progress_bar(words("ranked.progress")) as progress:
        found = office.rank(vacancy, request, progress, language=words.language)
    show_count(found, filter_chips(filters, office, words), words)
    if found.matches:
        with tools:
            show_saving(office, vacancy, request, found, words)
        show_results(Ranking(vacancy, found, new_in_results(office, found, words)), words)


try:
    find_candidates(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
