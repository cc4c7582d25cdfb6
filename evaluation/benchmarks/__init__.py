"""Benchmarks as data: queries, and the ids that are right for each. One module a family."""

from __future__ import annotations

from evaluation.benchmarks.catalogue import load, names, sources
from evaluation.benchmarks.nouns import Benchmark, Query, Source

__all__ = ["Benchmark", "Query", "Source", "load", "names", "sources"]
