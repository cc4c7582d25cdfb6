"""Pictures of a cohort: skills against demand, the funnel, each with the same numbers as a table."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from matcher.cohorts import Pivot
from matcher.hiring import Stage
from matcher.offices.cohort_office import Funnel, NamedArea
from matcher.stewardship.cohort_status import CohortStatus
from screen.plain_text import chip, plain, quiet
from screen.wording import Words

_PEOPLE, _VACANCIES = "#0072B2", "#D55E00"  # told apart also without colour vision, and by their shape
_ROW = 26  # pixels
_ANSWERS = {"yes": "green", "no": "red", "unknown": "orange"}


def show_skills_map(areas: tuple[NamedArea, ...], words: Words) -> None:
    """Draw for each group of skills the share of people who have one and of vacancies that ask one."""
    sides = {"people": words("cohort.people"), "vacancies": words("cohort.vacancies")}
    rows = [
        {"area": named.label, "side": sides[side], "share": share, "number": number}
        for named in areas
        for side, share, number in (
            ("people", named.area.people_share, named.area.people),
            ("vacancies", named.area.vacancy_share, named.area.vacancies),
        )
    ]
    order = [named.label for named in areas]
    y = alt.Y("area:N", sort=order, title=None, axis=alt.Axis(labelLimit=170))
    x = alt.X("share:Q", title=words("cohort.share"), axis=alt.Axis(format="%", orient="top"))
    chart = alt.Chart(pd.DataFrame(rows), height=_ROW * len(areas))
    side = list(sides.values())
    points = chart.mark_point(filled=True, size=90, opacity=1).encode(
        y=y,
        x=x,
        color=alt.Color("side:N", scale=alt.Scale(domain=side, range=[_PEOPLE, _VACANCIES]), title=None),
        shape=alt.Shape("side:N", scale=alt.Scale(domain=side, range=["circle", "diamond"]), title=None),
        tooltip=[alt.Tooltip(f"{field}:N", title=" ") for field in ("area", "side", "number")],
    )
    lines = chart.mark_line(color="#888888", strokeWidth=2, opacity=0.6).encode(y=y, x=x, detail="area:N")
    st.altair_chart(
        alt.layer(lines, points).configure_legend(orient="top", columns=1, labelLimit=260).configure_view(stroke=None),
        alt=words("cohort.map_alt"),
    )
    with st.expander(words("cohort.as_table")):
        columns = (words("cohort.area"), *sides.values())
        table = [(named.label, named.area.people, named.area.vacancies) for named in areas]
        st.dataframe(pd.DataFrame(table, columns=columns), hide_index=True, alt=words("cohort.map_alt"))


def show_funnel(funnel: Funnel, words: Words) -> None:
    """Draw how many people came how far, one bar a step, each with its number."""
    steps = [(words("cohort.joined"), funnel.joined), (words("cohort.rankable"), funnel.rankable)]
    steps += [(words(f"cohort_stage.{stage}"), funnel.reached[stage]) for stage in Stage]
    table = pd.DataFrame(steps, columns=["step", "people"])
    base = alt.Chart(table, height=_ROW * len(steps)).encode(
        y=alt.Y("step:N", sort=[step for step, _ in steps], title=None, axis=alt.Axis(labelLimit=220)),
        x=alt.X("people:Q", title=None, axis=None),
    )
    bars = base.mark_bar(color=_PEOPLE, cornerRadiusEnd=3)
    numbers = base.mark_text(align="left", dx=5, color="#6b7785").encode(text="people:Q")
    said = ", ".join(f"{step} {people}" for step, people in steps)
    st.altair_chart(alt.layer(bars, numbers).configure_view(stroke=None), alt=words("cohort.funnel_alt", steps=said))
    if not any(funnel.reached.values()):
        st.markdown(quiet(words("cohort.no_stages")))


def show_targets(statuses: tuple[CohortStatus, ...], words: Words) -> None:
    """Show each share that a scheme aims at beside the share reached."""
    for status in statuses:
        for share in status.shares:
            reached = words("cohort.hidden") if share.share is None else words.percent(share.share)
            aim = words(
                "cohort.target",
                scheme=plain(status.scheme.upper()),
                gender=words(f"cohort_gender.{share.target.gender}"),
                least=words.percent(share.target.at_least),
                reached=reached,
            )
            answer = chip(words(f"cohort_met.{share.answer}"), _ANSWERS[share.answer])
            st.markdown(f"{answer} {aim}  \n{quiet(plain(share.target.source))}")
    if not statuses:
        st.markdown(words("cohort.no_targets"))


def pivot_table(counted: Pivot, rows: list[str], columns: list[str], words: Words) -> pd.DataFrame:
    """Return the counts as a table with totals; a number too small to show is said to be under 5."""
    few = words("cohort.few")
    lines = [
        [name, *(_cell(number, few) for number in line), _cell(total, few)]
        for name, line, total in zip(rows, counted.cells, counted.row_totals, strict=True)
    ]
    total = words("cohort.total")
    lines.append([total, *(_cell(number, few) for number in counted.column_totals), str(counted.people)])
    return pd.DataFrame(lines, columns=[" ", *columns, total])


def _cell(number: int | None, few: str) -> str:
    return few if number is None else str(number)
