"""``matcher scheme``: what is known of the schemes, and how their cohorts stand."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from taxonomies.schemes import Scheme

app = typer.Typer(help="Mobility schemes: what is known of them.", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="Name of a scheme, as for --scheme.")]
_ANSWERS = {True: "counts as success", False: "does not count as success", None: "unknown whether it counts"}


@app.command("list")
def list_schemes(as_json: AsJson = False) -> None:
    """List the schemes."""
    from taxonomies.schemes import schemes

    if as_json:
        print_json({"schemes": [asdict(scheme) for scheme in schemes().values()]})
        return
    for name, scheme in schemes().items():
        typer.echo(f"{name:<12} {scheme.title} ({scheme.run_by})")


@app.command("show")
def show(name: Name, as_json: AsJson = False) -> None:
    """Show what is known of a scheme, each fact with its source, and what was not found."""
    from taxonomies.schemes import find_scheme

    scheme = find_scheme(name)
    if as_json:
        print_json(asdict(scheme))
        return
    typer.echo(f"{scheme.title}, run by {scheme.run_by}\n{scheme.summary}\n")
    _print_legs(scheme)
    _print_structured(scheme)
    for fact in scheme.facts:
        disputed = ", disputed: sources contradict each other" if fact.disputed else ""
        typer.echo(f"{_spaced(fact.topic)}: {fact.text} [{fact.source}{disputed}]")
    for topic in scheme.unknown:
        typer.echo(f"{_spaced(topic)}: unknown, no source was found")
    assumed = "assumed, for the data protection officer to confirm" if scheme.data_protection.assumed else "confirmed"
    rules = scheme.data_protection
    basis = rules.basis.replace("_", " ")
    typer.echo(f"data protection: {basis}, {rules.retention_months} months ({assumed})\nSources: {scheme.source}")


@app.command("status")
def status(name: Name, as_json: AsJson = False) -> None:
    """Show how a scheme's cohort is made up, beside its targets. It is reported only: no ranking uses it."""
    matcher = open_matcher()
    found = matcher.steward.cohort(matcher.scheme_name(name))
    if as_json:
        print_json(asdict(found))
        return
    typer.echo(f"{found.scheme}: {found.candidates} candidates")
    for leg, number in found.legs.items():
        typer.echo(f"  leg {leg}: {number}")
    if found.genders is None:
        typer.echo("  gender: not shown, fewer than five people in a group")
    elif found.genders:
        typer.echo("  gender: " + ", ".join(f"{gender} {number}" for gender, number in found.genders.items()))
    for share in found.shares:
        reached = "not shown or not known" if share.share is None else f"{share.share:.0%} of those known"
        target = f"at least {share.target.at_least:.0%} {share.target.gender}"
        typer.echo(f"  target {target}: {reached}; met: {share.answer.value} [{share.target.source}]")


def _print_legs(scheme: Scheme) -> None:
    if not scheme.legs:
        typer.echo("legs: none described; those that the file states")
    for leg in scheme.legs:
        sectors = ", ".join(leg.sectors) or "sectors unknown"
        typer.echo(f"leg {leg.origin} to {leg.destination}: {sectors}{' (assumed)' if leg.assumed else ''}")


def _print_structured(scheme: Scheme) -> None:
    typer.echo(f"countries: {', '.join(scheme.countries) or 'unknown'}")
    typer.echo(f"shortlist: {scheme.shortlist_size or 'size unknown'}")
    typer.echo(f"a job in the home country: {_ANSWERS[scheme.home_outcome]}")


def _spaced(topic: str) -> str:
    return topic.replace("_", " ")
