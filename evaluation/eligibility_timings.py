"""How long the law takes for many pairs: ``python -m evaluation.eligibility_timings``.

A benchmark, never a test. 1,000 invented candidates, no two with the same legal facts, and 1,000 invented vacancies in
all Regions, on one core: first the answer of every rule for every pair, then every pair explained in full, verdict by
verdict with what decided it.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from datetime import date, timedelta

from matcher.eligibility import CandidateColumns, CandidateFacts, Law, OccupationRead, VacancyFacts, verdict_table
from matcher.intake.places import read_place
from matcher.records import (
    Education,
    Experience,
    LegalStatus,
    Posting,
    ProfessionalProfile,
    Source,
    StatusEvent,
    StatusStep,
    Vacancy,
    Wage,
    WagePeriod,
)
from taxonomies.belgium.tables import built_in_tables

DAY = date(2026, 2, 1)
SIDE = 1_000
_NATIONALITIES = ("Marocaine", "Tunisienne", "Senegal", "Nigeria", "Syrië", "Afghanistan", "France", "??")
_STATUSES = (None, None, None, "asielzoeker", "asielzoeker, in beroep", "erkend vluchteling", "subsidiaire bescherming")
_CODES = ("2512.1", "2221.1", "7121.1", "8332.2", "7212.3", "1120.1", "2330.1", "5131.2", "7411.1")
_POSTCODES = ("9000", "2000", "3500", "1000", "1070", "5000", "4000", "6000", "4700", "")


def main() -> None:
    """Judge all pairs both ways and tell how long each took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    chance = random.Random(1)
    candidates = [_candidate(number, chance) for number in range(SIDE)]
    vacancies = [_vacancy(number, chance) for number in range(SIDE)]
    start = time.perf_counter()
    table = verdict_table(CandidateColumns(Law(built_in_tables(), DAY), candidates), vacancies)
    answers = sum(int((found >= 0).sum()) for found in table.by_rule.values())
    _tell(f"every rule for {SIDE * SIDE:,} pairs ({answers:,} answers)", start)
    start, explained = time.perf_counter(), 0
    law = Law(built_in_tables(), DAY)
    for candidate in candidates:
        for vacancy in vacancies:
            explained += len(law.verdicts(candidate, vacancy))
    _tell(f"{SIDE * SIDE:,} pairs explained in full ({explained:,} verdicts)", start)


def _tell(what: str, start: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{what}: {time.perf_counter() - start:.2f} s on one core, process {peak:,} MB\n")


def _candidate(number: int, chance: random.Random) -> CandidateFacts:
    applied = date(2025, 1, 1) + timedelta(days=chance.randrange(390))
    status = chance.choice(_STATUSES)
    events = [StatusEvent(StatusStep.APPLICATION, applied)] if status else []
    if status and chance.random() < 0.5:
        events.append(StatusEvent(StatusStep.NO_DECISION, applied + timedelta(days=chance.randrange(300))))
    born = date(1970, 1, 1) + timedelta(days=chance.randrange(12_000))
    legal = LegalStatus(chance.choice(_NATIONALITIES), born, status, tuple(events))
    profile = ProfessionalProfile(
        education=(Education("diploma", chance.choice((None, 3, 4, 5, 6, 7))),),
        experience=(Experience("work", chance.choice((None, 1.0, 2.0, 5.0, 12.0))),),
    )
    return CandidateFacts.of(f"c{number}", legal, profile, abroad=status is None)


def _vacancy(number: int, chance: random.Random) -> VacancyFacts:
    postcode = chance.choice(_POSTCODES)
    wage = Wage(round(chance.uniform(2_000, 7_000), 2), WagePeriod.MONTH) if chance.random() < 0.8 else None
    start = DAY - timedelta(days=chance.randrange(120))
    vacancy = Vacancy(
        f"v{number}",
        f"v{number}",
        "a job",
        Source("invented"),
        contract=chance.choice((None, "CDI", "interim")),
        wage=wage,
        workplace=read_place("", postcode) if postcode else None,
        vks=chance.choice((None, 3, 4, 5, 6)),
        eqf=chance.choice((None, 4, 6)),
        postings=(Posting("vdab", start), Posting("eures", start)) if chance.random() < 0.5 else (),
    )
    read = [OccupationRead(chance.choice(_CODES), "a job", chance.random() < 0.5)] if chance.random() < 0.9 else []
    return VacancyFacts.of(vacancy, read)


if __name__ == "__main__":
    main()
