"""Random people: profiles put together from pieces of the demo data, and identities that say nothing of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

from evaluation.fairness.people import demo_candidates
from matcher.masking import mask
from matcher.records import Candidate, LegalStatus, Person, ProfessionalProfile, Source, StatusEvent, StatusStep

_OLDEST, _DAYS = date(1958, 1, 1), 17_000  # birth dates over 46 years
_SKILLS, _JOBS = (2, 10), (0, 2)
_STRANGE = 0.3  # share of profiles whose skills are of two people of the cohort


@dataclass(frozen=True, slots=True)
class Identities:
    """What identities are drawn from."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    handles: tuple[str, ...]
    genders: tuple[str, ...]
    nationalities: tuple[str, ...]
    residence: tuple[str, ...]

    def drawn(self, random: Random) -> tuple[Person, LegalStatus]:
        """Draw who somebody is, each field by itself."""
        given, surname = random.choice(self.given), random.choice(self.surnames)
        handle = random.choice([f"{given}.{surname}".replace(" ", "").casefold(), random.choice(self.handles)])
        person = Person(
            f"{given} {surname}" if random.random() < 0.5 else f"{surname.upper()} {given}",
            random.choice(self.genders),
            f"{handle}{random.randint(1, 99)}@example.org",
            f"+32 4{random.randint(0, 99):02d} 00 {random.randint(0, 99):02d} {random.randint(0, 99):02d}",
        )
        born = _OLDEST + timedelta(days=random.randrange(_DAYS))
        applied = StatusEvent(StatusStep.APPLICATION.value, date(2026, 1, 1) + timedelta(days=random.randrange(300)))
        events = (applied,) if random.random() < 0.3 else ()
        return person, LegalStatus(
            random.choice(self.nationalities), born, random.choice(self.residence) or None, events
        )


@cache
def identities() -> Identities:
    """Read what identities are drawn from."""
    text = (files("evaluation.fairness") / "identities.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Identities(
        tuple(table["given"].split()),
        _parts(table["surnames"]),
        tuple(table["handles"].split()),
        tuple(table["genders"].split()),
        _parts(table["nationalities"]),
        tuple(table["residence"].split("|")),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for line in text.splitlines() for part in line.split("|") if part)


def masked_demo() -> Mapping[str, list[ProfessionalProfile]]:
    """Return the profiles of the demo data by scheme, masked: none of their texts tells who somebody is."""
    found: dict[str, list[ProfessionalProfile]] = {}
    for candidate in demo_candidates():
        found.setdefault(candidate.scheme, []).append(mask(candidate))
    return found


def random_pairs(number: int, seed: int) -> list[tuple[Candidate, Candidate]]:
    """Return random candidates, each twice: the same profile and id under two identities drawn apart."""
    random, profiles, drawn = Random(seed), masked_demo(), identities()
    pairs = []
    for count in range(number):
        scheme = random.choice(sorted(profiles))
        profile = _recombined(profiles[scheme], random)
        one, other = (
            Candidate(f"{count:06d}", f"{count}", scheme, Source("invented"), *drawn.drawn(random), profile)
            for _ in range(2)
        )
        pairs.append((one, other))
    return pairs


def _recombined(cohort: Sequence[ProfessionalProfile], random: Random) -> ProfessionalProfile:
    """Put together a profile of pieces of one or two people of a cohort."""
    first = random.choice(cohort)
    second = random.choice(cohort) if random.random() < _STRANGE else first
    skills = list(dict.fromkeys((*first.skills, *second.skills)))
    jobs = list(first.experience)
    return ProfessionalProfile(
        occupations=first.occupations or second.occupations,
        skills=tuple(random.sample(skills, min(len(skills), random.randint(*_SKILLS)))),
        experience=tuple(jobs[: random.randint(*_JOBS)]),
        education=random.choice(cohort).education,
        languages=random.choice(cohort).languages,
        summary=second.summary if random.random() < 0.7 else "",
    )
