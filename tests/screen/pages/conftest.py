"""A small cohort in the home that the app opens."""

from __future__ import annotations

import pytest
import streamlit as st

from tests.offices.small_cohort import small_engine


@pytest.fixture
def small_home(tmp_path, monkeypatch):
    """An engine over the small cohort, in the home that the environment names; the app opens its own over it."""
    st.cache_resource.clear()
    engine = small_engine(tmp_path)
    monkeypatch.setenv("MATCHER_HOME", str(tmp_path / "home"))
    for name in ("MATCHER_DATABASE_URL", "MATCHER_ENCODER", "MATCHER_ROLE", "MATCHER_ACTOR"):
        monkeypatch.delenv(name, raising=False)
    yield engine
    st.cache_resource.clear()
