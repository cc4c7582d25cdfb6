"""Cohort workspace: who there is, counted and filtered; what is missing; skills against demand; how far people came."""

from __future__ import annotations

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import CohortOffice
from screen.cohort_filters import choose_filters, chosen_filters
from screen.cohort_views import VIEWS, show_view
from screen.engine import open_office
from screen.frame import chosen_words
from screen.plain_text import plain
from screen.progress import progress_bar
from screen.wording import Words


def cohort(words: Words) -> None:
    """Draw the page: the filters, then the view chosen of those who are in question."""
    st.title(words("cohort.title"), anchor=False)
    office = open_office(CohortOffice, words)
    filters = chosen_filters()
    with progress_bar(words("cohort.reading")) as progress:
        whole = office.page(filters, progress=progress)
    if not whole.within:
        st.info(words("cohort.nobody"), icon=":material/inbox:")
        return
    choose_filters(whole.counts, words)
    st.markdown(words("cohort.in_question", found=words.number(whole.found), within=words.number(whole.within)))
    view = st.segmented_control(
        words("cohort.view"),
        VIEWS,
        default=VIEWS[0],
        format_func=lambda name: words(f"cohort_view.{name}"),
        required=True,
        key="cohort-view",
    )
    if whole.found:
        show_view(view or VIEWS[0], office, filters, words)
    else:
        st.info(words("cohort.none_left"), icon=":material/filter_alt_off:")


try:
    cohort(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
