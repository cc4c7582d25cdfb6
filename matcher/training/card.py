"""The model card that goes with a trained encoder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import UnreadableFileError
from taxonomies.concepts import TaxonomyStatus
from taxonomies.esco import ATTRIBUTION

FIGURES_FILE = "figures.json"

_CARD = """\
---
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, esco, job-matching, multilingual]
---
# {name}

A small multilingual encoder of job titles, skills and short descriptions of work. It adds rows of two tables,
character n-grams of words and word pieces, and joins the two unit vectors; {dimension} dimensions, 4 bits a number.

Opened with `matcher` itself (no torch needed) or with `SentenceTransformer("this folder")` where `mobility-matcher` is
installed: the folder names its module class.

## Trained on

- ESCO {edition}: labels by language {labels}, and the descriptions. Pairs of texts of one concept are drawn together
  and told apart from the other concepts of a batch; a share of each batch are siblings in the hierarchy.
- This project's own phrases as candidates write them and its Arabic trade lexicon (`taxonomies/lexicon`), less the
  concepts held back as a probe, and misspelt copies of a share of all labels.
{dictionaries}
{teacher}

No crosswalk and no benchmark was read.

## Plan

{plan}

## Figures

{figures}

## Limits

One vector a text, order of words ignored, texts read to 256 words. Arabic that ESCO's files do not hold is known from
the lexicon and dictionaries alone; no native speaker has reviewed the lexicon. A cosine is a nearness, not a
probability. Labels carry the wording of the European Commission, and with it its blind spots about work outside Europe;
a teacher and dictionaries bring those of what they were made from.

## Licence

EUPL-1.2 for the model; it is derived from ESCO: *{attribution}*{freedict}

Content {digest}
"""
_FREEDICT = """
The dictionaries named above keep their own licences (FreeDict's are free software under the GPL or a like licence); the
weights hold none of their entries."""

_FIGURES_HEADING, _LIMITS_HEADING = "## Figures\n\n", "\n\n## Limits"
_FIGURE_HEADS = ("| benchmark | measure | value | 95% interval | cases |", "| --- | --- | --- | --- | --- |")


@dataclass(frozen=True, slots=True)
class Origin:
    """What an encoder was made from.

    ``dictionaries`` are file names with the pairs used of each; ``teacher`` is empty where there was none.
    """

    status: TaxonomyStatus
    languages: tuple[str, ...]
    dictionaries: tuple[tuple[str, int], ...]
    teacher: str
    plan: Mapping[str, object]


def write_card(folder: Path, origin: Origin, name: str, digest: str) -> None:
    """Write ``README.md`` beside the model, with the figures of ``figures.json`` where the folder has that.

    Raises:
        UnreadableFileError: ``figures.json`` is not a list of figures.
    """
    labels = {key: n for key, n in origin.status.labels.items() if not origin.languages or key in origin.languages}
    text = _CARD.format(
        name=name,
        dimension=origin.plan["dimension"],
        edition=origin.status.edition,
        labels=", ".join(f"{language} {count:,}" for language, count in labels.items()),
        dictionaries=_dictionaries(origin.dictionaries),
        teacher=_teacher(origin.teacher),
        plan=", ".join(f"{key} {value}" for key, value in origin.plan.items()) + ".",
        figures=_figures(folder / FIGURES_FILE),
        attribution=ATTRIBUTION,
        freedict=_FREEDICT if origin.dictionaries else "",
        digest=digest,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def show_figures(folder: Path) -> None:
    """Put the figures of ``figures.json``, measured after the training, into the card that stands in the folder.

    Raises:
        UnreadableFileError: ``figures.json`` is not a list of figures.
    """
    card = folder / "README.md"
    before, _, rest = card.read_text(encoding="utf-8").partition(_FIGURES_HEADING)
    _, heading, after = rest.partition(_LIMITS_HEADING)
    figures = _figures(folder / FIGURES_FILE)
    card.write_text(f"{before}{_FIGURES_HEADING}{figures}{heading}{after}", encoding="utf-8")


def _dictionaries(used: tuple[tuple[str, int], ...]) -> str:
    if not used:
        return "- No dictionary."
    listed = ", ".join(f"{name} {pairs:,}" for name, pairs in used)
    return f"- Word pairs of dictionaries, as many as are said: {listed}."


def _teacher(name: str) -> str:
    if not name:
        return "- No teacher."
    return f"- The nearness of English texts as {name} judges it (its cosines only: none of its weights are in here)."


def _figures(path: Path) -> str:
    """Return the figures as a table, each with its 95% interval."""
    if not path.exists():
        return "Not measured yet: `matcher evaluate` measures."
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
        rows = [
            f"| {row['benchmark']} | {row['metric']} | {row['value']:.3f} | {row['low']:.3f} - {row['high']:.3f} "
            f"| {row['n']:,} |"
            for row in figures
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFileError(
            f"{path} is no list of figures ({error}): each needs benchmark, metric, value, low, high and n."
        ) from error
    return "\n".join((*_FIGURE_HEADS, *rows))
