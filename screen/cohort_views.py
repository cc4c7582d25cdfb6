"""The views of a cohort: rows, counts, what is missing, skills against demand, and how far people came."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from matcher.cohorts import CohortFilters, Dimension, Fact
from matcher.offices import CohortOffice
from matcher.offices.cohort_office import PAGE, CohortLine, Order
from screen.cohort_filters import SPOKEN, value_in_words
from screen.cohort_pictures import pivot_table, show_funnel, show_skills_map, show_targets
from screen.language_names import language_name
from screen.page_turning import choose_page
from screen.plain_text import plain, quiet
from screen.progress import progress_bar
from screen.wording import Words

_ORDERS: tuple[Order, ...] = tuple(Order)
VIEWS = ("people", "pivot", "missing", "skills", "progress")


def show_view(name: str, office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Show those in question in the view of that name, one of :data:`VIEWS`."""
    views: dict[str, Callable[[CohortOffice, CohortFilters, Words], None]] = {
        "people": show_people,
        "pivot": show_pivot,
        "missing": show_missing,
        "skills": show_skills,
        "progress": show_progress,
    }
    views[name](office, filters, words)


def show_people(office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Show those in question as rows, some at a time; a row opens the record."""
    order = st.selectbox(
        words("cohort.order"), _ORDERS, format_func=lambda name: words(f"cohort_order.{name}"), key="cohort-order"
    )
    number = choose_page("cohort", office.page(filters).found, PAGE, words)
    lines = office.page(filters, order, number, words.language).lines
    known = words("cohort.known")
    chosen = st.dataframe(
        pd.DataFrame([_row(line, words) for line in lines]),
        hide_index=True,
        height="content",
        key="cohort-rows",
        on_select="rerun",
        selection_mode="single-row",
        column_config={known: st.column_config.ProgressColumn(known, format="percent", min_value=0, max_value=1)},
        alt=words("cohort.rows_alt"),
    )
    rows = chosen.selection.rows
    if rows and rows[0] < len(lines):
        line = lines[rows[0]]
        st.page_link(
            "screen/pages/person.py",
            label=words("cohort.open", blind=plain(line.blind)),
            icon=":material/person_edit:",
            query_params={"person": line.id, "language": words.language},
        )
    else:
        st.markdown(quiet(words("cohort.select")))


def show_pivot(office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Count those in question by two things; groups by gender or nationality that are too small stay hidden."""
    with st.container(horizontal=True):
        by = _choose_dimension("cohort.rows", Dimension.GROUP, "pivot-by", words)
        across = _choose_dimension("cohort.columns", Dimension.SCHEME, "pivot-across", words)
        spoken = SPOKEN[0]
        if Dimension.LEVEL in (by, across):
            spoken = st.selectbox(
                words("cohort.language"),
                SPOKEN,
                format_func=lambda code: language_name(code, words.language),
                key="pivot-language",
                width=200,
            )
    with progress_bar(words("cohort.counting")) as progress:
        counted = office.pivot(by, across, filters, spoken, progress)
    rows = [value_in_words(by, value, words) for value in counted.rows]
    columns = [value_in_words(across, value, words) for value in counted.columns]
    table = pivot_table(counted, rows, columns, words)
    st.dataframe(table, hide_index=True, height="content", alt=words("cohort.pivot_alt"))
    if by.is_protected or across.is_protected:
        st.markdown(quiet(words("cohort.small_hidden")))


def show_missing(office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Show which facts are missing of how many, and let the user list the people to ask."""
    missing = office.completeness(filters)
    people = office.page(filters).found
    st.markdown(words("cohort.missing_hint"))
    for fact, number in missing.items():
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.progress((people - number) / people, _missing_line(fact, number, people, words), width="stretch")
            st.button(
                words("cohort.ask"), key=f"ask-{fact}", disabled=not number, on_click=_list_lacking, args=(fact.value,)
            )


def show_skills(office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Show the skills of those in question against what open vacancies ask."""
    with progress_bar(words("cohort.counting")) as progress:
        areas = office.skills_map(filters, words.language, progress)
    st.markdown(words("cohort.map_hint"))
    if not any(named.area.vacancies for named in areas):
        st.info(words("cohort.no_demand"), icon=":material/work_off:")
    if areas:
        show_skills_map(areas, words)


def show_progress(office: CohortOffice, filters: CohortFilters, words: Words) -> None:
    """Show how far those in question came, and the shares that their schemes aim at."""
    st.subheader(words("cohort.funnel"), anchor=False)
    st.markdown(quiet(words("cohort.funnel_hint")))
    show_funnel(office.funnel(filters), words)
    st.subheader(words("cohort.targets"), anchor=False)
    with progress_bar(words("cohort.counting")) as progress:
        statuses = office.targets(progress)
    show_targets(statuses, words)


def _row(line: CohortLine, words: Words) -> dict[str, object]:
    row = line.row
    spoken = ", ".join(f"{code.upper()} {cefr or ''}".strip() for code, cefr in row.languages)
    return {
        words("cohort.number"): line.blind,
        words("cohort.scheme"): row.scheme.upper(),
        words("cohort.occupation"): line.occupation or words("cohort.not_understood"),
        words("cohort.years"): "–" if row.years is None else words.number(round(row.years, 1), 1),
        words("cohort.eqf"): str(row.eqf or "–"),
        words("cohort.languages"): spoken,
        words("cohort.stage"): words(f"cohort_stage.{line.stage}"),
        words("cohort.known"): row.completeness,
        words("load_field.available"): words.day(row.available) if row.available else "–",
        words("load_field.regions"): ", ".join(words(f"region.{region}") for region in row.regions) or "–",
    }


def _choose_dimension(label: str, first: Dimension, key: str, words: Words) -> Dimension:
    every = list(Dimension)
    return st.selectbox(
        words(label), every, every.index(first), format_func=lambda one: words(f"cohort_by.{one}"), key=key, width=240
    )


def _missing_line(fact: Fact, number: int, people: int, words: Words) -> str:
    return words("cohort.missing", fact=words(f"cohort_fact.{fact}"), number=number, people=people)


def _list_lacking(fact: str) -> None:
    st.session_state["cohort-lacking"] = fact
    st.session_state["cohort-view"] = VIEWS[0]
