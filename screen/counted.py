"""What the groups are called that people are counted by."""

from __future__ import annotations

from typing import TypeAlias

from matcher.statistics import NOT_STATED, Release, scheme_title
from screen.language_names import language_name
from screen.tables import TextTable
from screen.wording import Words

Pairs: TypeAlias = tuple[tuple[str, str], ...]
HIDDEN = "–"
TOGETHER = ""


def group_name(dimension: str, group: str, words: Words) -> str:
    """Return what a group is called."""
    if dimension == "scheme":
        return scheme_title(group, words.language)
    if dimension == "language" and len(group) == 2:
        return language_name(group, words.language)
    if dimension == "level" and group != NOT_STATED:
        return group
    return words(f"counted.{group}")


def capital(text: str) -> str:
    """Return a text with a capital first."""
    return text[:1].upper() + text[1:]


def counts_table(release: Release, rows: str, columns: str, words: Words) -> TextTable:
    """Return the counts of the groups of one dimension, beside each other for those of another and all together.

    Whoever reaches some schemes alone is told of nothing over all of them: those lines and columns are left out.
    """
    across: list[Pairs] = [((columns, group),) for group in release.groups(columns)] if columns else []
    down: list[Pairs] = [((rows, group),) for group in release.groups(rows)]
    if any(release.count(*line) is not None for line in down):
        across.append(())
    if release.count() is not None or any(release.count(*column) is not None for column in across):
        down.append(())
    headings = (capital(words(f"counted_by.{rows}")), *(_named(column, words) for column in across))
    lines = [(_named(line, words), *(_told(release, line, column) for column in across)) for line in down]
    return TextTable(headings, tuple(lines))


def _named(pairs: Pairs, words: Words) -> str:
    return group_name(*pairs[0], words) if pairs else words("statistics.everybody")


def _told(release: Release, line: Pairs, column: Pairs) -> str | int:
    count = release.count(*line, *column)
    return HIDDEN if count is None else count
