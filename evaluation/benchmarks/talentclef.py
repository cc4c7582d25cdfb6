"""TalentCLEF 2025 as its organisers distribute it: title to similar titles (task A), title to skills (task B).

Point ``--data`` at the folder into which ``TaskA.zip`` and ``TaskB.zip`` (zenodo.org/records/15038364) were unpacked.
Layout and fields: talentclef.github.io/talentclef/docs/talentclef-2025/data/description_corpus. The test parts ship
without answers, so the validation parts are read. Not for tuning on: it is the researcher's own download.
"""

from __future__ import annotations

import ast
from functools import partial
from pathlib import Path

from evaluation.benchmarks.files import judged, table
from evaluation.benchmarks.nouns import Benchmark, Query, Source
from matcher.errors import NotFoundError
from taxonomies.concepts import ConceptKind, Taxonomy

_LANGUAGES = {"en": "english", "es": "spanish", "de": "german", "zh": "chinese"}
_ANSWERS = ("qrels.tsv", "qrels", "q_rels.tsv", "q_rels", "qrels.txt")  # the pages and the archives name it otherwise


def sources() -> tuple[Source, ...]:
    """Return task A in each of its languages, and task B."""
    titles = (
        Source(
            f"talentclef-a-{lang}",
            f"TalentCLEF 2025 task A, validation: {name} job titles to similar ones",
            partial(_titles, language=lang),
            "TaskA",
        )
        for lang, name in _LANGUAGES.items()
    )
    return (*titles, Source("talentclef-b", "TalentCLEF 2025 task B, validation: title to skills", _skills, "TaskB"))


def _titles(data: Path, _: Taxonomy, language: str) -> Benchmark:
    folder = data / "TaskA" / "validation" / _LANGUAGES[language]
    corpus = tuple((row["c_id"], row["jobtitle"]) for row in table(folder / "corpus_elements", "\t"))
    return Benchmark(_queries(folder), ConceptKind.OCCUPATION, language, corpus=corpus)


def _skills(data: Path, _: Taxonomy) -> Benchmark:
    """Every alias of a skill is a row of its id."""
    folder = data / "TaskB" / "validation"
    corpus = tuple(
        (row["c_id"], str(alias))
        for row in table(folder / "corpus_elements", "\t")
        for alias in ast.literal_eval(row["skill_aliases"])
    )
    return Benchmark(_queries(folder), ConceptKind.SKILL, "en", corpus=corpus)


def _queries(folder: Path) -> tuple[Query, ...]:
    right = judged(_answers(folder))
    found = table(folder / "queries", "\t")
    return tuple(Query(row["jobtitle"], frozenset(right.get(row["q_id"], ()))) for row in found)


def _answers(folder: Path) -> Path:
    for name in _ANSWERS:
        if (folder / name).is_file():
            return folder / name
    raise NotFoundError(
        f"{folder} holds none of {', '.join(_ANSWERS)}: point --data to the folder with TaskA and TaskB unpacked."
    )
