"""A small fixed set that guards against regressions: our own phrases and texts on the starter slice of ESCO.

It needs no download and takes seconds. The figures it once had stand in ``gate.json``; a test fails where one falls
below its interval. After a change that is meant to move them: ``python -m evaluation.gate`` writes them anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from evaluation.intervals import Values, figure
from evaluation.ir_metrics import DEPTH, score
from evaluation.own_data import extraction
from evaluation.suites import Bench, Figure, Measured, Suite
from matcher.engine import Matcher
from matcher.settings import Settings
from taxonomies.concepts import ConceptKind
from taxonomies.lexicon import arabic_probe, phrases

RECORDED = "gate.json"
_METRICS = ("MRR", "A@1")


@dataclass(frozen=True, slots=True)
class Drop:
    """A figure below the interval that it was recorded with."""

    recorded: Figure
    now: float

    def __str__(self) -> str:
        """Say which, from what to what."""
        return f"{self.recorded.part} {self.recorded.metric} fell to {self.now:.3f}, below {self.recorded.low:.3f}"


def run(bench: Bench) -> Measured:
    """Link the phrases whose concept the starter slice has, and extract from the marked texts, on that slice."""
    with TemporaryDirectory() as home:
        matcher = Matcher(Settings(home=Path(home), database_url=None, encoder="embedded"))
        found = [*_linking(matcher), *_extracting(replace(bench, matcher=matcher))]
    return Measured(tuple(found), notes=("On the starter slice, whatever ESCO was imported.",))


def drops(recorded: Sequence[Figure], measured: Sequence[Figure]) -> list[Drop]:
    """Return the recorded figures that were measured below their interval, or not at all (as 0)."""
    now = {(one.part, one.metric): one.value for one in measured}
    found = ((one, now.get((one.part, one.metric), 0.0)) for one in recorded)
    return [Drop(one, value) for one, value in found if value < one.low - 1e-9]


def recorded() -> list[Figure]:
    """Return the figures that stand in the package."""
    rows = json.loads((files("evaluation") / RECORDED).read_text(encoding="utf-8"))
    return [Figure(**row) for row in rows]


def _linking(matcher: Matcher) -> list[Figure]:
    """Return figures by kind and language of the phrases, and by kind over all languages."""
    asked: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for phrase in phrases(probe=True):
        asked[phrase.kind, phrase.language].append((phrase.text, phrase.uri))
    for row in arabic_probe():
        asked[row["kind"], "ar"].append((row["phrase"], row["uri"]))
    values: dict[tuple[str, str], list[Values]] = defaultdict(list)
    for (kind, language), pairs in sorted(asked.items()):
        linker = matcher.linkers.of(ConceptKind(kind))
        known = [(text, uri) for text, uri in dict.fromkeys(pairs) if uri in linker.ids]
        answers = linker.link([text for text, _ in known], DEPTH, language)
        scored = score([[link.uri or "" for link in links] for links in answers], [{uri} for _, uri in known])
        for part, metric in product((f"{kind} {language}", f"{kind} all"), _METRICS):
            values[part, metric].append(scored[metric])
    return [figure(metric, np.concatenate(some), part=part) for (part, metric), some in sorted(values.items())]


def _extracting(bench: Bench) -> list[Figure]:
    return [one for one in extraction(bench).figures if one.part.endswith(" all")]


def main() -> None:
    """Write the figures of this checkout beside this module."""
    with TemporaryDirectory() as home:
        figures = run(Bench(Matcher(Settings(home=Path(home))))).figures
    text = json.dumps([asdict(one) for one in figures], indent=1)
    Path(__file__).with_name(RECORDED).write_text(text + "\n", encoding="utf-8")


SUITES = (Suite("gate", "The small fixed set of the regression gate, on the starter slice", run),)

if __name__ == "__main__":
    main()
