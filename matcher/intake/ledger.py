"""Counts what became of each record of a file, so that rows read are rows accepted plus rows rejected, always."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Generic

from matcher.intake.cells import is_nothing
from matcher.intake.fields import Fields
from matcher.intake.headers import ColumnT
from matcher.intake.sheets import single_line
from matcher.records import Intake, Problem, Record, Source
from taxonomies.wording import fold


class Ledger(Generic[Record]):
    """Takes the records of one file, in order, and tells apart those that stand."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._records: list[Record] = []
        self._rejected = 0
        self._problems = list(problems)
        self._places: dict[str, Source] = {}
        self._contents: dict[str, tuple[tuple[str, str], ...]] = {}

    def enter(self, record: Record, fields: Fields[ColumnT], key_column: ColumnT) -> None:
        """Accept a record, or reject it for its faults or because its key stands already."""
        if not fields.faults and record.key in self._contents:
            self._repeated(record.key, fields, key_column)
        if fields.faults:
            self._rejected += 1
            self._problems += (*fields.faults, *fields.warnings)
            return
        self._contents[record.key] = fields.content
        self._places[record.key] = fields.source
        self._records.append(record)
        self._problems += fields.warnings

    def intake(self) -> Intake[Record]:
        """Return what was made of the file."""
        read = len(self._records) + self._rejected
        return Intake(tuple(self._records), read, self._rejected, tuple(self._problems))

    def _repeated(self, key: str, fields: Fields[ColumnT], key_column: ColumnT) -> None:
        first = self._places[key]
        place = _place(first, fields.source)
        column = key_column if fields.heading(key_column) is not None else next(iter(fields.cells), key_column)
        if self._contents[key] == fields.content:
            fields.fault(column, f"the same record as {place}", "remove one of the two rows")
        elif column == key_column:
            fields.fault(
                column,
                f"the reference {key} stands already in {place}, with other content",
                "give each record its own reference, or keep only the right row",
            )
        else:
            fields.fault(
                column,
                f"the same name, birth date and e-mail as {place}, with other content",
                "add a column of references, or keep only the right row",
            )


def _place(first: Source, here: Source) -> str:
    """Say where a record stands, as seen from another: in the same file its row, in another the file too."""
    parts = [f"row {first.row}"] if first.row is not None else []
    parts += [f"sheet {first.sheet}"] if first.sheet != here.sheet and first.sheet else []
    parts += [first.file] if first.file != here.file or not parts else []
    return " of ".join(parts)


def read_key(fields: Fields[ColumnT], key_column: ColumnT, identity: tuple[str | None, ...] = ()) -> str:
    """Return the sender's reference of a record, or one derived from its content where the file has no such column.

    The derived key is the same whatever the file's name, row order or column order: a hash of name, birth date and
    e-mail where the first stands with one of the others, else of the whole record. A blank cell in a column that
    exists is a fault of the record, and gives the empty string.

    Args:
        fields: the record.
        key_column: the column of references.
        identity: name, birth date and e-mail, of candidates.
    """
    if fields.heading(key_column) is not None:
        text = single_line(fields.text(key_column))
        if is_nothing(text):
            fields.fault(key_column, "no reference", "give the record a reference that no other record has")
            return ""
        return text
    parts = [fold(single_line(part)) for part in identity if part]
    named = bool(identity and identity[0]) and len(parts) > 1
    told = "\x1f".join(parts) if named else "\x1f".join(f"{name}\x1e{text}" for name, text in fields.content)
    return f"derived-{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
