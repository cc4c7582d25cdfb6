"""Vacancies: load a file, look through what is held, check one, open and close it."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import VacancyOffice
from matcher.offices.vacancy_office import PAGE, Openness, VacancyStanding
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.frame import chosen_words
from screen.page_turning import choose_page
from screen.plain_text import chip, plain, quiet
from screen.progress import progress_bar
from screen.search_field import search_field
from screen.vacancy_care import show_care
from screen.vacancy_load_report import show_vacancy_load
from screen.wording import Words

FILES = ("csv", "tsv", "xlsx", "xls", "ods", "json", "xml", "html", "txt", "pdf", "docx", "zip")
COLOURS = {Openness.OPEN: "green", Openness.NOT_YET: "blue", Openness.CLOSED: "gray"}


def vacancies(words: Words) -> None:
    """Draw the page: one vacancy where the address names one, else all of them."""
    st.title(words("vacancies.title"), anchor=False)
    office = open_office(VacancyOffice, words)
    if name := st.query_params.get("opened"):
        show_one(office, name, words)
    else:
        show_loading(office, words)
        show_list(office, words)


def show_loading(office: VacancyOffice, words: Words) -> None:
    """Let the user load a file: first what would become of it, then the same for good."""
    nothing_held = office.search().found == 0
    with st.expander(words("vacancies.load"), icon=":material/upload_file:", expanded=nothing_held):
        st.markdown(words("vacancies.load_hint"))
        file = st.file_uploader(words("vacancies.file"), FILES, key="vacancy-file")
        if file is None:
            return
        tried = words("vacancies.try")
        with st.container(horizontal=True):
            try_first = st.button(tried, icon=":material/fact_check:", key="try-load")
            load_now = st.button(words("vacancies.load_now"), type=emphasis(), icon=":material/save:", key="load")
        if try_first or load_now:
            with progress_bar(words("vacancies.progress")) as progress:
                loaded = office.load(file.name, file.getvalue(), dry_run=try_first, progress=progress)
            show_vacancy_load(loaded.report, words, dry_run=try_first)
            if loaded.warned and load_now:
                st.markdown(words("vacancies.warned", number=loaded.warned))


def show_list(office: VacancyOffice, words: Words) -> None:
    """Show the vacancies that the search finds, some at a time."""
    asked = search_field(words("vacancies.search"), "asked", words)
    counts = office.search(asked).counts
    chosen = st.segmented_control(
        words("vacancies.which"),
        list(Openness),
        format_func=lambda state: f"{words(f'openness.{state}')} · {counts[state]}",
        key="openness",
    )
    number = choose_page("vacancies", sum(counts.values()) if chosen is None else counts[chosen], PAGE, words)
    page = office.search(asked, chosen, number)
    if not page.found:
        st.info(words("vacancies.none" if asked or chosen else "vacancies.nothing"), icon=":material/inbox:")
    for standing in page.shown:
        show_line(standing, words)


def show_line(standing: VacancyStanding, words: Words) -> None:
    """Show one vacancy in the list; its button opens it."""
    vacancy = standing.vacancy
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        place = vacancy.workplace.name if vacancy.workplace else words("vacancy.no_place")
        facts = " · ".join(
            plain(text) for text in (vacancy.employer or words("vacancy.no_employer"), place, vacancy.key)
        )
        state = chip(words(f"openness.{standing.openness}"), COLOURS[standing.openness])
        hand = f" {chip(words('vacancies.by_hand'), 'violet')}" if standing.dates else ""
        news = f" {chip(words('vacancies.news'), 'orange')}" if standing.news else ""
        title = f"**{plain(vacancy.title)}** {state}{hand}{news}  \n{quiet(facts)}"
        st.markdown(title, width="stretch")
        st.button(
            words("vacancies.open"),
            key=f"open-{vacancy.id}",
            on_click=lambda: st.query_params.update(opened=vacancy.key),
        )


def show_one(office: VacancyOffice, name: str, words: Words) -> None:
    """Show one vacancy with what can be done about it."""
    if st.button(words("vacancies.back"), icon=":material/arrow_back:", type="tertiary", key="back"):
        del st.query_params["opened"]
        st.rerun()
    show_care(office, office.standing(name), words)


try:
    vacancies(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
