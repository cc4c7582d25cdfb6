"""A bar for work that takes long, gone when the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def progress_bar(text: str) -> Iterator[Callable[[str, int, int], None]]:
    """Give the function to which the engine reports ``(step, done, total)``; nothing shows until it does."""
    place = st.empty()
    try:
        yield lambda _step, done, total: _show(place, text, done, total)
    finally:
        place.empty()


def _show(place: st.delta_generator.DeltaGenerator, text: str, done: int, total: int) -> None:
    place.progress(done / total if total else 1.0, text)
