"""``matcher person``: one candidate entered or changed by hand, checked as a row of a file is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import open_matcher, progress_bar
from matcher.cli.load_reports import print_changes, print_load_json
from matcher.cli.loading import Basis, DryRun, Purpose, Readmit

if TYPE_CHECKING:
    from matcher.records import LoadReport

app = typer.Typer(help="Enter or change one candidate by hand.", no_args_is_help=True, rich_markup_mode=None)

Sets = Annotated[
    list[str] | None,
    typer.Option("--set", help='What a field says: "skills=TIG welding; MIG welding". Repeatable; "phone=" clears.'),
]
Json = Annotated[
    str | None,
    typer.Option(
        "--json", help="Read the fields from a JSON object, in a file or - for standard input; answer in JSON."
    ),
]


@app.command("add")
def add(
    scheme: Annotated[str, typer.Option("--scheme", help="palim, thamm, match or asylum.")],
    sets: Sets = None,
    from_json: Json = None,
    basis: Basis = "",
    purpose: Purpose = "",
    readmit: Readmit = None,
    dry_run: DryRun = False,
) -> None:
    """Enter a candidate, under the reference given (key=...) or a random one."""
    from matcher.loading import LoadOptions  # heavy import
    from matcher.stewardship import LoadTerms

    values = _values(sets, from_json)
    with progress_bar() as progress:
        matcher = open_matcher()
        options = LoadOptions(dry_run=dry_run, terms=LoadTerms(basis, purpose, tuple(readmit or ())))
        report = matcher.loader.add_person(matcher.scheme_name(scheme), values, options, progress)
    _print(report, as_json=from_json is not None, dry_run=dry_run)


@app.command("edit")
def edit(
    candidate: Annotated[str, typer.Argument(help="Id, its first six digits or more, or the sender's reference.")],
    sets: Sets = None,
    from_json: Json = None,
    dry_run: DryRun = False,
) -> None:
    """Change some fields of a candidate; what the record said before is kept."""
    from matcher.loading import LoadOptions  # heavy import

    values = _values(sets, from_json)
    with progress_bar() as progress:
        report = open_matcher().loader.edit_person(candidate, values, LoadOptions(dry_run=dry_run), progress)
    _print(report, as_json=from_json is not None, dry_run=dry_run)


def _values(sets: list[str] | None, from_json: str | None) -> dict[str, str | list[str]]:
    from matcher.errors import UsageError

    values: dict[str, str | list[str]] = {}
    if from_json is not None:
        values |= _read_json(from_json)
    for setting in sets or ():
        field, equals, value = setting.partition("=")
        if not equals:
            raise UsageError(f'--set {setting!r} says nothing: write "field=value".')
        values[field.strip()] = value
    if not values:
        raise UsageError('Nothing was entered: give --set "field=value", or --json with a file.')
    return values


def _read_json(name: str) -> dict[str, str | list[str]]:
    from matcher.errors import UsageError

    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f'{name} is no JSON ({error}): give an object such as {{"name": "..."}}.') from error
    if not isinstance(content, dict):
        raise UsageError(f'{name} holds no object of fields: give one such as {{"name": "...", "skills": ["..."]}}.')
    values: dict[str, str | list[str]] = {}
    for field, value in content.items():
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str | int | float) and not isinstance(item, bool) for item in items):
            raise UsageError(f"{name}: the field {field!r} must be a text, a number or a list of them, not {value!r}.")
        values[field] = [str(item) for item in items]
    return values


def _print(report: LoadReport, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        print_load_json(report)
        return
    (row,) = report.rows
    would = "would be " if dry_run else ""
    typer.echo(f"Candidate {row.id or '(new)'}: {would}{row.fate}.")
    print_changes(report)
