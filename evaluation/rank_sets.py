"""Questions of ranking people and vacancies for each other, and what each signal of the engine says of every pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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

    ``asker`` and ``documents`` are rows of the set's candidates and vacancies, whichever way round; ``parts`` are the
    slices of the data that it belongs to. Queries of one ``group`` share right answers, or who asks: a split must keep
    them together.
    """

    id: str
    asker: int
    documents: tuple[int, ...]
    grades: tuple[int, ...]
    by_vacancy: bool = False
    parts: tuple[str, ...] = ()
    group: str = ""

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

    @property
    def answerable(self) -> tuple[RankQuery, ...]:
        """The questions that have a right answer."""
        return tuple(query for query in self.queries if max(query.grades) >= self.wanted)

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
