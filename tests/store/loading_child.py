"""Loads a cohort of JSON lines, with basis and entry in the log, in a process that a test may kill at any moment.

With ``--again`` every line on standard input forks a load, which costs a test no time to start: its process id is
written, and its exit status when it is over.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import matcher.store.desk  # noqa: F401, so that a fork need not import it
from matcher.lawful import Basis, Declaration, Purpose
from matcher.records import Candidate
from matcher.store import Store
from matcher.store.codec import decode
from matcher.trail import Action, Note, Role


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _load(url: str, cohort: list[Candidate]) -> str:
    with Store.open(url) as store:
        note = Note("child", Role.STAFF, Action.LOAD, "palim", "matching")
        register = store.register()
        afterwards = register.on_cohort(note, Declaration(Basis.PUBLIC_TASK, Purpose.MATCHING))
        counts = store.load_cohort(cohort, "palim", afterwards=afterwards)
    return f"{counts.created} {counts.updated} {counts.unchanged}"


def _load_again_and_again(url: str, cohort: list[Candidate]) -> None:
    for _ in sys.stdin:
        process = os.fork()
        if process == 0:
            _load(url, cohort)
            os._exit(0)
        _say(str(process))
        _say(str(os.waitpid(process, 0)[1]))


def main(url: str, path: str, *flags: str) -> None:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    cohort = [decode(Candidate, json.loads(line)) for line in lines]
    _say("ready")
    if flags:
        _load_again_and_again(url, cohort)
    else:
        sys.stdin.readline()
        _say(_load(url, cohort))


main(*sys.argv[1:])
