"""``matcher share``, ``unshare`` and ``shares``: what the recruiters of an organisation see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.offices import SharingOffice

Kind = Annotated[str, typer.Argument(help="candidate, scheme (all its candidates) or vacancy.")]
Name = Annotated[str, typer.Argument(help="Id or reference of the candidate or vacancy, or name of the scheme.")]
With = Annotated[str, typer.Option("--with", help="Name of the organisation.")]


def share(kind: Kind, name: Name, organisation: With) -> None:
    """Let the recruiters of an organisation see a candidate, a scheme's candidates or a vacancy."""
    from matcher.store.held_accounts import ShareKind

    done = _office().share(ShareKind(_checked(kind)), [name], organisation)
    typer.echo(f"{kind.capitalize()} {name} is {'now' if done else 'already'} shared with {organisation}.")


def unshare(kind: Kind, name: Name, organisation: With) -> None:
    """Let the recruiters of an organisation no longer see something."""
    from matcher.store.held_accounts import ShareKind

    done = _office().unshare(ShareKind(_checked(kind)), [name], organisation)
    typer.echo(f"{kind.capitalize()} {name} {'is no longer' if done else 'was not'} shared with {organisation}.")


def shares(as_json: AsJson = False) -> None:
    """List what is shared with whom."""
    found = _office().shares()
    if as_json:
        lines = [
            {"organisation": each.organisation.name, "kind": each.kind.value, "subject": each.subject} for each in found
        ]
        print_json({"shares": lines})
        return
    for each in found:
        typer.echo(f"{each.organisation.name:<32}  {each.kind:<10}  {each.subject}")
    typer.echo(f"{len(found)} shares.")


def _office() -> SharingOffice:
    from matcher.offices import SharingOffice

    matcher = open_matcher()
    return SharingOffice(matcher, matcher.steward.actor)


def _checked(kind: str) -> str:
    from matcher.errors import UsageError
    from matcher.store.held_accounts import ShareKind

    if kind not in tuple(ShareKind):
        raise UsageError(f"{kind!r} cannot be shared: choose one of {', '.join(ShareKind)}.")
    return kind
