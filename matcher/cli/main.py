"""The ``matcher`` command: its subcommands, and what becomes of a failure."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from io import TextIOWrapper
from typing import Annotated

import typer

from matcher.cli import (
    accounts,
    auditing,
    checking,
    consenting,
    crosswalk,
    duplicates,
    extracting,
    keys,
    loading,
    mapping,
    matching,
    person,
    phrases,
    returning,
    rights,
    rules,
    scheme,
    sharing,
    showing,
    taxonomy,
)

app = typer.Typer(
    help="Skills matching for legal labour mobility: cohorts in, ranked and explained matches out.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(taxonomy.app, name="taxonomy")
app.add_typer(crosswalk.app, name="crosswalk")
app.add_typer(loading.app, name="load")
app.add_typer(mapping.app, name="mapping")
app.add_typer(person.app, name="person")
app.add_typer(keys.app, name="keys")
app.add_typer(duplicates.app, name="duplicates")
app.command("link")(phrases.link)
app.command("extract")(extracting.extract)
app.command("match")(matching.match)
app.command("rank")(matching.rank)
app.add_typer(scheme.app, name="scheme")
app.command("return")(returning.return_home)
app.command("check")(checking.check)
app.add_typer(consenting.app, name="consent")
app.command("object")(consenting.object_to_ranking)
app.add_typer(rights.retention, name="retention")
app.command("export-person")(rights.export_person)
app.command("erase")(rights.erase)
app.add_typer(auditing.app, name="audit")
app.add_typer(rules.app, name="rules")
app.add_typer(accounts.app, name="user")
app.add_typer(accounts.organisation, name="organisation")
app.command("share")(sharing.share)
app.command("unshare")(sharing.unshare)
app.command("shares")(sharing.shares)
app.command("demo")(showing.demo)
app.command("train-encoder")(taxonomy.train_encoder)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # a tenth of the start-up time

        typer.echo(f"matcher {version('mobility-matcher')}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the options of the command as a whole."""


def _add_commands_of_other_packages() -> None:
    """Add the commands that packages above the engine register, such as ``evaluate``."""
    for point in entry_points(group="matcher.commands"):
        app.command(point.name)(point.load())


def main() -> None:
    """Run the command; a failure the engine names becomes one sentence and exit status 1 (2 for wrong usage)."""
    from matcher.errors import MatcherError, TaxonomyError, UsageError

    if isinstance(sys.stdout, TextIOWrapper):
        # A console that knows no Arabic shows question marks; it must not end the program.
        sys.stdout.reconfigure(errors="replace")
    try:
        _add_commands_of_other_packages()
        app()
    except (MatcherError, TaxonomyError) as error:
        typer.echo(f"matcher: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        typer.echo(
            f"matcher: {error.filename or 'a file'}: {error.strerror}: choose a place that can be used.", err=True
        )
        sys.exit(1)
