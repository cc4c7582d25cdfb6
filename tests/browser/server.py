"""The real app over a home of its own, for a real browser: none of the variables of whoever runs the tests count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evaluation.app_server import served_app


@contextmanager
def running_app(home: Path, log: Path, listen: str = "127.0.0.1", **environment: str) -> Iterator[str]:
    """Serve the app over a home until the block ends; gives its address. ``environment`` adds variables."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MATCHER_")}
    with served_app(home, log, inherited | environment, listen=listen) as server:
        yield server.address
