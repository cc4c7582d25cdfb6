"""Every benchmark of linking by name."""

from __future__ import annotations

from pathlib import Path

from evaluation.benchmarks import belgian, hahu, probes, sentences, talentclef, titles
from evaluation.benchmarks.nouns import Benchmark, Source
from matcher.errors import NotFoundError
from taxonomies.concepts import Taxonomy


def sources() -> tuple[Source, ...]:
    """Return how each benchmark is loaded."""
    return tuple(
        source for family in (belgian, titles, sentences, hahu, probes, talentclef) for source in family.sources()
    )


def names() -> tuple[str, ...]:
    """Return the names of all benchmarks."""
    return tuple(source.name for source in sources())


def load(name: str, data: Path, taxonomy: Taxonomy) -> Benchmark:
    """Load a benchmark from the folder that holds them all.

    Raises:
        NotFoundError: no benchmark has that name, or its files are not there.
    """
    for source in sources():
        if source.name == name:
            return source.load(data, taxonomy)
    raise NotFoundError(f"No benchmark is called {name!r}: choose one of {', '.join(names())}.")
