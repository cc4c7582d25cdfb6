"""HaHu: adverts of an Ethiopian job board with their ESCO occupation and a statement of somebody who did the work."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evaluation.benchmarks.files import table
from evaluation.benchmarks.nouns import Benchmark, Query, Source
from taxonomies.concepts import ConceptKind, Taxonomy

FOLDER = "hahu_ads"


@dataclass(frozen=True, slots=True)
class Advert:
    """One advert, its sector and ESCO occupation code, and the first-person statement written from it."""

    id: str
    title: str
    description: str
    sector: str
    occupation: str
    statement: str

    @property
    def text(self) -> str:
        """The advert as one text."""
        return f"{self.title}. {self.description}"


def adverts(data: Path) -> tuple[Advert, ...]:
    """Return the adverts, in file order."""
    return tuple(
        Advert(
            row["id"],
            row["title"],
            row["description"],
            row["general_classification"],
            row["esco_code"],
            row["synthetic_query"],
        )
        for row in table(data / FOLDER / "hahu.csv")
    )


def other_adverts(found: tuple[Advert, ...]) -> dict[str, frozenset[str]]:
    """Return for each statement the other adverts of the same occupation; statements without any are left out."""
    same: dict[str, set[str]] = {}
    for advert in found:
        same.setdefault(advert.occupation, set()).add(advert.id)
    others = {advert.id: frozenset(same[advert.occupation] - {advert.id}) for advert in found}
    return {identity: right for identity, right in others.items() if right}


def sources() -> tuple[Source, ...]:
    """Return titles, and statements, to occupations."""
    return (
        Source("hahu-titles", "Titles of Ethiopian adverts to ESCO occupations", partial(_load, of="title"), FOLDER),
        Source("hahu-statements", "Work statements to ESCO occupations", partial(_load, of="statement"), FOLDER),
    )


def _load(data: Path, taxonomy: Taxonomy, of: str) -> Benchmark:
    uri = {concept.code: concept.uri for concept in map(taxonomy.occupation, taxonomy.uris(ConceptKind.OCCUPATION))}
    queries = tuple(
        Query(advert.title if of == "title" else advert.statement, frozenset({uri[advert.occupation]}), advert.sector)
        for advert in adverts(data)
        if advert.occupation in uri
    )
    return Benchmark(queries, ConceptKind.OCCUPATION, "en", by="sector")
