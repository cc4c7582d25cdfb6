"""``matcher consent`` and ``matcher object``: what people say about the use of their data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.lawful import HeldBasis

app = typer.Typer(help="Consent of candidates, by purpose.", no_args_is_help=True, rich_markup_mode=None)

_DAY = ["%Y-%m-%d"]
Ids = Annotated[list[str], typer.Argument(help="Ids (first digits will do) or references of candidates.")]
Id = Annotated[str, typer.Argument(help="Id (first digits will do) or reference of a candidate.")]
PurposeOption = Annotated[str, typer.Option("--purpose", help="matching, research, statistics or training.")]


@app.command("give")
def give(
    candidates: Ids,
    how: Annotated[str, typer.Option("--how", help='How it was given, as "signed form" or "by e-mail".')],
    on: Annotated[datetime | None, typer.Option("--on", formats=_DAY, help="Day it was given; default today.")] = None,
    expires: Annotated[
        datetime | None, typer.Option("--expires", formats=_DAY, help="First day on which it counts no more.")
    ] = None,
    purpose: PurposeOption = "matching",
) -> None:
    """Record that candidates gave consent; from then on it is the basis of that use."""
    from matcher.lawful import Consent
    from matcher.stewardship.declaring import purpose_named

    use, matcher = purpose_named(purpose), open_matcher()
    consent = Consent(on.date() if on else date.today(), how, expires.date() if expires else None)
    for candidate_id in [matcher.store.candidate_id(name) for name in candidates]:
        _print(candidate_id, [matcher.steward.give_consent(candidate_id, use, consent)])


@app.command("withdraw")
def withdraw(
    candidate: Id,
    on: Annotated[datetime | None, typer.Option("--on", formats=_DAY, help="First day without; default today.")] = None,
    purpose: PurposeOption = "matching",
) -> None:
    """Record that a candidate withdrew consent; they drop out of that use the same day."""
    from matcher.stewardship.declaring import purpose_named

    use, matcher = purpose_named(purpose), open_matcher()
    candidate_id = matcher.store.candidate_id(candidate)
    _print(candidate_id, [matcher.steward.withdraw_consent(candidate_id, use, on.date() if on else date.today())])


@app.command("show")
def show(candidate: Id, as_json: AsJson = False) -> None:
    """Show under what a candidate is held, and whether they may be ranked today."""
    from matcher.stewardship.lawfulness import LEFT_OUT

    matcher = open_matcher()
    candidate_id = matcher.store.candidate_id(candidate)
    held = matcher.steward.register.bases(candidate_id)
    objected = matcher.steward.register.objection(candidate_id)
    reason = matcher.steward.exclusion(candidate_id)
    if as_json:
        content: dict[str, Any] = {"candidate_id": candidate_id, "bases": [_as_json(basis) for basis in held]}
        content["objects_since"] = objected.isoformat() if objected else None
        print_json(content | {"ranked": reason is None, "why_not": reason.value if reason else None})
        return
    _print(candidate_id, held)
    if objected:
        typer.echo(f"  objects to being ranked since {objected}")
    typer.echo(f"  ranked today: {'yes' if reason is None else 'no, ' + LEFT_OUT[reason]}")


def object_to_ranking(
    candidate: Id, lift: Annotated[bool, typer.Option("--lift", help="Take the objection back.")] = False
) -> None:
    """Record that a candidate objects to automated ranking; they drop out of every ranking at once."""
    matcher = open_matcher()
    candidate_id = matcher.store.candidate_id(candidate)
    if not lift:
        matcher.steward.object(candidate_id)
        typer.echo(f"Candidate {candidate_id[:8]} objects to being ranked: they are in no ranking from now on.")
    elif matcher.steward.lift_objection(candidate_id):
        typer.echo(f"The objection of candidate {candidate_id[:8]} is taken back.")
    else:
        typer.echo(f"Candidate {candidate_id[:8]} had not objected: nothing changed.")


def _print(candidate_id: str, held: Iterable[HeldBasis]) -> None:
    typer.echo(f"Candidate {candidate_id[:8]}")
    lines = [f"  {basis.purpose}: {basis.basis.replace('_', ' ')}{_details(basis)}" for basis in held]
    typer.echo("\n".join(lines) or "  no lawful basis is declared")


def _details(held: HeldBasis) -> str:
    known = held.consent
    parts = (
        ("the scheme's default, which nobody has named", "" if held.assumed else None),
        ("given on", known.given_on),
        ("how:", known.given_how),
        ("ends on", known.expires_on),
        ("withdrawn on", known.withdrawn_on),
    )
    said = ", ".join(f"{name} {value}".strip() for name, value in parts if value is not None)
    return f" ({said})" if said else ""


def _as_json(held: HeldBasis) -> dict[str, Any]:
    known = held.consent
    days = {"given_on": known.given_on, "expires_on": known.expires_on, "withdrawn_on": known.withdrawn_on}
    said = {name: day.isoformat() if day else None for name, day in days.items()}
    return {
        "purpose": held.purpose.value,
        "basis": held.basis.value,
        "assumed": held.assumed,
        "given_how": known.given_how,
    } | said
