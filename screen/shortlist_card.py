"""A candidate on a shortlist: as added, with what people decided and said since, and the law of today."""

from __future__ import annotations

import streamlit as st

from matcher.hiring import Stage
from matcher.stewardship import blind_name
from matcher.store.held_shortlists import HeldEntry
from screen.candidate import show_evidence
from screen.law import law_line
from screen.plain_text import chip, plain, quiet
from screen.score_bar import show_score_bar
from screen.shortlist_view import Part, ShortlistView
from screen.shortlist_words import day_of, feedback_line, history_lines, stage_line, vacancy_named
from screen.wording import Words

_COLOURS = {
    Stage.PROPOSED: "blue",
    Stage.CONTACTED: "blue",
    Stage.INTERVIEW: "violet",
    Stage.OFFER: "orange",
    Stage.HIRED_HERE: "green",
    Stage.HIRED_HOME: "green",
    Stage.DECLINED: "gray",
}


def pick_key(entry_id: str) -> str:
    """Return the key of the box that chooses an entry."""
    return f"pick-{entry_id}"


def show_entry(place: int, entry: HeldEntry, view: ShortlistView, words: Words) -> None:
    """Show one entry with the parts of the view; of somebody who may not be proposed, only that.

    The vacancy is named where the list is not for one alone.
    """
    name = blind_name(entry.candidate_id)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            choose = words("shortlists.choose_one", name=name)
            st.checkbox(choose, key=pick_key(entry.id), label_visibility="collapsed", width="content")
            st.subheader(plain(f"{place} · {name}"), anchor=False, width="content")
        if entry.standing:
            st.subheader(words.percent(entry.match.score), anchor=False, width="content")
    if not entry.standing:
        st.warning(words("entry.fallen"), icon=":material/block:")
        return
    st.markdown(f"{chip(plain(stage_line(entry, words)), _COLOURS[entry.stage])} {quiet(_told(entry, view, words))}")
    show_score_bar(entry.match, words)
    if Part.WHY in view.parts:
        show_evidence(entry.match, words)
    if Part.LAW in view.parts and (law := law_line(entry.match, words)):
        st.markdown(law)
    if Part.NOTES in view.parts:
        _show_said(entry, words)
    if Part.HISTORY in view.parts:
        st.markdown(_listed("list_part.history", history_lines(entry, words), words))


def _told(entry: HeldEntry, view: ShortlistView, words: Words) -> str:
    added = words("entry.added", day=words.day(day_of(entry.added_at)))
    if not view.of_any_vacancy:
        return plain(added)
    return plain(f"{words('entry.for', vacancy=vacancy_named(entry))} · {added}")


def _show_said(entry: HeldEntry, words: Words) -> None:
    if said := feedback_line(entry, words):
        colour = "green" if entry.feedback and entry.feedback.suits else "gray"
        st.markdown(f"{quiet(words('list_column.feedback'))}  \n{chip(plain(said), colour)}")
    if entry.note:
        lines = "  \n".join(plain(line) for line in entry.note.splitlines() if line.strip())
        st.markdown(f"{quiet(words('entry.note'))}  \n{lines}")


def _listed(heading: str, lines: list[str], words: Words) -> str:
    return "\n".join([quiet(words(heading)), "", *(f"- {plain(line)}" for line in lines)])
