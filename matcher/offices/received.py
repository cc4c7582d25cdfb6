"""A file that somebody hands over in the browser, for as long as it is read: readers recognise files on disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory


@contextmanager
def received(name: str, content: bytes) -> Iterator[Path]:
    """Give the path of a file with that name and content, in a folder that nobody else may read and that goes after.

    Of the name only its last part counts: it comes from outside, and may not say where the file is written.
    """
    bare = PureWindowsPath(PurePosixPath(name).name).name
    with TemporaryDirectory(prefix="matcher-") as folder:
        path = Path(folder) / (bare if bare.strip(". ") else "file")
        path.write_bytes(content)
        yield path
