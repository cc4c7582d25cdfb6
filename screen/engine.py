"""The engine behind the pages, opened once for the whole process, and the offices through which it is reached."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock, Thread
from typing import TypeVar

import streamlit as st

from matcher.engine import Matcher
from matcher.errors import MatcherError, TaxonomyError
from matcher.offices import Office
from matcher.settings import Settings
from screen.visitor import current_actor
from screen.wording import Words

AnyOffice = TypeVar("AnyOffice", bound=Office)


def open_office(kind: type[AnyOffice], words: Words) -> AnyOffice:
    """Return an office in the hands of whoever is at the browser.

    Raises:
        RefusedError: Their role may not enter it.
    """
    return kind(open_engine(words), current_actor())


def open_engine(words: Words) -> Matcher:
    """Return the engine over the home that the environment names; the first session to ask waits for it."""
    opening = _opening()
    if opening.engine is not None:
        return opening.engine
    with st.spinner(words("frame.loading")):  # it takes a thread and messages, too much for what stands open
        return opening.opened()


def open_ahead() -> None:
    """Open the engine and make everybody ready before a visitor waits for it.

    What goes wrong is told to the first visitor, for whom it goes wrong again.
    """

    def work() -> None:
        with suppress(MatcherError, TaxonomyError):
            _opening().opened().make_ready()

    Thread(target=work, name="open-ahead", daemon=True).start()


class _Opening:
    """The engine once it is open; whoever asks while another thread opens it waits."""

    def __init__(self) -> None:
        self.engine: Matcher | None = None
        self._lock = Lock()

    def opened(self) -> Matcher:
        with self._lock:
            if self.engine is None:
                self.engine = Matcher(Settings()).opened()
            return self.engine


@st.cache_resource(show_spinner=False)
def _opening() -> _Opening:
    return _Opening()
