"""The filters: what the user asks of candidates before any are ranked, with how many would remain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from matcher.filters import CEFR, Filters
from matcher.offices import FacetRead, RecruitingOffice
from matcher.ranking import RankingRequest
from matcher.records import Answer, LanguageRequirement, Vacancy
from screen.concept_wishes import choose_concepts, chosen_concepts, restore_concepts
from screen.language_names import language_name
from screen.pill_counts import with_count
from screen.plain_text import chip, plain
from screen.progress import progress_bar
from screen.when_and_where import (
    asked_in_words,
    choose_when_and_where,
    chosen_day,
    chosen_regions,
    restore_when_and_where,
)
from screen.wording import Words

LANGUAGES_ASKED = ("nl", "fr", "en", "de")
_NUMBERS = (5, 10, 20, 50)
_ROUTES = (Answer.YES, Answer.UNKNOWN, Answer.NO)
_PARTS = ("profile.when_and_where", "profile.languages", "load_field.occupation", "load_field.skills", "law.heading")


def choose_filters(office: RecruitingOffice, vacancy: Vacancy, words: Words) -> tuple[Filters, int]:
    """Show the filters of a search for a vacancy behind one button; return them, and how many candidates to show."""
    st.session_state.setdefault("keep-unknown", True)
    st.session_state.setdefault("number", 10)
    filters = _chosen(office)
    with progress_bar(words("ranked.progress")) as progress:
        facets = office.facets(filters, progress, vacancy=vacancy)
    with st.popover(words("filter.button"), icon=":material/tune:", key="filters"):
        st.markdown(f"**{_remaining(facets, words)}**")
        if not office.is_blind:
            _choose_schemes(facets, words)
        # Side by side, for one below the other they would be longer than most screens.
        times, languages, occupations, skills, law = st.tabs([words(code) for code in _PARTS], key="filter-parts")
        with times:
            choose_when_and_where(facets, words)
        with languages:
            for code in LANGUAGES_ASKED:
                _choose_level(code, facets.languages.get(code, {}), words)
        with occupations:
            choose_concepts("occupations", office, facets.occupations, words)
        with skills:
            choose_concepts("skills", office, facets.skills, words)
        with law:
            _choose_routes(facets, words)
        st.toggle(words("filter.keep"), key="keep-unknown", persist_state="session")
        number = st.segmented_control(
            words("filter.number"), _NUMBERS, key="number", required=True, persist_state="session"
        )
    return filters, number or _NUMBERS[0]


def restore_filters(request: RankingRequest) -> None:
    """Put the filters back as a search remembers them."""
    filters = request.filters
    levels = {wish.language: wish.cefr for wish in filters.languages}
    st.session_state["schemes"] = list(filters.schemes)
    for code in LANGUAGES_ASKED:
        st.session_state[_level_key(code)] = levels.get(code)
    restore_when_and_where(filters)
    restore_concepts("occupations", filters.occupations)
    restore_concepts("skills", filters.skills)
    st.session_state["routes"] = list(filters.routes)
    st.session_state["keep-unknown"] = not filters.drop_unknown
    st.session_state["number"] = request.k


def filter_chips(filters: Filters, office: RecruitingOffice, words: Words) -> str:
    """Return the filters in force as Markdown chips, or ``""``."""
    texts = [*(name.upper() for name in filters.schemes), *asked_in_words(filters, words)]
    texts.extend(f"{language_name(wish.language, words.language)} ≥ {wish.cefr}" for wish in filters.languages)
    texts.extend(f"{words('law.heading')}: {words(f'law.{answer.value}')}" for answer in filters.routes)
    texts.extend(office.concept_names((*filters.occupations, *filters.skills), words.language).values())
    if replace(filters, schemes=(), routes=(), drop_unknown=False) != Filters():
        texts.append(words("filter.dropped" if filters.drop_unknown else "filter.kept"))
    return " ".join(chip(plain(text), "blue") for text in texts)


def _chosen(office: RecruitingOffice) -> Filters:
    """Return the filters as the session holds them: the counts shown beside them are those under all of them."""
    levels = ((code, st.session_state.get(_level_key(code))) for code in LANGUAGES_ASKED)
    return Filters(
        schemes=() if office.is_blind else tuple(st.session_state.get("schemes") or ()),
        languages=tuple(LanguageRequirement(code, level) for code, level in levels if level),
        drop_unknown=not st.session_state["keep-unknown"],
        skills=chosen_concepts("skills"),
        occupations=chosen_concepts("occupations"),
        available_by=chosen_day(),
        regions=chosen_regions(),
        routes=tuple(st.session_state.get("routes") or ()),
    )


def _remaining(facets: FacetRead, words: Words) -> str:
    total = words.number(facets.total)
    if facets.remaining is None:
        return words("filter.not_told", total=total)
    return words("filter.remaining", remaining=words.number(facets.remaining), total=total)


def _choose_schemes(facets: FacetRead, words: Words) -> None:
    # In a fixed order, for Streamlit remembers the places of what is chosen.
    offered = sorted({*facets.schemes, *st.session_state.setdefault("offered-schemes", sorted(facets.schemes))})
    st.pills(
        words("filter.scheme"),
        offered,
        selection_mode="multi",
        format_func=lambda name: with_count(name.upper(), facets.schemes.get(name, 0), words),
        key="schemes",
        persist_state="session",
    )


def _choose_level(code: str, counts: Mapping[str, int], words: Words) -> None:
    name = language_name(code, words.language).capitalize()
    st.pills(
        words("filter.language_at_least", language=name),
        CEFR,
        format_func=lambda level: with_count(level, counts.get(level), words),
        key=_level_key(code),
        persist_state="session",
    )


def _choose_routes(facets: FacetRead, words: Words) -> None:
    """Offer what the law may say of a way to be hired; a person chooses here, the law itself leaves nobody out."""
    st.pills(
        words("filter.routes"),
        _ROUTES,
        selection_mode="multi",
        format_func=lambda answer: with_count(words(f"law.{answer.value}"), facets.routes.get(answer.value), words),
        key="routes",
        persist_state="session",
    )


def _level_key(code: str) -> str:
    return f"level-{code}"
