"""A real Chromium, and the real app over a copy of the demo data."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from matcher.engine import Matcher
from tests.browser.server import running_app

PATIENCE = 60_000  # milliseconds that a step may take on a busy machine before it counts as broken


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; where there is none the tests that need it are skipped, or fail if it is ``required``."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        missing = "Chromium is not installed: on Debian or Ubuntu, apt install chromium"
        if os.environ.get("MATCHER_TEST_CHROMIUM") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def demo_home(demo_matcher: Matcher, tmp_path: Path) -> Path:
    """A home with the demo data, which a test may write to."""
    home = tmp_path / "demo-home"
    shutil.copytree(demo_matcher.settings.home, home)
    return home


@pytest.fixture(scope="session")
def shown_app(demo_matcher: Matcher, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one app over the demo data, for all tests that change nothing in it."""
    home = tmp_path_factory.mktemp("shown") / "home"
    shutil.copytree(demo_matcher.settings.home, home)
    with running_app(home, home.parent / "server.log") as address:
        yield address


@pytest.fixture
def context_of(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that opens a browser context, as ``browser.new_context`` takes it; all are closed at the end."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        context = chromium.new_context(**{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def page(context_of: Callable[..., BrowserContext]) -> Page:
    """A page at 1280 x 900 in English."""
    return context_of().new_page()
