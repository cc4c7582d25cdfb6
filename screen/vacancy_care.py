"""One vacancy in the hands of project staff: when it is open, what the law asks of it, whether it is fair."""

from __future__ import annotations

from datetime import date

import streamlit as st

from matcher.offices import VacancyOffice
from matcher.offices.vacancy_office import Openness, VacancyStanding
from matcher.records import Vacancy
from screen.emphasis import emphasis
from screen.fairness import show_fairness
from screen.plain_text import chip, plain, quiet
from screen.vacancy import show_vacancy
from screen.wording import Words

ASKED = ("workplace", "wage", "hours", "contract", "eqf", "starts", "joint_committee", "postings")
"""What of a vacancy the rules of law look at, by the names of its fields."""


def show_care(office: VacancyOffice, standing: VacancyStanding, words: Words) -> None:
    """Show a vacancy, when it is open and what can be changed of that, then its checks."""
    vacancy = standing.vacancy
    show_vacancy(vacancy, words)
    show_dates(office, standing, words)
    st.header(words("vacancies.checks"), anchor=False)
    if office.check(vacancy.id):
        show_fairness(vacancy, words, date.today())
    else:
        st.success(words("vacancies.fair"), icon=":material/check_circle:")
    show_law_facts(office, vacancy, words)


def show_dates(office: VacancyOffice, standing: VacancyStanding, words: Words) -> None:
    """Say whether the vacancy is open and until when, and let the user change it."""
    vacancy = standing.vacancy
    st.header(words("vacancies.when"), anchor=False)
    ends = {"opens": _day(vacancy.opens, words), "closes": _day(vacancy.closes, words)}
    st.markdown(f"**{words(f'openness.{standing.openness}')}** · {words('vacancies.from_to', **ends)}")
    if standing.dates:
        st.markdown(words("vacancies.set_on", day=words.day(standing.dates.set_on)))
    if standing.news:
        st.warning(words("vacancies.news_hint"), icon=":material/update:")
    with st.container(horizontal=True):
        if standing.openness is Openness.OPEN and st.button(
            words("vacancies.close_now"), icon=":material/event_busy:", key="close-now", type=emphasis()
        ):
            office.close(vacancy.id)
            st.rerun()
        if standing.openness is not Openness.OPEN and st.button(
            words("vacancies.open_now"), icon=":material/event_available:", key="open-now", type=emphasis()
        ):
            office.set_dates(vacancy.id, date.today(), None)
            st.rerun()
        if standing.dates and st.button(words("vacancies.follow"), icon=":material/sync:", key="follow"):
            office.follow_file(vacancy.id)
            st.rerun()
    with st.expander(words("vacancies.dates")):
        _show_date_form(office, vacancy, words)
    st.markdown(quiet(words("vacancies.survives")))


def _show_date_form(office: VacancyOffice, vacancy: Vacancy, words: Words) -> None:
    with st.form("dates", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        opens = st.date_input(words("vacancies.opens"), vacancy.opens, format="DD/MM/YYYY", key="opens", width=180)
        closes = st.date_input(words("vacancies.closes"), vacancy.closes, format="DD/MM/YYYY", key="closes", width=180)
        if st.form_submit_button(words("vacancies.keep_dates")):
            office.set_dates(vacancy.id, opens, closes)
            st.rerun()


def show_law_facts(office: VacancyOffice, vacancy: Vacancy, words: Words) -> None:
    """Show what the law asks about the vacancy: what is stated, and what its route stays unknown for."""
    facts = office.law_facts(vacancy.id, words.language)
    st.subheader(words("vacancies.law"), anchor=False)
    st.markdown(words("vacancies.authority", authority=words(f"authority.{facts.authority}")))
    for read in facts.occupations:
        sure = words("vacancies.sure" if read.sure else "vacancies.unsure")
        st.markdown(f"{plain(read.label)} ({plain(read.code)}) {quiet(sure)}")
    if not facts.occupations:
        st.markdown(words("vacancies.no_occupation"))
    for label, names in (("vacancies.stated", _stated(vacancy)), ("vacancies.not_stated", _missing(vacancy))):
        if names:
            colour = "green" if label == "vacancies.stated" else "orange"
            chips = " ".join(chip(words(f"asked.{name}"), colour) for name in names)
            st.markdown(f"{quiet(words(label))}  \n{chips}")


def _stated(vacancy: Vacancy) -> list[str]:
    return [name for name in ASKED if getattr(vacancy, name)]


def _missing(vacancy: Vacancy) -> list[str]:
    return [name for name in ASKED if not getattr(vacancy, name)]


def _day(day: date | None, words: Words) -> str:
    return words.day(day) if day else words("vacancies.no_day")
