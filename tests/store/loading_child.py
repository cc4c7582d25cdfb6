"""Loads a cohort of JSON lines in a process of its own, which a test may kill at any moment."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from matcher.records import Candidate
from matcher.store import Store
from matcher.store.codec import decode


def main(url: str, path: str) -> None:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    cohort = [decode(Candidate, json.loads(line)) for line in lines]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    with Store.open(url) as store:
        counts = store.load_cohort(cohort, "palim")
    sys.stdout.write(f"{counts.created} {counts.updated} {counts.unchanged}\n")


main(*sys.argv[1:])
