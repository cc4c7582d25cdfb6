"""What the evaluation lab measured, read from the files it wrote, and how two runs differ.

The lab writes them and the pages show them; neither knows the other.
"""

from __future__ import annotations

from matcher.measured.chance import holm, paired_p
from matcher.measured.comparing import SIGNIFICANT, Comparison, Move, compare
from matcher.measured.headlines import Headline, headline
from matcher.measured.runs import FIGURES, PAGE, PER_QUERY, SUMMARY, Run, RunNote, find_runs, open_run, read_run

__all__ = [
    "FIGURES",
    "PAGE",
    "PER_QUERY",
    "SIGNIFICANT",
    "SUMMARY",
    "Comparison",
    "Headline",
    "Move",
    "Run",
    "RunNote",
    "compare",
    "find_runs",
    "headline",
    "holm",
    "open_run",
    "paired_p",
    "read_run",
]
