"""``matcher load``: cohorts and vacancies into the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, Progress, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from matcher.records import LoadReport

app = typer.Typer(help="Load cohorts and vacancies.", no_args_is_help=True, rich_markup_mode=None)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Accept nothing if any row is rejected.")]
File = Annotated[Path, typer.Argument(help="CSV, TSV, XLSX, XLS or ODS file, as it came.")]
Cohort = Annotated[
    Path,
    typer.Argument(
        help="Table (CSV, TSV, XLSX, XLS, ODS), JSON, Europass, JSON Resume, LinkedIn export or CV, as it came; or a "
        "folder or zip of such files."
    ),
]
_SHOWN = 20  # problems printed before the rest is only counted


@app.command("cohort")
def cohort(
    file: Cohort,
    scheme: Annotated[str, typer.Option("--scheme", help="palim, thamm, match or asylum.")],
    dry_run: DryRun = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Load the candidates of a file or folder into a scheme; every record is accepted or reported."""

    def load(progress: Progress) -> LoadReport:
        return open_matcher().load_cohort(file, scheme, dry_run=dry_run, strict=strict, progress=progress)

    _load(load, file, "would be" if dry_run else "", strict=strict, as_json=as_json)


@app.command("vacancies")
def vacancies(
    file: File,
    file_format: Annotated[str, typer.Option("--format", help="Format; auto looks at the content.")] = "auto",
    dry_run: DryRun = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Load the vacancies of a file; every row is accepted or reported."""

    def load(progress: Progress) -> LoadReport:
        return open_matcher().load_vacancies(file, file_format, dry_run=dry_run, strict=strict, progress=progress)

    _load(load, file, "would be" if dry_run else "", strict=strict, as_json=as_json)


def _load(load: Callable[[Progress], LoadReport], file: Path, mood: str, *, strict: bool, as_json: bool) -> None:
    from matcher.errors import MatcherError, TaxonomyError, UsageError
    from matcher.records import LoadReport, Problem

    try:
        with progress_bar() as progress:
            report = load(progress)
    except (MatcherError, TaxonomyError) as error:
        if not as_json:
            raise
        remedy = "nothing was loaded: mend this and load again"
        report = LoadReport(0, 0, 0, 0, 0, (Problem(str(file), None, None, None, None, str(error), remedy),))
        _print_json(report)
        raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error
    if as_json:
        _print_json(report)
    else:
        _print_report(report, file, mood)
    if not report.accepted or (strict and report.rejected):
        raise typer.Exit(1)


_COUNTS = ("read", "accepted", "created", "updated", "unchanged", "rejected")


def _print_json(report: LoadReport) -> None:
    numbers = {name: getattr(report, name) for name in _COUNTS}
    print_json(numbers | {"problems": [asdict(problem) for problem in report.problems]})


def _print_report(report: LoadReport, file: Path, mood: str) -> None:
    counts = f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged"
    typer.echo(
        f"{file.name}: {report.read} rows read, {report.accepted} {mood or 'were'} accepted ({counts}), "
        f"{report.rejected} rejected."
    )
    for problem in report.problems[:_SHOWN]:
        place = ", ".join(
            [problem.file] * (problem.file != file.name or problem.row is None)
            + [f"sheet {problem.sheet}"] * bool(problem.sheet)
            + [f"row {problem.row}"] * bool(problem.row)
            + [f"column {problem.column}"] * bool(problem.column)
        )
        value = f"{problem.value!r}: " if problem.value is not None else ""
        typer.echo(f"  {place}: {value}{problem.problem}: {problem.remedy}")
    if len(report.problems) > _SHOWN:
        typer.echo(f"  and {len(report.problems) - _SHOWN} more: --json lists them all.")
