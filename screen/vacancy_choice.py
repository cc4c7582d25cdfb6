"""Choosing one of the open vacancies: a search as you type, and a short list of what it finds."""

from __future__ import annotations

import streamlit as st

from matcher.errors import NotFoundError
from matcher.offices import RecruitingOffice
from matcher.records import Vacancy
from screen.engine import open_office
from screen.open_search import close_search
from screen.plain_text import plain, quiet
from screen.vacancy import vacancy_facts
from screen.wording import Words

_SHOWN = 8
_LONGEST = 200  # characters looked for


def choose_vacancy(office: RecruitingOffice, words: Words) -> Vacancy | None:
    """Return the vacancy chosen; the choice stands in the address, so that it can be sent."""
    sent = st.query_params.get("vacancy")
    if sent:
        try:
            vacancy = office.open_vacancy(sent)
        except NotFoundError:
            st.warning(words("choose.not_open", key=plain(sent)), icon=":material/event_busy:")
        else:
            st.button(words("choose.another"), key="another", icon=":material/arrow_back:", on_click=_choose_another)
            return vacancy
    _search(words)
    return None


def _choose_another() -> None:
    close_search()
    del st.query_params["vacancy"]


@st.fragment
def _search(words: Words) -> None:
    """Show the search; a fragment, so that typing redraws nothing else."""
    office = open_office(RecruitingOffice, words)
    sought = st.text_input(
        words("choose.vacancy"),
        key="sought",
        type="search",
        live=True,
        placeholder=words("choose.placeholder"),
        persist_state="session",
    )
    hits = office.find_vacancies((sought or "")[:_LONGEST], _SHOWN)
    if not hits.found:
        st.info(words("choose.none" if sought else "empty.none_open"), icon=":material/search_off:")
        return
    st.markdown(quiet(words("choose.found", shown=len(hits.vacancies), found=words.number(hits.found))))
    with st.container(gap=None):
        for vacancy in hits.vacancies:
            title, *rest = map(plain, vacancy_facts(vacancy, words))
            line = " · ".join((f"**{title}**", *rest))
            if st.button(line, key=f"choose-{vacancy.id}", type="tertiary", icon=":material/work:"):
                st.query_params["vacancy"] = vacancy.key
                st.rerun()
