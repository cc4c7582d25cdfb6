"""``matcher load``: cohorts and vacancies into the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.checking import open_check, summary
from matcher.cli.common import AsJson, Progress, open_matcher, progress_bar
from matcher.cli.load_reports import print_load_json, print_load_report

if TYPE_CHECKING:
    from matcher.records import LoadReport

app = typer.Typer(help="Load cohorts and vacancies.", no_args_is_help=True, rich_markup_mode=None)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Accept nothing if any row is rejected.")]
Basis = Annotated[str, typer.Option("--basis", help="Lawful basis: consent, public_task, contract.")]
Purpose = Annotated[str, typer.Option("--purpose", help="matching, research, statistics or training.")]
Readmit = Annotated[
    list[str] | None, typer.Option("--readmit", help="Reference of an erased person with a new basis. Repeatable.")
]
File = Annotated[
    Path,
    typer.Argument(
        help="Table (CSV, TSV, XLSX, XLS, ODS), Forem, EURES or JobPosting data, web page, text, PDF or DOCX, as it "
        "came; or a folder or zip of such files."
    ),
]
Cohort = Annotated[
    Path,
    typer.Argument(
        help="Table (CSV, TSV, XLSX, XLS, ODS), JSON, Europass, JSON Resume, LinkedIn export or CV, as it came; or a "
        "folder or zip of such files."
    ),
]


@app.command("cohort")
def cohort(
    file: Cohort,
    scheme: Annotated[str, typer.Option("--scheme", help="A scheme, such as palim; 'matcher scheme list' names them.")],
    mapping: Annotated[str | None, typer.Option("--mapping", help="A column mapping saved for the scheme.")] = None,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Write a copy of the table with its problems: .xlsx or .csv.")
    ] = None,
    basis: Basis = "",
    purpose: Purpose = "",
    readmit: Readmit = None,
    dry_run: DryRun = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Load the candidates of a file or folder into a scheme; every record is accepted or reported."""

    def load(progress: Progress) -> LoadReport:
        from matcher.loading import LoadOptions  # heavy import
        from matcher.stewardship import LoadTerms

        matcher = open_matcher()
        if annotate is not None:
            matcher.loader.check_copy(file, annotate)
        terms = LoadTerms(basis, purpose, tuple(readmit or ()))
        report = matcher.load_cohort(file, scheme, LoadOptions(dry_run, strict, mapping, terms), progress)
        if annotate is not None:
            matcher.loader.annotate(file, report.problems, annotate, matcher.scheme_name(scheme), mapping)
            typer.echo(f"Copy with the problems of each row: {annotate}", err=True)
        return report

    _load(load, file, dry_run=dry_run, strict=strict, as_json=as_json)
    if not as_json:
        typer.echo(_declared(scheme, basis, purpose))


@app.command("vacancies")
def vacancies(
    file: File,
    file_format: Annotated[
        str, typer.Option("--format", help="auto (by content), forem, jobposting, eures, json, table or text.")
    ] = "auto",
    dry_run: DryRun = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Load the vacancies of a file; every row is accepted or reported."""

    def load(progress: Progress) -> LoadReport:
        return open_matcher().load_vacancies(file, file_format, dry_run=dry_run, strict=strict, progress=progress)

    _load(load, file, dry_run=dry_run, strict=strict, as_json=as_json)
    if not as_json and not dry_run:
        checked = [open_check(vacancy, date.today()) for vacancy in open_matcher().store.vacancies()]
        typer.echo(f"Of all held, {summary(checked)} 'matcher check' shows them.")


def _declared(scheme: str, basis: str, purpose: str) -> str:
    """Say under what the cohort is held, and whether somebody confirmed that."""
    from matcher.stewardship.declaring import declaration
    from taxonomies.schemes import find_scheme

    declared = declaration(scheme, basis, purpose)
    sentence = f"Lawful basis: {declared.basis.replace('_', ' ')}, for {declared.purpose}"
    if basis or not find_scheme(scheme).data_protection.assumed:
        return f"{sentence}."
    return (
        f"{sentence} (assumed for {scheme.lower()}, for the data protection officer to confirm; --basis names another, "
        "and who was held under another keeps it)."
    )


def _load(load: Callable[[Progress], LoadReport], file: Path, *, dry_run: bool, strict: bool, as_json: bool) -> None:
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
        print_load_json(report)
        raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error
    if as_json:
        print_load_json(report)
    else:
        print_load_report(report, file.name, dry_run=dry_run)
    if not report.accepted or (strict and report.rejected):
        raise typer.Exit(1)
