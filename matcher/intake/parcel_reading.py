"""Reads every file of what was sent, one kind of record or another, and keeps account of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.ledger import Ledger
from matcher.intake.parcels import Item, PassedOver, Refused, open_parcel, refusal
from matcher.records import ColumnReading, Intake, Problem, Record, Source

EntryT = TypeVar("EntryT")


@dataclass(frozen=True, slots=True)
class FileReader(Generic[EntryT]):
    """How a kind of record is read.

    ``read`` yields what a file holds, and problems of the file as a whole; it raises :class:`UnreadableFileError` where
    nothing can be read. ``refuse`` gives the entry of a file that is not read, from its source, the reason and the
    remedy. ``enter`` puts an entry into the ledger.
    """

    read: Callable[[Arrival], Iterator[EntryT | Problem | ColumnReading]]
    refuse: Callable[[Source, str, str], EntryT]
    enter: Callable[[EntryT], None]


def read_parcel(path: Path, reader: FileReader[EntryT], ledger: Ledger[Record]) -> Intake[Record]:
    """Read a file, or every file of a folder or archive; return what the ledger makes of it.

    Raises:
        UnreadableFileError: the one file cannot be read, or a folder or archive holds none that can.
    """
    notes: list[Problem] = []
    columns: list[ColumnReading] = []
    for item in open_parcel(path):
        for found in _read(item, reader, alone=isinstance(item, Arrival) and item.place == str(path)):
            if isinstance(found, Problem):
                notes.append(found)
            elif isinstance(found, ColumnReading):
                columns.append(found)
            else:
                reader.enter(found)
    intake: Intake[Record] = ledger.intake()
    return replace(intake, problems=(*notes, *intake.problems), columns=tuple(columns))


def _read(item: Item, reader: FileReader[EntryT], *, alone: bool) -> Iterator[EntryT | Problem | ColumnReading]:
    """Read one file; where it is one of many, a fault of the whole file is that of one record."""
    if isinstance(item, PassedOver):
        yield Problem(item.name, None, None, None, None, f"passed over: {item.why}", "nothing needs to be done")
    elif isinstance(item, Refused):
        yield reader.refuse(Source(item.name), item.why, item.remedy)
    elif alone:
        yield from reader.read(item)
    else:
        try:
            yield from reader.read(item)
        except UnreadableFileError as error:
            yield from _read(refusal(item.name, item.place, error), reader, alone=False)
