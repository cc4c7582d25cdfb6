"""The suites whose data are of our own and were measured before the lab was: extraction, context, duplicates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

import numpy as np

from evaluation.contexts import evaluate as score_contexts
from evaluation.duplicates import evaluate as score_duplicates
from evaluation.extraction import Outcome, compare, marked_texts
from evaluation.intervals import ratio_figure
from evaluation.suites import Bench, Figure, Measured, Suite

EXTRACTION, CONTEXT, DUPLICATES = "extraction", "context", "duplicates"
_OUTCOMES = "outcomes"


def extraction(bench: Bench) -> Measured:
    """Score precision, recall, F1 and polarity by part and language, with intervals by text."""
    by_part: dict[tuple[str, str], list[Outcome]] = {}
    texts = marked_texts()
    for done, marked in enumerate(texts, start=1):
        outcome = compare(marked, bench.matcher.extract(marked.text))
        for key in ((marked.part, marked.language), (marked.part, "all")):
            by_part.setdefault(key, []).append(outcome)
        bench.progress(done, len(texts))
    figures, rows = [], []
    for (part, language), outcomes in sorted(by_part.items()):
        figures += _of_outcomes(outcomes, f"{part} {language}")
        total = sum(outcomes, Outcome())
        shares = {name: getattr(total, name) for name in ("precision", "recall", "f1", "polarity")}
        rows.append({"part": part, "language": language, **shares, **asdict(total)})
    return Measured(tuple(figures), {_OUTCOMES: rows})


def _of_outcomes(outcomes: list[Outcome], part: str) -> list[Figure]:
    right, wrong, missed, polarity = np.array(
        [(one.right, one.wrong, one.missed, one.right_polarity) for one in outcomes], float
    ).T
    return [
        ratio_figure("precision", right, right + wrong, part=part),
        ratio_figure("recall", right, right + missed, part=part),
        ratio_figure("F1", 2 * right, 2 * right + wrong + missed, part=part),
        ratio_figure("polarity", polarity, right, part=part),
    ]


def _extraction_lines(measured: Measured) -> Iterator[str]:
    for row in measured.tables[_OUTCOMES]:
        yield (
            f"{EXTRACTION}  {row['part']:9} {row['language']:4} P {row['precision']:.3f}  R {row['recall']:.3f}  "
            f"F1 {row['f1']:.3f}  polarity {row['polarity']:.3f}  "
            f"spans {row['texts_with_true_spans']}/{row['texts']}  n={row['right'] + row['missed']}"
        )


def _context(bench: Bench) -> Measured:
    """Score how often an ambiguous phrase is linked rightly alone and beside the other phrases of its profile."""
    found = score_contexts(bench.matcher, bench.progress)
    figures = [
        replace(one, system=system, part=sort)
        for sort, alone, beside in found
        for system, one in (("alone", alone), ("", beside))
    ]
    return Measured(tuple(figures))


def _context_lines(measured: Measured) -> Iterator[str]:
    for alone, beside in zip(measured.figures[::2], measured.figures[1::2], strict=True):
        yield (
            f"{CONTEXT}  {alone.part:17}  A@1 alone {alone.value:.3f} [{alone.low:.3f}, {alone.high:.3f}]  "
            f"beside others {beside.value:.3f} [{beside.low:.3f}, {beside.high:.3f}]  n={alone.n}"
        )


def _duplicates(bench: Bench) -> Measured:
    """Score precision and recall of each grade and those above it, and how complete blocking is."""
    outcomes, blocking = score_duplicates(bench.progress)
    figures = [
        Figure(metric, share.value, share.low, share.high, share.n, part=f"{outcome.part}, {outcome.grade} or surer")
        for outcome in outcomes
        for metric, share in (("precision", outcome.precision), ("recall", outcome.recall))
    ]
    rows = [asdict(outcome) for outcome in outcomes]
    return Measured(tuple(figures), {_OUTCOMES: rows, "blocking": [asdict(part) for part in blocking]})


def _duplicates_lines(measured: Measured) -> Iterator[str]:
    for row in measured.tables[_OUTCOMES]:
        told = "  ".join(
            f"{name} {share['value']:.3f} [{share['low']:.3f}, {share['high']:.3f}] n={share['n']}"
            for name, share in (("P", row["precision"]), ("R", row["recall"]))
        )
        yield f"{DUPLICATES}  {row['part']:8}  {row['grade']} or surer:  {told}"
    for part in measured.tables["blocking"]:
        yield (
            f"{DUPLICATES}  {part['part']:8}  blocking: {part['completeness']:.3f} of {part['true_pairs']} true pairs "
            f"compared, {part['compared']:,} pairs of {part['records']:,} records"
        )


SUITES = (
    Suite(EXTRACTION, "Running text to concepts: 66 invented texts marked by hand", extraction, _extraction_lines),
    Suite(CONTEXT, "Ambiguous phrases alone and beside the others of their profile", _context, _context_lines),
    Suite(DUPLICATES, "Records of one person found among invented people", _duplicates, _duplicates_lines),
)
