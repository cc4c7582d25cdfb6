"""Load a cohort: drop files, see what was understood, mend it, keep it."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pandas as pd
import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.intake.formats import CandidateFormat
from matcher.offices import StaffOffice
from matcher.offices.cohort_loading import CohortLoading
from matcher.offices.load_orders import CohortTrial, LoadOrder
from matcher.records import Candidate, LoadReport
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.frame import chosen_words
from screen.load_cells import mend_cells, show_changes, show_mended, show_remarks
from screen.load_columns import map_columns
from screen.load_order import choose_order, key_of
from screen.plain_text import plain, quiet
from screen.progress import progress_bar
from screen.wording import Words

_COUNTS = ("read", "accepted", "created", "updated", "unchanged", "rejected", "likely_duplicates")
_FILES = 8  # named one by one


def load_cohort(words: Words) -> None:
    """Draw the page."""
    st.title(words("load.title"), anchor=False)
    st.markdown(words("load.intro"))
    desk = open_office(StaffOffice, words).loading
    order = choose_order(desk, words)
    if order is None:
        return
    st.header(words("load.understood"), anchor=False)
    first = try_out(desk, order, words)
    counts = st.container()
    show_files(desk, order, words)
    order = replace(order, mapping=map_columns(desk, order, first.report.columns, words))
    read = try_out(desk, order, words)
    show_samples(read.samples, words)
    order = replace(order, readmit=choose_readmitted(read.erased, words))
    order = mend(desk, order, read, words)
    after = try_out(desk, order, words)
    show_mended(order.corrections, read, after, words)
    show_remarks(after.remarks, words)
    show_changes(after.report.rows, words)
    with counts:
        show_counts(after.report, words)
    keep(desk, order, after.report, words)
    offer_annotated(desk, order, read.report, words)


def try_out(desk: CohortLoading, order: LoadOrder, words: Words) -> CohortTrial:
    """Return what a load would do, read again only where something was changed."""
    with st.spinner(words("load.reading")):
        return _tried(key_of(order), desk, order)


def mend(desk: CohortLoading, order: LoadOrder, read: CohortTrial, words: Words) -> LoadOrder:
    """Let the user mend cells; return the order with what was written.

    Mending one cell may show what is wrong with another, such as a reference that two rows have: it joins the table.
    """
    mended = st.session_state.setdefault("load-mended", {}).setdefault(key_of(order), {})
    order = replace(order, corrections=tuple(cell.correction(text) for cell, text in mended.values()))
    cells = {cell.place: cell for cell in read.cells}
    for cell in (*try_out(desk, order, words).cells, *(cell for cell, _ in mended.values())):
        cells.setdefault(cell.place, cell)
    shown = sorted(cells.values(), key=lambda cell: (cell.file, cell.sheet or "", cell.row))
    written = mend_cells(shown, {place: text for place, (_, text) in mended.items()}, words)
    if written != {place: text for place, (_, text) in mended.items()}:
        mended.clear()
        mended.update({place: (cells[place], text) for place, text in written.items()})
        st.rerun()
    return order


@st.cache_data(scope="session", max_entries=6, ttl=900, show_spinner=False)
def _tried(key: str, _desk: CohortLoading, _order: LoadOrder) -> CohortTrial:  # noqa: ARG001
    """Try an order; ``key`` alone tells one call from another, for what begins with an underscore is not looked at."""
    return _desk.trial(_order)


def show_files(desk: CohortLoading, order: LoadOrder, words: Words) -> None:
    """Show in which format each file was read."""
    formats = desk.formats(order.uploads)
    shown = ", ".join(f"**{plain(name)}** ({words(f'load_format.{kind.value}')})" for name, kind in formats[:_FILES])
    more = words("load.more_files", number=len(formats) - _FILES) if len(formats) > _FILES else ""
    st.markdown(f"{quiet(words('load.format'))} {shown} {more}")


def show_samples(samples: tuple[Candidate, ...], words: Words) -> None:
    """Show the first people field by field."""
    if not samples:
        return
    with st.expander(words("load.samples")):
        table = {
            words("load_field.key"): [person.key for person in samples],
            words("load_field.name"): [person.person.name or "" for person in samples],
            words("load_field.occupation"): ["; ".join(person.profile.occupations) for person in samples],
            words("load_field.skills"): ["; ".join(item.text for item in person.profile.skills) for person in samples],
            words("load_field.languages"): [
                "; ".join(f"{item.language} {item.cefr or ''}".strip() for item in person.profile.languages)
                for person in samples
            ],
            words("load_field.education"): [
                "; ".join(item.text for item in person.profile.education) for person in samples
            ],
        }
        st.dataframe(pd.DataFrame(table), hide_index=True)


def choose_readmitted(erased: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Let the user let in again people who were erased."""
    if not erased:
        return ()
    return tuple(st.multiselect(words("load.readmit"), erased, key="load-readmit"))


def show_counts(report: LoadReport, words: Words) -> None:
    """Show what would become of the rows; they add up to those read."""
    names = ("created", "updated", "unchanged", "rejected")
    with st.container(horizontal=True):
        for name in names:
            st.metric(words(f"load.{name}"), words.number(getattr(report, name)), border=True)
    numbers = {name: words.number(getattr(report, name)) for name in ("read", "accepted", "rejected")}
    st.markdown(f"**{words('load.balance', **numbers)}**")


def keep(desk: CohortLoading, order: LoadOrder, report: LoadReport, words: Words) -> None:
    """Load the people on one click, however often it is made; say what came of it."""
    key, scheme = key_of(order), order.scheme.upper()
    loaded = st.session_state.setdefault("load-loaded", {})
    if key not in loaded:
        if not report.accepted:
            st.info(words("load.nobody"), icon=":material/edit:")
            return
        label = words("load.commit", number=words.number(report.accepted), scheme=scheme)
        if not st.button(label, type=emphasis(), icon=":material/group_add:", key="load-commit"):
            return
        tickets = st.session_state.setdefault("load-tickets", {})
        ticket = tickets.setdefault(key, uuid4().hex)
        with progress_bar(words("load.progress")) as progress:
            done = desk.load(order, ticket, progress)
        loaded[key] = {name: getattr(done, name) for name in _COUNTS}
        st.rerun()
    show_loaded(loaded[key], scheme, words)


def show_loaded(counts: dict[str, int], scheme: str, words: Words) -> None:
    """Say what was loaded, and what can be done next."""
    numbers = {name: words.number(number) for name, number in counts.items()}
    duplicates = numbers.pop("likely_duplicates")
    st.success(words("load.done", scheme=scheme, **numbers), icon=":material/check_circle:")
    if counts["likely_duplicates"]:
        st.markdown(words("load.duplicates", number=duplicates))
    st.markdown(words("load.next"))
    st.page_link("screen/pages/review_skills.py", label=words("load.to_review"), icon=":material/fact_check:")


def offer_annotated(desk: CohortLoading, order: LoadOrder, report: LoadReport, words: Words) -> None:
    """Offer the table that was sent with its problems marked, for the sender to mend."""
    formats = desk.formats(order.uploads)
    if not report.problems or [kind for _, kind in formats] != [CandidateFormat.TABLE]:
        return
    name = order.uploads[0].name.rpartition(".")[0] or order.uploads[0].name
    st.download_button(
        words("load.annotate"),
        lambda: desk.annotated(order, report) or b"",
        file_name=f"{name}-annotated.xlsx",
        icon=":material/download:",
        on_click="ignore",
        key="load-annotate",
    )


try:
    load_cohort(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
