"""Figures with their intervals as SVG: static, so that a page needs no script, no network and no further package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

_LABELS, _PLOT, _VALUES, _ROW, _TOP = 300, 420, 110, 22, 26
_COLOURS = {"engine": "#0b5394", "published": "#b45f06", "other": "#666666"}


def dots(title: str, figures: Sequence[Mapping[str, Any]]) -> str:
    """Return a plot with one row a figure: its value as a dot, its 95% interval as a line, on a scale from 0.

    The engine, baselines and published figures differ in colour and in shape; each value stands beside its row.
    """
    most = max((max(figure["high"], figure["value"]) for figure in figures), default=1.0)
    top = 1.0 if most <= 1 else most * 1.05
    height, width = _TOP + _ROW * len(figures) + 24, _LABELS + _PLOT + _VALUES
    parts = [
        f'<svg role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>',
        f'<text x="0" y="14" class="t">{escape(title)}</text>',
    ]
    bottom = _TOP + _ROW * len(figures)
    for step in range(6):
        x = _LABELS + _PLOT * step / 5
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{bottom}" class="g"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 14}" class="a">{top * step / 5:.2g}</text>')
    parts += [_row(figure, _TOP + _ROW * (place + 0.5), _PLOT / top) for place, figure in enumerate(figures)]
    return "".join((*parts, "</svg>"))


def _row(figure: Mapping[str, Any], y: float, scale: float) -> str:
    sort = "published" if figure["published"] else "other" if figure["system"] else "engine"
    colour = _COLOURS[sort]
    low, value, high = (_LABELS + figure[key] * scale for key in ("low", "value", "high"))
    name = ", ".join(part for part in (figure["system"] or "engine", figure["part"]) if part)
    mark = (
        f'<rect x="{value - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="none" stroke="{colour}"/>'
        if sort == "published"
        else f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{value:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    )
    shown = name if len(name) <= 44 else f"{name[:43]}…"
    return (
        f"<g><title>{escape(name)}: {figure['value']:.4f}</title>"
        f'<text x="{_LABELS - 10}" y="{y + 4:.1f}" class="n">{escape(shown)}</text>{mark}'
        f'<text x="{_LABELS + _PLOT + 10}" y="{y + 4:.1f}">{figure["value"]:.3f}</text></g>'
    )


def curve(title: str, points: Sequence[tuple[float, float, int]]) -> str:
    """Return a reliability curve: for each ``(confidence, share right, count)`` a dot, and the line of honesty."""
    size, edge = 260, 40
    parts = [
        f'<svg role="img" viewBox="0 0 {size + edge * 2} {size + edge * 2}" width="{size + edge * 2}" '
        f'height="{size + edge * 2}" xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>',
        f'<text x="{edge}" y="14" class="t">{escape(title)}</text>',
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" class="g"/>',
        f'<line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" class="g"/>',
        f'<text x="{edge}" y="{edge + size + 16}">confidence 0 to 1, upwards: share right 0 to 1</text>',
    ]
    most = max((count for *_, count in points), default=1)
    for confidence, right, count in points:
        x, y = edge + size * confidence, edge + size * (1 - right)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 7 * (count / most) ** 0.5:.1f}" fill="{_COLOURS["engine"]}" '
            f'fill-opacity="0.7"><title>{confidence:.2f}: {right:.2f} of {count}</title></circle>'
        )
    return "".join((*parts, "</svg>"))
