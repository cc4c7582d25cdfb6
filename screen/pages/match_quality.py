"""Match quality: what the evaluation lab measured, beside baselines; how groups fare; what moved between two runs."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from matcher.measured import Run, RunNote
from matcher.offices import QualityOffice, RunFile
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.frame import chosen_words
from screen.plain_text import plain, quiet
from screen.run_tables import figures_table
from screen.run_views import show_comparison, show_conditions, show_fairness_run, show_figures
from screen.tables import CSV
from screen.wording import Words

_MAKE = "matcher evaluate all --out {folder}"
VIEWS = ("figures", "fairness", "compare", "conditions")


def match_quality(words: Words) -> None:
    """Draw the page."""
    st.title(words("quality.title"), anchor=False)
    office = open_office(QualityOffice, words)
    runs = office.runs()
    if not runs:
        st.info(words("quality.none"), icon=":material/science:")
        st.code(_MAKE.format(folder=office.new_run_folder()), language=None)
        st.markdown(words("quality.again"))
        return
    note = choose_run(runs, words)
    run = office.run(note.name)
    st.markdown(quiet(words("quality.counts", measured=note.measured, skipped=note.skipped)))
    offer_files(office, run, words)
    view = choose_view(words)
    if view == "figures":
        show_figures(run, words)
    elif view == "fairness":
        show_fairness_run(run, words)
    elif view == "compare":
        show_comparison(office, run, [other for other in runs if other.name != run.name], words)
    else:
        show_conditions(run, words)


def choose_run(runs: tuple[RunNote, ...], words: Words) -> RunNote:
    """Let the user choose a run, the newest at first; the choice stands in the address, so that it can be sent."""
    named = {note.name: note for note in runs}
    sent = st.query_params.get("run")
    if sent and sent not in named:
        st.warning(words("quality.not_found", name=plain(sent)), icon=":material/event_busy:")
    chosen = st.selectbox(
        words("quality.run"),
        list(named),
        index=list(named).index(sent) if sent in named else 0,
        format_func=lambda name: run_name(named[name], words),
        key="run",
    )
    st.query_params["run"] = chosen
    return named[chosen]


def run_name(note: RunNote, words: Words) -> str:
    """Return what a run is called: its folder, when it was made, and whether it was a quick look."""
    made = f"{words.day(datetime.fromisoformat(note.made_on))} {note.made_on[11:16]}" if note.made_on else "?"
    return words("quality.run_quick" if note.quick else "quality.run_whole", name=note.name, made=made)


def offer_files(office: QualityOffice, run: Run, words: Words) -> None:
    """Offer the run as files, each made when it is asked for."""
    with st.container(horizontal=True):
        st.download_button(
            words("quality.page"),
            lambda: office.document(run.name, RunFile.PAGE),
            f"{run.name}.html",
            "text/html",
            on_click="ignore",
            type=emphasis(),
            icon=":material/download:",
        )
        st.download_button(
            words("quality.csv"), lambda: figures_table(run, words).as_csv(), f"{run.name}.csv", CSV, on_click="ignore"
        )
        st.download_button(
            words("quality.json"),
            lambda: office.document(run.name, RunFile.FIGURES),
            f"{run.name}.json",
            "application/json",
            on_click="ignore",
        )


def choose_view(words: Words) -> str:
    """Let the user choose what of the run to see; it stands in the address."""
    sent = st.query_params.get("view")
    chosen = st.segmented_control(
        words("quality.view"),
        VIEWS,
        default=sent if sent in VIEWS else VIEWS[0],
        format_func=lambda name: words(f"quality_view.{name}"),
        key="view",
        required=True,
    )
    st.query_params["view"] = chosen or VIEWS[0]
    return chosen or VIEWS[0]


try:
    match_quality(chosen_words())
except (MatcherError, TaxonomyError) as error:
    st.error(plain(str(error)), icon=":material/error:")
