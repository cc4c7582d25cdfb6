"""What running text says that somebody works as: "I worked as a welder", "j'ai travaillé comme soudeur"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from matcher.intake.folding import fold_in_place

LONGEST_JOB = 8
"""Words of the longest name of a job."""
MOST_JOBS = 5
LONGEST_TEXT = 20_000
"""Characters that are read; who tells a life at more length tells the job before."""

_WORD = re.compile(r"[^\W_][\w'’&/+#-]*")
_BREAK = re.compile(r"[.,;:!?()\n\r•|]")


def jobs_told(text: str) -> tuple[str, ...]:
    """Return the jobs that a text says its author holds or held, in their words and order, each once.

    Args:
        text: running text in English, French, Dutch or German; only its first 20,000 characters are read.
    """
    whole = text[:LONGEST_TEXT]
    plain = fold_in_place(whole)
    before, after, not_jobs, within = _vocabulary()
    found: dict[str, str] = {}
    for cue in before.finditer(plain):
        start, end = _name_after(plain, cue.end(), after, within)
        words = plain[start:end].split()
        if words and not_jobs.isdisjoint(words[:2]):
            found.setdefault(plain[start:end], whole[start:end])
        if len(found) == MOST_JOBS:
            break
    return tuple(found.values())


def _name_after(plain: str, start: int, after: frozenset[str], within: frozenset[str]) -> tuple[int, int]:
    """Return where the name of a job begins and ends: at a mark, a word that follows jobs, or when it is too long."""
    stop = _BREAK.search(plain, start)
    limit = stop.start() if stop else len(plain)
    first = last = start
    for number, word in enumerate(_WORD.finditer(plain, start, limit)):
        if number == LONGEST_JOB or word[0] in after:
            break
        first = word.start() if number == 0 else first
        last = last if word[0] in within else word.end()
    return first, last


@cache
def _vocabulary() -> tuple[re.Pattern[str], frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((files("matcher.intake") / "jobs_told.toml").read_text(encoding="utf-8"))
    before = re.compile(rf"\b(?:{'|'.join(table['before'])})\s")
    after, not_jobs, within = (frozenset(table[name].split()) for name in ("after", "not", "within"))
    return before, after, not_jobs, within
