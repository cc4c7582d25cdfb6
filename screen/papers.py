"""Papers to print and hand out: the notice about people's data, and why a vacancy was found for somebody."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError
from matcher.notices import LANGUAGES
from matcher.offices import RightsOffice
from matcher.offices.people import PersonFound
from screen.plain_text import plain, quiet
from screen.progress import progress_bar
from screen.wording import Words

_OFFERED = 5  # vacancies of which a person can be told why


def show_scheme_notice(office: RightsOffice, words: Words) -> None:
    """Offer the notice of a whole scheme, in the language chosen."""
    schemes = {scheme.name: scheme for scheme in office.schemes()}
    st.header(words("papers.notice"), anchor=False)
    st.markdown(words("papers.notice_hint"))
    scheme = st.selectbox(
        words("papers.scheme"),
        list(schemes),
        format_func=lambda name: schemes[name].called(words.language).title,
        key="notice-scheme",
    )
    language = _choose_language("notice-language", words)
    contact = _ask_contact(words)
    if schemes[scheme].data_protection.assumed:
        st.warning(words("papers.assumed"), icon=":material/gavel:")
    _offer("papers.notice_get", f"notice-{scheme}-{language}", office.notice(scheme, language, contact), words)


def show_papers(office: RightsOffice, person: PersonFound, words: Words) -> None:
    """Offer the notice by what is declared of the person, and why each of their best vacancies was found."""
    language = _choose_language("paper-language", words)
    st.subheader(words("papers.notice"), anchor=False)
    contact = _ask_contact(words)
    notice = office.notice(person.scheme, language, contact, person.id)
    _offer("papers.notice_get", f"notice-{person.blind}-{language}", notice, words)
    st.subheader(words("papers.why"), anchor=False)
    st.markdown(words("papers.why_hint"))
    key = f"best-{person.id}"
    if st.button(words("papers.find_best"), icon=":material/search:", key="find-best"):
        try:
            with progress_bar(words("papers.ranking")) as progress:
                st.session_state[key] = [item.key for item in office.best_vacancies(person.id, _OFFERED, progress)]
        except MatcherError as error:
            st.error(plain(str(error)), icon=":material/error:")
            return
    if key not in st.session_state:
        return
    titles = {name: f"{office.vacancy(name).title} · {name}" for name in st.session_state[key]}
    if not titles:
        st.info(words("papers.no_vacancy"), icon=":material/event_busy:")
        return
    vacancy = st.selectbox(words("papers.vacancy"), list(titles), format_func=titles.__getitem__, key="why-vacancy")
    st.download_button(
        words("papers.why_get"),
        lambda: office.explanation(person.id, vacancy, language),
        file_name=f"why-{person.blind}-{language}.html",
        mime="text/html",
        icon=":material/print:",
        key="why",
        on_click="ignore",
    )


def _offer(label: str, name: str, page: str, words: Words) -> None:
    st.download_button(
        words(label),
        page,
        file_name=f"{name}.html",
        mime="text/html",
        icon=":material/print:",
        key="notice",
        on_click="ignore",
    )
    st.markdown(quiet(words("papers.print_hint")))


def _choose_language(key: str, words: Words) -> str:
    chosen = st.segmented_control(
        words("papers.language"),
        LANGUAGES,
        default=words.language if words.language in LANGUAGES else LANGUAGES[0],
        format_func=lambda code: words(f"paper_language.{code}"),
        required=True,
        key=key,
    )
    return chosen or LANGUAGES[0]


def _ask_contact(words: Words) -> str:
    return st.text_input(words("papers.contact"), placeholder=words("papers.contact_example"), key="contact") or ""
