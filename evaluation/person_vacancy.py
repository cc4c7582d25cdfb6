"""Person to vacancy on HaHu: a work statement must find the other adverts of its occupation, its own left out.

The statement stands as a candidate who said nothing else, the advert as a vacancy of that text, as ``matcher rank``
reads them. Beside the engine: every baseline on the same texts, and the engine without each of its signals in turn,
the weights of the others sharing what it held.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from evaluation.baselines import Corpus, baselines, minilm_baselines, rankings
from evaluation.baselines.nouns import Baseline
from evaluation.benchmarks.hahu import FOLDER, Advert, adverts, other_adverts
from evaluation.ir_metrics import DEPTH, PerQuery, score
from evaluation.suites import Bench, Measured, Suite
from evaluation.systems import ENGINE, Systems
from matcher.engine import Matcher
from matcher.fusion import ranked
from matcher.intake.rank_files import read_rank_candidates, read_rank_vacancies
from matcher.records import Candidate, Vacancy

_SIGNALS, _WITHOUT = "signals", "without "
_Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Findings:
    """What each signal found, shape (signals, candidates, vacancies), NaN where nothing is known.

    ``weights`` (signals,) are those of the engine, ``priors`` what a signal counts where it knows nothing.
    """

    names: tuple[str, ...]
    weights: _Table
    priors: _Table
    scores: _Table

    def fused(self, leave_out: str = "") -> _Table:
        """Return the weighted sums (candidates, vacancies) without one signal, the other weights scaled to sum to 1."""
        weights = np.where(np.array(self.names) == leave_out, 0.0, self.weights)
        filled = np.where(np.isnan(self.scores), self.priors[:, None, None], self.scores)
        total: _Table = np.tensordot(weights / weights.sum(), filled, axes=1)
        return total

    def known(self) -> _Table:
        """Return for each signal the share of pairs that it knows something of."""
        shares: _Table = 1 - np.isnan(self.scores).mean(axis=(1, 2))
        return shares


def findings(matcher: Matcher, found: Sequence[Advert], bench: Bench) -> Findings:
    """Compare every statement with every advert, each signal apart."""
    candidates, vacancies = as_read(found)
    comparisons = list(
        matcher.comparisons(candidates, vacancies, lambda _step, done, total: bench.progress(done, total))
    )
    evidence = comparisons[0].match(0).evidence
    scores = np.array([[finding.scores for finding in one.findings] for one in comparisons])
    return Findings(
        tuple(item.signal for item in evidence),
        np.array([item.weight for item in evidence]),
        np.array([item.prior for item in evidence]),
        scores.transpose(1, 2, 0),
    )


def as_read(found: Sequence[Advert]) -> tuple[tuple[Candidate, ...], tuple[Vacancy, ...]]:
    """Return statements as candidates and adverts as vacancies, read from files as ``matcher rank`` reads them."""
    with TemporaryDirectory() as folder:
        statements, texts = Path(folder, "candidates.csv"), Path(folder, "vacancies.csv")
        _write(statements, [(advert.id, advert.statement) for advert in found])
        _write(texts, [(advert.id, advert.text) for advert in found])
        return read_rank_candidates(statements), read_rank_vacancies(texts)


def _write(path: Path, rows: Sequence[tuple[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "text"))
        writer.writerows(rows)


def run(bench: Bench) -> Measured:
    """Rank the other adverts for each statement by every system."""
    if bench.data is None:
        return Measured((), notes=("No folder of benchmarks.",))
    found = adverts(bench.data)
    right = other_adverts(found)
    asked = [advert for advert in found if advert.id in right]
    systems = Systems([advert.statement for advert in asked], [advert.sector for advert in asked], "sector")
    compared = findings(bench.matcher, found, bench)
    systems.add(ENGINE, _scored(compared.fused(), found, right))
    _baselines(bench, found, right, systems)
    for name in compared.names:
        systems.add(f"{_WITHOUT}{name}", _scored(compared.fused(name), found, right))
    known = dict(zip(compared.names, (round(float(share), 4) for share in compared.known()), strict=True))
    weights = dict(zip(compared.names, map(float, compared.weights), strict=True))
    tables = systems.tables() | {_SIGNALS: {"weights": weights, "known": known}}
    notes = (
        f"{len(asked)} of {len(found)} statements have another advert of their occupation.",
        "A statement and an advert are texts: a signal that knows nothing of them counts the same for every pair, so "
        "leaving it out changes nothing.",
    )
    return Measured(systems.figures(), tables, notes)


def _scored(table: _Table, found: Sequence[Advert], right: dict[str, frozenset[str]]) -> PerQuery:
    """Score rankings by the table (statements, adverts)."""
    ids = [advert.id for advert in found]
    kept = [row for row, identity in enumerate(ids) if identity in right]
    answers = [[ids[place] for place in ranked(table[row], ids) if place != row] for row in kept]
    return score(answers, [right[ids[row]] for row in kept])


def _baselines(bench: Bench, found: Sequence[Advert], right: dict[str, frozenset[str]], systems: Systems) -> None:
    corpus = Corpus.of([(advert.id, advert.text) for advert in found])
    plain = baselines(bench.matcher.encoder, None, bench.seed)
    english: tuple[Baseline, ...] = () if bench.quick else minilm_baselines(None, of_skills=False)
    asked = [advert for advert in found if advert.id in right]
    texts = [advert.statement for advert in asked]
    for name, answers in rankings((*plain, *english), texts, corpus, DEPTH + 1):
        others = [[one for one in ids if one != own.id] for ids, own in zip(answers, asked, strict=True)]
        systems.add(name, score(others, [right[own.id] for own in asked]))


SUITES = (
    Suite(
        "hahu-rank", "Person to vacancy: work statements to the other adverts of their occupation", run, folder=FOLDER
    ),
)
