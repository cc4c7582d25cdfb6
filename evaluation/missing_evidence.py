"""What an unknown should count: known fields are hidden at random, and three treatments rank what is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from evaluation.rank_sets import RankQuery, RankSet
from evaluation.scored import METRICS, Scored
from matcher.engine import Matcher
from matcher.records import ProfessionalProfile

Numbers = NDArray[np.float64]
NEUTRAL = 0.5
RATE, ROUNDS = 0.4, 5
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
        "learned prior": lambda signals, weights: np.where(np.isnan(signals), learned, signals) @ weights,
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


def compare(matcher: Matcher, some: RankSet, weights: Numbers, metric: str = "nDCG@10") -> dict[str, Numbers]:
    """Return the metric of each query of candidates for a vacancy, mean over the rounds, by treatment.

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
                found.setdefault(name, np.zeros(len(queries)))[place] += METRICS[metric](scored) / ROUNDS
    return found


def documents(table: Numbers, queries: Sequence[RankQuery], left_out: str = "") -> Numbers:
    """Return the signals of the documents of every query but one, shape (documents, s)."""
    rows = [query.pick(table) for query in queries if query.id != left_out]
    stacked: Numbers = np.concatenate(rows)
    return stacked
