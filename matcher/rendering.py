"""Matches as tables for a terminal: the same numbers and words as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from matcher.reasons import in_words
from matcher.records import Evidence, Match


def match_table(title: str, rows: Sequence[tuple[str, Match]], language: str = "en") -> Table:
    """Return a table of named matches, best first, with the reasons in words."""
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    table.add_column("#", justify="right", width=2)
    table.add_column("who or what", ratio=2)
    table.add_column("score", justify="right", width=5)
    table.add_column("why", ratio=7)
    for place, (name, match) in enumerate(rows, start=1):
        table.add_row(str(place), Text(name), f"{match.score:.0%}", why(match, language))
    return table


def why(match: Match, language: str = "en") -> Text:
    """Return the reasons, one a line, each with what it adds to the score."""
    lines = Text()
    for number, part in enumerate(match.evidence):
        lines.append("\n" if number else "")
        lines.append(f"{part.contribution:+4.0%} ", style="bold")
        lines.append(in_words(part.reason, language))
        lines.append(_unknown_mark(part), style="dim")
    return lines


def _unknown_mark(part: Evidence) -> str:
    return " (unknown: counted as average)" if part.score is None else ""
