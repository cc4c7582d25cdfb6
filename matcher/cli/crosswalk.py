"""``matcher crosswalk``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from taxonomies.crosswalks import CrosswalkStatus

app = typer.Typer(
    help="Import what the codes of other classifications mean in ESCO, or say what is loaded.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_MEANS = {
    "esco_narrower": "narrowMatch: ESCO is the narrower",
    "esco_broader": "narrowMatch: ESCO is the broader",
    "undecided": "narrowMatch: undecided, kept as related",
}


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Official ESCO crosswalks: .csv, .csv.gz or .zip.")],
    system: Annotated[
        str, typer.Option("--system", help="Classification where a file does not name it: competent, rome, rome4, ...")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Import crosswalk files; codes alone are kept, never a label."""
    _show(open_matcher().import_crosswalks(files, system), as_json=as_json)


@app.command("status")
def status(as_json: AsJson = False) -> None:
    """Say which crosswalks are loaded, what was left out of them, and what their relations were found to mean."""
    matcher = open_matcher()
    statuses = matcher.crosswalks.status()
    _show(statuses, as_json=as_json)
    if not as_json and any(status.taxonomy != matcher.taxonomy.fingerprint for status in statuses):
        typer.echo("The taxonomy has changed since: import the crosswalks again to take in its new concepts.")


def _show(statuses: tuple[CrosswalkStatus, ...], *, as_json: bool) -> None:
    if as_json:
        print_json({"files": [asdict(status) for status in statuses]})
        return
    if not statuses:
        typer.echo("No crosswalk is loaded: import one with `matcher crosswalk import FILE`.")
    for status in statuses:
        _print_status(status)


def _print_status(status: CrosswalkStatus) -> None:
    version = f" {status.version}" if status.version else ""
    left_out = ", ".join(f"{reason} {count:,}" for reason, count in status.left_out.items()) or "nothing left out"
    relations = ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in status.relations.items())
    typer.echo(f"{status.system}{version}, from {status.origin}, imported on {status.imported_on}")
    typer.echo(f"  rows         read {status.read:,}, kept {status.kept:,} ({status.codes:,} codes); {left_out}")
    typer.echo(f"  relations    {relations}")
    for kind, direction in status.directions.items():
        typer.echo(f"  direction    {kind}: {_MEANS[direction['reading']]} ({_figures(direction)})")


def _figures(direction: dict[str, Any]) -> str:
    spread = "; ".join(
        f"{relation}: {per_code} ESCO concepts a code, {direction['codes_per_concept'][relation]} codes a concept"
        for relation, per_code in direction["concepts_per_code"].items()
    )
    agree, differ = direction["agree"], direction["differ"]
    return f"ESCO stands lower in {agree:,} of {agree + differ:,} pairs of its hierarchy; {spread}"
