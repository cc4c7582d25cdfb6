"""Matches as tables for a terminal: the same numbers and words as everywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from matcher.language_gaps import reason_of
from matcher.reasons import in_words
from matcher.records import Answer, Evidence, Match, Verdict


def match_table(title: str, rows: Sequence[tuple[str, Match]], language: str = "en") -> Table:
    """Return a table of named matches, best first, with the reasons in words."""
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    table.add_column("#", justify="right", width=2)
    table.add_column("who or what", ratio=2)
    table.add_column("score", justify="right", width=5)
    table.add_column("why", ratio=7)
    with_law = any(match.verdicts for _, match in rows)
    if with_law:
        table.add_column("the law, beside the score", ratio=6)
    for place, (name, match) in enumerate(rows, start=1):
        law = (in_law(match.verdicts, language),) if with_law else ()
        table.add_row(str(place), Text(name), f"{match.score:.0%}", why(match, language), *law)
    return table


_STYLES = {Answer.YES: "green", Answer.NO: "red", Answer.UNKNOWN: "yellow"}
_SHOWN_VERDICTS = 3


def in_law(verdicts: Sequence[Verdict], language: str = "en") -> Text:
    """Return the first verdicts, with what would open the first of all where it is not open."""
    lines = Text()
    for number, verdict in enumerate(verdicts[:_SHOWN_VERDICTS]):
        lines.append("\n" if number else "")
        lines.append(f"{verdict.answer.value:8}", style=_STYLES[verdict.answer])
        lines.append(in_words(verdict.reason, language))
        if number == 0 and verdict.answer is not Answer.YES:
            lines.append(f"\n{_deciding(verdict, language)}", style="dim")
    if len(verdicts) > _SHOWN_VERDICTS:
        lines.append(f"\n+ {len(verdicts) - _SHOWN_VERDICTS}", style="dim")
    return lines


def _deciding(verdict: Verdict, language: str) -> str:
    """Return the first thing that decided a verdict, with the first remedy there is."""
    remedy = next((finding.remedy for finding in verdict.findings if finding.remedy), None)
    parts = [verdict.findings[0].reason, *([remedy] if remedy else [])]
    return " → ".join(in_words(part, language) for part in parts)


def why(match: Match, language: str = "en") -> Text:
    """Return the reasons, one a line, each with what it adds to the score; then languages, which add nothing."""
    lines = Text()
    for number, part in enumerate(match.evidence):
        lines.append("\n" if number else "")
        lines.append(f"{part.contribution:+4.0%} ", style="bold")
        lines.append(in_words(part.reason, language))
        lines.append(_unknown_mark(part), style="dim")
    for gap in match.gaps:
        if gap.steps != 0:
            lines.append(f"\n     {in_words(reason_of(gap), language)}", style="dim")
    return lines


def _unknown_mark(part: Evidence) -> str:
    return " (unknown: counted as average)" if part.score is None else ""
