"""Finds what was changed, removed or moved in the audit log, and names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matcher.trail import FIRST, Entry, KeyedDigest, Sealed


def faults(entries: Sequence[Entry], head: Sealed | None, start: Sealed | None, digest: KeyedDigest) -> tuple[str, ...]:
    """Return everything wrong with the log, one sentence each; nothing where it is whole.

    Args:
        entries: all that are kept, by number.
        head: number and hash of the last entry written.
        start: the same of the last entry pruned, where any was.
        digest: checks the seals.
    """
    return (*_start_faults(start, digest), *_chain_faults(entries, start), *_head_faults(entries, head, start, digest))


def _start_faults(start: Sealed | None, digest: KeyedDigest) -> Iterator[str]:
    if start is not None and not start.holds(digest):
        yield f"The seal left when entries up to {start.number} were pruned does not fit: it was made without the key."


def _chain_faults(entries: Sequence[Entry], start: Sealed | None) -> Iterator[str]:
    number, previous = (start.number, start.hash) if start else (0, FIRST)
    for entry in entries:
        if entry.number <= number:
            yield f"Entry {entry.number} stands again although it was pruned."
            continue
        if entry.number != number + 1:
            yield _missing(number + 1, entry.number - 1)
        elif entry.previous != previous:
            yield f"Entry {entry.number} does not follow what stands before it: {_before(number)} was replaced."
        if not entry.is_as_written:
            yield f"Entry {entry.number} was changed or moved: it no longer says what was written ({_claim(entry)})."
        number, previous = entry.number, entry.hash


def _head_faults(
    entries: Sequence[Entry], head: Sealed | None, start: Sealed | None, digest: KeyedDigest
) -> Iterator[str]:
    last = entries[-1].number if entries else start.number if start else 0
    if head is None:
        if entries or start is not None:
            yield "The sealed head of the log is missing: whether entries were removed at its end cannot be told."
        return
    if not head.holds(digest):
        yield (
            f"The seal on the head of the log (entry {head.number}) does not fit: it was changed outside matcher, "
            "or the key was lost or replaced."
        )
    if head.number > last:
        yield _missing(last + 1, head.number) + " The log was cut off at its end."
    elif head.number < last:
        yield f"Entries after {head.number} were added outside matcher."
    elif entries and entries[-1].hash != head.hash:
        yield f"Entry {last} is not the one that the sealed head knows: it was replaced."


def _missing(first: int, last: int) -> str:
    return f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are missing."


def _before(number: int) -> str:
    return f"entry {number}" if number else "the beginning of the log"


def _claim(entry: Entry) -> str:
    return f"{entry.at}, {entry.actor}, {entry.action}, {entry.subject}"
