"""Rankings of the log, repeated when asked."""

from __future__ import annotations

import streamlit as st

from matcher.offices import AuditOffice
from matcher.replaying import Outcome, Replay
from matcher.trail import Action, Entry, LogQuery
from screen.plain_text import plain
from screen.progress import progress_bar
from screen.wording import Words

_OFFERED = 50  # of the newest rankings
_DIFFERENCES = 10


def show_replays(office: AuditOffice, words: Words) -> None:
    """Let the user choose one of the newest rankings and repeat it."""
    made = {entry.subject: entry for entry in office.entries(LogQuery(action=Action.RANKING.value), 0, _OFFERED)}
    if not made:
        st.info(words("replay.none"), icon=":material/inbox:")
        return
    st.markdown(words("replay.hint"))
    chosen = st.selectbox(
        words("replay.choose"), list(made), format_func=lambda name: _named(made[name], words), key="ranking"
    )
    if st.button(words("replay.start"), icon=":material/replay:", key="replay"):
        with progress_bar(words("replay.running")) as progress:
            found = office.replay(chosen, progress)
        show_replay(found, words)


def show_replay(found: Replay, words: Words) -> None:
    """Say how a replay came out, and what made it differ."""
    if found.outcome is Outcome.IDENTICAL:
        st.success(words("replay.identical"), icon=":material/check_circle:")
    elif found.outcome is Outcome.IDENTICAL_BUT_MISSING:
        st.success(words("replay.identical_but_missing", number=len(found.missing)), icon=":material/check_circle:")
    else:
        st.error("\n".join((words("replay.differs"), "", *(f"- {line}" for line in _why(found, words)))))


def _why(found: Replay, words: Words) -> list[str]:
    lines = [words("replay.tampered", part=plain(part)) for part in found.tampered]
    if found.changed:
        lines.append(words("replay.changed", number=len(found.changed)))
    lines += [words("replay.term", name=plain(name)) for name, _, _ in found.terms]
    lines += [plain(difference) for difference in found.differences[:_DIFFERENCES]]
    if len(found.differences) > _DIFFERENCES:
        lines.append(words("replay.more", number=len(found.differences) - _DIFFERENCES))
    return lines


def _named(entry: Entry, words: Words) -> str:
    return words("replay.one", at=entry.at[:16].replace("T", " "), actor=entry.actor, id=entry.subject[:8])
