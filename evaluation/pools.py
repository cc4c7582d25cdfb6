"""Pools of candidates and vacancies graded 0..3 by written rules: ``python -m evaluation.pools`` grades them anew.

Every person and vacancy of the demo data was read and noted by hand (``candidates.tsv``, ``vacancies.tsv`` in
``data/judgements``); the rules of its README turn two notes into a grade, and ``corrections.tsv`` holds what reading
the pair itself changed. Nothing here knows the engine, its linking or its encoder.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from matcher.errors import NotFoundError

NOTICE = "single author, not validated"
DEPTH = 12  # documents of a pool
_CLOSE, _FIELD = 6, 3  # of them: of the occupation or beside it, and of the field, where there are so many
_CANDIDATE_POOLS, _SEED = 80, 20261128
TRAINED, COMPETENT = 1, 2
Person = tuple[str, str]
"""A candidate's scheme and the sender's key."""


@dataclass(frozen=True, slots=True)
class Occupations:
    """The occupations of the notes: the field of each, and the pairs whose essential skills carry over."""

    fields: Mapping[str, str]
    neighbours: frozenset[frozenset[str]]

    def near(self, one: str, other: str) -> bool:
        """Tell whether essential skills of one carry over to the other."""
        return frozenset((one, other)) in self.neighbours


Levels = Mapping[str, int]
"""Occupation -> level: of a candidate 1 trained or thin, 2 competent, 3 seasoned; of a vacancy the level it asks."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One line of the graded set. ``reason`` is a rule's name, or the words of a correction by hand."""

    pool: str
    scheme: str
    candidate: str
    vacancy: str
    grade: int
    reason: str

    @property
    def person(self) -> Person:
        """The candidate's scheme and key."""
        return self.scheme, self.candidate


class Notes:
    """What the author noted of every candidate and vacancy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def occupations(self) -> Occupations:
        """Fields and neighbours."""
        rows = list(_rows(self._folder / "occupations.tsv"))
        pairs = {frozenset((row["occupation"], other)) for row in rows for other in row["neighbours"].split()}
        return Occupations({row["occupation"]: row["field"] for row in rows}, frozenset(pairs))

    @cached_property
    def candidates(self) -> dict[Person, Levels]:
        """What each candidate has done, and how far."""
        rows = _rows(self._folder / "candidates.tsv")
        return {(row["scheme"], row["candidate"]): _levels(row["occupations"]) for row in rows}

    @cached_property
    def vacancies(self) -> dict[str, Levels]:
        """What each vacancy asks for; any of its occupations will do."""
        return {row["vacancy"]: _levels(row["occupations"]) for row in _rows(self._folder / "vacancies.tsv")}

    @cached_property
    def corrections(self) -> dict[tuple[Person, str], tuple[int, str]]:
        """Grades that reading the pair changed, with the reason."""
        rows = _rows(self._folder / "corrections.tsv")
        return {((row["scheme"], row["candidate"]), row["vacancy"]): (int(row["grade"]), row["reason"]) for row in rows}

    def grade(self, person: Person, vacancy: str) -> tuple[int, str]:
        """Return the grade of a pair and the reason: the best that any two of their occupations come to."""
        if (person, vacancy) in self.corrections:
            return self.corrections[person, vacancy]
        pairs = ((held, asked) for held in self.candidates[person].items() for asked in self.vacancies[vacancy].items())
        return max((rule(self.occupations, held, asked) for held, asked in pairs), key=lambda found: found[0])


def rule(occupations: Occupations, held: tuple[str, int], asked: tuple[str, int]) -> tuple[int, str]:
    """Grade one occupation held against one asked, each with its level; see data/judgements/README.md."""
    (one, level), (other, needed) = held, asked
    if one == other:
        missing = needed - level
        return (3, "same occupation") if missing <= 0 else (2, "gaps") if missing == 1 else (1, "far below the level")
    if occupations.near(one, other):
        return (2, "neighbour") if level >= COMPETENT else (1, "neighbour, trained only")
    if occupations.fields[one] == occupations.fields[other]:
        return 1, "same field"
    return 0, "another field"


def draw(notes: Notes) -> Iterator[tuple[str, Person, str]]:
    """Yield ``(pool, person, vacancy)``: 120 pools of candidates for a vacancy, 80 of vacancies for a candidate."""
    random = Random(_SEED)
    people, vacancies = sorted(notes.candidates), sorted(notes.vacancies)
    for number, vacancy in enumerate(vacancies, start=1):
        likeness = [_likeness(notes, person, vacancy) for person in people]
        for place in _chosen(likeness, random):
            yield f"V{number:03}", people[place], vacancy
    for number, person in enumerate(sorted(random.sample(people, _CANDIDATE_POOLS)), start=1):
        likeness = [_likeness(notes, person, vacancy) for vacancy in vacancies]
        for place in _chosen(likeness, random):
            yield f"C{number:03}", person, vacancies[place]


def _likeness(notes: Notes, person: Person, vacancy: str) -> int:
    """Return 2 for the same or a neighbouring occupation, 1 for the same field, 0 else, whatever the levels."""
    occupations = notes.occupations
    held, asked = notes.candidates[person], notes.vacancies[vacancy]
    if any(one == other or occupations.near(one, other) for one in held for other in asked):
        return 2
    return int(any(occupations.fields[one] == occupations.fields[other] for one in held for other in asked))


def _chosen(likeness: Sequence[int], random: Random) -> list[int]:
    """Choose the documents of one pool: those close by up to a number, some of the field, the rest at random."""
    chosen: list[int] = []
    for level, most in ((2, _CLOSE), (1, _FIELD)):
        some = [place for place, found in enumerate(likeness) if found == level]
        chosen += random.sample(some, min(most, len(some)))
    rest = [place for place in range(len(likeness)) if place not in chosen]
    return sorted(chosen + random.sample(rest, DEPTH - len(chosen)))


def regraded(notes: Notes) -> tuple[Graded, ...]:
    """Return the whole graded set, worked out from the notes."""
    return tuple(Graded(pool, *person, vacancy, *notes.grade(person, vacancy)) for pool, person, vacancy in draw(notes))


def read_grades(folder: Path) -> tuple[Graded, ...]:
    """Return the graded set as it is kept.

    Raises:
        NotFoundError: the folder holds none.
    """
    return tuple(
        Graded(row["pool"], row["scheme"], row["candidate"], row["vacancy"], int(row["grade"]), row["reason"])
        for row in _rows(folder / "grades.tsv")
    )


def write_grades(grades: Iterable[Graded], folder: Path) -> None:
    """Keep a graded set."""
    with (folder / "grades.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("pool", "scheme", "candidate", "vacancy", "grade", "reason"))
        writer.writerows((g.pool, g.scheme, g.candidate, g.vacancy, g.grade, g.reason) for g in grades)


def judgements_folder() -> Path:
    """Return where the graded set stands, beside the demo data."""
    from matcher.cli.showing import demo_data_folder

    return demo_data_folder() / "judgements"


def _levels(text: str) -> dict[str, int]:
    pairs = (item.split(":") for item in text.split())
    return {occupation: int(level) for occupation, level in pairs}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if not path.is_file():
        raise NotFoundError(f"{path} is not there: the graded set stands in data/judgements of a checkout.")
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def main() -> None:
    """Grade the pools anew from the notes."""
    folder = judgements_folder()
    grades = regraded(Notes(folder))
    write_grades(grades, folder)
    sys.stdout.write(f"{len({line.pool for line in grades})} pools, {len(grades)} lines, {NOTICE}.\n")


if __name__ == "__main__":
    main()
