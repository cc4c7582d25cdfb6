"""The real app, served on loopback over a home: for what measures it, and for what walks through it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class AppServer:
    """The app as it is served: on which port of this machine, and by which process (Linux tells what that one used)."""

    port: int
    process: int

    @property
    def address(self) -> str:
        """Where it is found."""
        return _address(self.port)

    @property
    def processor(self) -> float:
        """Seconds of processor used so far."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def peak(self) -> int:
        """Largest memory so far, in MB."""
        lines = Path(f"/proc/{self.process}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


@contextmanager
def served_app(
    home: Path, log: Path, environment: Mapping[str, str], *, listen: str = "127.0.0.1", patience: float = 120.0
) -> Iterator[AppServer]:
    """Serve the app until the block ends.

    Args:
        home: what ``MATCHER_HOME`` names.
        log: file that takes what the server says.
        environment: all other variables that the server sees.
        listen: the address that it binds.
        patience: seconds that it may take to start.

    Raises:
        RuntimeError: It did not start; the message ends with what it said last.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {"port": str(port), "address": listen, "headless": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += [part for name, value in options.items() for part in (f"--server.{name}", value)]
    variables = {**environment, "PYTHONPATH": str(ROOT), "MATCHER_HOME": str(home)}
    with (
        log.open("wb") as output,
        subprocess.Popen(command, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT) as server,
    ):
        try:
            if not _answers(f"{_address(port)}/_stcore/health", server, patience):
                said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
                raise RuntimeError(f"The app did not start: {said}")
            yield AppServer(port, server.pid)
        finally:
            server.terminate()
            server.wait(timeout=30)


def _address(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def _answers(health: str, server: subprocess.Popen[bytes], patience: float) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(health, timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (URLError, OSError):
            time.sleep(0.2)
    return False
