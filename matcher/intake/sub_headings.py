"""Headings in two rows: a group such as ``Langues`` over the columns ``FR``, ``NL`` and ``EN``."""

from __future__ import annotations

from collections.abc import Callable

from matcher.intake.sheets import Row

_LONGEST = 40


def group_spans(above: Row, row: Row, is_group: Callable[[str], bool]) -> dict[int, str]:
    """Return the group heading over each position, where it stands over two columns or more.

    A group reaches to the next filled cell of its row, as a merged cell does, whether or not the file says that it
    was merged. A title row, which has one cell, holds no groups.
    """
    filled = above.filled
    if above.number != row.number - 1 or len(filled) < 2:
        return {}
    ends = [index for index, _ in filled[1:]] + [max(len(above.cells), len(row.cells))]
    return {
        index: text
        for (start, text), end in zip(filled, ends, strict=True)
        if end - start > 1 and is_group(text)
        for index in range(start, end)
    }


def sub_headings(row: Row, below: Row, is_group: Callable[[str], bool]) -> dict[int, str] | None:
    """Return the headings of two rows as one, by position, or ``None`` where the row below is no row of headings.

    It is one where all of its cells stand under groups, or repeat the heading above as vertically merged cells do,
    are short words without digits, and no two say the same: a row of data has a cell under some other heading.
    """
    spans = group_spans(row, below, is_group)
    above, under = dict(row.filled), dict(below.filled)
    own = {index: text for index, text in under.items() if text != above.get(index)}
    told = len(own) > 1 and len(set(own.values())) == len(own) and any(index not in above for index in own)
    if not told or not all(index in spans and _names_something(text) for index, text in own.items()):
        return None
    return above | {index: f"{spans[index]}: {text}" for index, text in own.items()}


def _names_something(text: str) -> bool:
    return len(text) <= _LONGEST and not any(char.isdigit() for char in text)
