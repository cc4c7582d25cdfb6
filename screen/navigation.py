"""The pages, and who may open which: the menu shows a role its own, and the address of another is refused."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from matcher.stewardship import Actor, Right
from screen.frame import chosen_words
from screen.wording import Words


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its file in ``screen/pages/``, its address, the right it takes, its group and icon in the menu.

    ``title`` and ``group`` are codes of words.
    """

    name: str
    right: Right
    title: str
    group: str
    icon: str

    @property
    def address(self) -> str:
        """Where the page is found, under the app's own address."""
        return self.name.replace("_", "-")

    def page(self, words: Words) -> st.Page:
        """Return the page for Streamlit's menu."""
        return st.Page(self._file, title=words(self.title), icon=self.icon, url_path=self.address)

    def start(self, words: Words) -> st.Page:
        """Return the page as what opens at the app's own address, where no page of the menu can stand as well."""
        return st.Page(self._file, title=words(self.title), url_path="start", default=True, visibility="hidden")

    @property
    def _file(self) -> str:
        return f"screen/pages/{self.name}.py"


PAGES = (
    PageEntry("find_candidates", Right.CANDIDATES, "find.title", "frame.recruiting", ":material/person_search:"),
    PageEntry("shortlists", Right.SHORTLIST, "shortlists.title", "frame.recruiting", ":material/playlist_add_check:"),
    PageEntry("load_cohort", Right.LOAD, "load.title", "frame.staff", ":material/upload_file:"),
    PageEntry("review_skills", Right.REVIEW, "review.title", "frame.staff", ":material/fact_check:"),
    PageEntry("match_quality", Right.QUALITY, "quality.title", "frame.research", ":material/analytics:"),
    PageEntry("statistics", Right.STATISTICS, "statistics.title", "frame.research", ":material/bar_chart:"),
    PageEntry("audit", Right.READ_AUDIT, "audit.title", "frame.oversight", ":material/policy:"),
    PageEntry("cohort", Right.COHORT, "cohort.title", "frame.staff", ":material/groups:"),
    PageEntry("vacancies", Right.LOAD, "vacancies.title", "frame.staff", ":material/work:"),
    PageEntry("person", Right.REVEAL, "person.title", "frame.staff", ":material/person_edit:"),
    PageEntry("rights", Right.EXPORT, "rights.title", "frame.staff", ":material/shield_person:"),
    PageEntry("sharing", Right.SHARE, "sharing.title", "frame.staff", ":material/share:"),
    PageEntry("accounts", Right.ACCOUNTS, "accounts.title", "frame.oversight", ":material/manage_accounts:"),
)


def pages_of(actor: Actor, words: Words) -> dict[str, list[st.Page]]:
    """Return the pages that an actor may open, by group, after the one that opens first."""
    theirs = [entry for entry in PAGES if actor.may(entry.right)]
    groups = {"": [theirs[0].start(words) if theirs else st.Page(_show_nothing, default=True, visibility="hidden")]}
    for entry in theirs:
        groups.setdefault(words(entry.group), []).append(entry.page(words))
    return groups


def _show_nothing() -> None:
    """Stand for the pages of a role that has none."""
    st.info(chosen_words()("frame.no_page"), icon=":material/block:")
