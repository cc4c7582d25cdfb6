"""Figures with their intervals as charts: drawn by altair, written as static SVG by vl-convert.

An SVG needs no script and no network, so the page stands alone; the same figures give the same picture. This module
alone imports the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
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
    "header": {"labelColor": _INK, "labelAnchor": "start", "labelFontWeight": "bold", "labelFontSize": 12},
    "facet": {"spacing": {"row": 24, "column": 62}},
}
Row = Mapping[str, Any]


def dots(title: str, figures: Sequence[Row]) -> str:
    """Return an SVG with a chart for each metric: a row a name, its value as a dot, its 95% interval as a line.

    Args:
        title: what the picture shows, for those who do not see it.
        figures: of ``metric``, ``system``, ``part``, ``value``, ``low``, ``high``, ``published``. Engine, baselines and
            published figures differ in colour and shape. A scale ends at 1 unless a figure passes it.
    """
    metrics = list(dict.fromkeys(figure["metric"] for figure in figures))
    names = list(dict.fromkeys(map(_name, figures)))
    told = f"{title}: {', '.join(metrics)} of {', '.join(names[:12])}{' and others' if len(names) > 12 else ''}."
    with _unchecked():
        alt = _altair()
        facet = alt.Facet("metric:N", sort=metrics, title=None)
        chart = alt.layer(*_layers(alt, names), data=alt.Data(values=list(_rows(figures))))
        chart = chart.properties(width=_WIDTH, height=_ROW * len(names)).facet(facet, columns=_COLUMNS)
        return _svg(chart.resolve_scale(x="independent"), title, told)


def _rows(figures: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Yield what each figure shows; ``edge`` is where the scale of its metric ends, 1 unless a figure passes it."""
    most: dict[str, float] = {}
    for figure in figures:
        most[figure["metric"]] = max(most.get(figure["metric"], 1.0), figure["high"], figure["value"])
    for figure in figures:
        yield {
            "metric": figure["metric"],
            "name": _name(figure),
            "sort": _sort(figure),
            "told": f"{figure['value']:.3f}",
            "edge": most[figure["metric"]],
            **{key: figure[key] for key in ("value", "low", "high")},
        }


def _layers(alt: Any, names: Sequence[str]) -> tuple[Any, ...]:
    """Return the intervals, the dots, the values in figures, and what stretches the scale to its end, unseen."""
    base = alt.Chart().encode(
        y=alt.Y("name:N", scale=alt.Scale(domain=list(names)), axis=alt.Axis(labelLimit=_LONGEST, title=None)),
        color=alt.Color("sort:N", scale=alt.Scale(domain=list(_SORTS), range=list(_SORTS.values())), legend=None),
    )
    shapes = alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values()))
    shape = alt.Shape(
        "sort:N", scale=shapes, legend=None
    )  # of the dots alone: a rule with a shape gets dots of its own
    x = alt.X("value:Q", axis=alt.Axis(tickCount=3, title=None), scale=alt.Scale(zero=True, nice=False))
    return (
        base.mark_rule(size=2).encode(x=alt.X("low:Q", title=None), x2="high:Q"),
        base.mark_point(filled=True, size=36, opacity=1).encode(x=x, shape=shape),
        base.mark_text(align="left").encode(x=alt.value(_WIDTH + 6), text="told:N", color=alt.value(_INK)),
        base.mark_point(opacity=0).encode(x=alt.X("edge:Q")),
    )


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
    whole: str = converter().vegalite_to_svg(chart.to_dict(validate=False), config=_CONFIG)
    opening, _, rest = whole.partition(">")
    size = " ".join(part for part in opening.split() if part.startswith(("width=", "height=")))
    box = opening[opening.index("viewBox=") :]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {box}><title>{escape(title)}</title>'
        f"<desc>{escape(told)}</desc>{_PARTS.sub('', rest)}"
    )


def _unchecked() -> AbstractContextManager[None]:
    """Spare altair's check of every part, which takes longer than the drawing; the tests see what is drawn."""
    from altair.utils.schemapi import debug_mode

    found: AbstractContextManager[None] = debug_mode(False)
    return found


def _altair() -> Any:
    import altair  # heavy import

    return altair


def converter() -> Any:
    """Return what writes SVG; raises :class:`UsageError` where it is not installed."""
    try:
        import vl_convert  # heavy import, of the extra `evaluation`
    except ImportError as error:
        raise UsageError("vl-convert-python is not installed: pip install 'mobility-matcher[evaluation]'.") from error
    return vl_convert
