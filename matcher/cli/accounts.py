"""``matcher user`` and ``matcher organisation``: who may sign in to the app, as what, and for whom they work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.accounts import Directory
    from matcher.store.held_accounts import Account

app = typer.Typer(help="Who may sign in to the app, and as what.", no_args_is_help=True, rich_markup_mode=None)
organisation = typer.Typer(
    help="Employers and mediators whose recruiters sign in.", no_args_is_help=True, rich_markup_mode=None
)

Login = Annotated[str, typer.Argument(help="What they sign in as, such as an e-mail address.")]
RoleName = Annotated[str, typer.Option("--role", help="admin, auditor, staff, recruiter or researcher.")]
Schemes = Annotated[
    list[str] | None, typer.Option("--scheme", help="Only people of this scheme; repeat for more. Default: of all.")
]
Employer = Annotated[str, typer.Option("--organisation", help="Whom a recruiter works for: its name.")]
FromInput = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input, one line, instead of asking.")
]


@app.command("add")
def add(
    login: Login,
    role: RoleName,
    scheme: Schemes = None,
    organisation_name: Employer = "",
    password_stdin: FromInput = False,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Only an identity provider opens this account.")
    ] = False,
) -> None:
    """Add an account; the password is asked twice and shows nowhere."""
    from matcher.accounts import Position

    directory, position = _directory(), Position(role, tuple(scheme or ()), organisation_name)
    password = None if no_password else _password(password_stdin)
    account = directory.add(login, position, password)
    typer.echo(f"Added {account.login} as {_described(account)}.")


@app.command("list")
def list_accounts(as_json: AsJson = False) -> None:
    """List the accounts."""
    found = _directory().accounts()
    if as_json:
        print_json({"accounts": [_plain(account) for account in found]})
        return
    for account in found:
        typer.echo(f"{account.login:<32}  {_described(account)}{_state(account)}")
    typer.echo(f"{len(found)} accounts.")


@app.command("change")
def change(login: Login, role: RoleName, scheme: Schemes = None, organisation_name: Employer = "") -> None:
    """Give an account another role, schemes and organisation; its owner signs in again."""
    from matcher.accounts import Position

    account = _directory().change(login, Position(role, tuple(scheme or ()), organisation_name))
    typer.echo(f"{account.login} is now {_described(account)}.")


@app.command("password")
def password(login: Login, password_stdin: FromInput = False) -> None:
    """Give an account another password, which also unlocks it; its owner signs in again."""
    directory = _directory()
    known = directory.account(login)
    directory.set_password(known.login, _password(password_stdin))
    typer.echo(f"{known.login} has another password.")


@app.command("disable")
def disable(login: Login) -> None:
    """Shut an account; whoever is signed in with it is out at the next click."""
    typer.echo(f"{_directory().disable(login).login} can no longer sign in.")


@app.command("enable")
def enable(login: Login) -> None:
    """Open an account again that was shut."""
    typer.echo(f"{_directory().enable(login).login} can sign in again.")


@app.command("unlock")
def unlock(login: Login) -> None:
    """Take away the lock that ten wrong passwords put on an account for 15 minutes."""
    typer.echo(f"{_directory().unlock(login).login} is not locked.")


@organisation.command("add")
def add_organisation(name: Annotated[str, typer.Argument(help="What it is called.")]) -> None:
    """Add an organisation."""
    typer.echo(f"Added {_directory().add_organisation(name).name}.")


@organisation.command("list")
def list_organisations(as_json: AsJson = False) -> None:
    """List the organisations."""
    found = _directory().organisations()
    if as_json:
        print_json({"organisations": [{"id": held.id, "name": held.name} for held in found]})
        return
    for held in found:
        typer.echo(held.name)
    typer.echo(f"{len(found)} organisations.")


def _directory() -> Directory:
    from matcher.accounts import Directory

    matcher = open_matcher()
    return Directory(matcher.store.accounts(), matcher.steward.actor)


def _password(from_input: bool) -> str:
    """Return a password that was typed twice without showing, or one line of standard input."""
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password (at least 12 characters)", hide_input=True, confirmation_prompt="Once more"))


def _described(account: Account) -> str:
    schemes = "" if account.schemes is None else f" of {', '.join(sorted(account.schemes))}"
    return f"{account.role}{schemes}{f' at {account.organisation.name}' if account.organisation else ''}"


def _state(account: Account) -> str:
    said = [word for word, holds in (("disabled", account.disabled), ("locked", _is_locked(account))) if holds]
    return f", {', '.join(said)}" if said else ""


def _is_locked(account: Account) -> bool:
    from datetime import UTC, datetime

    return account.is_locked(datetime.now(UTC))


def _plain(account: Account) -> dict[str, object]:
    return {
        "login": account.login,
        "role": account.role.value,
        "schemes": None if account.schemes is None else sorted(account.schemes),
        "organisation": account.organisation.name if account.organisation else None,
        "disabled": account.disabled,
        "locked": _is_locked(account),
        "password": bool(account.password),
    }
