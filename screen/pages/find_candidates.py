"""Find candidates: choose a vacancy, see who fits it best and why, open one."""

from __future__ import annotations

from datetime import date

import streamlit as st

from matcher.engine import Matcher
from matcher.errors import MatcherError, TaxonomyError
from matcher.records import Match, ProfessionalProfile, Vacancy
from matcher.store import Holdings
from screen.candidate import show_card, show_evidence
from screen.empty import show_none_open, show_what_to_load
from screen.engine import open_engine
from screen.fairness import show_fairness
from screen.filters import choose_filters, filter_chips
from screen.frame import chosen_words
from screen.law import show_law
from screen.plain_text import plain, quiet
from screen.profile import show_profile
from screen.progress import progress_bar
from screen.score_bar import show_score_bar
from screen.shortlist_button import show_add
from screen.vacancy import show_vacancy, vacancy_line
from screen.wording import Words


def find_candidates(words: Words) -> None:
    """Draw the page."""
    st.title(words("find.title"), anchor=False)
    engine = open_engine(words)
    held = engine.store.counts()
    if not held.vacancies or not held.candidates:
        show_what_to_load(held, words)
        return
    vacancies = {vacancy.key: vacancy for vacancy in engine.store.vacancies(open_on=date.today())}
    if not vacancies:
        show_none_open(words)
        return
    vacancy = choose_vacancy(vacancies, words)
    if vacancy is None:
        total = sum(number for _, number in held.candidates)
        st.info(words("choose.hint", vacancies=len(vacancies), candidates=total), icon=":material/person_search:")
        return
    show_vacancy(vacancy, words)
    show_fairness(vacancy, words, date.today())
    show_ranking(engine, held, vacancy, words)


def choose_vacancy(vacancies: dict[str, Vacancy], words: Words) -> Vacancy | None:
    """Let the user search the open vacancies; the choice stands in the address, so that it can be sent."""
    keys = list(vacancies)
    sent = st.query_params.get("vacancy")
    chosen = st.selectbox(
        words("choose.vacancy"),
        keys,
        index=keys.index(sent) if sent in vacancies else None,
        format_func=lambda key: vacancy_line(vacancies[key], words),
        placeholder=words("choose.placeholder"),
        key="vacancy",
    )
    if chosen:
        st.query_params["vacancy"] = chosen
    elif sent in vacancies:
        del st.query_params["vacancy"]
    elif sent:
        st.warning(words("choose.not_open", key=plain(sent)), icon=":material/event_busy:")
    return vacancies[chosen] if chosen else None


def show_ranking(engine: Matcher, held: Holdings, vacancy: Vacancy, words: Words) -> None:
    """Show the candidates that the filters let pass, best first."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(words("ranked.title"), anchor=False, width="content")
        filters, number = choose_filters(held, words)
    remaining, total = engine.count_candidates(filters), sum(number for _, number in held.candidates)
    if left_out := sum(engine.shortlists.pool(None).left_out.values()):
        st.markdown(words("ranked.left_out", number=left_out))
    if not remaining:
        st.markdown(filter_chips(filters, words))
        st.info(words("filter.nobody"), icon=":material/filter_alt_off:")
        return
    with progress_bar(words("ranked.progress")) as progress:
        matches = engine.match_vacancy(vacancy, number, filters, progress, language=words.language)
    count = words(
        "filter.all" if remaining == total else "filter.remain", shown=len(matches), remaining=remaining, total=total
    )
    st.markdown(f"**{count}** {filter_chips(filters, words)}")
    st.markdown(quiet(words("ranked.legend")))
    names = engine.candidate_names()
    profiles = {item.id: item.profile for item in engine.store.profiles()}
    for place, match in enumerate(matches, start=1):
        name, profile = names[match.candidate_id], profiles[match.candidate_id]
        if show_card(f"{place} · {name}", match, words):
            title = f"{name} · {words.percent(match.score)}"
            st.dialog(title, width=960)(show_candidate)(engine, match, vacancy, profile, words)
        show_add(match, vacancy, words)


def show_candidate(engine: Matcher, match: Match, vacancy: Vacancy, profile: ProfessionalProfile, words: Words) -> None:
    """Show one candidate: the match with this vacancy, then the profile."""
    st.markdown(words("profile.for", vacancy=plain(vacancy.title)))
    show_score_bar(match, words)
    show_evidence(match, words)
    show_law(match, words)
    st.markdown(quiet(words("card.known", share=words.percent(match.completeness))))
    show_profile(engine, profile, words)
    st.markdown(f"{quiet(words('profile.blind'))} **{words('frame.decides')}**")


try:
    find_candidates(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
