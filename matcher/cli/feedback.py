"""``matcher feedback``: what people said of matches, for the evaluation lab."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli.common import open_matcher

app = typer.Typer(help="What people said of matches.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def options() -> None:
    """Hold the subcommands."""


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", help="File to write, one JSON object a line.")],
) -> None:
    """Write whether candidates on shortlists suited, under pseudonyms, for `matcher evaluate feedback`."""
    from dataclasses import asdict

    from matcher.feedback import judgements

    matcher = open_matcher()
    found = judgements(matcher.store, matcher.steward)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(asdict(one), sort_keys=True) + "\n" for one in found), encoding="utf-8")
    typer.echo(f"Wrote {len(found)} judgements to {out}, under pseudonyms and without anybody's words.")
