"""A run as one page of HTML that stands alone: plots inside, no script, nothing fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from evaluation.report.plots import curve, dots
from evaluation.systems import AGAINST
from matcher.measured import PER_QUERY

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;color:#222;max-width:900px;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0}td,th{border-bottom:1px solid #ccc;padding:.15rem .6rem;text-align:left}
svg{max-width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:#222}svg .n{text-anchor:end}
svg .t{font-weight:600;font-size:13px}svg .a{text-anchor:middle;fill:#555}svg .g{stroke:#ccc}pre{white-space:pre-wrap}
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
    """Yield a plot for each metric of the whole, and one for the slices of each metric that has some."""
    metrics = dict.fromkeys(figure["metric"] for figure in one["figures"])
    for metric in metrics:
        same = [figure for figure in one["figures"] if figure["metric"] == metric]
        whole = [figure for figure in same if not figure["part"]]
        parts = [figure for figure in same if figure["part"]]
        yield from (dots(metric, whole),) if whole else ()
        yield from (dots(f"{metric} by slice", parts),) if parts else ()
    for name, points in one["tables"].get(_RELIABILITY, {}).items():
        yield curve(name, [(point["confidence"], point["right"], point["n"]) for point in points])


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
