"""Steps that every walk through the app takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from playwright.sync_api import Page, expect

Step: TypeAlias = Callable[[Page], object]
"""Something done on a page, such as a click; what follows waits for the page to settle."""


_TAKEN_UP = 300
"""Milliseconds in which a click reaches the server, and before which a page that it changes still looks settled."""


def settle(page: Page) -> Page:
    """Wait until the page has been drawn to its end and nothing runs."""
    app = page.locator('[data-testid="stApp"]')
    app.wait_for()
    page.wait_for_timeout(_TAKEN_UP)
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    return page


def visit(page: Page, address: str) -> Page:
    """Open an address and wait for the page; an exception on it fails the walk."""
    page.goto(address)
    settle(page)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    return page
