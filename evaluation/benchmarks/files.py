"""Reads the files of benchmarks, packed or not."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

from matcher.errors import NotFoundError


def table(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """Yield the rows of a file with a header line by column name."""
    csv.field_size_limit(10_000_000)  # adverts are longer than the limit that csv begins with
    yield from csv.DictReader(io.StringIO(text(path), newline=""), delimiter=delimiter)


def rows(path: Path, *, header: bool = False) -> Iterator[list[str]]:
    """Yield the fields of each line that is not empty, parted by tabs."""
    lines = iter(text(path).splitlines())
    if header:
        next(lines, None)
    yield from (line.split("\t") for line in lines if line)


def judged(path: Path) -> dict[str, set[str]]:
    """Return the right answers of each query of a file in TREC style: query, 0, id, grade above 0 where right."""
    right: dict[str, set[str]] = {}
    for query, _, identity, *grade in (line.split() for line in text(path).splitlines() if line.strip()):
        if not grade or int(grade[0]) > 0:
            right.setdefault(query, set()).add(identity)
    return right


def text(path: Path) -> str:
    """Return the text of a file, or of the file of that name packed by gzip.

    Raises:
        NotFoundError: neither is there.
    """
    packed = path.with_name(f"{path.name}.gz")
    if packed.exists():
        return gzip.decompress(packed.read_bytes()).decode("utf-8-sig")
    if path.exists():
        return path.read_bytes().decode("utf-8-sig")
    raise NotFoundError(f"{path} is missing: point --data or BENCHMARKS_DIR to the folder of benchmarks.")
