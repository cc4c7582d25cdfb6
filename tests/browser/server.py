"""The real app, served on loopback over a home of its own, for a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0


@contextmanager
def running_app(home: Path, log: Path, listen: str = "127.0.0.1", **environment: str) -> Iterator[str]:
    """Serve the app over a home until the block ends; gives its address.

    Args:
        home: what ``MATCHER_HOME`` names.
        log: file that takes what the server says.
        listen: address that the server listens on; it is asked for on loopback.
        environment: further variables for the server.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {"port": str(port), "address": listen, "headless": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--browser.gatherUsageStats", "false"]
    command += [part for name, value in options.items() for part in (f"--server.{name}", value)]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MATCHER_")}
    variables = {**inherited, "PYTHONPATH": str(ROOT), "MATCHER_HOME": str(home), **environment}
    with (
        log.open("wb") as output,
        subprocess.Popen(command, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT) as server,
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"The app did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
