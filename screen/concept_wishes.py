"""Filters by what candidates can do or did: the concepts that most of them name, and any other that is searched for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from matcher.offices import RecruitingOffice
from screen.pill_counts import with_count
from screen.wording import Words

_OFFERED = 8  # of the most frequent concepts


def choose_concepts(kind: str, office: RecruitingOffice, counts: Mapping[str, int], words: Words) -> None:
    """Show the concepts of a kind (``skills`` or ``occupations``) that can be asked for, each with its count."""
    # What is offered stays in its order while the session lasts: Streamlit remembers the places of what is chosen.
    offered = st.session_state.setdefault(_offered(kind), list(counts)[:_OFFERED])
    names = office.concept_names(offered, words.language)
    st.pills(
        words(f"filter.{kind}"),
        offered,
        selection_mode="multi",
        format_func=lambda uri: with_count(names[uri], counts.get(uri), words),
        key=kind,
        persist_state="session",
    )
    _search(kind, office, words)


def chosen_concepts(kind: str) -> tuple[str, ...]:
    """Return the URIs that are asked for."""
    return tuple(st.session_state.get(kind) or ())


def restore_concepts(kind: str, uris: Sequence[str]) -> None:
    """Ask for some concepts in the place of what was asked."""
    offered = st.session_state.get(_offered(kind), [])
    st.session_state[_offered(kind)] = list(dict.fromkeys([*offered, *uris]))
    st.session_state[kind] = list(uris)


def _search(kind: str, office: RecruitingOffice, words: Words) -> None:
    field, picked = f"sought-{kind}", f"picked-{kind}"
    sought = st.text_input(words(f"filter_more.{kind}"), key=field, type="search", placeholder=words("filter.type"))
    if not sought:
        return
    suggest = office.drafts.suggest_skills if kind == "skills" else office.drafts.suggest_occupations
    found = {item.uri: item.label for item in suggest(sought, words.language)}
    if found:
        st.pills(
            words("filter.found"),
            list(found),
            format_func=lambda uri: found[uri],
            key=picked,
            on_change=_ask,
            args=(kind, field, picked),
        )
    else:
        st.markdown(words("filter.no_concept"))


def _ask(kind: str, field: str, picked: str) -> None:
    uri = st.session_state[picked]
    if uri:
        restore_concepts(kind, [*chosen_concepts(kind), *([] if uri in chosen_concepts(kind) else [uri])])
    st.session_state[picked] = None
    st.session_state[field] = ""


def _offered(kind: str) -> str:
    return f"offered-{kind}"
