"""``matcher evaluate``, found by the command line through an entry point."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar

EXTRACTION, CONTEXT, DUPLICATES = "extraction", "context", "duplicates"


def evaluate(
    name: Annotated[
        str, typer.Argument(help="A benchmark, 'extraction', 'context', 'duplicates', or nothing with --list.")
    ] = "",
    list_all: Annotated[bool, typer.Option("--list", help="List the benchmarks.")] = False,
    data: Annotated[str, typer.Option("--data", help="Folder of the benchmarks; default: BENCHMARKS_DIR.")] = "",
    as_json: AsJson = False,
) -> None:
    """Score linking on a development benchmark, or extraction, context and duplicates on data of our own."""
    from evaluation.benchmarks import names
    from evaluation.linking import evaluate as score
    from matcher.errors import UsageError

    if list_all:
        typer.echo("\n".join((*names(), EXTRACTION, CONTEXT)))
        return
    if name == EXTRACTION:
        _evaluate_extraction(as_json=as_json)
        return
    if name == CONTEXT:
        _evaluate_context(as_json=as_json)
        return
    if name == DUPLICATES:
        _evaluate_duplicates(as_json=as_json)
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


def _evaluate_context(*, as_json: bool) -> None:
    """Print how often an ambiguous phrase is linked rightly alone and beside the other phrases of its profile."""
    from evaluation.contexts import evaluate as score

    rows = score(open_matcher())
    if as_json:
        figures = [{"sort": sort, "alone": asdict(alone), "beside": asdict(beside)} for sort, alone, beside in rows]
        print_json({"benchmark": CONTEXT, "figures": figures})
        return
    for sort, alone, beside in rows:
        typer.echo(
            f"{CONTEXT}  {sort:17}  A@1 alone {alone.value:.3f} [{alone.low:.3f}, {alone.high:.3f}]  "
            f"beside others {beside.value:.3f} [{beside.low:.3f}, {beside.high:.3f}]  n={alone.n}"
        )


def _evaluate_extraction(*, as_json: bool) -> None:
    """Print precision, recall, F1 and polarity by part and language."""
    from evaluation.extraction import evaluate as score
    from evaluation.extraction import marked_texts

    with progress_bar() as progress:
        outcomes = score(open_matcher(), marked_texts(), lambda done, total: progress(EXTRACTION, done, total))
    figures = [
        {
            "part": part,
            "language": language,
            "precision": outcome.precision,
            "recall": outcome.recall,
            "f1": outcome.f1,
            "polarity": outcome.polarity,
            **asdict(outcome),
        }
        for (part, language), outcome in outcomes.items()
    ]
    if as_json:
        print_json({"benchmark": EXTRACTION, "figures": figures})
        return
    for (part, language), outcome in outcomes.items():
        typer.echo(
            f"{EXTRACTION}  {part:9} {language:4} P {outcome.precision:.3f}  R {outcome.recall:.3f}  "
            f"F1 {outcome.f1:.3f}  polarity {outcome.polarity:.3f}  "
            f"spans {outcome.texts_with_true_spans}/{outcome.texts}  n={outcome.right + outcome.missed}"
        )


def _evaluate_duplicates(*, as_json: bool) -> None:
    """Print precision and recall of each grade and those above it, and how complete blocking is."""
    from evaluation.duplicates import evaluate as score

    with progress_bar() as progress:
        outcomes, blocking = score(lambda done, total: progress(DUPLICATES, done, total))
    if as_json:
        figures = [asdict(outcome) for outcome in outcomes]
        print_json({"benchmark": DUPLICATES, "figures": figures, "blocking": [asdict(part) for part in blocking]})
        return
    for outcome in outcomes:
        shares = (("P", outcome.precision), ("R", outcome.recall))
        told = "  ".join(
            f"{name} {share.value:.3f} [{share.low:.3f}, {share.high:.3f}] n={share.n}" for name, share in shares
        )
        typer.echo(f"{DUPLICATES}  {outcome.part:8}  {outcome.grade} or surer:  {told}")
    for part in blocking:
        typer.echo(
            f"{DUPLICATES}  {part.part:8}  blocking: {part.completeness:.3f} of {part.true_pairs} true pairs compared, "
            f"{part.compared:,} pairs of {part.records:,} records"
        )
