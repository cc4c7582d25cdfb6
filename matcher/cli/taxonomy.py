"""``matcher taxonomy`` and ``matcher train-encoder``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from taxonomies.concepts import TaxonomyStatus

app = typer.Typer(help="Import ESCO, or say what is loaded.", no_args_is_help=True, rich_markup_mode=None)


@app.command("import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Folders, zips, .csv or .csv.gz files of an ESCO download.")],
    replace: Annotated[bool, typer.Option("--replace", help="Forget what was imported before.")] = False,
    as_json: AsJson = False,
) -> None:
    """Import official ESCO files: any editions, any languages, merged with what is there."""
    with progress_bar() as progress:
        report = open_matcher().import_taxonomy(paths, replace_all=replace, progress=progress)
    status = report.taxonomy.status()
    if as_json:
        left_out = {"skipped": report.skipped, "withdrawn": report.withdrawn, "unknown_ends": report.unknown_ends}
        print_json({"files": report.files, **left_out, "status": asdict(status)})
        return
    typer.echo(f"Read {report.files} files.")
    _print_status(status)


@app.command("status")
def status(as_json: AsJson = False) -> None:
    """Say which edition is in use, in which languages, and how much it holds."""
    found = open_matcher().taxonomy.status()
    if as_json:
        print_json(asdict(found))
    else:
        _print_status(found)


def _print_status(status: TaxonomyStatus) -> None:
    from taxonomies.esco import ATTRIBUTION

    def listed(counts: object) -> str:
        items = dict(counts).items()  # type: ignore[call-overload]
        return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in items)

    typer.echo(f"{status.name} {status.edition}")
    typer.echo(f"  concepts     {listed(status.counts)}")
    typer.echo(f"  labels       {listed(status.labels)}")
    typer.echo(f"  relations    {listed(status.relations)}")
    typer.echo(f"  collections  {listed(status.collections)}")
    for note in status.notes:
        typer.echo(f"  note         {note}")
    typer.echo(ATTRIBUTION)


def train_encoder(
    esco: Annotated[Path, typer.Option("--esco", help="Folder or zip of ESCO CSV files to learn from.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the encoder to.")],
    steps: Annotated[int | None, typer.Option("--steps", min=1, help="Training steps; default 1300.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Seed of everything random.")] = None,
) -> None:
    """Train the encoder on ESCO's parallel labels and write it in sentence-transformers' format."""
    from matcher.training.run import train_from_esco  # imports torch

    with progress_bar() as progress:
        train_from_esco(esco, out, steps=steps, seed=seed, progress=progress)
    typer.echo(f"Wrote the encoder to {out}: set MATCHER_ENCODER={out} to use it.")
