"""The app once there are accounts: of every role, one locked and one closed, with something shared with an employer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from matcher.accounts import FAILURES, Directory, Doorkeeper, Position, Sharing
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store import KeySource, Store
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from screen.wording import Words
from tests.browser.walking import settle

ADMINISTRATOR, RECRUITER, PASSWORD = "ann@enabel.example", "rik@degist.example", "four words no sentence"
EMPLOYER = "Bakkerij De Gist"
EN = Words("en")


@dataclass(frozen=True, slots=True)
class Managed:
    """Ids of the locked recruiter's account and of the employer."""

    recruiter: str
    employer: str


def add_accounts(home: Path, employer: str = EMPLOYER) -> Managed:
    """Add the accounts to a home with the demo data; the administrator and the recruiter have a password."""
    settings, root = Settings(home=home, database_url=None), Actor("Root", Role.ADMIN)
    with Store.open(settings.store_url, KeySource.of(settings)) as store:
        directory, door, sharing = Directory(store.accounts(), root), Doorkeeper(store.accounts()), Sharing(store, root)
        organisation = directory.add_organisation(employer)
        directory.add(ADMINISTRATOR, Position("admin"), PASSWORD)
        directory.add("sam@enabel.example", Position("staff", ("palim", "thamm")), None)
        recruiter = directory.add(RECRUITER, Position("recruiter", organisation=employer), PASSWORD)
        directory.add("ria@ugent.example", Position("researcher"), None)
        directory.add("otto@enabel.example", Position("auditor"), None)
        directory.disable("otto@enabel.example")
        door.let_in_vouched("sam@enabel.example")
        for _ in range(FAILURES):
            door.let_in(RECRUITER, "wrong")
        sharing.share(ShareKind.SCHEME, "thamm", employer)
        sharing.share(ShareKind.CANDIDATE, store.profiles(["palim"])[0].id, employer)
        for vacancy in store.vacancies()[:4]:
            sharing.share(ShareKind.VACANCY, vacancy.id, employer)
    return Managed(recruiter.id, organisation.id)


def sign_in(page: Page, address: str, login: str = ADMINISTRATOR, password: str = PASSWORD, onward: str = "/") -> None:
    """Sign somebody in, and wait for the page that they go on to."""
    page.goto(f"{address}/sign-in?language=en&next={onward}")
    page.get_by_label(EN("sign_in.login")).fill(login)
    page.get_by_label(EN("sign_in.password")).fill(password)
    page.keyboard.press("Enter")
    settle(page)
