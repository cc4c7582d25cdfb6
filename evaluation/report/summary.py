"""A run as Markdown: the conditions, the engine's figures, and the best baseline beside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_HEADLINES = ("MRR", "MAP")
_ERRORS = ("ECE", "error")  # in the name of a metric of which less is better
Row = Mapping[str, Any]


def summary(run: Row) -> str:
    """Return the whole run in Markdown."""
    return "\n".join((*_conditions(run["conditions"]), *_headlines(run["benchmarks"]), *_all(run["benchmarks"]), ""))


def _conditions(made: Row) -> Iterator[str]:
    machine = made["machine"]
    yield from ("# Evaluation", "")
    yield f"{made['date']}, seed {made['seed']}, {made['seconds']:.0f} s{', a quick look' if made['quick'] else ''}."
    yield f"Machine: {machine['system']}, {machine['processor']}, {machine['cores']} cores."
    yield f"Taxonomy `{made['taxonomy'][:16]}`, encoder `{made['encoder']}`, linking version {made['linking']}."
    yield from ("", "| package | version |", "| --- | --- |")
    yield from (f"| {name} | {version or 'not installed'} |" for name, version in made["versions"].items())
    yield from ("", "| data | SHA-256 |", "| --- | --- |")
    yield from (f"| {folder} | `{digest}` |" for folder, digest in made["data"].items())


def _headlines(benchmarks: Sequence[Row]) -> Iterator[str]:
    """Yield the engine's MRR (or first figure) with its interval, the best baseline's and the best published."""
    yield from ("", "## Engine and the best of the rest", "")
    yield "| benchmark | metric | engine | 95% | n | best baseline | | best published | | seconds |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for one in benchmarks:
        if "skipped" in one:
            yield f"| {one['benchmark']} | skipped | | | | | | | | |"
            continue
        whole = [figure for figure in one["figures"] if not figure["part"]] or one["figures"]
        engine = [figure for figure in whole if not figure["system"]]
        if not engine:
            continue
        first = next((figure for figure in engine if figure["metric"] in _HEADLINES), engine[0])
        rivals = [figure for figure in whole if figure["system"] and _same_question(figure, first)]
        baseline, published = (_best([one for one in rivals if one["published"] is said]) for said in (False, True))
        yield (
            f"| {one['benchmark']} | {first['metric']} | {first['value']:.3f} | {first['low']:.3f} to "
            f"{first['high']:.3f} | {first['n']} | {_named(baseline)} | {_named(published)} | {one['seconds']:.0f} |"
        )


def _same_question(figure: Row, other: Row) -> bool:
    return bool(figure["metric"] == other["metric"] and figure["part"] == other["part"])


def _best(figures: Sequence[Row]) -> Row | None:
    """Return the highest figure, the lowest where it is an error."""
    if not figures:
        return None
    is_error = any(word in figures[0]["metric"] for word in _ERRORS)
    return (min if is_error else max)(figures, key=lambda figure: figure["value"])


def _named(figure: Row | None) -> str:
    return f"{figure['system']} | {figure['value']:.3f}" if figure else "|"


def _all(benchmarks: Sequence[Row]) -> Iterator[str]:
    for one in benchmarks:
        yield from ("", f"## {one['benchmark']}", "", one["about"], "")
        if "skipped" in one:
            yield f"Skipped: {one['skipped']}"
            continue
        yield from (f"- {note}" for note in one["notes"])
        yield from ("", "| system | part | metric | value | 95% | n |", "| --- | --- | --- | --- | --- | --- |")
        for figure in one["figures"]:
            told = "published" if figure["published"] else f"{figure['low']:.3f} to {figure['high']:.3f}"
            yield (
                f"| {figure['system'] or 'engine'} | {figure['part']} | {figure['metric']} | {figure['value']:.3f} | "
                f"{told} | {figure['n'] or ''} |"
            )
