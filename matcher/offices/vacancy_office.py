"""What project staff do with vacancies: load, look through, check, open and close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from matcher.eligibility import VacancyFacts
from matcher.errors import UsageError
from matcher.offices.office import Office
from matcher.offices.received import received
from matcher.preparation import Progress, silent
from matcher.records import LoadReport, Vacancy, VacancyWarning
from matcher.stewardship import Right
from matcher.store.held import SetDates
from matcher.trail import Action
from matcher.vacancy_checks import check_vacancy, is_note
from taxonomies.wording import fold

if TYPE_CHECKING:
    from matcher.store.register import Register

PAGE = 20
PURPOSE = "when a vacancy is open"


class Openness(StrEnum):
    """Whether a vacancy takes part in matches on a day."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"

    @classmethod
    def of(cls, vacancy: Vacancy, on: date) -> Openness:
        """Tell how a vacancy stands on a day."""
        if vacancy.is_open(on):
            return cls.OPEN
        return cls.NOT_YET if vacancy.opens is not None and vacancy.opens > on else cls.CLOSED


@dataclass(frozen=True, slots=True)
class VacancyStanding:
    """A vacancy as it stands today.

    ``dates`` are those that a person set, ``None`` where it follows its file; ``news`` tells that the file says other
    dates now than when they were set.
    """

    vacancy: Vacancy
    openness: Openness
    dates: SetDates | None = None
    news: bool = False


@dataclass(frozen=True, slots=True)
class VacancyPage:
    """Some of the vacancies found, how many were found in all, and how many there are of each openness."""

    shown: tuple[VacancyStanding, ...]
    found: int
    counts: dict[Openness, int]


@dataclass(frozen=True, slots=True)
class VacancyLoad:
    """What became of a file of vacancies, and how many of those now held have fair-recruitment warnings."""

    report: LoadReport
    warned: int


class VacancyOffice(Office):
    """Vacancies in the hands of somebody who may change them."""

    right: ClassVar[Right] = Right.LOAD

    def search(self, asked: str = "", openness: Openness | None = None, page: int = 0) -> VacancyPage:
        """Return a page (from 0) of the vacancies whose title, employer, place and reference hold every word asked."""
        self.actor.require(Right.VACANCIES)
        today, words = date.today(), fold(asked).split()
        counts = dict.fromkeys(Openness, 0)
        found = []
        for vacancy in self.vacancies():
            if all(word in words_of(vacancy) for word in words):
                state = Openness.of(vacancy, today)
                counts[state] += 1
                if openness in (None, state):
                    found.append(vacancy)
        return VacancyPage(self._standings(found[page * PAGE : (page + 1) * PAGE]), len(found), counts)

    def standing(self, name: str) -> VacancyStanding:
        """Return one vacancy by id or reference as it stands today; raises :class:`NotFoundError`."""
        self.actor.require(Right.VACANCIES)
        return self._standings([self.vacancy(name)])[0]

    def check(self, name: str) -> tuple[VacancyWarning, ...]:
        """Return what in a vacancy is not fair, or may not be, today; notes come last."""
        self.actor.require(Right.VACANCIES)
        return check_vacancy(self.vacancy(name), date.today())

    def law_facts(self, name: str, language: str = "en") -> VacancyFacts:
        """Return what the law asks about a vacancy: who decides on permits, and which occupation it is."""
        self.actor.require(Right.VACANCIES)
        vacancy = self.vacancy(name)
        (occupations,) = self._engine.occupation_reader.of([vacancy], language)
        return VacancyFacts.of(vacancy, occupations)

    def load(self, name: str, content: bytes, *, dry_run: bool = False, progress: Progress = silent) -> VacancyLoad:
        """Load a file of vacancies, or with ``dry_run`` say what would become of it and write nothing.

        Args:
            name: what the file is called where it comes from.
            content: its bytes.
            dry_run: write nothing.
            progress: told what was done of how much.

        Raises:
            MatcherError: The file cannot be read.
        """
        self.actor.require(Right.LOAD)
        with received(name, content) as path:
            report = self._engine.load_vacancies(path, dry_run=dry_run, progress=progress)
        today = date.today()
        warned = 0 if dry_run else sum(_has_warning(vacancy, today) for vacancy in self.vacancies(open_on=today))
        return VacancyLoad(report, warned)

    def close(self, name: str) -> None:
        """Close a vacancy from today on, whatever its file says; it keeps the day on which it opened."""
        vacancy = self.vacancy(name)
        opened = vacancy.opens if vacancy.opens is not None and vacancy.opens < date.today() else None
        self.set_dates(vacancy.id, opened, date.today() - timedelta(days=1))

    def set_dates(self, name: str, opens: date | None, closes: date | None) -> None:
        """Say from when to when a vacancy is open, whatever its file says; ``None`` leaves that end open.

        Raises:
            NotFoundError: There is no such vacancy.
            UsageError: It would close before it opens.
        """
        self.actor.require(Right.LOAD)
        vacancy = self.vacancy(name)
        if opens is not None and closes is not None and closes < opens:
            raise UsageError(f"A vacancy that opens on {opens} cannot close on {closes}: choose a later last day.")
        file_opens, file_closes = self._register.dates_in_files([vacancy.id])[vacancy.id]
        dates = SetDates(opens, closes, file_opens, file_closes, date.today())
        self._set(vacancy, dates, {"opens": _day(opens), "closes": _day(closes)})

    def follow_file(self, name: str) -> None:
        """Leave a vacancy the dates of its file again; raises :class:`NotFoundError`."""
        self.actor.require(Right.LOAD)
        self._set(self.vacancy(name), None, {"follows": "file"})

    @property
    def _register(self) -> Register:
        return self._engine.steward.register

    def _set(self, vacancy: Vacancy, dates: SetDates | None, said: dict[str, str | None]) -> None:
        before = {"from": _day(vacancy.opens), "until": _day(vacancy.closes)}
        note = self._engine.steward.audit.note(Action.VACANCY, vacancy.id, PURPOSE, {**said, "before": before})
        self._register.set_vacancy_dates(vacancy.id, dates, note)

    def _standings(self, vacancies: Sequence[Vacancy]) -> tuple[VacancyStanding, ...]:
        today, dated = date.today(), self._register.vacancy_dates()
        in_files = self._register.dates_in_files([vacancy.id for vacancy in vacancies if vacancy.id in dated])
        standings = []
        for vacancy in vacancies:
            dates = dated.get(vacancy.id)
            news = dates is not None and in_files[vacancy.id] != (dates.file_opens, dates.file_closes)
            standings.append(VacancyStanding(vacancy, Openness.of(vacancy, today), dates, news))
        return tuple(standings)


def words_of(vacancy: Vacancy) -> str:
    """Return what a search through vacancies looks at, folded: title, employer, place and reference."""
    place = vacancy.workplace.name if vacancy.workplace else ""
    return fold(" ".join((vacancy.title, vacancy.employer or "", place, vacancy.key)))


def _has_warning(vacancy: Vacancy, on: date) -> bool:
    return any(not is_note(warning) for warning in check_vacancy(vacancy, on))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
