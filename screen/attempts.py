"""Doing what a person asked for: a refusal or a mistake becomes one sentence, never a broken page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from matcher.errors import MatcherError, TaxonomyError
from screen.frame import chosen_words
from screen.plain_text import plain
from screen.told import in_page_words


@contextmanager
def told() -> Iterator[None]:
    """Say in one sentence what was refused or failed inside, in the language of the page where it has words for it."""
    try:
        yield
    except (MatcherError, TaxonomyError) as error:
        st.error(plain(in_page_words(str(error), chosen_words())), icon=":material/error:")
