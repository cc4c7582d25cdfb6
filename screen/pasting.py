"""A vacancy pasted as text: read once, then looked over."""

from __future__ import annotations

import streamlit as st

from matcher.errors import PastedTextError
from matcher.intake.pasting import LONGEST_PASTE
from matcher.offices import RecruitingOffice
from matcher.records import Vacancy
from screen.emphasis import emphasis
from screen.open_search import close_search
from screen.plain_text import plain
from screen.progress import progress_bar
from screen.vacancy_editor import forget_edits
from screen.wording import Words

_HEIGHT = 260  # pixels


def paste_vacancy(office: RecruitingOffice, words: Words) -> Vacancy | None:
    """Return the vacancy read in what was pasted last, or ``None`` while there is none."""
    draft: Vacancy | None = st.session_state.get("draft")
    if draft is not None:
        st.button(words("paste.another"), key="another", icon=":material/arrow_back:", on_click=forget_draft)
        return draft
    text = st.text_area(
        words("paste.label"),
        key="pasted",
        height=_HEIGHT,
        max_chars=LONGEST_PASTE,
        placeholder=words("paste.placeholder"),
        persist_state="session",
    )
    if st.button(words("paste.read"), type=emphasis(), key="read", icon=":material/document_search:"):
        _read(office, text or "", words)
    return None


def set_draft(vacancy: Vacancy, *, searched: bool) -> None:
    """Put a vacancy in the place of the one pasted last."""
    forget_draft()
    st.session_state["draft"] = vacancy
    if searched:
        search_for(vacancy)


def search_for(draft: Vacancy) -> None:
    """Rank candidates for a vacancy from now on."""
    st.session_state["searched"] = draft.id


def is_searched_for(draft: Vacancy) -> bool:
    """Tell whether candidates are ranked for a vacancy, or the user still looks it over."""
    return bool(st.session_state.get("searched") == draft.id)


def forget_draft() -> None:
    """Go back to the text."""
    close_search()
    draft: Vacancy | None = st.session_state.pop("draft", None)
    st.session_state.pop("searched", None)
    st.session_state.pop("kept", None)
    if draft is not None:
        forget_edits(draft)


def show_keeping(office: RecruitingOffice, vacancy: Vacancy, words: Words) -> None:
    """Offer to keep the vacancy in the store, to those who may."""
    if not office.drafts.may_keep:
        return
    if st.session_state.get("kept"):
        st.success(words("paste.kept", title=plain(st.session_state["kept"])), icon=":material/check:")
    elif st.button(words("paste.keep"), key="keep", icon=":material/save:"):
        with progress_bar(words("paste.keeping")) as progress:
            st.session_state["kept"] = office.drafts.keep(vacancy, progress).title
        st.rerun()


def _read(office: RecruitingOffice, text: str, words: Words) -> None:
    try:
        with progress_bar(words("paste.reading")) as progress:
            set_draft(office.drafts.read(text, words.language, progress), searched=False)
    except PastedTextError as error:
        st.warning(words(f"paste.{error.fault}"), icon=":material/edit_note:")
    else:
        st.rerun()
