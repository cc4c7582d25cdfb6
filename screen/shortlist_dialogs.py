"""The windows over a shortlist: what is decided and said of one candidate, who it is, and the list itself."""

from __future__ import annotations

import streamlit as st

from matcher.offices import Revealed, RevealReason, ShortlistOffice
from matcher.offices.shortlist_shelf import LONGEST_NAME
from matcher.offices.shortlisting import LONGEST_NOTE
from matcher.stewardship import blind_name
from matcher.store.held_shortlists import FeedbackReason, HeldEntry, HeldShortlist
from screen.attempts import told
from screen.emphasis import emphasis
from screen.engine import open_office
from screen.plain_text import plain, quiet
from screen.shortlist_view import STAGES
from screen.wording import Words

_REVEAL_REASONS = tuple(RevealReason)


def ask_update(entry: HeldEntry, words: Words) -> None:
    """Open the window in which stage, feedback and note of one candidate are set, all saved together."""
    st.dialog(f"{blind_name(entry.candidate_id)} · {words('shortlists.update')}", width="medium")(_update)(entry, words)


def ask_reveal(entry: HeldEntry, words: Words) -> None:
    """Open the window in which a candidate is revealed for a reason."""
    st.dialog(f"{blind_name(entry.candidate_id)} · {words('reveal.title')}")(_reveal)(entry, words)


def ask_name(words: Words) -> None:
    """Open the window in which a list is made."""
    st.dialog(words("shortlists.new"))(_new_list)(words)


def _update(entry: HeldEntry, words: Words) -> None:
    with st.form("update", border=False):
        stage = st.selectbox(
            words("list_column.stage"),
            STAGES,
            index=STAGES.index(entry.stage),
            format_func=lambda stage: words(f"stage.{stage.value}"),
        )
        reason = st.text_input(words("shortlists.reason"), placeholder=words("shortlists.reason_hint"))
        suits, because = _ask_feedback(entry, words)
        note = st.text_area(words("entry.note"), entry.note, max_chars=LONGEST_NOTE, help=words("entry.note_hint"))
        saved = st.form_submit_button(words("shortlists.save"), type=emphasis())
    if not saved:
        return
    with told():
        office = open_office(ShortlistOffice, words)
        if stage is not entry.stage:
            office.move(entry.shortlist_id, [entry.id], stage, reason)
        if note.strip() != entry.note:
            office.annotate(entry.shortlist_id, entry.id, note)
        office.judge(entry.shortlist_id, entry.id, suits, because)
        st.rerun()


def _ask_feedback(entry: HeldEntry, words: Words) -> tuple[bool | None, list[FeedbackReason]]:
    said = {None: "entry.not_said", True: "entry.suits", False: "entry.suits_not"}
    held = entry.feedback
    suits = st.radio(
        words("entry.feedback"),
        list(said),
        index=list(said).index(held.suits if held else None),
        format_func=lambda choice: words(said[choice]),
        horizontal=True,
        help=words("entry.feedback_hint"),
    )
    because = st.pills(
        words("entry.because"),
        list(FeedbackReason),
        selection_mode="multi",
        default=list(held.reasons) if held else [],
        format_func=lambda reason: words(f"suits_why.{reason.value}"),
    )
    return suits, list(because)


def _reveal(entry: HeldEntry, words: Words) -> None:
    st.markdown(words("reveal.hint"))
    with st.form("reveal", border=False):
        reason = st.selectbox(
            words("reveal.why"),
            _REVEAL_REASONS,
            index=None,
            format_func=lambda reason: words(f"reveal.{reason.value}"),
        )
        asked = st.form_submit_button(words("reveal.show"), type=emphasis())
    if asked and reason is None:
        st.error(words("reveal.needed"), icon=":material/error:")
    elif asked and reason is not None:
        with told():
            office = open_office(ShortlistOffice, words)
            _show_person(office.reveal(entry.shortlist_id, entry.id, reason), words)


def _show_person(person: Revealed, words: Words) -> None:
    said = (("reveal.name", person.name), ("reveal.email", person.email), ("reveal.phone", person.phone))
    lines = [f"{quiet(words(code))} **{plain(text or words('reveal.unknown'))}**" for code, text in said]
    st.markdown("  \n".join(lines))
    st.info(words("reveal.once"), icon=":material/visibility_off:")


def _new_list(words: Words) -> None:
    with st.form("new-list", border=False):
        st.markdown(quiet(words("shortlists.new_hint")))
        name = st.text_input(words("shortlists.name"), max_chars=LONGEST_NAME)
        made = st.form_submit_button(words("shortlists.make"), type=emphasis())
    if made:
        with told():
            st.query_params["shortlist"] = open_office(ShortlistOffice, words).make(name).id
            st.rerun()


def ask_rename(held: HeldShortlist, words: Words) -> None:
    """Open the window in which a list gets another name."""
    st.dialog(words("shortlists.rename"))(_rename)(held, words)


def _rename(held: HeldShortlist, words: Words) -> None:
    with st.form("rename", border=False):
        name = st.text_input(words("shortlists.name"), held.name, max_chars=LONGEST_NAME)
        saved = st.form_submit_button(words("shortlists.save"), type=emphasis())
    if saved:
        with told():
            open_office(ShortlistOffice, words).rename(held.id, name)
            st.rerun()
