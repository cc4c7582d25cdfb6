"""Learns the weights of the engine's evidence: ``python -m evaluation.fit_fusion``.

From the graded pools and the known-item set; HaHu's statements are scored beside them: letting them teach as well costs
the known items more than it gains. Home must hold the full
ESCO, BENCHMARKS_DIR the benchmarks. Prints cross-validated figures against the weights by hand, the ablations and the
treatments of missing evidence, and writes ``matcher/models/fusion.json``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.fusion_learning import RIDGE, Asked, cross_validated, fit
from evaluation.graded import graded_set
from evaluation.known_item import known_item_sets
from evaluation.missing_evidence import compare, documents, learned_priors, shortlists
from evaluation.rank_sets import SIGNALS, RankSet
from evaluation.statements import hahu_set
from matcher.engine import Matcher
from matcher.fusion import WEIGHTS_FILE
from matcher.measured import paired_p
from matcher.settings import Settings

Numbers = NDArray[np.float64]
BY_HAND = (0.45, 0.25, 0.15, 0.08, 0.07)
LEARNED_FROM = ("graded", "known-item")
MAIN = {"graded": "nDCG@10", "known-item": "MRR", "hahu-adverts": "MAP"}
_GRADED_FILES = ("occupations.tsv", "candidates.tsv", "vacancies.tsv", "corrections.tsv", "grades.tsv")


def main() -> None:
    """Fit, report, and write the file that ships."""
    matcher, data = Matcher(Settings()), Path(os.environ["BENCHMARKS_DIR"])
    demo = Path("data")
    some = sets(matcher, demo, data)
    priors = priors_of(matcher, some["graded"][0])
    asked = {name: [one for part in parts for one in questions(matcher, part, priors)] for name, parts in some.items()}
    hand = np.array(BY_HAND)
    learned = {name: asked[name] for name in LEARNED_FROM}
    weights = rounded(fit(list(learned.values())))
    _tell_named("weights", weights)
    _tell_named("unknown", priors)
    figures = _against_hand(asked, learned, hand)
    _ablations(asked, weights)
    _missing(matcher, some["graded"][0], weights)
    content = {
        "name": "conditional logistic, non-negative",
        "weights": dict(zip(SIGNALS, map(float, weights), strict=True)),
        "unknown": dict(zip(SIGNALS, map(float, priors), strict=True)),
        "learned_from": hashes(matcher, demo),
        "scored_beside": {"hahu-adverts": hash_of_hahu(data)},
        "ridge": RIDGE,
        "cross_validated": figures,
        "date": date.today().isoformat(),
        "version": version("mobility-matcher"),
    }
    WEIGHTS_FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def sets(matcher: Matcher, demo: Path, data: Path) -> dict[str, tuple[RankSet, ...]]:
    """Return the three sets by name, each in one part or more."""
    return {
        "graded": (graded_set(demo),),
        "known-item": known_item_sets(matcher.taxonomy),
        "hahu-adverts": (hahu_set(data),),
    }


def priors_of(matcher: Matcher, graded: RankSet) -> Numbers:
    """Return what each signal says on average of the candidates of the pools, to two digits."""
    priors: Numbers = np.round(learned_priors(documents(graded.signal_table(matcher), shortlists(graded))), 2)
    return priors


def questions(matcher: Matcher, some: RankSet, priors: Numbers) -> list[Asked]:
    """Return the queries that have a right answer, with their signals, unknowns at the priors."""
    table = some.signal_table(matcher)
    filled = np.where(np.isnan(table), priors, table)
    return [Asked(query, query.pick(filled), some.wanted) for query in some.answerable]


def hashes(matcher: Matcher, demo: Path) -> dict[str, str]:
    """Return what names the data that weights are learned from: hashes of files, the taxonomy's fingerprint."""
    digest = hashlib.sha256()
    for name in _GRADED_FILES:
        digest.update((demo / "judgements" / name).read_bytes())
    return {"graded": digest.hexdigest(), "known-item": matcher.taxonomy.fingerprint}


def hash_of_hahu(data: Path) -> str:
    """Return the hash of HaHu's adverts in the folder of the benchmarks."""
    return hashlib.sha256((data / "hahu_ads" / "hahu.csv.gz").read_bytes()).hexdigest()


def rounded(weights: Numbers) -> Numbers:
    """Return weights to three digits that still sum to 1: the largest takes what rounding left."""
    short: Numbers = np.round(weights, 3)
    short[np.argmax(short)] += 1 - short.sum()
    return np.round(short, 3)


def means(asked: Sequence[Asked], weights: Numbers, metric: str) -> Numbers:
    """Return a metric of each query by the same weights."""
    return np.array([one.score(weights, metric) for one in asked])


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tell_named(title: str, numbers: Numbers) -> None:
    _tell(f"{title} " + ", ".join(f"{name} {number:.3f}" for name, number in zip(SIGNALS, numbers, strict=True)))


def _against_hand(
    asked: Mapping[str, Sequence[Asked]], learned: Mapping[str, Sequence[Asked]], hand: Numbers
) -> dict[str, Any]:
    """Print and return cross-validated figures beside the weights by hand, learned from one set and from several."""
    figures: dict[str, Any] = {}
    for name in asked:
        one = {name: asked[name]}
        if name in learned:
            _row(f"{name}: learned from it alone", cross_validated(one, MAIN)[name], one[name], hand, MAIN[name])
    together = cross_validated(asked, MAIN)
    for name in asked:
        _row(f"{name}: learned from all three", together[name], asked[name], hand, MAIN[name])
    scores = cross_validated(learned, MAIN)
    weights = fit(list(learned.values()))
    for name in asked:
        found = scores[name] if name in scores else means(asked[name], weights, MAIN[name])
        figures[name] = _row(f"{name}: chosen", found, asked[name], hand, MAIN[name])
    return figures


def _row(title: str, found: Numbers, asked: Sequence[Asked], hand: Numbers, metric: str) -> dict[str, Any]:
    before = means(asked, hand, metric)
    p = paired_p(found, before)
    _tell(f"{title:42} {metric} {found.mean():.4f}, by hand {before.mean():.4f}, p {p:.4f}, n={len(found)}")
    return {
        "metric": metric,
        "value": round(float(found.mean()), 4),
        "by_hand": round(float(before.mean()), 4),
        "p": round(p, 4),
        "n": len(found),
    }


def _ablations(asked: Mapping[str, Sequence[Asked]], weights: Numbers) -> None:
    for place, signal in enumerate(SIGNALS):
        less = weights.copy()
        less[place] = 0.0
        for name, some in asked.items():
            full, without = means(some, weights, MAIN[name]), means(some, less, MAIN[name])
            _tell(f"without {signal:10} {name:13} {(without - full).mean():+.4f}, p {paired_p(without, full):.4f}")


def _missing(matcher: Matcher, some: RankSet, weights: Numbers) -> None:
    found = compare(matcher, some, weights)
    for name, scores in found.items():
        p = paired_p(scores, found["neutral prior"])
        _tell(f"unknown: {name:14} nDCG@10 {scores.mean():.4f}, p against the neutral prior {p:.4f}")


if __name__ == "__main__":
    main()
