"""Text where it stands on a page, to lines in reading order: words by their gaps, cells by wide ones, columns apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.intake.cv.text import BULLETS, CELL, clean_line
from matcher.intake.cv.vocabulary import part_of

# All in heights of letters.
_SAME_LINE = 0.5
_SAME_PLACE = 0.1
_SPACE = 0.15
_USUAL_SPACE = 0.28
_CELL_GAP = 1.6
_BULLET_GAP = 5.0
_LINE_GAP = 1.8
_FEWEST_LINES = 4
_SLACK = 3.0  # points by which the lines of one column may begin apart
_ONLY_BULLET = re.compile(rf"\s*[{re.escape(BULLETS)}\uf000-\uf0ff]\s*")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as it was set: from ``left`` to ``right`` on the base line ``base``, in points, y upwards."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands on one base line, from left to right; no two of its fragments could be one text."""

    base: float
    height: float
    segments: tuple[Fragment, ...]

    def part(self, left: float, right: float) -> _Line:
        """Return the segments that begin between two places."""
        return _Line(self.base, self.height, tuple(s for s in self.segments if left <= s.left < right))


def lines_of(fragments: Iterable[Fragment], gutter: float | None = None) -> tuple[list[str], float | None]:
    """Return the lines of a page, one column after the other, cells parted; an empty line where it leaves a gap.

    A gutter counts where at least four lines begin at it and a heading of a CV is among them: a right column without
    any heading is the text that goes with the dates or labels at its left, unless the page before had a gutter there.
    Lines across the gutter part what is above from what is below.

    Args:
        fragments: the texts of the page.
        gutter: where the page before had its gutter, in points.

    Returns:
        The lines, and where the right column begins, or ``None`` where the page has one column.
    """
    lines = [_Line(base, height, _segments(row)) for base, height, row in _rows(fragments)]
    found = _gutter(lines, gutter)
    if found is None:
        return _texts(lines), None
    ordered: list[str] = []
    band: list[_Line] = []
    for line in lines:
        if _crosses(line, found):
            ordered += [*_columns(band, found), *_texts([line])]
            band = []
        else:
            band.append(line)
    return [*ordered, *_columns(band, found)], found


def _rows(fragments: Iterable[Fragment]) -> list[tuple[float, float, list[Fragment]]]:
    """Group fragments by base line, from the top; base line and height are those of the tallest."""
    rows: list[tuple[float, float, list[Fragment]]] = []
    for fragment in sorted(fragments, key=lambda item: (-item.base, item.left)):
        if rows and rows[-1][0] - fragment.base < _SAME_LINE * max((rows[-1][1] + fragment.height) / 2, 1.0):
            base, height, row = rows[-1]
            row.append(fragment)
            rows[-1] = (base, max(height, fragment.height), row)
        else:
            rows.append((fragment.base, fragment.height, [fragment]))
    return rows


def _segments(row: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Join fragments to texts that no wide gap parts; what was set twice in its place, to look bold, counts once."""
    joined: list[Fragment] = []
    last: Fragment | None = None
    for fragment in sorted(row, key=lambda item: item.left):
        if last and last.text == fragment.text and fragment.left - last.left < _SAME_PLACE * fragment.height:
            continue
        last = fragment
        before = joined[-1] if joined else None
        if before is None or _is_apart(before, fragment):
            joined.append(fragment)
            continue
        text = before.text + _space(before, fragment) + fragment.text
        right, height = max(before.right, fragment.right), max(before.height, fragment.height)
        joined[-1] = Fragment(text, before.left, right, before.base, height)
    return tuple(segment for segment in joined if segment.text.strip())


def _is_apart(before: Fragment, after: Fragment) -> bool:
    bullet = _ONLY_BULLET.fullmatch(before.text)
    widest = (_BULLET_GAP if bullet else _CELL_GAP) * max(before.height, after.height)
    return after.left - before.right > widest


def _space(before: Fragment, after: Fragment) -> str:
    """Return the spaces of a gap; none where a word was only set in pieces."""
    gap = (after.left - before.right) / (max(before.height, after.height) or 1.0)
    if gap < _SPACE or before.text.endswith(" ") or after.text.startswith(" "):
        return ""
    return " " if _ONLY_BULLET.fullmatch(before.text) else " " * max(1, round(gap / _USUAL_SPACE))


def _gutter(lines: Sequence[_Line], before: float | None) -> float | None:
    """Return where the right column begins, or ``None`` where the page has one column."""
    segments = [segment for line in lines for segment in line.segments]
    leftmost = min((segment.left for segment in segments), default=0.0)
    starts = {
        segment.left
        for segment in segments
        if segment.left > leftmost + 5 * segment.height and part_of(clean_line(segment.text), exactly=True)
    }
    if not starts and before is not None:
        starts = {before + _SLACK}
    candidates = [(sum(abs(segment.left - start) < _SLACK for segment in segments), -start) for start in starts]
    best = max(candidates, default=(0, 0.0))
    if best[0] < _FEWEST_LINES:
        return None
    gutter = -best[1] - _SLACK
    left = sum(any(segment.right <= gutter for segment in line.segments) for line in lines)
    crossing = sum(_crosses(line, gutter) for line in lines)
    return gutter if left >= 2 and crossing <= len(lines) // 3 else None


def _crosses(line: _Line, gutter: float) -> bool:
    return any(segment.left < gutter < segment.right for segment in line.segments)


def _columns(band: Sequence[_Line], gutter: float) -> list[str]:
    left = [part for line in band if (part := line.part(float("-inf"), gutter)).segments]
    right = [part for line in band if (part := line.part(gutter, float("inf"))).segments]
    return [*_texts(left), "", *_texts(right), ""]


def _texts(lines: Sequence[_Line]) -> list[str]:
    texts: list[str] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if above and above.base - line.base > _LINE_GAP * max(above.height, line.height):
            texts.append("")
        texts.append(CELL.join(segment.text for segment in line.segments))
    return texts
