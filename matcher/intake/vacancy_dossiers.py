"""One vacancy as a structured file tells of it, made a :class:`Vacancy` by the very rules that rows of a table meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.intake.gathering import Gathering, refusal_of
from matcher.intake.sheets import cell_text, single_line
from matcher.intake.vacancy_building import ToldApart, build_vacancy
from matcher.intake.vacancy_cells import VacancyFields
from matcher.intake.vacancy_columns import REPEATABLE, VacancyColumn
from matcher.intake.vacancy_completion import completed
from matcher.records import Place, SkillRequirement, Source, Vacancy

V = VacancyColumn

MOST_PLACES = 100
"""More workplaces than any vacancy has; those beyond are kept in their words."""

MOST_REQUIREMENTS = 500
"""More skills than any vacancy asks; those beyond are kept in their words."""


@dataclass(frozen=True, slots=True)
class VacancyEntry:
    """What a reader hands on of one record: the vacancy and the fields it was built from, with all their faults."""

    vacancy: Vacancy
    fields: VacancyFields


class VacancyDossier(Gathering[VacancyColumn]):
    """Gathers what a file tells of one vacancy, under the columns that tables have.

    Args:
        source: where the record stands.
        headings: words of the heading of each column that the file has, also where this record tells nothing there.
            A heading of the reference says that no record may lack one.
    """

    def __init__(self, source: Source, headings: Mapping[VacancyColumn, str] | None = None) -> None:
        super().__init__(source, headings, REPEATABLE)
        self._title = ""
        self._places: list[Place] = []
        self._requirements: dict[str, SkillRequirement] = {}

    def title_found(self, title: str) -> None:
        """Give a title that was worked out from running text: it is no part of what the sender wrote of the record.

        So a derived reference stays the same where titles are found in a better way.
        """
        self._title = single_line(title)

    def workplaces(self, heading: str, places: Iterable[Place]) -> None:
        """Add where the work is done; the first place is the main one."""
        known = dict.fromkeys((*self._places, *places))
        self._places = list(known)[:MOST_PLACES]
        for place in list(known)[MOST_PLACES:]:
            self.keep(heading, _words_of(place))
        self._cells.pop(V.PLACE, None)
        self.tell(V.PLACE, heading, "; ".join(map(_words_of, self._places)))

    def requirement(self, heading: str, text: str, *, essential: bool = True) -> None:
        """Add one skill that is asked for, in the words of the file, commas and all."""
        words = single_line(cell_text(text))
        if not words:
            return
        if len(self._requirements) >= MOST_REQUIREMENTS:
            self.keep(heading, words)
            return
        self.tell(V.ESSENTIAL_SKILLS if essential else V.OPTIONAL_SKILLS, heading, words)
        self._requirements.setdefault(words.lower(), SkillRequirement(words, essential))

    def entry(self) -> VacancyEntry:
        """Build the vacancy; what its fields leave open is read from its description."""
        fields = self.fields()
        apart = ToldApart(self._title, tuple(self._places), tuple(self._requirements.values()))
        return entry_of(fields, apart)


def entry_of(fields: VacancyFields, apart: ToldApart | None = None) -> VacancyEntry:
    """Return the vacancy that the fields of one record describe."""
    vacancy = build_vacancy(fields, apart or ToldApart())
    return VacancyEntry(vacancy if fields.faults else completed(vacancy, fields), fields)


def refused_vacancy(source: Source, value: str, problem: str, remedy: str) -> VacancyEntry:
    """Return the entry of a record that cannot even be read: it counts as read, and as rejected."""
    fields: VacancyFields = VacancyDossier(source).fields()
    fields.faults.append(refusal_of(source, value, problem, remedy))
    return VacancyEntry(Vacancy("", "", "", source), fields)


def _words_of(place: Place) -> str:
    parts = (place.postcode or "", place.name if place.name != place.postcode else "", place.nuts or "")
    return " ".join(part for part in parts if part)
