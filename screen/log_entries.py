"""Entries of the audit log: what is asked of them, and how they are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

import streamlit as st

from matcher.trail import Action, Entry, LogQuery
from screen.tables import TextTable
from screen.wording import Words

_ID = re.compile(r"[0-9a-f]{32,64}")
_SHOWN = 8  # digits of an id or digest that tell it apart on a page
_SHORT = 19  # letters of a moment to the second


def choose_query(actors: Sequence[str], words: Words) -> LogQuery:
    """Let the user choose which entries to see."""
    with st.container(horizontal=True):
        since = st.date_input(words("audit.since"), value=None, format="DD/MM/YYYY", key="audit-since")
        until = st.date_input(words("audit.until"), value=None, format="DD/MM/YYYY", key="audit-until")
    with st.container(horizontal=True):
        action = st.selectbox(
            words("audit.action"),
            ["", *Action],
            format_func=lambda name: words(f"audit_act.{name}" if name else "audit.any"),
            key="audit-action",
        )
        actor = st.selectbox(
            words("audit.actor"),
            ["", *actors],
            format_func=lambda name: name or words("audit.anybody"),
            key="audit-actor",
        )
        subject = st.text_input(words("audit.subject"), key="audit-subject")
    return LogQuery(since, until, str(action), actor, subject.strip())


def entries_table(entries: Iterable[Entry], words: Words, *, whole: bool = False) -> TextTable:
    """Return entries a line each; ids and digests by their first digits, or ``whole`` for a file."""
    codes = ("number", "at", "actor", "role", "action", "about_whom", "purpose", "detail")
    rows = [
        (
            entry.number,
            entry.at if whole else entry.at[:_SHORT].replace("T", " "),
            entry.actor,
            _in_words("audit_role", entry.role, words),
            _in_words("audit_act", entry.action, words),
            entry.subject if whole else _short(entry.subject),
            entry.purpose,
            entry.detail if whole else details(entry),
        )
        for entry in entries
    ]
    return TextTable(tuple(words(f"audit.{code}") for code in codes), tuple(rows))


def details(entry: Entry) -> str:
    """Return the details of an entry in one line; an entry that somebody damaged is shown as it stands."""
    try:
        told = json.loads(entry.detail)
    except ValueError:
        return entry.detail
    if not isinstance(told, dict):
        return entry.detail
    return ", ".join(f"{name} {_value(value)}" for name, value in told.items() if value not in ("", {}, None))


def _value(value: object) -> str:
    return _short(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    return text[:_SHOWN] if _ID.fullmatch(text) else text


def _in_words(family: str, value: str, words: Words) -> str:
    """Return the word for a role or an action; one that the log alone knows, damaged or older, as it stands."""
    try:
        return words(f"{family}.{value}")
    except KeyError:
        return value
