"""Lines of a section to its entries, one a job or a course: a line with a date tells where each stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import is_bullet, joined_wraps

_MOST_LEADING = 3  # lines of title, employer and place above the date
_MOST_UNDATED = 20  # lines without any date that may each be an entry; more are running text


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one entry; ``dated`` is the line that holds its date, or ``None``."""

    lines: tuple[str, ...]
    dated: str | None


def entries_of(lines: Sequence[str], is_dated: Callable[[str], bool]) -> tuple[list[Entry], list[str]]:
    """Return the entries of a section and the lines before the first.

    The first entry shows how all are laid out: either the date comes first, or it follows up to three lines (title,
    employer, place), which then stand above every other date too.
    """
    joined = joined_wraps(lines)
    anchors = [index for index, line in enumerate(joined) if line and not is_bullet(line) and is_dated(line)]
    anchors = anchors or [index for index, line in enumerate(joined) if line and is_dated(line)]
    if not anchors:
        return _undated(joined), []
    leading = _lines_above(joined, anchors[0], -1, _MOST_LEADING)
    starts: list[int] = []
    for previous, anchor in zip([-1, *anchors], anchors, strict=False):
        starts.append(anchor - _lines_above(joined, anchor, previous, leading))
    ends = [*starts[1:], len(joined)]
    entries = [
        Entry(tuple(line for line in joined[start:end] if line), joined[anchor])
        for start, end, anchor in zip(starts, ends, anchors, strict=True)
    ]
    return entries, [line for line in joined[: starts[0]] if line]


def _lines_above(lines: Sequence[str], anchor: int, previous: int, most: int) -> int:
    count = 0
    while count < most and anchor - count - 1 > previous:
        line = lines[anchor - count - 1]
        if not line or is_bullet(line):
            break
        count += 1
    return count


def _undated(lines: Sequence[str]) -> list[Entry]:
    """Part lines without dates: each with the list under it, or, where they are many, at the gaps."""
    filled = [line for line in lines if line]
    marked = [is_bullet(line) for line in filled]
    by_gap = len(filled) > _MOST_UNDATED
    groups: list[list[str]] = []
    gap = True
    for line in lines:
        if line:
            begins = gap if by_gap else not is_bullet(line) or all(marked)
            if begins or not groups:
                groups.append([])
            groups[-1].append(line)
        gap = not line
    return [Entry(tuple(group), None) for group in groups]
