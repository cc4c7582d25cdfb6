"""What holds for every page, in a real browser: no serious accessibility fault, nothing sideways on a telephone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from screen.navigation import PAGES
from tests.browser.walking import visit

# What a page shows once something is chosen on it; a page that is not named here is looked at as it opens.
CHOSEN = {"find_candidates": "vacancy=VL-26-1144"}
ADDRESSES = {
    f"{entry.name}{'?' if choice else ''}{choice}": f"{entry.name.replace('_', '-')}?{choice}&"
    for entry in PAGES
    for choice in dict.fromkeys(("", CHOSEN.get(entry.name, "")))
}
SERIOUS = {"serious", "critical"}
WCAG_AA = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def faults(page) -> list[str]:
    found = Axe().run(page, options=WCAG_AA).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:160]}"
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"][:3]
    ]


def sideways(page) -> list[str]:
    """What stands out of the page on the right, but for what scrolls within itself."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility())
            .filter(one => !one.closest('[data-testid="stDataFrame"], [data-testid="stTable"], [role="tablist"], pre'))
            .map(one => one.outerHTML.slice(0, 120)).slice(0, 3)"""
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_has_a_serious_accessibility_fault(shown_app, context_of, name, scheme):
    page = context_of(color_scheme=scheme).new_page()
    visit(page, f"{shown_app}/{ADDRESSES[name]}language=en")
    assert faults(page) == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_page_is_wider_than_a_telephone(shown_app, context_of, name):
    page = context_of(viewport={"width": 400, "height": 800}, is_mobile=True, has_touch=True).new_page()
    visit(page, f"{shown_app}/{ADDRESSES[name]}language=de")
    assert sideways(page) == []
