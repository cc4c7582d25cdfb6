"""A home as large as a whole country's scheme, of invented people: ``python -m evaluation.crowd``.

It fills the home that MATCHER_HOME names with candidates and vacancies made from the demo data and the labels of the
taxonomy in use, the same for the same seed. Load it once, then measure with ``python -m evaluation.app_timings``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.cli.showing import COHORTS, demo_data_folder
from matcher.engine import Matcher
from matcher.intake import read_cohort, read_vacancies
from matcher.masking import mask
from matcher.records import (
    Candidate,
    Education,
    Experience,
    Intake,
    LanguageSkill,
    Person,
    ProfessionalProfile,
    SkillRequirement,
    SkillStatement,
    Source,
    Vacancy,
)
from matcher.settings import Settings
from matcher.stewardship.loads import DEFAULT_TERMS
from taxonomies.concepts import ConceptKind, Taxonomy

DATA = demo_data_folder()
CANDIDATES, VACANCIES, SEED = 20_000, 5_000, 1
_FROM_DEMO = 0.3  # share of the people who speak in the messy words of the demo cohorts
_LANGUAGES = ("fr", "en", "nl")
_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", None)
_SPOKEN = ("fr", "nl", "en", "ar", "de", "wo", "es")
_LONGEST_LIST = 9  # skills that one person or vacancy names


@dataclass(frozen=True, slots=True)
class Job:
    """An occupation and its skills, in the words of one language."""

    title: str
    essential: tuple[str, ...]
    optional: tuple[str, ...]


class Crowd:
    """Makes people and vacancies up."""

    def __init__(self, taxonomy: Taxonomy, seed: int = SEED) -> None:
        self._chance = random.Random(seed)
        self._taxonomy = taxonomy
        self._occupations = sorted(taxonomy.uris(ConceptKind.OCCUPATION))
        self._people = [
            person for scheme, name in COHORTS.items() for person in read_cohort(DATA / name, scheme).records
        ]
        self._vacancies = read_vacancies(DATA / "vacancies.csv").records

    def candidates(self, number: int) -> list[Candidate]:
        """Return invented people, their free text masked as a load would."""
        return [self._candidate(n) for n in range(number)]

    def vacancies(self, number: int) -> list[Vacancy]:
        """Return invented vacancies, most of them open."""
        return [self._vacancy(n) for n in range(number)]

    def _candidate(self, number: int) -> Candidate:
        chance, like = self._chance, self._chance.choice(self._people)
        key, source = f"CROWD-{number:06}", Source("crowd", None, number + 2)
        person = replace(like, id="", key=key, source=source, extra=(), person=Person(f"Invented Person {number}"))
        own_words = chance.random() < _FROM_DEMO
        stated = replace(like.profile, languages=self._spoken()) if own_words else self._profile()
        person = replace(person, profile=stated)
        return replace(person, profile=mask(person), stated=stated)

    def _profile(self) -> ProfessionalProfile:
        chance = self._chance
        job = self._job()
        listed = [*job.essential, *chance.sample(job.optional, min(3, len(job.optional)))]
        skills = chance.sample(listed, min(len(listed), chance.randint(2, _LONGEST_LIST)))
        before = self._job() if chance.random() < 0.5 else job
        return ProfessionalProfile(
            occupations=(job.title,),
            skills=tuple(SkillStatement(text) for text in skills),
            experience=(
                Experience(job.title, float(chance.randint(1, 12))),
                Experience(before.title, float(chance.randint(1, 5))),
            ),
            education=(Education("diploma", eqf=chance.choice((2, 3, 4, 5, 6, 7))),) if chance.random() < 0.8 else (),
            languages=self._spoken(),
            summary=f"{job.title}. {' '.join(skills[:3])}.",
        )

    def _spoken(self) -> tuple[LanguageSkill, ...]:
        some = self._chance.sample(_SPOKEN, self._chance.randint(1, 4))
        return tuple(LanguageSkill(language, self._chance.choice(_LEVELS)) for language in some)

    def _job(self) -> Job:
        while True:
            uri = self._chance.choice(self._occupations)
            skills = self._taxonomy.skills_of(uri)
            if skills.essential:
                break
        language = self._chance.choice(_LANGUAGES)
        name = self._taxonomy.occupation(uri).label(language)
        essential, optional = (
            tuple(sorted(self._taxonomy.skill(one).label(language) for one in some))
            for some in (skills.essential, skills.optional)
        )
        return Job(name, essential, optional)

    def _vacancy(self, number: int) -> Vacancy:
        chance, like = self._chance, self._chance.choice(self._vacancies)
        key, source = f"CROWD-V-{number:05}", Source("crowd-vacancies", None, number + 2)
        opens = replace(like, id="", key=key, source=source, opens=None, closes=date(2099, 12, 31), extra=())
        if chance.random() < _FROM_DEMO:
            return replace(opens, title=f"{like.title} {number}")
        job = self._job()
        needed = chance.sample(job.essential, min(len(job.essential), chance.randint(3, _LONGEST_LIST)))
        extra = chance.sample(job.optional, min(len(job.optional), 2))
        return replace(
            opens,
            title=job.title,
            description=f"{job.title}. {'. '.join(needed)}.",
            requirements=tuple(
                SkillRequirement(text, essential=text in needed) for text in dict.fromkeys([*needed, *extra])
            ),
        )


def load(engine: Matcher, candidates: Sequence[Candidate], vacancies: Sequence[Vacancy]) -> None:
    """Keep a crowd as any load would, and link all that it says."""
    for scheme in COHORTS:
        own = tuple(person for person in candidates if person.scheme == scheme)
        admitted = engine.steward.loads.cohort(None, scheme, Intake(own, len(own), 0), DEFAULT_TERMS)
        engine.preparer.pool([(person.key, person.profile) for person in own], _tell)
        engine.store.load_cohort(own, scheme, afterwards=admitted.afterwards)
    engine.preparer.openings(vacancies, _tell)
    written = engine.steward.loads.vacancies(DATA / "vacancies.csv", Intake(tuple(vacancies), len(vacancies), 0))
    engine.store.load_vacancies(vacancies, afterwards=written)


def main() -> None:
    """Fill the home."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.crowd", description=__doc__)
    parser.add_argument("--candidates", type=int, default=CANDIDATES)
    parser.add_argument("--vacancies", type=int, default=VACANCIES)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    engine = Matcher(Settings()).opened()
    crowd = Crowd(engine.taxonomy, asked.seed)
    load(engine, crowd.candidates(asked.candidates), crowd.vacancies(asked.vacancies))
    held = engine.store.counts()
    people = sum(number for _, number in held.candidates)
    sys.stdout.write(f"{engine.settings.home} holds {people:,} candidates and {held.vacancies:,} vacancies.\n")


def _tell(step: str, done: int, total: int) -> None:
    if total:
        sys.stderr.write(f"\r{step}: {done:,} of {total:,} ")


if __name__ == "__main__":
    main()
