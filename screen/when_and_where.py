"""Filters by when people can begin and where in Belgium they would work, and what a profile says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from matcher.filters import WITHIN, Filters
from matcher.offices import FacetRead
from matcher.records import REGIONS, ProfessionalProfile
from matcher.timeline import months_after
from screen.pill_counts import with_count
from screen.wording import Words

_AVAILABLE, _REGIONS, _OTHER_DAY = "available", "regions", "available-by"


def choose_when_and_where(facets: FacetRead, words: Words) -> None:
    """Show from when on people can begin, counted from today, and the Regions where they would work."""
    days: list[int | date] = list(WITHIN)
    if other := st.session_state.get(_OTHER_DAY):
        days.append(other)
    st.pills(
        words("filter.available"),
        days,
        format_func=lambda day: with_count(_day_in_words(day, words), facets.available.get(day), words),
        key=_AVAILABLE,
        persist_state="session",
    )
    st.pills(
        words("filter.regions"),
        REGIONS,
        selection_mode="multi",
        format_func=lambda region: with_count(words(f"region.{region}"), facets.regions.get(region), words),
        key=_REGIONS,
        persist_state="session",
    )


def chosen_day() -> date | None:
    """Return the day by which people are asked to be able to begin."""
    chosen: int | date | None = st.session_state.get(_AVAILABLE)
    return months_after(date.today(), chosen) if isinstance(chosen, int) else chosen


def chosen_regions() -> tuple[str, ...]:
    """Return the Regions of which any will do."""
    return tuple(st.session_state.get(_REGIONS) or ())


def restore_when_and_where(filters: Filters) -> None:
    """Put the filters back as a search remembers them: a day that is no longer so many months away stays that day."""
    day = filters.available_by
    within = next((months for months in WITHIN if months_after(date.today(), months) == day), None)
    st.session_state[_OTHER_DAY] = day if within is None else None
    st.session_state[_AVAILABLE] = day if within is None else within
    st.session_state[_REGIONS] = list(filters.regions)


def asked_in_words(filters: Filters, words: Words) -> Iterator[str]:
    """Yield what is asked, a text for each wish."""
    if filters.available_by:
        yield words("filter.available_by", day=words.day(filters.available_by))
    yield from (words(f"region.{region}") for region in filters.regions)


def stated_in_words(profile: ProfessionalProfile, words: Words) -> Iterator[str]:
    """Yield from when on somebody can begin and where they would work, as far as it is stated."""
    if profile.available:
        begins = "fact.available_now" if profile.available <= date.today() else "fact.available_from"
        yield words(begins, day=words.day(profile.available))
    if profile.regions:
        named = ", ".join(words(f"region.{region}") for region in profile.regions)
        yield words("fact.anywhere") if profile.regions == REGIONS else words("fact.regions", regions=named)


def _day_in_words(day: int | date, words: Words) -> str:
    return words(f"filter_within.{day}") if isinstance(day, int) else words("filter.by_day", day=words.day(day))
