"""What keeps thousands of rows quick."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, bindparam, update


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the garbage collector: records hold no cycles, and searching a growing cohort for some doubles its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_portions(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Cut a list of ids into portions that one statement can name."""
    return (ids[start : start + size] for start in range(0, len(ids), size))


def replace_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Overwrite whole rows found by their primary key, which must be one column; each row names every column."""
    if not rows:
        return
    (key,) = table.primary_key.columns
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns if column is not key}
    statement = update(table).where(key == bindparam("held_key")).values(values)
    connection.execute(
        statement,
        [{"held_key": row[key.name], **{name: row[name] for name in values}} for row in rows],
    )
