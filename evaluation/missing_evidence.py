"""What an unknown should count: known fields are hidden at random, and three treatments rank what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from evaluation.graded import graded_set
from evaluation.pools import NOTICE, judgements_folder
from evaluation.rank_sets import SIGNALS, RankQuery, RankSet
from evaluation.scored import METRICS, Scored
from evaluation.suites import Bench, Measured, Progress, Suite, silent
from evaluation.systems import ENGINE, Systems
from matcher.engine import Matcher
from matcher.fusion import learned_weights
from matcher.records import ProfessionalProfile

Numbers = NDArray[np.float64]
NEUTRAL = 0.5
LEARNED = "learned prior"
RATE, ROUNDS = 0.4, 5
METRIC = "nDCG@10"
_SEED = 20261128


def hidden(profile: ProfessionalProfile, random: Random, rate: float = RATE) -> ProfessionalProfile:
    """Hide each of four fields of a profile with some probability: skills, jobs' titles, years and studies."""
    jobs = profile.experience
    if random.random() < rate:
        profile = replace(profile, skills=())
        jobs = tuple(replace(job, description=None) for job in jobs)
    if random.random() < rate:
        profile = replace(profile, occupations=())
        jobs = tuple(replace(job, title="") for job in jobs)
    if random.random() < rate:
        jobs = tuple(replace(job, years=None, start=None, end=None) for job in jobs)
    if random.random() < rate:
        profile = replace(profile, education=())
    return replace(profile, experience=jobs)


def treatments(known: Numbers) -> dict[str, Callable[[Numbers, Numbers], Numbers]]:
    """Return the three treatments: signals (..., s) with nan and weights (s,) to scores (...).

    Args:
        known: what the signals say where nothing is hidden, shape (..., s); its means are the learned priors.
    """
    learned = learned_priors(known)
    return {
        "neutral prior": lambda signals, weights: np.where(np.isnan(signals), NEUTRAL, signals) @ weights,
        "renormalised": _renormalised,
        LEARNED: lambda signals, weights: np.where(np.isnan(signals), learned, signals) @ weights,
    }


def learned_priors(known: Numbers) -> Numbers:
    """Return the mean of each signal where it is known, shape (s,): what is to be expected of an unknown."""
    means: Numbers = np.nanmean(known.reshape(-1, known.shape[-1]), axis=0)
    return means


def _renormalised(signals: Numbers, weights: Numbers) -> Numbers:
    counted = np.where(np.isnan(signals), 0.0, weights)
    total: Numbers = (np.nan_to_num(signals) * weights).sum(-1) / np.maximum(counted.sum(-1), 1e-9)
    return total


def shortlists(some: RankSet) -> list[RankQuery]:
    """Return the queries for candidates of a vacancy that have a right answer."""
    return [query for query in some.answerable if query.by_vacancy]


def compare(matcher: Matcher, some: RankSet, weights: Numbers, progress: Progress = silent) -> dict[str, Numbers]:
    """Return nDCG@10 of each query of candidates for a vacancy, mean over the rounds, by treatment.

    Only there do the documents differ in what is hidden. Learned priors come of the other queries' documents.
    """
    whole, queries = some.signal_table(matcher), shortlists(some)
    ways = {query.id: treatments(documents(whole, queries, query.id)) for query in queries}
    found: dict[str, Numbers] = {}
    for number in range(ROUNDS):
        random = Random(_SEED + number)
        table = some.signal_table(matcher, [hidden(profile, random) for profile in some.profiles])
        for place, query in enumerate(queries):
            for name, way in ways[query.id].items():
                scored = Scored.by(query, way(query.pick(table), weights), some.wanted)
                found.setdefault(name, np.zeros(len(queries)))[place] += METRICS[METRIC](scored) / ROUNDS
        progress(number + 1, ROUNDS)
    return found


def documents(table: Numbers, queries: Sequence[RankQuery], left_out: str = "") -> Numbers:
    """Return the signals of the documents of every query but one, shape (documents, s)."""
    rows = [query.pick(table) for query in queries if query.id != left_out]
    stacked: Numbers = np.concatenate(rows)
    return stacked


def run(bench: Bench) -> Measured:
    """Score the treatment that the engine has, the learned prior, beside the other two."""
    some = graded_set(judgements_folder().parent)
    learned = learned_weights()
    found = compare(bench.matcher, some, np.array([learned[name].weight for name in SIGNALS]), bench.progress)
    systems = Systems([query.id for query in shortlists(some)], headlines=(METRIC,))
    for name in sorted(found, key=lambda name: name != LEARNED):
        systems.add(ENGINE if name == LEARNED else name, {METRIC: found[name]})
    notes = (
        f"Skills, titles of jobs, years and studies of each candidate hidden, each with probability {RATE}; mean of "
        f"{ROUNDS} rounds over the pools of candidates for a vacancy. Grades: {NOTICE}.",
        "The engine counts an unknown as what its signal says on average; neutral prior: as a half; renormalised: not "
        "at all.",
    )
    return Measured(systems.figures(), systems.tables(), notes)


SUITES = (Suite("missing-evidence", "What an unknown should count: known fields hidden at random", run),)
