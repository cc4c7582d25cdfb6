"""``matcher export-person``, ``matcher erase`` and ``matcher retention``: access, erasure, and the end of keeping."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.stewardship import Erased

retention = typer.Typer(help="How long people are kept.", no_args_is_help=True, rich_markup_mode=None)

Id = Annotated[str, typer.Argument(help="Id (first digits will do) or reference of a candidate.")]


def export_person(
    candidate: Id, out: Annotated[Path | None, typer.Option("--out", help="File to write instead of printing.")] = None
) -> None:
    """Give everything that is held about a person, as JSON, and nothing about anybody else."""
    matcher = open_matcher()
    content = matcher.export_person(matcher.store.candidate_id(candidate))
    if out is None:
        print_json(content)
        return
    # Readable by nobody else, from its first byte on; a file that stands there already is replaced.
    out.unlink(missing_ok=True)
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.write("\n")
    typer.echo(f"Wrote {out}: it holds personal data; send it by a safe way and delete it then.")


def erase(
    candidate: Annotated[str, typer.Argument(help="Id (first digits will do) or reference of a candidate.")] = "",
    compact: Annotated[
        bool, typer.Option("--compact", help="Finish an earlier erasure that another program was in the way of.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Erase a person from everything the program has written; a tombstone without personal data stays."""
    from matcher.errors import UsageError

    if bool(candidate) == compact:
        raise UsageError("Say whom to erase, or --compact, one of the two.")
    matcher = open_matcher()
    if compact:
        matcher.steward.register.compact()
        typer.echo("The database was compacted.")
        return
    erased = matcher.erase([matcher.store.candidate_id(candidate)])
    if as_json:
        print_json(_as_json(erased))
    else:
        _print(erased)


@retention.command("run")
def run(
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day asked about.")
    ] = None,
    really: Annotated[bool, typer.Option("--erase", help="Erase those who are due.")] = False,
    as_json: AsJson = False,
) -> None:
    """List who has been kept for as long as their scheme allows, and why; with --erase, erase them."""
    from matcher.errors import UsageError
    from matcher.store import Cause

    day = as_of.date() if as_of else date.today()
    if really and day > date.today():
        raise UsageError(
            f"--erase with --as-of {day} would erase people whose time is not over: leave one of them out."
        )
    matcher = open_matcher()
    due = matcher.steward.due(day)
    erased = matcher.erase([item.candidate_id for item in due], Cause.RETENTION) if really and due else None
    if as_json:
        people = [{"candidate_id": item.candidate_id, "scheme": item.scheme, "why": item.why} for item in due]
        print_json({"as_of": day.isoformat(), "due": people, "erased": _as_json(erased) if erased else None})
        return
    for item in due:
        typer.echo(f"{item.candidate_id}  {item.why}")
    typer.echo(f"{len(due)} due on {day}.")
    if erased:
        _print(erased)
    elif due:
        typer.echo("Nothing was erased: `matcher retention run --erase` does that.")


def _print(erased: Erased) -> None:
    number = len(erased.candidate_ids)
    who = f"Candidate {erased.candidate_ids[0]} is" if number == 1 else f"{number} candidates are"
    typer.echo(
        f"{who} erased, with {_counted(erased.past_versions, 'earlier version')} of the record, "
        f"{_counted(erased.merged, 'record')} merged into it, {_counted(erased.phrases, 'remembered phrase')} and "
        f"{_counted(erased.links, 'confirmed link')} that nobody else uses. Reports: {erased.reports_cut} cut, "
        f"{erased.reports_deleted} deleted."
    )
    if erased.also_held:
        ids = ", ".join(candidate_id[:8] for candidate_id in erased.also_held)
        typer.echo(f"Still held under the same name and birth date: {ids}. Erase them too if it is the same person.")
    typer.echo("Backups, and files that were exported to other places, are not reached by this program.")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _as_json(erased: Erased) -> dict[str, object]:
    names = ("merged", "past_versions", "links", "phrases", "reports_cut", "reports_deleted")
    counts = {name: getattr(erased, name) for name in names}
    return {"candidate_ids": list(erased.candidate_ids), **counts, "also_held": list(erased.also_held)}
