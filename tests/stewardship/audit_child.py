"""Writes entries in the audit log from a process of its own."""

from __future__ import annotations

import sys

from matcher.store import Store
from matcher.trail import Action, Note, Role


def main(url: str, actor: str, number: str) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    with Store.open(url) as store:
        register = store.register()
        for count in range(int(number)):
            register.record(Note(actor, Role.STAFF, Action.VIEW, f"{actor}-{count}", "matching"))


main(*sys.argv[1:])
