"""What a run holds as tables of text: figures, tests, groups, moves, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matcher.measured import Move, Run, headline
from screen.tables import TextTable
from screen.wording import Words

Row = Mapping[str, Any]


def overview_table(run: Run, words: Words) -> TextTable:
    """Return a line a benchmark: the engine's figure, beside the best baseline and the best that a paper reports."""
    codes = ("benchmark", "metric", "engine", "interval", "best", "published", "queries")
    rows: list[tuple[str | int, ...]] = []
    for one in without_fairness(run):
        found = headline(one)
        if found is not None:
            engine = found.engine
            figures = (number(engine["value"]), interval(engine), _rival(found.baseline), _rival(found.published))
            rows.append((one["benchmark"], engine["metric"], *figures, engine["n"]))
    return TextTable(_headings(codes, words), tuple(rows))


def figures_table(run: Run, words: Words) -> TextTable:
    """Return every figure of a run, as a file to take away: low and high apart, the engine named."""
    rows = [
        (
            one["benchmark"],
            figure["system"] or words("run_figures.engine"),
            figure["part"],
            figure["metric"],
            *(float(figure[name]) for name in ("value", "low", "high")),
            figure["n"],
            words("run_figures.published") if figure["published"] else "",
        )
        for one in run.benchmarks
        for figure in one["figures"]
    ]
    first = _headings(("benchmark", "system", "part", "metric", "value"), words)
    last = _headings(("queries", "published"), words)
    return TextTable(
        (*first, f"{words('run_figures.interval')} −", f"{words('run_figures.interval')} +", *last), tuple(rows)
    )


def against_table(rows: Iterable[Row], words: Words) -> TextTable:
    """Return the engine against each other system, as tested by query."""
    found = [(row["system"], row["metric"], f"{row['engine_ahead']:+.3f}", f"{row['p']:.4f}") for row in rows]
    return TextTable(_headings(("system", "metric", "ahead", "p"), words), tuple(found))


def groups_table(rows: Sequence[Row], words: Words) -> TextTable:
    """Return how groups fare, a line each."""
    codes = ("dimension", "group", "people", "ratio", "chance", "sign")
    found = [
        (
            row["dimension"],
            row["group"],
            row["people"],
            spread(row["to_highest"]),
            spread(row["to_all"]),
            words(f"four_fifths.{row['four_fifths'].replace(' ', '_') or 'even'}"),
        )
        for row in rows
    ]
    return TextTable(tuple(words(f"fairness_run.{code}") for code in codes), tuple(found))


def swaps_table(figures: Iterable[Row], words: Words) -> TextTable:
    """Return what swaps do, a line a figure."""
    rows = [
        (figure["part"], figure["system"], figure["metric"], number(figure["value"]), interval(figure), figure["n"])
        for figure in figures
    ]
    return TextTable(_headings(("part", "system", "metric", "value", "interval", "queries"), words), tuple(rows))


def moves_table(moves: Iterable[Move], words: Words) -> TextTable:
    """Return what moved between two runs, and whether by more than chance."""
    rows = [
        (
            move.benchmark,
            move.metric,
            move.system or words("run_figures.engine"),
            move.part,
            number(move.before),
            number(move.after),
            f"{move.after - move.before:+.3f}",
            _verdict(move, words),
        )
        for move in moves
    ]
    codes = tuple(words(f"moved.{code}") for code in ("before", "after", "change", "verdict"))
    return TextTable((*_headings(("benchmark", "metric", "system", "part"), words), *codes), tuple(rows))


def conditions_table(run: Run, words: Words) -> TextTable:
    """Return under what conditions a run was made."""
    made = run.conditions
    told = {
        "made": made.get("date", ""),
        "seconds": made.get("seconds", ""),
        "seed": made.get("seed", ""),
        "taxonomy": made.get("taxonomy", ""),
        "encoder": made.get("encoder", ""),
        "machine": _listed(made.get("machine")),
        "versions": _listed(made.get("versions")),
        "data": _listed(made.get("data")),
    }
    rows = [(words(f"run_condition.{name}"), str(value)) for name, value in told.items()]
    return TextTable((words("run_condition.name"), words("run_figures.value")), tuple(rows))


def number(value: float) -> str:
    """Return a figure to three places."""
    return f"{value:.3f}"


def interval(figure: Row) -> str:
    """Return the bounds of a figure, or nothing for one that was published."""
    return "" if figure["published"] else f"{figure['low']:.3f}–{figure['high']:.3f}"


def spread(told: Sequence[float] | None) -> str:
    """Return a ratio with its bounds."""
    return "?" if told is None else f"{told[0]:.2f} ({told[1]:.2f}–{told[2]:.2f})"


def without_fairness(run: Run) -> list[Row]:
    """Return the benchmarks that have a right answer; fairness has none, and a view of its own."""
    return [one for one in run.benchmarks if not one["benchmark"].startswith("fairness")]


def _rival(figure: Row | None) -> str:
    """Return a figure with its system's name, without the source that a published one carries."""
    return f"{figure['value']:.3f} {figure['system'].partition(' (')[0]}" if figure else ""


def _verdict(move: Move, words: Words) -> str:
    if move.adjusted is None:
        return words("moved.untested")
    return words("moved.yes" if move.is_significant else "moved.no", p=f"{move.adjusted:.4f}")


def _listed(told: object) -> str:
    return ", ".join(f"{name} {value}" for name, value in told.items()) if isinstance(told, Mapping) else ""


def _headings(codes: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(words(f"run_figures.{code}") for code in codes)
