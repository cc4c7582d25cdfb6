"""Questions of ranking people and vacancies for each other, and what each signal of the engine says of every pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.benchmarks.hahu import adverts
from evaluation.person_vacancy import as_read
from evaluation.pools import Person, read_grades
from matcher.cli.showing import COHORTS
from matcher.engine import Matcher
from matcher.evidence import (
    EducationLevel,
    Experience,
    OccupationCloseness,
    ProfileMeaning,
    Relations,
    Signal,
    SkillCoverage,
)
from matcher.masking import mask
from matcher.records import Candidate, ProfessionalProfile, Vacancy

Numbers = NDArray[np.float64]
SIGNALS = ("skills", "occupation", "meaning", "experience", "education")


@dataclass(frozen=True, slots=True)
class RankQuery:
    """One question: what ranks highest for ``asker``, among the ``documents``, whose ``grades`` stand beside them.

    ``asker`` and ``documents`` are rows of the set's candidates and vacancies, whichever way round.
    """

    id: str
    asker: int
    documents: tuple[int, ...]
    grades: tuple[int, ...]
    by_vacancy: bool = False
    part: str = ""

    def pick(self, table: Numbers) -> Numbers:
        """Return what a table of shape (vacancies, candidates, ...) says of the documents, shape (documents, ...)."""
        picked: Numbers = (
            table[self.asker, list(self.documents)] if self.by_vacancy else table[list(self.documents), self.asker]
        )
        return picked


@dataclass(frozen=True)
class RankSet:
    """Candidates and vacancies with questions about them; a document of ``wanted`` grade or more is a right one."""

    name: str
    candidates: tuple[Candidate, ...]
    vacancies: tuple[Vacancy, ...]
    queries: tuple[RankQuery, ...]
    wanted: int = 1

    @cached_property
    def profiles(self) -> list[ProfessionalProfile]:
        """The candidates' profiles, masked as the engine masks them."""
        return [mask(candidate) for candidate in self.candidates]

    def engine_table(self, matcher: Matcher, progress: Callable[[str, int, int], None]) -> Numbers:
        """Return the engine's score of every pair, shape (vacancies, candidates)."""
        column = {candidate.id: place for place, candidate in enumerate(self.candidates)}
        table = np.zeros((len(self.vacancies), len(self.candidates)))
        row = {vacancy.id: place for place, vacancy in enumerate(self.vacancies)}
        for candidate, ranking in matcher.rank(self.candidates, self.vacancies, progress=progress):
            for vacancy, score in ranking:
                table[row[vacancy], column[candidate]] = score
        return table

    def signal_table(self, matcher: Matcher, profiles: Sequence[ProfessionalProfile] | None = None) -> Numbers:
        """Return what each of :data:`SIGNALS` says, shape (vacancies, candidates, signals), nan for nothing known.

        Links that somebody confirmed in this home count, as in a match. ``profiles`` stand in for the candidates'.
        """
        shown = self.profiles if profiles is None else profiles
        pool = matcher.preparer.pool([(held.id, profile) for held, profile in zip(self.candidates, shown, strict=True)])
        signals = signals_of(matcher)
        table = np.zeros((len(self.vacancies), len(self.candidates), len(signals)))
        for number, opening in enumerate(matcher.preparer.openings(self.vacancies)):
            for place, signal in enumerate(signals):
                table[number, :, place] = signal.compare(opening, pool).scores
        return table


def signals_of(matcher: Matcher) -> tuple[Signal, ...]:
    """Return the engine's signals in the order of :data:`SIGNALS`."""
    relations = Relations(matcher.taxonomy)
    return (
        SkillCoverage(relations),
        OccupationCloseness(relations),
        ProfileMeaning(),
        Experience(),
        EducationLevel(),
    )


def demo_records(folder: Path) -> tuple[dict[Person, Candidate], dict[str, Vacancy]]:
    """Read the demo cohorts and vacancies, by scheme and key and by reference; their ids are those."""
    from dataclasses import replace

    from matcher.intake import read_cohort, read_vacancies

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
    column = {person: place for place, person in enumerate(people)}
    row = {vacancy: place for place, vacancy in enumerate(vacancies)}
    pools: dict[str, list[tuple[int, int, int]]] = {}
    for line in read_grades(folder / "judgements"):
        pools.setdefault(line.pool, []).append((row[line.vacancy], column[line.person], line.grade))
    queries = []
    for pool, lines in pools.items():
        by_vacancy = pool.startswith("V")
        asked, documents = (0, 1) if by_vacancy else (1, 0)
        queries.append(
            RankQuery(
                pool,
                lines[0][asked],
                tuple(line[documents] for line in lines),
                tuple(grade for _, _, grade in lines),
                by_vacancy,
                "candidates for a vacancy" if by_vacancy else "vacancies for a candidate",
            )
        )
    return RankSet("graded", tuple(people.values()), tuple(vacancies.values()), tuple(queries), wanted=2)


def hahu_set(data: Path) -> RankSet:
    """Return HaHu's statements against the other adverts of the same ESCO occupation, the own advert left out.

    As ``matcher rank`` reads them: both sides are running text, nothing else.

    Raises:
        NotFoundError: the benchmarks are not in the folder.
    """
    found = adverts(data)
    people, vacancies = as_read(found)
    codes = [advert.occupation for advert in found]
    queries = []
    for asker, code in enumerate(codes):
        others = tuple(place for place in range(len(found)) if place != asker)
        grades = tuple(int(codes[place] == code) for place in others)
        if any(grades):
            queries.append(RankQuery(found[asker].id, asker, others, grades, part=code))
    return RankSet("hahu-adverts", people, vacancies, tuple(queries))
