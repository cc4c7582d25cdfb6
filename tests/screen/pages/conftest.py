"""An app of its own for every test of a page, and a small cohort in the home that it opens."""

from __future__ import annotations

import pytest

from tests.offices.small_cohort import small_engine


@pytest.fixture(autouse=True)
def _an_engine_for_each_test(fresh_app):
    """No page meets the engine of another test."""


@pytest.fixture
def small_home(tmp_path, monkeypatch):
    """An engine over the small cohort, in the home that the environment names; the app opens its own over it."""
    engine = small_engine(tmp_path)
    monkeypatch.setenv("MATCHER_HOME", str(tmp_path / "home"))
    for name in ("MATCHER_DATABASE_URL", "MATCHER_ENCODER", "MATCHER_ROLE", "MATCHER_ACTOR"):
        monkeypatch.delenv(name, raising=False)
    return engine
