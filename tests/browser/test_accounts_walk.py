"""From an app that nobody signs in to, to a recruiter who sees just what was shared: in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from matcher.stewardship import blind_name
from screen.wording import Words
from tests.browser.managed import ADMINISTRATOR, PASSWORD, RECRUITER, add_accounts, sign_in
from tests.browser.server import running_app
from tests.browser.test_every_page import faults, sideways
from tests.browser.walking import settle, visit

ANN, RIK, SAM = ADMINISTRATOR, RECRUITER, "sam@example.org"
HOSTILE = "<script>document.title='broken'</script> **De Gist**"
VACANCY, TITLE = "VL-26-1144", "Warehouse operator - spare parts"
EN = Words("en")


@pytest.fixture
def address(demo_home: Path, tmp_path: Path) -> Iterator[str]:
    with running_app(demo_home, tmp_path / "server.log") as running:
        yield running


def as_shown(text: str) -> re.Pattern[str]:
    """What a page shows of a text: marks that could be taken for an address or a picture have a joiner beside them."""
    return re.compile("\u2060?".join(map(re.escape, text)))


def press(within: Page | Locator, name: str) -> None:
    """Press a button by keyboard and wait for what it does."""
    within.get_by_role("button", name=name, exact=True).first.press("Enter")
    settle(within if isinstance(within, Page) else within.page)


def write(within: Page | Locator, label: str, text: str) -> None:
    """Write into a field and leave it by keyboard."""
    field = within.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")
    settle(within if isinstance(within, Page) else within.page)


def choose(within: Locator, label: str, option: str) -> None:
    """Choose of a list by keyboard: type its beginning, then Enter; the Tab key closes one that stays open for more."""
    field = within.get_by_label(label, exact=True)
    field.focus()
    within.page.keyboard.type(option)
    within.page.keyboard.press("Enter")
    within.page.keyboard.press("Tab")
    settle(within.page)


def made_password(window: Locator | Page) -> str:
    shown = window.locator("code").inner_text()
    assert re.fullmatch(r"(?:\w{5}-){3}\w{5}", shown)
    return shown


def add(page: Page, login: str, role: str) -> Locator:
    """Open the window in which an account is added, and write login and role."""
    press(page, EN("accounts.add"))
    window = page.get_by_role("dialog")
    write(window, EN("accounts.login"), login)
    if role != EN("role.recruiter"):
        choose(window, EN("accounts.role"), role)
    return window


def close_the_app(page: Page, address: str) -> None:
    """Add the first account, an administrator's, with a password typed twice."""
    visit(page, f"{address}/accounts?language=en")
    expect(page.get_by_text(EN("accounts.first"))).to_be_visible()
    write(page, EN("accounts.login"), ANN)
    page.get_by_role("radio", name=EN("password_way.made")).press("ArrowDown")
    settle(page)
    write(page, EN("password.first"), PASSWORD)
    write(page, EN("password.again"), PASSWORD)
    page.get_by_label(EN("accounts.first_sure")).press("Space")
    page.get_by_role("button", name=EN("accounts.first_now")).press("Enter")
    expect(page.get_by_text(as_shown(EN("accounts.first_added", login=ANN)))).to_be_visible()


def add_recruiter(page: Page) -> str:
    """Add a recruiter of an organisation that there was not yet; return the password that was made."""
    expect(page.get_by_text(EN("accounts.no_organisation"))).to_be_visible()
    window = add(page, RIK, EN("role.recruiter"))
    write(window, EN("accounts.organisation_name"), HOSTILE)
    press(window, EN("accounts.add_now"))
    expect(window.get_by_text(as_shown(EN("accounts.added", login=RIK)))).to_be_visible()
    password = made_password(window)
    press(window, EN("accounts.go_on"))
    expect(page.get_by_text(as_shown(RIK))).to_be_visible()
    expect(page.get_by_text(as_shown(HOSTILE)).first).to_be_visible()
    return password


def add_staff(page: Page) -> str:
    """Add somebody of staff who sees the people of one scheme; return the password that was made."""
    window = add(page, SAM, EN("role.staff"))
    choose(window, EN("accounts.schemes"), "THAMM")
    press(window, EN("accounts.add_now"))
    password = made_password(window)
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    return password


def share(page: Page) -> Locator:
    """Share the one scheme within reach, and one vacancy; return where the vacancies stand."""
    expect(page.get_by_text(EN("sharing.nothing"))).to_be_visible()
    press(page, EN("sharing.open"))
    expect(page.get_by_text("PALIM", exact=True)).to_have_count(0)
    press(page, EN("sharing.share"))
    expect(page.get_by_role("dialog").get_by_text("THAMM")).to_be_visible()
    press(page, EN("sharing.share_now"))
    expect(page.get_by_text(as_shown(EN("sharing.shared_now", number=1, organisation=HOSTILE)))).to_be_visible()
    page.get_by_role("tab", name=EN("sharing.vacancies")).press("Enter")
    write(page, EN("vacancies.search"), VACANCY)
    vacancies = page.get_by_role("tabpanel").filter(has_text=EN("sharing.vacancies_hint"))
    press(vacancies, EN("sharing.share"))
    press(page, EN("sharing.share_now"))
    expect(page.get_by_text(EN("sharing.counts", candidates=60, vacancies=1))).to_be_visible()
    return vacancies


def blind_names(page: Page) -> set[str]:
    said = page.get_by_role("heading", level=3).all_inner_texts()
    return {name.split(" · ")[1] for name in said if " · " in name}


def test_from_the_first_account_to_a_recruiter_who_sees_just_what_is_shared(address, demo_matcher, context_of):
    admin, staff, recruiter = (context_of().new_page() for _ in range(3))
    close_the_app(admin, address)
    sign_in(admin, address, ANN, PASSWORD, "/accounts")
    of_recruiter, of_staff = add_recruiter(admin), add_staff(admin)
    sign_in(recruiter, address, RIK, of_recruiter)
    expect(recruiter.get_by_text(TITLE)).to_have_count(0)
    sign_in(staff, address, SAM, of_staff, "/sharing")
    vacancies = share(staff)

    visit(recruiter, f"{address}/?vacancy={VACANCY}&language=en")
    expect(recruiter.get_by_text(EN("card.open"), exact=True)).to_have_count(10)
    assert blind_names(recruiter) <= {blind_name(held.id) for held in demo_matcher.store.profiles(["thamm"])}
    for page in ("accounts", "sharing"):
        visit(recruiter, f"{address}/{page}?language=en")
        expect(recruiter.get_by_role("heading", name=EN(f"{page}.title"), exact=True)).to_have_count(0)

    vacancies.get_by_role("radio", name=f"{EN('sharing.is_shared')} · 1").press("Space")
    settle(staff)
    press(vacancies, EN("sharing.take_back"))
    press(staff, EN("sharing.take_back_now"))
    expect(staff.get_by_text(EN("sharing.counts", candidates=60, vacancies=0))).to_be_visible()
    recruiter.goto(f"{address}/?vacancy={VACANCY}&language=en")
    settle(recruiter)
    expect(recruiter.get_by_text(TITLE)).to_have_count(0)

    visit(admin, f"{address}/accounts?language=en")
    write(admin, EN("accounts.search"), RIK)
    press(admin, EN("accounts.open"))
    press(admin, EN("accounts.close"))
    press(admin, EN("accounts.close_now"))
    expect(admin.get_by_text(as_shown(EN("accounts.closed", login=RIK)))).to_be_visible()
    recruiter.get_by_text("FR", exact=True).click()
    expect(recruiter.get_by_role("heading", name=Words("fr")("sign_in.ended_title"))).to_be_visible()
    assert "broken" not in (admin.title(), staff.title(), recruiter.title())


@pytest.fixture
def managed(demo_home: Path, tmp_path: Path) -> Iterator[tuple[str, str, str]]:
    """The address of the app over the demo data with accounts, and where one account and an employer are found."""
    ids = add_accounts(demo_home, HOSTILE)
    with running_app(demo_home, tmp_path / "server.log") as running:
        yield running, f"accounts?account={ids.recruiter}&", f"sharing?organisation={ids.employer}&"


WINDOWS = (
    (0, EN("accounts.add")),
    (0, EN("accounts.add_organisation")),
    (1, EN("accounts.change")),
    (1, EN("accounts.new_password")),
    (1, EN("accounts.close")),
    (3, EN("sharing.take_back")),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_filled_pages_and_their_windows_have_no_serious_accessibility_fault(managed, context_of, scheme):
    running, account, shared = managed
    pages = ("accounts?", account, "sharing?", shared)
    page = context_of(color_scheme=scheme).new_page()
    sign_in(page, running)
    for place in pages:
        visit(page, f"{running}/{place}language=en")
        assert faults(page) == [], place
    page.get_by_role("tab", name=EN("sharing.vacancies")).click()
    settle(page)
    assert faults(page) == []
    for place, opening in WINDOWS:
        visit(page, f"{running}/{pages[place]}language=en")
        press(page, opening)
        expect(page.get_by_role("dialog")).to_be_visible()
        assert faults(page) == [], opening


def test_filled_pages_fit_a_telephone(managed, context_of):
    running, account, shared = managed
    page = context_of(viewport={"width": 400, "height": 800}, is_mobile=True, has_touch=True).new_page()
    sign_in(page, running)
    for place in ("accounts?", account, "sharing?", shared):
        visit(page, f"{running}/{place}language=de")
        assert sideways(page) == [], place
