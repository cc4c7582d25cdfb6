"""The table of the dates that people set for vacancies, which stand over those of the file they came in.

A table of its own, so that a file that is loaded again changes nothing of it: whoever closed a vacancy that is filled
would otherwise see it open again with the next delivery of the employment service.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Date, Table, delete, insert, select

from matcher.store.held import SetDates
from matcher.store.revisions import Copied
from matcher.store.schema import COPIED_AS, ID, METADATA, owned_by

VACANCY_DATES = Table(
    "vacancy_dates",
    METADATA,
    Column("vacancy_id", ID, owned_by("vacancies.id"), primary_key=True),
    Column("opens", Date),
    Column("closes", Date),
    # What the file said then: where it says something else now, there is news for whoever set the dates.
    Column("file_opens", Date),
    Column("file_closes", Date),
    Column("set_on", Date, nullable=False),
    info={COPIED_AS: (Copied.VACANCIES,)},
)


def dates_set(connection: Connection) -> dict[str, SetDates]:
    """Read the dates that people set, by vacancy id."""
    return {row[0]: SetDates(*row[1:]) for row in connection.execute(select(VACANCY_DATES))}


def set_dates(connection: Connection, vacancy_id: str, dates: SetDates | None) -> None:
    """Write the dates of a vacancy in place of those set before; ``None`` leaves it those of its file."""
    connection.execute(delete(VACANCY_DATES).where(VACANCY_DATES.c.vacancy_id == vacancy_id))
    if dates is not None:
        said = {name: getattr(dates, name) for name in ("opens", "closes", "file_opens", "file_closes", "set_on")}
        connection.execute(insert(VACANCY_DATES), [{"vacancy_id": vacancy_id, **said}])
