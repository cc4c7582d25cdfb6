"""A private PostgreSQL server for the tests: started in a folder of its own, reached through a socket in it alone."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

SECONDS_TO_START = 60
_NUMBERS = count(1)


def programs() -> Path | None:
    """The folder of the server's programs: on the path, or where Debian puts them; the newest version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    return folders[-1] if folders else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server. Each test takes a database of its own."""

    folder: Path

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database, which goes afterwards."""
        name = f"test{next(_NUMBERS)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
            yield f"postgresql://matcher@/{name}?host={self.folder}"
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _address(self, database: str) -> str:
        return f"host={self.folder} user=matcher dbname={database}"

    def wait_until_ready(self, server: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                psycopg.connect(self._address("postgres")).close()
                return
            except psycopg.OperationalError:
                if server.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


@contextmanager
def running_cluster(bin_folder: Path) -> Iterator[Cluster]:
    """Start a server and stop it. It refuses to run as root, so root starts it as another user."""
    folder = Path(tempfile.mkdtemp(prefix="matcher-postgresql-"))
    owner = _owner_for_root() if os.geteuid() == 0 else {}
    if owner:
        os.chown(folder, owner["user"], owner["group"])
    data = folder / "data"
    try:
        flags = ["--username=matcher", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"]
        made = subprocess.run(
            [bin_folder / "initdb", "--pgdata", data, *flags], capture_output=True, check=False, cwd=folder, **owner
        )
        assert made.returncode == 0, made.stderr.decode()
        # A killed client is no killed server: nothing here depends on the disk's having it.
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "max_connections=40"]
        with (folder / "log").open("wb") as log:
            options = [word for setting in settings for word in ("-c", setting)]
            server = subprocess.Popen(
                [bin_folder / "postgres", "-D", data, *options],
                stdout=log,
                stderr=log,
                cwd=folder,
                start_new_session=True,
                **owner,
            )
        try:
            cluster = Cluster(folder)
            cluster.wait_until_ready(server)
            yield cluster
        finally:
            server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner_for_root() -> dict[str, Any]:
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}
    raise RuntimeError("There is neither a user postgres nor a user nobody to run PostgreSQL as.")
