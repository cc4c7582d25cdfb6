"""The app as it is served: a real server in a process of its own, over a home that the test can write to as well."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import pytest

from matcher.accounts import Directory, Doorkeeper, Position
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store import KeySource, Store
from matcher.trail import Role
from tests.browser.server import running_app

PASSWORD = "four words no sentence"
PAGE = {"Accept": "text/html", "Accept-Language": "en"}


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: str
    cookies: list[str] = field(default_factory=list)

    @property
    def cookie(self) -> str:
        """The session cookie as a browser would send it back."""
        return next(each.split(";")[0] for each in self.cookies if each.startswith("matcher-session="))


@dataclass(frozen=True)
class Served:
    """A running server, and the store under it."""

    port: int
    store: Store

    @property
    def directory(self) -> Directory:
        return Directory(self.store.accounts(), Actor("Ann", Role.ADMIN))

    @property
    def door(self) -> Doorkeeper:
        return Doorkeeper(self.store.accounts())

    def ask(self, path: str, method: str = "GET", body: str = "", **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            said = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body or None, said)
            got = connection.getresponse()
            cookies = got.headers.get_all("set-cookie") or []
            lower = {name.lower(): value for name, value in got.headers.items()}
            return Answer(got.status, lower, got.read().decode("utf-8", "replace"), cookies)
        finally:
            connection.close()

    def post(self, path: str, body: str, **headers: str) -> Answer:
        form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        return self.ask(path, "POST", body, **{**form, **headers})

    def websocket(self, **headers: str) -> int:
        """The status with which the stream of pages answers: 101 where it opens."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as raw:
            lines = {
                "Host": f"127.0.0.1:{self.port}",
                "Upgrade": "websocket",
                "Connection": "Upgrade",
                "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Protocol": "streamlit",
                **headers,
            }
            told = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            raw.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{told}\r\n".encode())
            return int(raw.recv(64).split()[1])


@contextmanager
def serving(home: Path, listen: str = "127.0.0.1", **environment: str) -> Iterator[Served]:
    """Serve the app over a home until the block ends."""
    settings = Settings(home=home, database_url=None)
    with (
        running_app(home, home / "server.log", listen, **environment) as address,
        Store.open(settings.store_url, KeySource.of(settings)) as store,
    ):
        yield Served(int(address.rsplit(":", 1)[1]), store)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app with an account of each kind."""
    with serving(tmp_path_factory.mktemp("guarded")) as served:
        served.directory.add_organisation("De Gist")
        served.directory.add("sam", Position("staff", ("palim",)), PASSWORD)
        served.directory.add("rik@degist.example", Position("recruiter", organisation="De Gist"), PASSWORD)
        yield served


@pytest.fixture(scope="module")
def unguarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The app without any account."""
    with serving(tmp_path_factory.mktemp("unguarded")) as served:
        yield served
