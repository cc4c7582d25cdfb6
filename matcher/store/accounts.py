"""The tables of those who may sign in, and of the organisations they work for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from matcher.store.held_accounts import Account, Organisation
from matcher.store.schema import ID, METADATA, MOMENT, NESTED
from matcher.trail import Role

ORGANISATIONS = Table(
    "organisations",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("role", String(32), nullable=False),
    Column("schemes", NESTED),
    Column("organisation_id", ID, ForeignKey("organisations.id")),
    Column("disabled", Boolean, nullable=False),
    Column("password", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", MOMENT),
)

_A = ACCOUNTS.c


def holds_accounts(connection: Connection) -> bool:
    """Tell whether there is any account, disabled ones too."""
    return connection.execute(select(_A.id).limit(1)).first() is not None


def read_accounts(connection: Connection) -> tuple[Account, ...]:
    """Read all accounts, by login."""
    return tuple(map(account_of, connection.execute(_selected().order_by(_A.login)).mappings()))


def account_called(connection: Connection, login: str) -> Account | None:
    """Read the account with a login."""
    return _one(connection, _A.login == login)


def account_with(connection: Connection, account_id: str) -> Account | None:
    """Read the account with an id."""
    return _one(connection, _A.id == account_id)


def selected_ids() -> Select[Any]:
    """Return what selects the ids of all accounts, for a query about them in another table."""
    return select(_A.id)


def write_account(connection: Connection, account: Account) -> None:
    """Write an account, in place of what was held of it."""
    row = _row(account)
    found = connection.execute(update(ACCOUNTS).where(_A.id == account.id).values(row))
    if not found.rowcount:
        connection.execute(insert(ACCOUNTS), [row])


def read_organisations(connection: Connection) -> tuple[Organisation, ...]:
    """Read all organisations, by name."""
    rows = connection.execute(select(ORGANISATIONS).order_by(ORGANISATIONS.c.name))
    return tuple(Organisation(row.id, row.name) for row in rows)


def write_organisation(connection: Connection, organisation: Organisation) -> None:
    """Write a new organisation."""
    connection.execute(insert(ORGANISATIONS), [{"id": organisation.id, "name": organisation.name}])


def account_of(row: RowMapping) -> Account:
    """Return the account of a row of accounts beside organisations."""
    employer = row["organisation_id"]
    locked = row["locked_until"]
    return Account(
        id=row["id"],
        login=row["login"],
        role=Role(row["role"]),
        schemes=None if row["schemes"] is None else frozenset(row["schemes"]),
        organisation=Organisation(employer, row["organisation_name"]) if employer else None,
        disabled=row["disabled"],
        password=row["password"],
        failures=row["failures"],
        locked_until=datetime.fromisoformat(locked) if locked else None,
    )


def _one(connection: Connection, wanted: ColumnElement[bool]) -> Account | None:
    row = connection.execute(_selected().where(wanted)).mappings().first()
    return account_of(row) if row else None


def _selected() -> Select[Any]:
    name = ORGANISATIONS.c.name.label("organisation_name")
    return select(ACCOUNTS, name).outerjoin(ORGANISATIONS, _A.organisation_id == ORGANISATIONS.c.id)


def _row(account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "login": account.login,
        "role": account.role.value,
        "schemes": None if account.schemes is None else sorted(account.schemes),
        "organisation_id": account.organisation.id if account.organisation else None,
        "disabled": account.disabled,
        "password": account.password,
        "failures": account.failures,
        "locked_until": account.locked_until.isoformat() if account.locked_until else None,
    }
