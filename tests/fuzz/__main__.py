"""``python -m tests.fuzz [--files N] [--seed N] [--keep FOLDER]``: damaged files, read one after the other."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from time import monotonic

from tests.fuzz.pool import fuzz
from tests.fuzz.reading import corpus, damaged


def main() -> int:
    """Run, print a summary line, and return 1 where anything happened that must not."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Read damaged files of every format.")
    parser.add_argument("--files", type=int, default=10_000, help="how many (default 10,000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed damages the files in the same way")
    parser.add_argument("--keep", type=Path, help="folder for the files that went wrong")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    last = begun = monotonic()
    for outcome in fuzz(options.files, options.seed):
        counts[outcome.verdict] += 1
        if outcome.verdict not in ("read", "refused"):
            sys.stdout.write(f"file {outcome.number}: {outcome.verdict}\n{outcome.detail}\n")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                data = damaged(corpus(), options.seed, outcome.number)
                (options.keep / f"{options.seed}-{outcome.number}").write_bytes(data)
        if monotonic() - last > 10:
            last = monotonic()
            sys.stderr.write(
                f"{counts.total():,} of {options.files:,} files, {counts.total() / (last - begun):.0f} a second\n"
            )
    crashes, hangs, unaccounted = counts["crash"] + counts["died"], counts["hang"], counts["unaccounted"]
    sys.stdout.write(
        f"files tried {counts.total():,} (read {counts['read']:,}, refused {counts['refused']:,}), "
        f"crashes {crashes}, hangs {hangs}, rows unaccounted for {unaccounted}\n"
    )
    return 1 if crashes or hangs or unaccounted else 0


if __name__ == "__main__":
    sys.exit(main())
