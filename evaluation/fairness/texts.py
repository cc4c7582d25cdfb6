"""The counterfactual test inside the text: how far a wording that reveals a group moves a rank, unmasked and masked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from evaluation.fairness.arena import Arena, Shift
from evaluation.fairness.invented import masked_demo
from evaluation.fairness.swaps import Swap, swaps
from evaluation.intervals import figure
from evaluation.suites import Bench, Figure, Measured
from matcher.masking import mask
from matcher.records import Candidate, ProfessionalProfile

PROFILES = 2  # demo profiles that each swap is put into
UNMASKED, MASKED = "unmasked", "masked"
_METRICS = ("RBO", "score change", "rank shift", "same profile")


@dataclass(frozen=True, slots=True)
class Trial:
    """One swap in one profile: how far its two variants lie apart, and whether they became one and the same."""

    swap: Swap
    shift: Shift
    same: bool
    texts: tuple[str, str]


def measure_texts(bench: Bench) -> Measured:
    """Measure every swap in the table, unmasked and masked, by ground and language."""
    arena = Arena.of(bench.matcher)
    asked = swaps()
    pairs = [(swap, *swap.candidates(profile)) for swap in asked for profile in _profiles(len(asked), bench.seed, swap)]
    trials: dict[str, list[Trial]] = {}
    for system, seen in ((UNMASKED, _as_stated), (MASKED, mask)):
        trials[system] = _trials(bench, arena, pairs, seen)
    figures = [found for system, made in trials.items() for found in _figures(system, made)]
    left = [trial for trial in trials[MASKED] if not trial.same]
    return Measured(tuple(figures), {"left": _left(left)}, _notes(trials))


def _profiles(number: int, seed: int, swap: Swap) -> list[ProfessionalProfile]:
    """Choose the demo profiles that a swap is put into, the same ones each time."""
    everybody = [profile for profiles in masked_demo().values() for profile in profiles]
    return Random(f"{seed} {number} {swap.ground} {swap.one} {swap.other}").sample(everybody, PROFILES)


def _as_stated(candidate: Candidate) -> ProfessionalProfile:
    return candidate.profile


def _trials(
    bench: Bench,
    arena: Arena,
    pairs: Sequence[tuple[Swap, Candidate, Candidate]],
    seen: Callable[[Candidate], ProfessionalProfile],
) -> list[Trial]:
    ones, others = [seen(one) for _, one, _ in pairs], [seen(other) for _, _, other in pairs]
    scores = arena.score([*ones, *others], bench.progress)
    made = []
    for number, (swap, _, _) in enumerate(pairs):
        one, other = ones[number], others[number]
        shift = arena.shift(scores[:, number], scores[:, len(pairs) + number])
        made.append(Trial(swap, shift, one == other, (_told(swap, one), _told(swap, other))))
    return made


def _told(swap: Swap, profile: ProfessionalProfile) -> str:
    """Return what is left of a wording: the occupations and the first line of the summary."""
    return " | ".join((*profile.occupations[:1], profile.summary.partition("\n")[0])) if swap.frame else profile.summary


def _figures(system: str, trials: Sequence[Trial]) -> Iterator[Figure]:
    slices = {trial.swap.ground: "" for trial in trials}
    for ground in slices:
        of_ground = [trial for trial in trials if trial.swap.ground == ground]
        yield from _told_figures(system, ground, of_ground)
        for language in dict.fromkeys(trial.swap.language for trial in of_ground):
            some = [trial for trial in of_ground if trial.swap.language == language]
            yield from _told_figures(system, f"{ground}, {language}", some)


def _told_figures(system: str, part: str, trials: Sequence[Trial]) -> Iterator[Figure]:
    values = (
        [trial.shift.overlap for trial in trials],
        [trial.shift.score for trial in trials],
        [trial.shift.places for trial in trials],
        [float(trial.same) for trial in trials],
    )
    for metric, numbers in zip(_METRICS, values, strict=True):
        found = figure(metric, np.array(numbers))
        yield Figure(metric, found.value, found.low, found.high, found.n, system, part)


def _left(trials: Sequence[Trial]) -> list[dict[str, Any]]:
    """Tell of each swap that masking did not even out, the furthest mover first."""
    worst: dict[Swap, Trial] = {}
    for trial in trials:
        if trial.swap not in worst or trial.shift.places > worst[trial.swap].shift.places:
            worst[trial.swap] = trial
    return [
        {
            "ground": swap.ground,
            "language": swap.language,
            "one": swap.one,
            "other": swap.other,
            "left": list(trial.texts),
            "rbo": trial.shift.overlap,
            "rank_shift": trial.shift.places,
            "furthest": trial.shift.furthest,
        }
        for swap, trial in sorted(worst.items(), key=lambda item: -item[1].shift.places)
    ]


def _notes(trials: dict[str, list[Trial]]) -> tuple[str, ...]:
    before, after = (np.mean([trial.shift.overlap for trial in trials[system]]) for system in (UNMASKED, MASKED))
    left = {trial.swap for trial in trials[MASKED] if not trial.same}
    return (
        f"{len({trial.swap for trial in trials[MASKED]})} pairs of wordings that reveal a group and differ in nothing "
        f"else, each in {PROFILES} demo profiles: overlap of the two rankings of the vacancies (RBO, p = 0.9) "
        f"{before:.4f} unmasked, {after:.4f} masked; {len(left)} pairs are not evened out (table 'left').",
        "'rank shift' is by how many places the two variants stand apart among the demo candidates of a vacancy, on "
        "average over the vacancies; 'same profile' is the share of pairs that masking turns into one profile.",
    )
