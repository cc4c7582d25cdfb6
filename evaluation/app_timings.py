"""How long visitors of the app wait, alone and twenty at a time: ``python -m evaluation.app_timings``.

A benchmark, never a test: run it on a quiet machine, over a home that :mod:`evaluation.crowd` filled. It serves the
real app on loopback and speaks Streamlit's own protocol to it, as a browser does: each figure is from the message
that a click sends to the last one that draws the page. Drawing itself, in the browser, is not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

import numpy as np

from evaluation.app_server import AppServer, served_app
from matcher.engine import Matcher
from matcher.settings import Settings

USERS, ROUNDS, THINKING, SEED = 20, 6, 5.0, 1
_PATIENCE = 600.0  # seconds for the server to make everybody ready
_PAGES = ("shortlists", "find-candidates", "match-quality", "load-cohort")


@dataclass(frozen=True, slots=True)
class Waits:
    """How long each click of one kind took, in seconds, and how much processor the server used meanwhile."""

    name: str
    seconds: tuple[float, ...]
    processor: float

    def __str__(self) -> str:
        p50, p95 = np.percentile(self.seconds, [50, 95])
        each = self.processor / len(self.seconds)
        waited = f"{len(self.seconds):4} clicks   p50 {p50:5.2f} s   p95 {p95:5.2f} s"
        return f"{self.name:52} {waited}   {each:5.2f} s of processor each"


class Visitor:
    """One open tab: a websocket on which Streamlit's protocol buffers go both ways."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def arriving(cls, port: int) -> Iterator[Self]:
        """Open the app as a browser does, until the block ends."""
        from websockets.sync.client import connect
        from websockets.typing import Subprotocol

        protocols = [Subprotocol("streamlit")]
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        with connect(address, subprotocols=protocols, max_size=None, open_timeout=60) as connection:
            yield cls(connection)

    def click(self, page: str = "", query: str = "") -> float:
        """Ask for a page and wait until it is drawn; returns the seconds.

        Raises:
            RuntimeError: There is no such page, or it told an exception instead.
        """
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        before = time.perf_counter()
        self._connection.send(asked.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(self._connection.recv(timeout=_PATIENCE))
            if told.delta.new_element.HasField("exception"):
                raise RuntimeError(told.delta.new_element.exception.message)
            if told.HasField("page_not_found"):
                raise RuntimeError(f"There is no page {page!r}.")
            if told.HasField("script_finished") and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return time.perf_counter() - before


def main() -> None:
    """Measure and write one line each."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.app_timings", description=__doc__)
    parser.add_argument("--users", type=int, default=USERS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--thinking", type=float, default=THINKING, help="mean seconds between two clicks of a user")
    asked = parser.parse_args()
    engine = Matcher(Settings())
    held, vacancies = engine.store.counts(), engine.store.vacancies(open_on=date.today())
    people = sum(number for _, number in held.candidates)
    _say(f"{people:,} candidates, {held.vacancies:,} vacancies; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    keys = random.Random(SEED).sample([vacancy.key for vacancy in vacancies], min(len(vacancies), 1_000))
    engine.store.close()
    home = engine.settings.home
    with (
        tempfile.TemporaryDirectory() as folder,
        served_app(home, Path(folder) / "server.log", os.environ, patience=_PATIENCE) as server,
    ):
        searches = [f"vacancy={key}" for key in keys[1:]]
        with Visitor.arriving(server.port) as first:
            _say(f"first search, everybody made ready meanwhile: {first.click(query=f'vacancy={keys[0]}'):.1f} s")
            _say(_alone("one user: search, another vacancy each", first, [("", one) for one in searches[:20]], server))
            _say(_alone("one user: the same search again", first, [("", searches[0])] * 20, server))
            _say(_alone("one user: page switch", first, [(page, "") for page in _PAGES * 5], server))
        for thinking in (asked.thinking, 0.0):
            name = f"{asked.users} users: search, {thinking:g} s of thought between"
            own = [searches[number :: asked.users][: asked.rounds] for number in range(asked.users)]
            _say(_together(name, own, thinking, server))
        _say(f"server: {server.peak:,} MB at most; load {os.getloadavg()[0]:.1f}")


def _alone(name: str, visitor: Visitor, clicks: Sequence[tuple[str, str]], server: AppServer) -> Waits:
    return _measured(name, lambda: [visitor.click(page, query) for page, query in clicks], server)


def _together(name: str, searches: Sequence[Sequence[str]], thinking: float, server: AppServer) -> Waits:
    """Let many users search at once, each their own vacancies, after each has opened the app."""
    with ExitStack() as open_tabs, ThreadPoolExecutor(len(searches)) as pool:
        visitors = [open_tabs.enter_context(Visitor.arriving(server.port)) for _ in searches]
        for visitor in visitors:
            visitor.click()

        def work(number: int) -> list[float]:
            chance, waits = random.Random(number), []
            for query in searches[number]:
                time.sleep(chance.expovariate(1 / thinking) if thinking else 0.0)
                waits.append(visitors[number].click(query=query))
            return waits

        numbers = range(len(searches))
        return _measured(name, lambda: [wait for some in pool.map(work, numbers) for wait in some], server)


def _measured(name: str, work: Callable[[], list[float]], server: AppServer) -> Waits:
    before = server.processor
    waits = work()
    return Waits(name, tuple(waits), server.processor - before)


def _say(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
