"""Whether 0.8 means right 8 times in 10: reliability of link confidence, before and after isotonic regression.

Looked at is the best link of every query of the development benchmarks, at most 300 a benchmark, so that none drowns
the others. Figures after calibration are cross-validated: each query is judged by a curve fitted without its fold, and
queries of one concept share a fold. ``python -m evaluation.calibration`` writes the curves that ship.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from evaluation.benchmarks import load
from evaluation.learning import expected_calibration_error
from evaluation.suites import Bench, Figure, Measured, Suite
from matcher.engine import Matcher
from matcher.errors import NotFoundError
from matcher.linking.certainty import CERTAINTY_FILE
from matcher.settings import Settings
from taxonomies.concepts import ConceptKind

_SETS = {
    ConceptKind.SKILL: ("belgian-fr", "belgian-nl", "house", "tech", "skillskape", "arabic-skill"),
    ConceptKind.OCCUPATION: (
        "occupations-fr", "occupations-nl", "occupations-de", "hahu-titles", "arabic-occupation",
    ),
}  # fmt: skip
_PROBED = ("ar", "de", "en", "fr", "nl")
_MOST, _FOLDS, _BINS, _SAMPLES = 300, 5, 10, 500
FEWEST = 100  # labelled queries of a language from which its confidence counts as calibrated
_FARTHEST = 0.1  # calibration error of a language from which its confidence does not count as calibrated
_ECE = "ECE"


@dataclass(frozen=True, slots=True)
class Answers:
    """The best link of some queries: its confidence, whether it is right, the query's language and fold; all (n,)."""

    confidence: NDArray[np.float64]
    right: NDArray[np.bool_]
    language: NDArray[np.str_]
    fold: NDArray[np.int64]

    def of(self, chosen: NDArray[np.bool_]) -> Answers:
        """Return some of them."""
        return Answers(self.confidence[chosen], self.right[chosen], self.language[chosen], self.fold[chosen])


def gather(bench: Bench, kind: ConceptKind) -> Answers:
    """Link the queries of the benchmarks of a kind; those whose files are not there are left out."""
    rows: list[tuple[float, bool, str, int]] = []
    names = (*_SETS[kind], *(f"phrases_{language}-{kind.value}" for language in _PROBED))
    for done, name in enumerate(names, start=1):
        rows += _answers(bench, name)
        bench.progress(done, len(names))
    if not rows:
        return Answers(np.zeros(0), np.zeros(0, bool), np.zeros(0, str), np.zeros(0, np.int64))
    confidence, right, language, fold = zip(*rows, strict=True)
    return Answers(np.array(confidence), np.array(right), np.array(language), np.array(fold))


def _answers(bench: Bench, name: str) -> list[tuple[float, bool, str, int]]:
    try:
        benchmark = load(name, bench.data or Path("no folder of benchmarks"), bench.matcher.taxonomy)
    except NotFoundError:
        return []
    linker = bench.matcher.linkers.of(benchmark.kind)
    queries = [query for query in benchmark.queries if query.relevant & linker.ids]
    if len(queries) > _MOST:
        queries = Random(bench.seed).sample(queries, _MOST)
    found = linker.link([query.text for query in queries], 1, benchmark.language)
    return [
        (
            link.confidence,
            link.uri in query.relevant,
            benchmark.language,
            crc32(min(query.relevant).encode()) % _FOLDS,
        )
        for query, (link, *_) in zip(queries, found, strict=True)
    ]


def fitted(answers: Answers) -> NDArray[np.float64]:
    """Return the points of the isotonic regression of right on confidence, shape (points, 2), both columns rising."""
    from sklearn.isotonic import IsotonicRegression  # heavy import

    model = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(answers.confidence, answers.right)
    return np.column_stack([model.X_thresholds_, model.y_thresholds_])


def cross_validated(answers: Answers) -> NDArray[np.float64]:
    """Return each answer's confidence by the curve that was fitted without its fold."""
    found = answers.confidence.copy()
    if len(np.unique(answers.fold)) < 2:  # nothing would be left to fit on
        return found
    for fold in np.unique(answers.fold):
        points = fitted(answers.of(answers.fold != fold))
        found[answers.fold == fold] = np.interp(answers.confidence[answers.fold == fold], *points.T)
    return found


def run(bench: Bench) -> Measured:
    """Report the calibration error of each kind and language, as computed and as shown."""
    figures: list[Figure] = []
    reliability: dict[str, list[dict[str, float]]] = {}
    uncalibrated = []
    for kind in _SETS:
        answers = gather(bench, kind)
        shown = cross_validated(answers)
        spoken = spoken_for(answers)
        parts = {kind.value: np.ones(len(shown), bool)}
        parts |= {f"{kind.value} {code}": answers.language == code for code in sorted(set(answers.language.tolist()))}
        for part, chosen in parts.items():
            for system, values in (("", shown), ("as computed", answers.confidence)):
                figures.append(_error(values[chosen], answers.right[chosen], system, part))
        uncalibrated += [f"{kind.value} {code}" for code in sorted(set(answers.language.tolist()) - set(spoken))]
        reliability |= {
            f"{kind.value}, as computed": _bins(answers.confidence, answers.right),
            f"{kind.value}, as shown": _bins(shown, answers.right),
        }
    notes = (
        "As shown: through the isotonic curve of the kind, cross-validated by concept.",
        f"Fewer than {FEWEST} labelled queries, or an error over {_FARTHEST} still, so shown as uncalibrated: "
        f"{', '.join(uncalibrated) or 'none'}; and every language without labelled data.",
    )
    return Measured(tuple(figures), {"reliability": reliability}, notes)


def spoken_for(answers: Answers) -> list[str]:
    """Return the languages whose confidence counts as calibrated: labelled often enough, the error left small."""
    shown, found = cross_validated(answers), []
    for code in sorted(set(answers.language.tolist())):
        chosen = answers.language == code
        error = expected_calibration_error(shown[chosen].astype(np.float32), answers.right[chosen], _BINS)
        if chosen.sum() >= FEWEST and error <= _FARTHEST:
            found.append(code)
    return found


def _error(confidence: NDArray[np.float64], right: NDArray[np.bool_], system: str, part: str) -> Figure:
    """Return the expected calibration error over ten bins with its bootstrap interval, which leans upwards."""
    if not len(right):
        return Figure(_ECE, 0.0, 0.0, 0.0, 0, system, part)
    random, confidence32 = np.random.default_rng(20261123), confidence.astype(np.float32)
    drawn = random.integers(len(right), size=(_SAMPLES, len(right)))
    sampled = [expected_calibration_error(confidence32[rows], right[rows], _BINS) for rows in drawn]
    low, high = np.percentile(sampled, [2.5, 97.5])
    value = expected_calibration_error(confidence32, right, _BINS)
    return Figure(_ECE, value, float(low), float(high), len(right), system, part)


def _bins(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> list[dict[str, float]]:
    """Return the reliability curve: mean confidence, share right and count of each tenth that has any."""
    place = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return [
        {
            "confidence": round(float(confidence[place == one].mean()), 4),
            "right": round(float(right[place == one].mean()), 4),
            "n": int((place == one).sum()),
        }
        for one in np.unique(place)
    ]


def curves_of(gathered: Iterable[tuple[ConceptKind, Answers]]) -> Mapping[str, Any]:
    """Return the curves that ship, as plain JSON: points, and the languages that they speak for."""
    return {
        kind.value: {
            "points": [[round(float(x), 4), round(float(y), 4)] for x, y in fitted(answers)],
            "languages": spoken_for(answers),
            "n": len(answers.right),
            "fitted_on": [*_SETS[kind], f"phrases_*-{kind.value}"],
        }
        for kind, answers in gathered
    }


def main() -> None:
    """Fit the curves on all answers and write the file that ships."""
    bench = Bench(Matcher(Settings()), Path(os.environ["BENCHMARKS_DIR"]))
    found = curves_of((kind, gather(bench, kind)) for kind in _SETS)
    CERTAINTY_FILE.write_text(json.dumps(found) + "\n", encoding="utf-8")


SUITES = (
    Suite("calibration", "Whether links of confidence 0.8 are right 8 times in 10", run, folder="belgian_skills"),
)

if __name__ == "__main__":
    main()
