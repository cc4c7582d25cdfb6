"""Who of a cohort is in question: facets with how many each would leave, behind one button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from matcher.cohorts import FACETS, CohortFilters, Dimension, Fact
from matcher.filters import CEFR
from screen.language_names import language_name
from screen.wording import Words

SPOKEN = ("nl", "fr", "en", "de")
Counts = Mapping[Dimension, Mapping[str, int]]


def chosen_filters() -> CohortFilters:
    """Return the filters as they were chosen at the last click."""
    state = st.session_state
    lacking = state.get("cohort-lacking")
    return CohortFilters(
        schemes=tuple(state.get("cohort-scheme") or ()),
        groups=tuple(state.get("cohort-group") or ()),
        language=state.get("cohort-language") or "",
        level=state.get("cohort-level") or "",
        eqf=tuple(int(level) for level in state.get("cohort-eqf") or () if level.isdecimal()),
        bands=tuple(state.get("cohort-years") or ()),
        stages=tuple(state.get("cohort-stage") or ()),
        lacking=Fact(lacking) if lacking else None,
    )


def choose_filters(counts: Counts, words: Words) -> None:
    """Show the facets; what is chosen counts from the next click on."""
    with st.expander(words("cohort.filters"), icon=":material/tune:"):
        for dimension in FACETS:
            _choose_facet(dimension, counts[dimension], words)
        with st.container(horizontal=True):
            st.selectbox(
                words("cohort.language"),
                SPOKEN,
                index=None,
                format_func=lambda code: language_name(code, words.language),
                placeholder=words("cohort.any"),
                key="cohort-language",
                width=200,
            )
            st.selectbox(
                words("cohort.level"), CEFR, index=None, placeholder=words("cohort.any"), key="cohort-level", width=200
            )
            st.selectbox(
                words("cohort.lacking"),
                list(Fact),
                index=None,
                format_func=lambda fact: words(f"cohort_fact.{fact}"),
                placeholder=words("cohort.any"),
                key="cohort-lacking",
                width=260,
            )


def value_in_words(dimension: Dimension, value: str, words: Words) -> str:
    """Return what a value of a dimension is called."""
    named: dict[Dimension, Callable[[str], str]] = {
        Dimension.SCHEME: str.upper,
        Dimension.GROUP: lambda group: words(f"isco.{group}"),
        Dimension.YEARS: lambda band: words(f"years_band.{band}"),
        Dimension.STAGE: lambda stage: words(f"cohort_stage.{stage}"),
        Dimension.GENDER: lambda gender: words(f"cohort_gender.{gender}") if gender in _GENDERS else gender,
    }
    if value in _NAMED and dimension not in (Dimension.GROUP, Dimension.YEARS):
        return words(f"cohort_value.{value}")
    return named.get(dimension, str)(value)


_GENDERS = ("female", "male", "other")
_NAMED = ("unknown", "other")


def _choose_facet(dimension: Dimension, counts: Mapping[str, int], words: Words) -> None:
    key = f"cohort-{dimension}"
    # What is chosen stays on offer, also where the other filters leave nobody with it.
    values = list(dict.fromkeys((*counts, *(st.session_state.get(key) or ()))))
    if dimension is Dimension.EQF:
        values = [value for value in values if value.isdecimal()]
    st.pills(
        words(f"cohort_by.{dimension}"),
        values,
        selection_mode="multi",
        format_func=lambda value: f"{value_in_words(dimension, value, words)} · {counts.get(value, 0)}",
        key=key,
    )
