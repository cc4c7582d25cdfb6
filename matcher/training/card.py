"""The model card that goes with a trained encoder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from taxonomies.concepts import TaxonomyStatus

_CARD = """\
---
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, esco, job-matching, multilingual]
---
# {name}

A small multilingual encoder of job titles, skills and short descriptions of work. It adds rows of two tables,
character n-grams of words and word pieces, and joins the two unit vectors; {dimension} dimensions, int8.

- **Trained on** ESCO {edition}: labels by language {labels}, and the descriptions. Pairs of texts of one concept are
  drawn together and told apart from the other concepts of a batch; a share of each batch are siblings in the
  hierarchy. No crosswalk and no benchmark is read.
- **Plan** {plan}
- **Opened with** `matcher` itself (no torch needed) or `SentenceTransformer("this folder")` where `mobility-matcher`
  is installed: the folder names its module class.
- **Also trained on** this project's own phrases as candidates write them and its Arabic trade lexicon
  (`taxonomies/lexicon`), less the concepts held back as a probe.
- **Limits** One vector a text, order of words ignored, texts read to 256 words. Arabic is known from the lexicon alone,
  which no native speaker has reviewed. A cosine is a nearness, not a probability. Labels carry the wording of the
  European Commission, and with it its blind spots about work outside Europe.
- **Licence** EUPL-1.2 for the model; it is derived from ESCO: *{attribution}*
- **Content** {digest}

Figures, with how to measure them again, stand in `docs/decisions/encoder.md` of the project.
"""


def write_card(folder: Path, status: TaxonomyStatus, plan: Mapping[str, object], digest: str) -> None:
    """Write ``README.md`` beside the model."""
    from taxonomies.esco import ATTRIBUTION

    text = _CARD.format(
        name="esco-two-view",
        dimension=plan["dimension"],
        edition=status.edition,
        labels=", ".join(f"{language} {count:,}" for language, count in status.labels.items()),
        plan=", ".join(f"{key} {value}" for key, value in plan.items()),
        attribution=ATTRIBUTION,
        digest=digest,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
