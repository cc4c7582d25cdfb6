"""A run as Markdown: the conditions, the engine's figures, and the best baseline beside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matcher.measured import headline

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
        found = headline(one)
        if found is None:
            continue
        first = found.engine
        rivals = f"{_named(found.baseline)} | {_named(found.published)}"
        yield (
            f"| {one['benchmark']} | {first['metric']} | {first['value']:.3f} | {first['low']:.3f} to "
            f"{first['high']:.3f} | {first['n']} | {rivals} | {one['seconds']:.0f} |"
        )


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
