"""How long the search for duplicates takes and how much memory it holds: ``python -m evaluation.duplicates_timings``.

A benchmark, never a test: run it on a quiet machine, with the number of records where it is not to be 100,000.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from random import Random

from evaluation.duplicates_people import PARTS, SEED, labelled_people
from matcher.duplicates import DuplicateFinder
from matcher.records import Identity
from matcher.store.bulk import collection_paused

RECORDS = 100_000
_FAMILIES = 30_000
_ONSETS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "r", "s", "t", "w", "y", "z", "kh", "sh", "th", "ch", "dr")
_VOWELS = ("a", "a", "e", "i", "o", "u", "ou", "ai")


def large_pool(records: int) -> list[Identity]:
    """Return invented records of which a third are second ones; half bear family names as varied as a country's.

    A family name's frequency falls with its rank, as Zipf has it; the other half bear the few hundred names of the
    labelled set, far denser than any cohort.
    """
    random = Random(SEED)
    families = ["".join(_syllable(random) for _ in range(random.choice((2, 3, 3)))).title() for _ in range(_FAMILIES)]
    weights = [1 / (rank + 20) for rank in range(_FAMILIES)]
    pool: list[Identity] = []
    for part in PARTS:
        people = labelled_people(part, people=records * 10 // 29)
        family = dict(zip(set(people.person.values()), random.choices(families, weights, k=records), strict=False))
        for record in people.records:
            person = people.person[record.id]
            first = (record.name or "").split()[0]
            pool.append(replace(record, name=f"{first} {family[person]}") if person % 2 else record)
    random.shuffle(pool)
    return pool[:records]


def _syllable(random: Random) -> str:
    return random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(("", "", "n", "r", "m", "l"))


def main(records: int) -> None:
    """Time one search over a large pool and write one line."""
    pool = large_pool(records)
    clock, processor = time.perf_counter(), time.process_time()
    with collection_paused():  # as matcher.duplicate_review does
        pairs = DuplicateFinder().find(pool)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{len(pool):,} records: {clock:.1f} s ({processor:.1f} s of one core), {len(pairs):,} pairs, {peak:,} MB\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
