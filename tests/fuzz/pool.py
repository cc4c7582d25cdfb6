"""Reads damaged files in processes of their own, so that one that hangs or dies is seen, counted and replaced."""

from __future__ import annotations

import multiprocessing
import os
import resource
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.fuzz.reading import Outcome, corpus, damaged, read_damaged

MOST_SECONDS = 20.0
"""A file that takes longer is counted as a hang: the largest here takes a fraction of a second."""

_MOST_MEMORY = 3 * 1024**3


class _Worker:
    """One process that reads the files whose numbers it is sent."""

    def __init__(self, seed: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, seed), daemon=True)
        self._process.start()
        theirs.close()
        self.number: int | None = None
        self.since = monotonic()

    def give(self, number: int) -> None:
        self.number, self.since = number, monotonic()
        self.connection.send(number)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def fuzz(count: int, seed: int, workers: int = 2) -> Iterator[Outcome]:
    """Read ``count`` damaged files; yields what became of each, ``hang`` and ``died`` among the verdicts."""
    numbers = iter(range(count))
    busy: list[_Worker] = []
    try:
        busy += [_started(seed, number) for number in islice(numbers, workers)]
        while busy:
            ready = wait([worker.connection for worker in busy], timeout=1.0)
            for worker in list(busy):
                outcome = _outcome(worker, ready=worker.connection in ready)
                if outcome is None:
                    continue
                yield outcome
                busy.remove(worker)
                following = next(numbers, None)
                if outcome.verdict in ("hang", "died") or following is None:
                    worker.end()
                    if following is not None:
                        busy.append(_started(seed, following))
                else:
                    worker.give(following)
                    busy.append(worker)
    finally:
        for worker in busy:
            worker.end()


def _started(seed: int, number: int) -> _Worker:
    worker = _Worker(seed)
    worker.give(number)
    return worker


def _outcome(worker: _Worker, *, ready: bool) -> Outcome | None:
    number = worker.number if worker.number is not None else -1
    if ready:
        try:
            found = worker.connection.recv()
        except (EOFError, OSError):
            return Outcome(number, "died", "the process ended while it read the file")
        return found if isinstance(found, Outcome) else None
    if monotonic() - worker.since > MOST_SECONDS:
        return Outcome(number, "hang", f"more than {MOST_SECONDS:.0f} seconds")
    return None


def _work(connection: Connection, seed: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    # A reader written in Rust tells of each panic on its own; what matters comes back as the outcome.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    files = corpus()
    with TemporaryDirectory() as folder:
        while True:
            number = connection.recv()
            connection.send(read_damaged(damaged(files, seed, number), number, Path(folder)))
