"""Pages set in two columns: finds the gutter, and tells a side column from the dates or labels of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import CELL, clean_line
from matcher.intake.cv.vocabulary import part_of

_GAP = re.compile(r" {3,}")
_SEGMENT = re.compile(r"\S+(?: {1,2}\S+)*")
_FEWEST_LINES = 4
_WIDEST_SLACK = 2  # characters by which the lines of one column may begin apart


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    end: int
    text: str


def in_reading_order(page: Sequence[str]) -> list[str]:
    """Return the lines of a page of fixed width, one column after the other; gaps within a column part cells.

    A gutter counts where at least four lines begin at it and a heading of a CV is among them: a right column without
    any heading is the text that goes with the dates or labels at its left.
    """
    segments = [[_Segment(m.start(), m.end(), m[0]) for m in _SEGMENT.finditer(line)] for line in page]
    gutter = _gutter(segments)
    if gutter is None:
        return [CELL.join(segment.text for segment in line) for line in segments]
    ordered: list[str] = []
    band: list[list[_Segment]] = []
    for line in segments:
        if any(segment.start < gutter - _WIDEST_SLACK and segment.end > gutter for segment in line):
            ordered += _one_after_the_other(band, gutter)
            ordered.append(CELL.join(segment.text for segment in line))
            band = []
        else:
            band.append(line)
    return ordered + _one_after_the_other(band, gutter)


def _gutter(segments: Sequence[Sequence[_Segment]]) -> int | None:
    """Return where the right column begins, in characters, or ``None`` where the page has one column."""
    starts = Counter(segment.start for line in segments for segment in line if segment.start)
    headed = {
        segment.start
        for line in segments
        for segment in line
        if segment.start and part_of(clean_line(segment.text), exactly=True)
    }
    candidates = [
        (sum(starts[near] for near in range(start - 1, start + 2)), -start)
        for start in headed
        if sum(starts[near] for near in range(start - 1, start + 2)) >= _FEWEST_LINES
    ]
    if not candidates:
        return None
    gutter = -max(candidates)[1]
    crossing = sum(
        any(segment.start < gutter - _WIDEST_SLACK and segment.end > gutter for segment in line) for line in segments
    )
    left = sum(any(segment.end <= gutter for segment in line) for line in segments)
    return gutter if left >= 2 and crossing <= sum(map(bool, segments)) // 3 else None


def _one_after_the_other(band: Sequence[Sequence[_Segment]], gutter: int) -> list[str]:
    left = [[segment for segment in line if segment.start < gutter - _WIDEST_SLACK] for line in band]
    right = [[segment for segment in line if segment.start >= gutter - _WIDEST_SLACK] for line in band]
    lines = [CELL.join(segment.text for segment in line) for line in left]
    return [*lines, *([""] if any(left) and any(right) else []), *(CELL.join(s.text for s in line) for line in right)]
