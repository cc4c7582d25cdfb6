"""The fairness report as tables for a terminal: how each group fares, and how far a swap moves a rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evaluation.suites import Figure, Measured

_TOLD = ("selected@10", "exposure")
_STYLES = {"": "", "below": "yellow", "clearly below": "red"}


def fairness_lines(measured: Measured) -> Iterator[str]:
    """Yield the tables of any fairness suite as lines of text, 120 columns wide."""
    page = StringIO()
    console = Console(file=page, width=120, highlight=False)
    for table in fairness_tables(measured):
        console.print(table)
    yield from page.getvalue().splitlines()


def fairness_tables(measured: Measured) -> Iterator[Table]:
    """Yield the tables of any fairness suite: groups by pool and measure, then figures of swaps by what was swapped."""
    rows = [row for name, table in measured.tables.items() if name.endswith("groups") for row in table]
    for pool in dict.fromkeys(row["pool"] for row in rows):
        for measure in _TOLD:
            some = [row for row in rows if (row["pool"], row["measure"]) == (pool, measure)]
            yield _groups(f"{measure}, {pool}", some)
    swapped = [figure for figure in measured.figures if figure.metric not in _of_groups()]
    if swapped:
        yield _swaps(swapped)
    for name, table in measured.tables.items():
        if name.endswith("left") and table:
            yield _left(table)


def _of_groups() -> frozenset[str]:
    return frozenset({"selected@10", "impact_ratio@10", "exposure_ratio"})


def _groups(title: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in ("dimension", "group"):
        table.add_column(heading)
    for heading in ("people", "a head", "beside chance", "beside the highest", "four fifths"):
        table.add_column(heading, justify="right")
    for row in rows:
        figures = (_interval(row[name]) for name in ("rate", "to_all", "to_highest"))
        sign = Text(row["four_fifths"], style=_STYLES[row["four_fifths"]])
        table.add_row(row["dimension"], row["group"], str(row["people"]), *figures, sign)
    return table


def _swaps(figures: Sequence[Figure]) -> Table:
    """Show one line a part, with a column for each metric."""
    metrics = list(dict.fromkeys(figure.metric for figure in figures))
    lines: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in figures:
        lines.setdefault((figure.part, figure.system), {})[figure.metric] = figure
    table = Table(title="What a swap does to a ranking", title_justify="left")
    for heading in ("swapped", "text"):
        table.add_column(heading)
    for metric in ("n", *metrics):
        table.add_column(metric, justify="right")
    for (part, system), found in lines.items():
        n = next(iter(found.values())).n
        cells = (_cell(found[metric]) if metric in found else "" for metric in metrics)
        table.add_row(part, system, str(n), *cells)
    return table


def _left(rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(title="Wordings that masking does not even out", title_justify="left")
    for heading in ("ground", "language", "one", "other"):
        table.add_column(heading)
    for heading in ("RBO", "rank shift", "furthest"):
        table.add_column(heading, justify="right")
    for row in rows:
        texts = (Text(row[name]) for name in ("ground", "language", "one", "other"))
        table.add_row(*texts, f"{row['rbo']:.3f}", f"{row['rank_shift']:.1f}", str(row["furthest"]))
    return table


def _cell(figure: Figure) -> str:
    return f"{figure.value:.4f} [{figure.low:.4f}, {figure.high:.4f}]"


def _interval(told: Sequence[float] | None) -> str:
    return "?" if told is None else f"{told[0]:.3f} [{told[1]:.3f}, {told[2]:.3f}]"
