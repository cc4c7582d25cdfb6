"""``matcher evaluate``, found by the command line through an entry point."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from evaluation.suites import Bench, Figure, Suite
    from matcher.measured import Move

ALL, COMPARE = "all", "compare"


def evaluate(
    name: Annotated[str, typer.Argument(help="A benchmark, 'all', 'compare', or nothing with --list.")] = "",
    runs: Annotated[
        list[Path] | None, typer.Argument(help="With 'compare': two runs, as folders of 'all' or files of --json.")
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the benchmarks.")] = False,
    data: Annotated[str, typer.Option("--data", help="Folder of the benchmarks; default: BENCHMARKS_DIR.")] = "",
    out: Annotated[Path | None, typer.Option("--out", help="With 'all': folder for figures, page and summary.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="A look: some queries, no slow baseline.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure the engine beside baselines on a benchmark or on all, or compare two runs."""
    from evaluation.registry import find, require_data, suites
    from matcher.errors import UsageError

    if list_all:
        _print_list(suites(), as_json=as_json)
        return
    if name == COMPARE:
        _compare(runs or [], as_json=as_json)
        return
    if runs:
        raise UsageError(f"{runs[0]} is one argument too many: only 'compare' takes runs.")
    folder = data or os.environ.get("BENCHMARKS_DIR", "")
    if name == ALL:
        _run_all(Path(folder) if folder else None, out, quick=quick, as_json=as_json)
        return
    if not name:
        raise UsageError(
            "Say which benchmark (--list names them), and where they are: --data FOLDER or BENCHMARKS_DIR."
        )
    suite = find(name)
    bench = _bench(Path(folder) if folder else None, quick=quick)
    require_data(suite, bench)
    _run_one(suite, bench, as_json=as_json)


def _bench(data: Path | None, *, quick: bool) -> Bench:
    from evaluation.suites import Bench

    return Bench(open_matcher(), data, quick=quick)


def _print_list(found: Iterable[Suite], *, as_json: bool) -> None:
    if as_json:
        print_json([{"name": suite.name, "about": suite.about} for suite in found])
        return
    listed = tuple(found)
    width = max(len(suite.name) for suite in listed)
    for suite in listed:
        typer.echo(f"{suite.name:{width}}  {suite.about}")


def _run_one(suite: Suite, bench: Bench, *, as_json: bool) -> None:
    from dataclasses import replace

    from evaluation.report.running import as_json as plain
    from evaluation.systems import AGAINST, against_lines

    with progress_bar() as progress:
        measured = suite.run(replace(bench, progress=lambda done, total: progress(suite.name, done, total)))
    if as_json:
        print_json({"benchmark": suite.name} | plain(measured))
        return
    lines = suite.lines(measured) if suite.lines else _lines(suite.name, measured.figures)
    against = against_lines(suite.name, measured.tables.get(AGAINST, ()))
    for line in (*lines, *against, *measured.notes):
        typer.echo(line)


def _lines(name: str, figures: Iterable[Figure]) -> Iterator[str]:
    """Yield one line a figure; those of the engine come first and name no system."""
    for figure in figures:
        told = "published" if figure.published else f"[{figure.low:.3f}, {figure.high:.3f}]  n={figure.n}"
        rest = "".join(f"  {one}" for one in (figure.system, figure.part) if one)
        yield f"{name}  {figure.metric:5} {figure.value:.3f}  {told}{rest}"


def _run_all(data: Path | None, out: Path | None, *, quick: bool, as_json: bool) -> None:
    from evaluation.registry import development
    from evaluation.report import run_all, write_report
    from matcher.errors import UsageError

    if out is None:
        raise UsageError("'all' writes figures, a page and a summary: name the folder with --out DIR.")
    with progress_bar() as progress:
        run = run_all(development(), _bench(data, quick=quick), progress)
    written = write_report(run, out)
    if as_json:
        print_json(run)
        return
    for one in run["benchmarks"]:
        first = next((figure for figure in one["figures"] if not figure["system"]), None)
        told = f"{first['metric']} {first['value']:.3f}" if first else one.get("skipped", "no figure")
        typer.echo(f"{one['benchmark']:28} {one['seconds']:6.1f} s  {told}")
    typer.echo(f"{run['conditions']['seconds']:.0f} s in all; wrote {', '.join(str(path) for path in written)}")


def _compare(runs: list[Path], *, as_json: bool) -> None:
    from matcher.errors import UsageError
    from matcher.measured import compare, read_run

    if len(runs) != 2:
        raise UsageError("'compare' takes two runs: matcher evaluate compare BEFORE AFTER.")
    found = compare(read_run(runs[0]), read_run(runs[1]))
    if as_json:
        moves = [asdict(move) | {"significant": move.is_significant} for move in found.moves]
        print_json({"moves": moves, "compared": found.compared, "only_in_one_run": list(found.only_one)})
        return
    for move in found.moves:
        typer.echo(_told(move))
    significant = sum(move.is_significant for move in found.moves)
    typer.echo(
        f"{found.compared} figures compared: {len(found.moves)} moved, {significant} of them significantly (paired "
        "randomisation test, Holm's correction, p < 0.05)."
    )
    for name in found.only_one:
        typer.echo(f"{name}: only in one of the two runs.")


def _told(move: Move) -> str:
    names = "  ".join(one for one in (move.benchmark, move.metric, move.system or "engine", move.part) if one)
    if move.p is None:
        sure = "not tested: no scores by query"
    else:
        sure = f"p={move.p:.4f}, {'significant' if move.is_significant else 'not significant'}"
    return f"{names}  {move.before:.3f} -> {move.after:.3f} ({move.after - move.before:+.3f})  {sure}"
