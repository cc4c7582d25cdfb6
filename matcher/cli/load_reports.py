"""The report of a load, as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from matcher.cli.common import print_json

if TYPE_CHECKING:
    from matcher.records import ColumnReading, LoadReport, Problem, RowOutcome

_COUNTS = ("read", "accepted", "created", "updated", "unchanged", "rejected")
_SHOWN = 20  # problems, changed rows and columns printed before the rest is only counted


def print_load_json(report: LoadReport) -> None:
    """Print a report as one JSON object."""
    numbers = {name: getattr(report, name) for name in _COUNTS}
    lists = {name: [asdict(item) for item in getattr(report, name)] for name in ("problems", "columns", "rows")}
    print_json(numbers | {"likely_duplicates": report.likely_duplicates} | lists)


def print_load_report(report: LoadReport, name: str, *, dry_run: bool) -> None:
    """Print a report for people: the counts, what columns may hold, what changes, what is wrong."""
    counts = f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged"
    typer.echo(
        f"{name}: {report.read} rows read, {report.accepted} {'would be' if dry_run else 'were'} accepted ({counts}), "
        f"{report.rejected} rejected."
    )
    if report.likely_duplicates:
        noun = "pair of records is" if report.likely_duplicates == 1 else "pairs of records are"
        typer.echo(f"{report.likely_duplicates} {noun} likely one person: 'matcher duplicates' shows them.")
    print_columns(report.columns, only_open=True)
    print_changes(report, name)


def print_changes(report: LoadReport, name: str = "") -> None:
    """Print what records say otherwise than before, and what is wrong; the file only where it is not the one named."""
    _print_some(line for row in report.rows if row.changes for line in _changes(row))
    _print_some(_problem(problem, name) for problem in report.problems)


def print_columns(columns: Iterable[ColumnReading], *, only_open: bool = False) -> None:
    """Print what columns were read as; with ``only_open`` those alone about which a person should think."""
    from matcher.records import ColumnMatch

    shown = [column for column in columns if not only_open or column.why or column.how is ColumnMatch.KEPT]
    lines = dict.fromkeys(map(_column, shown))
    _print_some(lines, _SHOWN if only_open else len(lines))


def _print_some(lines: Iterable[str], most: int = _SHOWN) -> None:
    listed = list(lines)
    for line in listed[:most]:
        typer.echo(f"  {line}")
    if len(listed) > most:
        typer.echo(f"  and {len(listed) - most} more: --json lists them all.")


def _column(column: ColumnReading) -> str:
    from matcher.records import ColumnMatch

    words = {
        ColumnMatch.KNOWN: f"{column.field}",
        ColumnMatch.CLOSE_SPELLING: f"{column.field} (by its spelling)",
        ColumnMatch.MAPPING: f"{column.field or 'kept as it is'} (by the mapping)",
        ColumnMatch.CONTENT: f"{column.field} ({column.why})",
        ColumnMatch.PROPOSED: f"probably {column.field} ({column.why}); kept as it is until it is mapped",
        ColumnMatch.KEPT: "not recognised; kept as it is",
    }
    place = f"sheet {column.sheet}, " if column.sheet else ""
    return f"{place}column {column.heading!r}: {words[column.how]}"


def _changes(row: RowOutcome) -> Iterable[str]:
    place = f"sheet {row.sheet}, row {row.row}: " if row.sheet else f"row {row.row}: " if row.row else ""
    for change in row.changes:
        if change.was is None:
            yield f"{place}{change.field} changed"
        else:
            yield f"{place}{change.field}: {change.was or '(nothing)'} -> {change.now or '(nothing)'}"


def _problem(problem: Problem, name: str) -> str:
    parts = (("sheet", problem.sheet), ("row", problem.row), ("column", problem.column))
    file = [problem.file] if name and problem.file != name else []
    place = ", ".join(file + [f"{part} {value}" for part, value in parts if value])
    value = f" {problem.value!r}:" if problem.value is not None else ""
    remedy = f"{problem.remedy[:1].upper()}{problem.remedy[1:]}"
    return f"{place or problem.file}:{value} {problem.problem}. {remedy}."
