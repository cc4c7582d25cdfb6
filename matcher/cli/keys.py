"""``matcher keys``: which key the identities are encrypted with, and changing it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from matcher.store import KeyStatus

app = typer.Typer(help="The keys that identities are encrypted with.", no_args_is_help=True, rich_markup_mode=None)


@app.command("status")
def status(as_json: AsJson = False) -> None:
    """Say which key is in use and whether it is at hand; exit status 1 where identities cannot be read."""
    found = open_matcher().store.key_status()
    if as_json:
        since = found.since.isoformat() if found.since else None
        print_json(asdict(found) | {"file": str(found.file), "since": since, "readable": found.is_readable})
    else:
        _print_status(found)
    if not found.is_readable:
        raise typer.Exit(1)


@app.command("rotate")
def rotate(as_json: AsJson = False) -> None:
    """Encrypt every identity anew, with a new key; interrupted, everything stays with the old one."""
    store = open_matcher().store
    with progress_bar() as progress:
        key = store.rotate_keys(progress)
    found = store.key_status()
    if as_json:
        print_json({"in_use": key, "identities": found.identities})
        return
    typer.echo(f"The identities of {found.identities:,} candidates are now encrypted with key {key}.")
    typer.echo("Copy the key to where its backup is kept. Older keys open older backups of the database, nothing else.")


def _print_status(found: KeyStatus) -> None:
    typer.echo(f"identities  {found.identities:,} candidates")
    if found.in_use is None or found.since is None:
        typer.echo("in use      none yet: the first cohort loaded makes the key")
    else:
        place = (
            "at hand" if found.is_readable else "MISSING: identities cannot be read; put the key back from its backup"
        )
        typer.echo(f"in use      {found.in_use} since {found.since:%Y-%m-%d}, {place}")
    others = [key for key in found.held if key != found.in_use]
    typer.echo(f"others      {', '.join(others) or 'none'}")
    typer.echo(f"key file    {found.file}{'' if found.file.exists() else ' (not there)'}")
