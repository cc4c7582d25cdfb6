"""Doing what a person asked for: a refusal or a mistake becomes one sentence, never a broken page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from screen.plain_text import plain


@contextmanager
def told() -> Iterator[None]:
    """Say in one sentence what was refused or failed inside."""
    try:
        yield
    except (MatcherError, TaxonomyError) as error:
        st.error(plain(str(error)), icon=":material/error:")
