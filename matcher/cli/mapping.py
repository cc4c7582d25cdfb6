"""``matcher mapping``: what the columns of a sender's files mean, saved to be used again."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json
from matcher.cli.load_reports import print_columns

app = typer.Typer(
    help="Say what the columns of a sender's files mean, and use it again.", no_args_is_help=True, rich_markup_mode=None
)

File = Annotated[Path, typer.Argument(help="CSV, TSV, XLSX, XLS or ODS file, as it came.")]
Name = Annotated[str, typer.Argument(help="Name of the mapping, such as forem-2026.")]
Scheme = Annotated[str, typer.Option("--scheme", help="palim, thamm, match or asylum.")]
Sets = Annotated[list[str], typer.Option("--set", help='What a heading means: "HEADING=field"; repeatable.')]


@app.command("propose")
def propose(file: File, as_json: AsJson = False) -> None:
    """Show what each column of a file would be read as, and what the others probably hold."""
    from matcher.intake import propose_columns

    columns = propose_columns(file)
    if as_json:
        print_json({"columns": [asdict(column) for column in columns]})
    else:
        print_columns(columns)


@app.command("save")
def save(name: Name, file: File, scheme: Scheme, sets: Sets) -> None:
    """Save what headings of a file mean, for this scheme, in place of a mapping of that name."""
    from matcher.intake import propose_columns
    from matcher.intake.mappings import ColumnMapping, check_headings

    matcher = open_matcher()
    mapping = ColumnMapping.from_pairs(name, matcher.scheme_name(scheme), map(split_setting, sets))
    check_headings(mapping, file, propose_columns(file))
    typer.echo(f"Saved in {matcher.mappings.save(mapping)}")
    typer.echo(f"Use it with: matcher load cohort {shlex.quote(str(file))} --scheme {mapping.scheme} --mapping {name}")


@app.command("list")
def list_mappings(as_json: AsJson = False) -> None:
    """List the mappings saved for each scheme."""
    names = open_matcher().mappings.names()
    if as_json:
        print_json({"mappings": [{"scheme": scheme, "name": name} for scheme, name in names]})
        return
    for scheme, name in names:
        typer.echo(f"{scheme}  {name}")
    if not names:
        typer.echo("No mapping is saved yet: matcher mapping propose FILE shows what a file needs.")


@app.command("show")
def show(name: Name, scheme: Scheme, as_json: AsJson = False) -> None:
    """Show a mapping and where its file stands."""
    from matcher.intake.mappings import KEPT

    matcher = open_matcher()
    mapping = matcher.mappings.load(matcher.scheme_name(scheme), name)
    columns = {heading: column or KEPT for heading, column in mapping.columns}
    if as_json:
        print_json({"scheme": mapping.scheme, "name": mapping.name, "columns": columns})
        return
    typer.echo(matcher.mappings.path(mapping.scheme, mapping.name))
    for heading, field in columns.items():
        typer.echo(f"  {heading} = {field}")


@app.command("delete")
def delete(name: Name, scheme: Scheme) -> None:
    """Delete a mapping; what was loaded with it stays."""
    matcher = open_matcher()
    matcher.mappings.delete(matcher.scheme_name(scheme), name)
    typer.echo(f"Deleted the mapping {name}.")


def split_setting(setting: str) -> tuple[str, str]:
    """Split ``HEADING=field`` at its last equals sign, for a heading may hold one itself.

    Raises:
        UsageError: it has none.
    """
    from matcher.errors import UsageError

    heading, equals, field = setting.rpartition("=")
    if not equals:
        raise UsageError(f'--set {setting!r} says nothing: write "HEADING=field".')
    return heading.strip(), field.strip()
