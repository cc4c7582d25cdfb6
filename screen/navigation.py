"""The pages, and who may open which: the menu shows a role its own, and the address of another is refused."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from matcher.stewardship import Actor, Right
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

    def page(self, words: Words) -> st.Page:
        """Return the page for Streamlit's menu."""
        address = self.name.replace("_", "-")
        return st.Page(f"screen/pages/{self.name}.py", title=words(self.title), icon=self.icon, url_path=address)


PAGES = (
    PageEntry("find_candidates", Right.CANDIDATES, "find.title", "frame.recruiting", ":material/person_search:"),
    PageEntry("cohort", Right.COHORT, "cohort.title", "frame.staff", ":material/groups:"),
    PageEntry("vacancies", Right.LOAD, "vacancies.title", "frame.staff", ":material/work:"),
    PageEntry("person", Right.REVEAL, "person.title", "frame.staff", ":material/person_edit:"),
    PageEntry("rights", Right.EXPORT, "rights.title", "frame.staff", ":material/shield_person:"),
)


def pages_of(actor: Actor, words: Words) -> dict[str, list[st.Page]]:
    """Return the pages that an actor may open, by group."""
    groups: dict[str, list[st.Page]] = {}
    for entry in PAGES:
        if actor.may(entry.right):
            groups.setdefault(words(entry.group), []).append(entry.page(words))
    return groups
