"""``matcher audit``: check the log, read it, repeat a ranking, prune what is old."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, open_matcher, print_json, progress_bar

if TYPE_CHECKING:
    from matcher.replaying import Replay
    from matcher.trail import Entry

app = typer.Typer(help="The audit log.", no_args_is_help=True, rich_markup_mode=None)

_DAY = ["%Y-%m-%d"]
_SHOWN = 20  # differences printed before the rest is only counted


@app.command("verify")
def verify(as_json: AsJson = False) -> None:
    """Check that no entry of the log was changed, removed or moved; name those that were."""
    found = open_matcher().steward.audit.verify()
    head = f"{found.head.number} {found.head.hash}" if found.head else None
    if as_json:
        pruned = found.start.number if found.start else 0
        content = {"whole": not found.faults, "entries": found.entries, "pruned": pruned, "head": head}
        print_json(content | {"faults": list(found.faults)})
    else:
        for fault in found.faults:
            typer.echo(fault)
        pruned_before = f", after {found.start.number} that were pruned" if found.start else ""
        state = "is NOT whole" if found.faults else "is whole"
        typer.echo(f"The log {state}: {found.entries} entries{pruned_before}. Head: {head or 'none'}")
    if found.faults:
        raise typer.Exit(1)


@app.command("show")
def show(
    since: Annotated[datetime | None, typer.Option("--since", formats=_DAY, help="First day (UTC) to show.")] = None,
    action: Annotated[str, typer.Option("--action", help="Only this: load, ranking, export, erasure, ...")] = "",
    as_json: AsJson = False,
) -> None:
    """Show the log, oldest entry first, to the roles auditor and admin."""
    log = open_matcher().steward.audit.entries(since=since.date() if since else None, action=action)
    if as_json:
        print_json({"entries": [asdict(entry) | {"detail": json.loads(entry.detail)} for entry in log]})
        return
    for entry in log:
        typer.echo(_line(entry))
    typer.echo(f"{len(log)} entries.")


@app.command("replay")
def replay(
    ranking: Annotated[str, typer.Argument(help="Id of a ranking, or its first digits.")], as_json: AsJson = False
) -> None:
    """Repeat a ranking from its inputs and say whether it comes out the same."""
    matcher = open_matcher()
    with progress_bar() as progress:
        found = matcher.replay(ranking, progress)
    if as_json:
        print_json(asdict(found) | {"outcome": found.outcome.value})
    else:
        _print(found)
    if found.outcome == "differs":
        raise typer.Exit(1)


@app.command("prune")
def prune(
    before: Annotated[datetime, typer.Option("--before", formats=_DAY, help="Keep from this day (UTC) on.")],
) -> None:
    """Delete entries and rankings from before a day at least six months back; the log can still be verified."""
    entries, rankings = open_matcher().steward.audit.prune(before.date())
    typer.echo(f"Pruned {entries} entries and {rankings} rankings from before {before:%Y-%m-%d}.")


def _line(entry: Entry) -> str:
    details = ", ".join(f"{name} {_short(value)}" for name, value in json.loads(entry.detail).items() if value != "")
    said = f"{entry.action} {entry.subject[:12]}, for {entry.purpose}"
    return f"{entry.number:>6}  {entry.at[:19]}Z  {entry.actor} ({entry.role})  {said}{': ' * bool(details)}{details}"


def _short(value: Any) -> str:
    """Return a value for a person: of a digest the first digits."""
    return value[:8] if isinstance(value, str) and len(value) == 64 else json.dumps(value)


def _print(found: Replay) -> None:
    typer.echo(f"Ranking {found.ranking_id}: {found.outcome}.")
    for part in found.tampered:
        typer.echo(f"  does not fit the audit log: {part}")
    if found.missing:
        typer.echo(f"  ranked then, erased since: {', '.join(found.missing)}")
    if found.changed:
        typer.echo(f"  no longer held as they were ranked: {', '.join(found.changed)}")
    for name, then, now in found.terms:
        typer.echo(f"  {name} was {_short(then)}, is {_short(now)}")
    for difference in found.differences[:_SHOWN]:
        typer.echo(f"  {difference}")
    if len(found.differences) > _SHOWN:
        typer.echo(f"  and {len(found.differences) - _SHOWN} more: --json lists them all.")
