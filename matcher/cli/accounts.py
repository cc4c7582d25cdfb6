"""``matcher user`` and ``matcher organisation``: who may sign in to the app, as what, and for whom they work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli.common import AsJson, open_matcher, print_json

if TYPE_CHECKING:
    from matcher.offices import AccountRead, AccountsOffice

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

    office, position = _office(), Position(role, tuple(scheme or ()), organisation_name)
    password = None if no_password else _password(password_stdin)
    account = office.add(login, position, password, any_role_first=True)
    typer.echo(f"Added {account.login} as {_described(account)}.")


@app.command("list")
def list_accounts(as_json: AsJson = False) -> None:
    """List the accounts."""
    found = _office().accounts()
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

    position = Position(role, tuple(scheme or ()), organisation_name)
    account = _office().change(login, position, knowing_own=True)
    typer.echo(f"{account.login} is now {_described(account)}.")


@app.command("password")
def password(login: Login, password_stdin: FromInput = False) -> None:
    """Give an account another password, which also unlocks it; its owner signs in again."""
    office = _office()
    known = office.account(login)
    office.set_password(known.login, _password(password_stdin))
    typer.echo(f"{known.login} has another password.")


@app.command("disable")
def disable(login: Login) -> None:
    """Shut an account; whoever is signed in with it is out at the next click."""
    typer.echo(f"{_office().disable(login, knowing_own=True).login} can no longer sign in.")


@app.command("enable")
def enable(login: Login) -> None:
    """Open an account again that was shut."""
    typer.echo(f"{_office().enable(login).login} can sign in again.")


@app.command("unlock")
def unlock(login: Login) -> None:
    """Take away the lock that ten wrong passwords put on an account for 15 minutes."""
    typer.echo(f"{_office().unlock(login).login} is not locked.")


@app.command("sign-out")
def sign_out(login: Login) -> None:
    """Sign whoever uses an account out of every browser."""
    typer.echo(f"{_office().end_sessions(login).login} is signed out everywhere.")


@organisation.command("add")
def add_organisation(name: Annotated[str, typer.Argument(help="What it is called.")]) -> None:
    """Add an organisation."""
    typer.echo(f"Added {_office().add_organisation(name).name}.")


@organisation.command("list")
def list_organisations(as_json: AsJson = False) -> None:
    """List the organisations."""
    found = _office().organisations()
    if as_json:
        print_json({"organisations": [{"id": held.id, "name": held.name} for held in found]})
        return
    for held in found:
        typer.echo(held.name)
    typer.echo(f"{len(found)} organisations.")


def _office() -> AccountsOffice:
    from matcher.offices import AccountsOffice

    matcher = open_matcher()
    return AccountsOffice(matcher, matcher.steward.actor)


def _password(from_input: bool) -> str:
    """Return a password that was typed twice without showing, or one line of standard input."""
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password (at least 12 characters)", hide_input=True, confirmation_prompt="Once more"))


def _described(account: AccountRead) -> str:
    schemes = "" if account.schemes is None else f" of {', '.join(sorted(account.schemes))}"
    return f"{account.role}{schemes}{f' at {account.organisation.name}' if account.organisation else ''}"


def _state(account: AccountRead) -> str:
    from matcher.offices import AccountState

    said = {AccountState.CLOSED: ", disabled", AccountState.LOCKED: ", locked"}
    return said.get(account.state, "")


def _plain(account: AccountRead) -> dict[str, object]:
    from matcher.offices import AccountState

    return {
        "login": account.login,
        "role": account.role.value,
        "schemes": None if account.schemes is None else sorted(account.schemes),
        "organisation": account.organisation.name if account.organisation else None,
        "disabled": account.state is AccountState.CLOSED,
        "locked": account.locked_until is not None,
        "password": account.has_password,
    }
