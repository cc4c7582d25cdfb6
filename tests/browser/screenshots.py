"""Take a picture of every page at both widths: ``make screenshots``, or ``python -m tests.browser.screenshots``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from evaluation.app_server import ROOT
from evaluation.registry import find
from evaluation.report import run_all, write_report
from evaluation.suites import Bench
from matcher.cli.showing import COHORTS
from matcher.engine import Matcher
from matcher.settings import Settings
from screen.navigation import PAGES
from tests.browser.managed import add_accounts, sign_in
from tests.browser.server import running_app
from tests.browser.walking import Step, settle, visit

WIDTHS = (1280, 400)
TALLEST = 2400  # pixels: a picture in a guide shows the beginning of a long page
PATIENCE = 120_000


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: the page, what its address asks for, and what is done on it before the picture is taken.

    ``managed`` scenes come last: their accounts close the app, and an administrator signs in.
    """

    page: str
    name: str
    query: str = ""
    steps: tuple[Step, ...] = field(default=())
    managed: bool = False


def open_first(page: Page) -> None:
    """Open the first of a list."""
    page.get_by_role("button", name="Details").first.click()


SCENES = (
    Scene("find_candidates", "find-candidates", "vacancy=VL-26-1317"),
    Scene("match_quality", "match-quality"),
    Scene("match_quality", "match-quality-fairness", "view=fairness"),
    Scene("accounts", "accounts-first"),
    Scene("accounts", "accounts", managed=True),
    Scene("sharing", "sharing", steps=(open_first,), managed=True),
)
MEASURED = ("phrases_fr-occupation", "fairness-groups")  # by the run that the pictures show


def scenes() -> Iterator[Scene]:
    """Yield the scenes, and every page that none of them shows as it opens."""
    shown = {scene.page for scene in SCENES}
    others = (Scene(entry.name, entry.name.replace("_", "-")) for entry in PAGES if entry.name not in shown)
    yield from sorted((*SCENES, *others), key=lambda scene: scene.managed)


def take(browser: Browser, address: str, scene: Scene, width: int, out: Path) -> None:
    """Take one picture, as high as what the page shows."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, locale="en-GB", color_scheme="light")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if scene.managed:
        sign_in(page, address)
    visit(page, f"{address}/{scene.page.replace('_', '-')}?{scene.query}&language=en")
    for step in scene.steps:
        step(page)
        settle(page)
    height = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(TALLEST, max(600, int(height) + 60))})
    settle(page).screenshot(path=out / f"{scene.name}-{width}.png")
    context.close()


@contextmanager
def demo_app() -> Iterator[tuple[str, Path]]:
    """Serve the app over a home with the demo data, on real ESCO where ``ESCO_DIR`` names it; gives both."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded"))
        if esco := os.environ.get("ESCO_DIR"):
            matcher.import_taxonomy([Path(esco)], replace_all=True, progress=lambda *_: None)
        for scheme, name in COHORTS.items():
            matcher.load_cohort(ROOT / "data" / name, scheme)
        matcher.load_vacancies(ROOT / "data" / "vacancies.csv")
        suites = [find(name) for name in MEASURED]
        write_report(
            run_all(suites, Bench(matcher, quick=True), lambda *_: None), matcher.settings.runs_folder / "demo"
        )
        matcher.store.close()
        with running_app(home, Path(folder) / "server.log") as address:
            yield address, home


def main(arguments: list[str]) -> int:
    """Take the pictures that are asked for into a folder."""
    parser = argparse.ArgumentParser(description="Take a picture of every page.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--only", default="", help="a part of a picture's name")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        sys.stderr.write("Chromium is not installed: on Debian or Ubuntu, apt install chromium.\n")
        return 1
    wanted = [scene for scene in scenes() if asked.only in scene.name]
    first_managed = next((scene for scene in wanted if scene.managed), None)
    with demo_app() as (address, home), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for number, scene in enumerate(wanted, start=1):
            if scene is first_managed:
                add_accounts(home)
            for width in WIDTHS:
                take(browser, address, scene, width, asked.out)
            sys.stdout.write(f"{number} of {len(wanted)}: {scene.name}\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
