"""Figures with their intervals as charts: drawn by altair, written as static SVG by vl-convert.

An SVG needs no script and no network, so the page stands alone; the same figures give the same picture. This module
alone imports the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from matcher.errors import UsageError

_COLUMNS, _WIDTH, _ROW = 4, 130, 18  # charts beside each other, and the size of one in pixels
_LONGEST = 230  # pixels of a name
_SORTS = {"engine": "#2f74c0", "baseline": "#8a8a8a", "published": "#d07000"}  # seen on white and on black
_SHAPES = {"engine": "circle", "baseline": "circle", "published": "square"}
_PARTS = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')  # the picture is described once, by its own title
_INK = "currentColor"  # what the page writes in, by day and by night
_CONFIG = {
    "background": None,
    "padding": {"left": 12, "right": 44, "top": 6, "bottom": 6},
    "font": "Arial, Helvetica, sans-serif",  # of widths that vl-convert knows
    "view": {"stroke": None},
    "axis": {"labelColor": _INK, "titleColor": _INK, "gridColor": "#8886", "domain": False, "ticks": False},
    "title": {"color": _INK, "anchor": "start", "fontSize": 12},
}
Row = Mapping[str, Any]


def dots(title: str, figures: Sequence[Row]) -> str:
    """Return an SVG with a chart for each metric: a row a name, its value as a dot, its 95% interval as a line.

    Args:
        title: what the picture shows, for those who do not see it.
        figures: of ``metric``, ``system``, ``part``, ``value``, ``low``, ``high``, ``published``. Engine, baselines and
            published figures differ in colour and shape. A scale ends at 1 unless a figure passes it.
    """
    by_metric: dict[str, list[Row]] = {}
    for figure in figures:
        by_metric.setdefault(figure["metric"], []).append(figure)
    names = list(dict.fromkeys(map(_name, figures)))
    drawn = [_metric(metric, some, names, place) for place, (metric, some) in enumerate(by_metric.items())]
    told = f"{title}: {', '.join(by_metric)} of {', '.join(names[:12])}{' and others' if len(names) > 12 else ''}."
    return _svg(_altair().concat(*drawn, columns=_COLUMNS, spacing={"row": 24, "column": 62}), title, told)


def _metric(metric: str, figures: Sequence[Row], names: Sequence[str], place: int) -> Any:
    """Draw one metric; names stand beside the first chart of each line of charts."""
    alt = _altair()
    rows = [
        {
            "name": _name(figure),
            "sort": _sort(figure),
            "told": f"{figure['value']:.3f}",
            **{key: figure[key] for key in ("value", "low", "high")},
        }
        for figure in figures
    ]
    most = max(max(row["high"], row["value"]) for row in rows)
    least = min(0.0, *(min(row["low"], row["value"]) for row in rows))
    scale = alt.Scale(domain=[least, 1.0 if most <= 1 else most * 1.05])
    labels = alt.Axis(labelLimit=_LONGEST, title=None) if place % _COLUMNS == 0 else None
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("name:N", scale=alt.Scale(domain=list(names)), axis=labels),
        color=alt.Color("sort:N", scale=alt.Scale(domain=list(_SORTS), range=list(_SORTS.values())), legend=None),
        shape=alt.Shape("sort:N", scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())), legend=None),
    )
    x = alt.X("value:Q", scale=scale, axis=alt.Axis(tickCount=3, title=None))
    layers = (
        base.mark_rule(size=2).encode(x=alt.X("low:Q", scale=scale, title=None), x2="high:Q"),
        base.mark_point(filled=True, size=36, opacity=1).encode(x=x),
        base.mark_text(align="left", color=_INK).encode(
            x=alt.value(_WIDTH + 6), text="told:N", color=alt.value(_INK), shape=alt.Undefined
        ),
    )
    return alt.layer(*layers).properties(width=_WIDTH, height=_ROW * len(names), title=metric)


def _name(figure: Row) -> str:
    """Return what a figure is of; whose paper one comes from stands in brackets, and is told beside the chart."""
    system = f"{figure['system'].partition(' (')[0]}, published" if figure["published"] else figure["system"]
    return ", ".join(part for part in (system or "engine", figure["part"]) if part)


def _sort(figure: Row) -> str:
    return "published" if figure["published"] else "baseline" if figure["system"] else "engine"


def curve(title: str, points: Sequence[Row]) -> str:
    """Return a reliability curve as SVG: a dot for each ``confidence``, ``right``, ``n``; honesty is the diagonal."""
    alt = _altair()
    unit = alt.Scale(domain=[0, 1])
    base = alt.Chart(alt.Data(values=[dict(point) for point in points])).encode(
        x=alt.X("confidence:Q", scale=unit, axis=alt.Axis(title="confidence", tickCount=5)),
        y=alt.Y("right:Q", scale=unit, axis=alt.Axis(title="share right", tickCount=5)),
    )
    honest = [{"confidence": 0, "right": 0}, {"confidence": 1, "right": 1}]
    line = alt.Chart(alt.Data(values=honest)).mark_line(color="#888", strokeDash=[4, 4])
    layers = (
        line.encode(x=alt.X("confidence:Q", scale=unit), y=alt.Y("right:Q", scale=unit)),
        base.mark_line(color=_SORTS["engine"], opacity=0.5),
        base.mark_circle(color=_SORTS["engine"], opacity=0.8).encode(size=alt.Size("n:Q", legend=None)),
    )
    told = "; ".join(f"{point['confidence']:.2f} is right {point['right']:.2f} of {point['n']}" for point in points)
    return _svg(alt.layer(*layers).properties(width=220, height=220, title=title), title, told)


def _svg(chart: Any, title: str, told: str) -> str:
    """Write a chart as one picture that says what it is to those who do not see it."""
    whole: str = _converter().vegalite_to_svg(chart.to_dict(), config=_CONFIG)
    opening, _, rest = whole.partition(">")
    size = " ".join(part for part in opening.split() if part.startswith(("width=", "height=")))
    box = opening[opening.index("viewBox=") :]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {box}><title>{escape(title)}</title>'
        f"<desc>{escape(told)}</desc>{_PARTS.sub('', rest)}"
    )


def _altair() -> Any:
    try:
        import altair  # heavy import, of the extra `evaluation`
    except ImportError as error:
        raise _missing("altair") from error
    return altair


def _converter() -> Any:
    try:
        import vl_convert  # heavy import, of the extra `evaluation`
    except ImportError as error:
        raise _missing("vl-convert-python") from error
    return vl_convert


def _missing(package: str) -> UsageError:
    return UsageError(f"{package} is not installed: pip install 'mobility-matcher[evaluation]'.")
