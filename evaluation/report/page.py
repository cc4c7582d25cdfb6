"""A run as one page of HTML that stands alone: plots inside, no script, nothing fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from evaluation.report.charts import curve, dots
from evaluation.systems import AGAINST
from matcher.measured import PER_QUERY

_STYLE = """
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:1180px;margin:2rem auto;padding:0 1rem}
p,ul{max-width:75ch}table{border-collapse:collapse;margin:.5rem 0;overflow-wrap:anywhere}
td,th{border-bottom:1px solid #8886;padding:.15rem .6rem;text-align:left;vertical-align:top}
.plot{overflow-x:auto}.plot svg{display:block}pre{white-space:pre-wrap}summary{cursor:pointer}
"""
_RELIABILITY = "reliability"
_SHOWN = (AGAINST, PER_QUERY, _RELIABILITY)
_LONGEST = 4_000  # letters of a table shown as it is; the JSON has all of it
Row = Mapping[str, Any]


def page(run: Row) -> str:
    """Return the page."""
    body = "".join((*_conditions(run["conditions"]), *_contents(run["benchmarks"]), *_benchmarks(run["benchmarks"])))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>Evaluation</title><style>{_STYLE}</style></head><body>{body}</body></html>\n'
    )


def _conditions(made: Row) -> Iterator[str]:
    yield "<h1>Evaluation</h1>"
    rows = {
        "measured": f"{made['date']}, in {made['seconds']:.0f} s{', a quick look' if made['quick'] else ''}",
        "seed": made["seed"],
        "machine": ", ".join(f"{name} {value}" for name, value in made["machine"].items()),
        "taxonomy": made["taxonomy"],
        "encoder": made["encoder"],
        "versions": ", ".join(f"{name} {version or 'not installed'}" for name, version in made["versions"].items()),
        "data (SHA-256)": ", ".join(f"{folder} {digest[:16]}" for folder, digest in made["data"].items()),
    }
    yield _table(("", ""), list(rows.items()))
    yield (
        "<p>A dot is a mean, the line its 95% bootstrap interval by query. Squares are figures taken from papers, "
        "not measured here.</p>"
    )


def _contents(benchmarks: Sequence[Row]) -> Iterator[str]:
    yield "<h2>Benchmarks</h2><ul>"
    for one in benchmarks:
        name = escape(one["benchmark"])
        yield f'<li><a href="#{name}">{name}</a>: {escape(one["about"])} ({one["seconds"]:.0f} s)</li>'
    yield "</ul>"


def _benchmarks(benchmarks: Sequence[Row]) -> Iterator[str]:
    for one in benchmarks:
        yield f'<h2 id="{escape(one["benchmark"])}">{escape(one["benchmark"])}</h2><p>{escape(one["about"])}</p>'
        if "skipped" in one:
            yield f"<p>Skipped: {escape(one['skipped'])}</p>"
            continue
        yield from (f"<p>{escape(note)}</p>" for note in one["notes"])
        yield from _plots(one)
        if against := one["tables"].get(AGAINST):
            head = ("engine against", "metric", "ahead by", "p (paired randomisation)")
            rows = [(row["system"], row["metric"], f"{row['engine_ahead']:+.3f}", row["p"]) for row in against]
            yield f"<details><summary>Differences</summary>{_table(head, rows)}</details>"
        yield from _others(one["tables"])


def _plots(one: Row) -> Iterator[str]:
    """Yield a picture of the figures on everything, one of the slices, and the reliability curves."""
    whole = [figure for figure in one["figures"] if not figure["part"]]
    parts = [figure for figure in one["figures"] if figure["part"]]
    for title, some in ((one["benchmark"], whole), (f"{one['benchmark']} by slice", parts)):
        if some:
            yield _plot(dots(title, some))
    if curves := one["tables"].get(_RELIABILITY):
        yield _plot("".join(curve(name, points) for name, points in curves.items()))
    if sources := dict.fromkeys(
        figure["system"].partition(" (")[2].removesuffix(")") for figure in whole if figure["published"]
    ):
        yield f"<p>Published: {escape('; '.join(sources))}.</p>"


def _plot(drawn: str) -> str:
    """Let a picture that is wider than the screen scroll by itself, by keyboard too."""
    return f'<div class="plot" tabindex="0">{drawn}</div>'


def _others(tables: Row) -> Iterator[str]:
    for name, content in tables.items():
        if name not in _SHOWN:
            told = json.dumps(content, ensure_ascii=False, indent=1)
            rest = " …" if len(told) > _LONGEST else ""
            yield f"<details><summary>{escape(name)}</summary><pre>{escape(told[:_LONGEST])}{rest}</pre></details>"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>{body}</table>"
