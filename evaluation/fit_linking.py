"""Fits the model that weighs the evidence of a link: ``python -m evaluation.fit_linking``.

Development benchmarks are read for their queries and right answers; some thirty weights are all that is taken from
them, and what is reported is cross-validated: the answers of a concept never stand on both sides. No probe of this
project is read. Home must hold the full ESCO (``matcher taxonomy import``), BENCHMARKS_DIR the benchmarks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from evaluation.benchmarks import load
from evaluation.contexts import fit as fit_context
from evaluation.learning import Example, calibrate, expected_calibration_error, fit, folds
from matcher.engine import Matcher
from matcher.linking import Linker
from matcher.linking.features import Feature, length_of
from matcher.linking.lists import RowFeature
from matcher.linking.model import MODEL_FILE, forget_weights, log_shares
from matcher.preparation import silent
from matcher.settings import Settings
from taxonomies.concepts import ConceptKind

# What a set counts beside the others, whatever its size.
_SETS = {
    ConceptKind.SKILL: {"belgian-fr": 2.0, "belgian-nl": 2.0, "house": 1.0, "tech": 1.0, "skillskape": 1.0},
    ConceptKind.OCCUPATION: {"occupations-fr": 1.0, "occupations-nl": 1.0, "occupations-de": 1.0, "hahu-titles": 1.0},
}
_LISTS = {
    "titles-en": 3.5,
    "titles-nl": 3.5,
    "melo-bel_q_fr_c_fr": 1.0,
    "melo-bel_q_nl_c_nl": 1.0,
    "melo-bel_q_fr_c_en": 1.0,
    "melo-bel_q_nl_c_en": 1.0,
    "melo-aut_q_de_c_de": 1.0,
    "melo-aut_q_de_c_en": 1.0,
}
Models = dict[str, dict[str, dict[str, float]]]
_CALIBRATED = 10  # best candidates of a query that calibration learns from


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights with what they were measured at, query by query, on queries they were not fitted to."""

    weights: np.ndarray
    scores: list[np.ndarray]


def main() -> None:
    """Fit all three models, print cross-validated figures, and write the file that ships."""
    data, matcher = Path(os.environ["BENCHMARKS_DIR"]), Matcher(Settings())
    models: Models = {}
    for kind, sets in _SETS.items():
        linker = matcher.linker(kind)
        gathered = {name: list(_concept_examples(matcher, linker, name, data)) for name in sets}
        fitted = _cross_validated(gathered, sets, lambda some: fit(some, ridge=3e-3))
        phrase, sentence = np.split(fitted.weights, 2)
        models[kind.value] = {
            "phrase": _named(phrase, Feature),
            "sentence": _named(sentence, Feature),
            "calibration": _calibration(gathered, fitted, (Feature.BEST, Feature.SAME)),
        }
    for kind, weight in fit_context(matcher).items():
        models[kind.value]["context"] = {"coherence": weight}
    # Rows of a list are linked through the concepts, so with the weights just fitted.
    matcher = _written(models | {"list": json.loads(MODEL_FILE.read_text(encoding="utf-8"))["list"]})
    rows = {name: list(_row_examples(matcher, name, data)) for name in _LISTS}
    fitted = _cross_validated(rows, _LISTS, fit)
    models["list"] = {
        "row": _named(fitted.weights, RowFeature),
        "calibration": _calibration(rows, fitted, (RowFeature.MEANING, RowFeature.SAME)),
    }
    _written(models)


def _written(models: Models) -> Matcher:
    """Write the file that ships, and open the engine anew with it."""
    MODEL_FILE.write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")
    forget_weights()
    return Matcher(Settings())


def _concept_examples(matcher: Matcher, linker: Linker, name: str, data: Path) -> Iterator[Example]:
    benchmark = load(name, data, matcher.taxonomy)
    number = {uri: place for place, uri in enumerate(linker.targets.ids)}
    known = [query for query in benchmark.queries if query.relevant & linker.ids]
    for query, scored in zip(known, linker.score([query.text for query in known], benchmark.language), strict=True):
        right = {number[uri] for uri in query.relevant if uri in number}
        features = scored.evidence.features
        features = np.hstack([features, features * length_of(scored.form)])
        relevant = np.isin(scored.evidence.concepts, list(right)).astype(np.float32)
        yield Example(features, relevant, len(right), min(query.relevant))


def _row_examples(matcher: Matcher, name: str, data: Path) -> Iterator[Example]:
    benchmark = load(name, data, matcher.taxonomy)
    linker = matcher.linkers.onto(benchmark.corpus, benchmark.kind, silent)
    gathered = linker.evidence_of([query.text for query in benchmark.queries], benchmark.language)
    for query, (ids, features) in zip(benchmark.queries, gathered, strict=True):
        relevant = np.array([identity in query.relevant for identity in ids], dtype=np.float32)
        yield Example(features, relevant, len(query.relevant), query.text)


def _cross_validated(
    sets: dict[str, list[Example]], counts: Mapping[str, float], learn: Callable[[Sequence[Example]], np.ndarray]
) -> Fitted:
    """Fit without each fold in turn and score it; then fit to all. A set counts the same whatever its size."""
    examples = [replace(e, weight=counts[name] / len(some)) for name, some in sets.items() for e in some]
    fold = folds(examples)
    scores: list[np.ndarray] = [np.zeros(0)] * len(examples)
    for number in np.unique(fold):
        weights = learn([example for place, example in enumerate(examples) if fold[place] != number])
        for place in np.flatnonzero(fold == number):
            scores[place] = examples[place].features @ weights
    start = 0
    for name, some in sets.items():
        _report(name, some, scores[start : start + len(some)])
        start += len(some)
    return Fitted(learn(examples), scores)


def _report(name: str, examples: Sequence[Example], scores: Sequence[np.ndarray]) -> None:
    figures = []
    for example, score in zip(examples, scores, strict=True):
        ranking = example.relevant[np.argsort(-score, kind="stable")][:100]
        hits = np.flatnonzero(ranking) + 1
        precision = sum(place / rank for place, rank in enumerate(hits, start=1)) / example.of
        found = ranking[:5].sum() / min(5, example.of)
        figures.append((1 / hits[0] if len(hits) else 0.0, ranking[0], found, precision, bool(example.relevant.any())))
    mrr, first, five, mean_precision, pool = np.mean(figures, axis=0)
    sys.stdout.write(
        f"{name:20} n={len(examples):5}  MRR {mrr:.3f}  A@1 {first:.3f}  RP@5 {five:.3f}  MAP {mean_precision:.3f}  "
        f"right answer among the candidates {pool:.3f}\n"
    )
    sys.stdout.flush()


def _calibration(sets: dict[str, list[Example]], fitted: Fitted, columns: tuple[int, int]) -> dict[str, float]:
    examples = [example for some in sets.values() for example in some]
    rows, right = [], []
    for example, scores in zip(examples, fitted.scores, strict=True):
        best = np.argsort(-scores, kind="stable")[:_CALIBRATED]
        rows.append(np.column_stack([log_shares(scores)[best], example.features[best][:, list(columns)]]))
        right.append(example.relevant[best] > 0)
    table, answers = np.concatenate(rows), np.concatenate(right)
    weights = calibrate(table, answers)
    confidence = 1 / (1 + np.exp(-(weights[0] + table @ weights[1:])))
    sys.stdout.write(f"calibration error {expected_calibration_error(confidence, answers):.3f}\n")
    return dict(zip(("constant", "share", "best", "same"), (round(float(w), 4) for w in weights), strict=True))


def _named(weights: np.ndarray, features: type[Feature] | type[RowFeature]) -> dict[str, float]:
    return {feature.name.lower(): round(float(weights[feature]), 4) for feature in features}


if __name__ == "__main__":
    main()
