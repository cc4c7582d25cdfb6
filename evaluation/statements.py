"""HaHu as questions: a work statement must find the other adverts of its occupation, its own left out.

The statement stands as a candidate who said nothing else, the advert as a vacancy of that text, as ``matcher rank``
reads them.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.benchmarks.hahu import Advert, adverts, other_adverts
from evaluation.rank_sets import RankQuery, RankSet
from matcher.intake.rank_files import read_rank_candidates, read_rank_vacancies
from matcher.records import Candidate, Vacancy


def hahu_set(data: Path) -> RankSet:
    """Return each statement of an occupation that has another advert, against all adverts but its own.

    Raises:
        NotFoundError: the benchmarks are not in the folder.
    """
    found = adverts(data)
    people, vacancies = as_read(found)
    right = other_adverts(found)
    queries = []
    for asker, own in enumerate(found):
        if own.id in right:
            others = tuple(place for place in range(len(found)) if place != asker)
            grades = tuple(int(found[place].id in right[own.id]) for place in others)
            queries.append(
                RankQuery(own.id, asker, others, grades, parts=(f"sector {own.sector}",), group=own.occupation)
            )
    return RankSet("hahu-adverts", people, vacancies, tuple(queries))


def as_read(found: Sequence[Advert]) -> tuple[tuple[Candidate, ...], tuple[Vacancy, ...]]:
    """Return statements as candidates and adverts as vacancies, read from files as ``matcher rank`` reads them."""
    with TemporaryDirectory() as folder:
        statements, texts = Path(folder, "candidates.csv"), Path(folder, "vacancies.csv")
        _write(statements, [(advert.id, advert.statement) for advert in found])
        _write(texts, [(advert.id, advert.text) for advert in found])
        return read_rank_candidates(statements), read_rank_vacancies(texts)


def _write(path: Path, rows: Sequence[tuple[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "text"))
        writer.writerows(rows)
