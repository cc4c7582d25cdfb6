"""The graded pools of ``data/judgements`` as questions, sliced by direction, language, scheme and sector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from evaluation.baselines.people import text_of_profile, text_of_vacancy
from evaluation.pools import Graded, Levels, Notes, Person, read_grades
from evaluation.rank_sets import RankQuery, RankSet
from evaluation.written import language_of
from matcher.cli.showing import COHORTS
from matcher.intake import read_cohort, read_vacancies
from matcher.records import Candidate, Vacancy

_FOR_VACANCY, _FOR_CANDIDATE = "candidates for a vacancy", "vacancies for a candidate"


def demo_records(folder: Path) -> tuple[dict[Person, Candidate], dict[str, Vacancy]]:
    """Read the demo cohorts and vacancies, by scheme and key and by reference; their ids are those."""
    people = {
        (scheme, found.key): replace(found, id=f"{scheme}/{found.key}")
        for scheme, name in COHORTS.items()
        for found in read_cohort(folder / name, scheme).records
    }
    vacancies = {found.key: replace(found, id=found.key) for found in read_vacancies(folder / "vacancies.csv").records}
    return people, vacancies


def graded_set(folder: Path) -> RankSet:
    """Return the graded pools of ``data/judgements``; grade 2 and more is a right one."""
    people, vacancies = demo_records(folder)
    slices = _Slices(people, vacancies, Notes(folder / "judgements"))
    column = {person: place for place, person in enumerate(people)}
    row = {vacancy: place for place, vacancy in enumerate(vacancies)}
    pools: dict[str, list[Graded]] = {}
    for line in read_grades(folder / "judgements"):
        pools.setdefault(line.pool, []).append(line)
    queries = []
    for pool, lines in pools.items():
        rows, columns = [row[line.vacancy] for line in lines], [column[line.person] for line in lines]
        by_vacancy, grades = pool.startswith("V"), tuple(line.grade for line in lines)
        asker, documents = (rows[0], columns) if by_vacancy else (columns[0], rows)
        parts = tuple(slices.of_vacancy(lines[0].vacancy) if by_vacancy else slices.of_person(lines[0].person))
        queries.append(RankQuery(pool, asker, tuple(documents), grades, by_vacancy, parts, f"{by_vacancy}{asker}"))
    return RankSet("graded", tuple(people.values()), tuple(vacancies.values()), tuple(queries), wanted=2)


class _Slices:
    """What a pool is told by: its direction, and language, scheme and sectors of who or what asks.

    Sectors are the fields of the occupations that the author noted.
    """

    def __init__(self, people: dict[Person, Candidate], vacancies: dict[str, Vacancy], notes: Notes) -> None:
        self._people = people
        self._vacancies = vacancies
        self._notes = notes

    def of_vacancy(self, vacancy: str) -> Iterator[str]:
        yield _FOR_VACANCY
        yield f"language {language_of(text_of_vacancy(self._vacancies[vacancy]))}"
        yield from self._sectors(self._notes.vacancies.get(vacancy, {}))

    def of_person(self, person: Person) -> Iterator[str]:
        yield _FOR_CANDIDATE
        yield f"language {language_of(text_of_profile(self._people[person].profile))}"
        yield f"scheme {person[0]}"
        yield from self._sectors(self._notes.candidates.get(person, {}))

    def _sectors(self, levels: Levels) -> Iterable[str]:
        fields = self._notes.occupations.fields
        return (f"sector {field}" for field in sorted({fields[occupation] for occupation in levels}))
