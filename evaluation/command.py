"""``matcher evaluate``, found by the command line through an entry point."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar


def evaluate(
    name: Annotated[str, typer.Argument(help="A benchmark, or nothing with --list.")] = "",
    list_all: Annotated[bool, typer.Option("--list", help="List the benchmarks.")] = False,
    data: Annotated[str, typer.Option("--data", help="Folder of the benchmarks; default: BENCHMARKS_DIR.")] = "",
    as_json: AsJson = False,
) -> None:
    """Score linking on a development benchmark, with intervals."""
    from evaluation.benchmarks import names
    from evaluation.linking import evaluate as score
    from matcher.errors import UsageError

    if list_all:
        typer.echo("\n".join(names()))
        return
    folder = data or os.environ.get("BENCHMARKS_DIR", "")
    if not name:
        raise UsageError(
            "Say which benchmark (--list names them), and where they are: --data FOLDER or BENCHMARKS_DIR."
        )
    with progress_bar() as progress:
        figures = score(name, Path(folder), open_matcher(), lambda done, total: progress(name, done, total))
    if as_json:
        print_json({"benchmark": name, "figures": [asdict(figure) for figure in figures]})
        return
    for figure in figures:
        typer.echo(f"{name}  {figure.metric:5} {figure.value:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.n}")
