"""What is done with a shortlist: several candidates moved or removed at once, taken back again, written to a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from matcher.offices import FileKind, ShortlistOffice
from matcher.store.held_shortlists import HeldEntry, HeldShortlist
from screen.attempts import told
from screen.emphasis import emphasis
from screen.plain_text import plain, quiet
from screen.shortlist_card import pick_key
from screen.shortlist_table import shown_table
from screen.shortlist_view import STAGES, ShortlistView
from screen.wording import Words

_UNDO = "list-undo"
_MEDIA = {
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.CSV: "text/csv",
    FileKind.PDF: "application/pdf",
}


def show_undo(office: ShortlistOffice, words: Words) -> None:
    """Say what was done last, beside the button that takes it back."""
    if _UNDO not in st.session_state:
        return
    list_id, act, code, values = st.session_state[_UNDO]
    named = {name: words(value) if isinstance(value, str) else value for name, value in values.items()}
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f":material/check: {plain(words(code, **named))}", width="stretch")
        if st.button(words("shortlists.undo"), icon=":material/undo:", key="undo"):
            del st.session_state[_UNDO]
            with told():
                office.take_back(list_id, act)
                st.rerun()


def show_bulk(office: ShortlistOffice, held: HeldShortlist, page: Sequence[HeldEntry], words: Words) -> None:
    """Show what can be done with the candidates that are ticked."""
    chosen = [entry.id for entry in page if st.session_state.get(pick_key(entry.id))]
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            told_chosen = (
                words("shortlists.chosen", number=len(chosen)) if chosen else words("shortlists.nobody_chosen")
            )
            st.markdown(quiet(told_chosen), width="stretch")
            if st.button(words("shortlists.choose_all"), type="tertiary", key="choose-all"):
                _tick([entry.id for entry in page], ticked=True)
                st.rerun()
        if chosen:
            _show_changes(office, held, chosen, words)


def _show_changes(office: ShortlistOffice, held: HeldShortlist, chosen: list[str], words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        stage = st.selectbox(
            words("shortlists.move_to"),
            STAGES,
            index=1,
            format_func=lambda stage: words(f"stage.{stage.value}"),
            key="bulk-stage",
            width=200,
        )
        reason = st.text_input(
            words("shortlists.reason"), placeholder=words("shortlists.reason_hint"), key="bulk-reason", width=280
        )
        move = st.button(words("shortlists.move"), type=emphasis(), key="bulk-move")
        remove = st.button(words("shortlists.remove"), icon=":material/playlist_remove:", key="bulk-remove")
    with told():
        if move:
            act = office.move(held.id, chosen, stage, reason)
            _done(held, act, "shortlists.moved", chosen, {"stage": f"stage.{stage.value}"})
        if remove:
            act = office.remove(held.id, chosen)
            _done(held, act, "shortlists.removed", chosen, {})


def take_list_away(office: ShortlistOffice, held: HeldShortlist) -> None:
    """Remove a list; the page then offers to take that back."""
    with told():
        st.session_state[_UNDO] = (held.id, office.remove_list(held.id), "shortlists.list_removed", {})
        st.rerun()


def show_export(
    office: ShortlistOffice, held: HeldShortlist, shown: Sequence[HeldEntry], view: ShortlistView, words: Words
) -> None:
    """Offer the candidates shown as a file of each kind, made when it is asked for."""
    ids = [entry.id for entry in shown if entry.standing]

    def written(kind: FileKind) -> bytes:
        table = shown_table(held, office.with_law(held.id, ids, words.language), view, words)
        return office.export(held.id, ids, table, kind)

    with st.popover(words("shortlists.export"), icon=":material/download:", disabled=not ids, key="export"):
        st.markdown(quiet(words("shortlists.export_hint")))
        for kind in FileKind:
            st.download_button(
                kind.value.upper(),
                partial(written, kind),
                file_name=f"{_file_name(held.name)}-{date.today():%Y-%m-%d}.{kind.value}",
                mime=_MEDIA[kind],
                on_click="ignore",
                key=f"export-{kind.value}",
                width="stretch",
            )


def _done(held: HeldShortlist, act: str, code: str, chosen: list[str], values: dict[str, str]) -> None:
    st.session_state[_UNDO] = (held.id, act, code, {"number": len(chosen), **values})
    _tick(chosen, ticked=False)
    st.rerun()


def _tick(entry_ids: Sequence[str], *, ticked: bool) -> None:
    for entry_id in entry_ids:
        st.session_state[pick_key(entry_id)] = ticked


def _file_name(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name).strip("-")[:60] or "shortlist"
