"""Facts in a few words, for tables of cases: ``MA born=1990-01-01 eqf=6`` and ``9000 wage=48912/year vks=5``."""

from __future__ import annotations

from datetime import date

from matcher.eligibility import CandidateFacts, OccupationRead, VacancyFacts
from matcher.intake.places import read_place
from matcher.records import (
    Education,
    Experience,
    LegalStatus,
    Place,
    Posting,
    ProfessionalProfile,
    Recognition,
    RecognitionKind,
    Source,
    StatusEvent,
    StatusStep,
    Vacancy,
    Wage,
    WageBasis,
    WagePeriod,
)

REGIONS = ("flanders", "wallonia", "brussels")


def candidate_told(text: str, candidate_id: str = "c") -> CandidateFacts:
    """Return the facts of a candidate, living abroad unless a status or ``abroad=no`` or ``=?`` says otherwise."""
    words = text.split()
    given = dict(word.split("=", 1) for word in words if "=" in word)
    steps = [(name.rstrip("2"), day) for name, day in given.items() if name.rstrip("2") in tuple(StatusStep)]
    recognitions = tuple(
        Recognition(kind, "NARIC", profession=given[kind].replace("_", " "))
        for kind in RecognitionKind
        if kind in given
    )
    if "decided" in given:
        recognitions += (Recognition(RecognitionKind.LEVEL, "NARIC", int(given["decided"])),)
    eqf = int(given["eqf"]) if "eqf" in given else None
    course = Education("diploma", eqf, country=given.get("country"), recognitions=recognitions)
    courses = (course,) if eqf or recognitions else ()
    jobs = (Experience("work", float(given["years"])),) if "years" in given else ()
    legal = LegalStatus(
        next((word.replace("_", " ") for word in words if "=" not in word), None),
        date.fromisoformat(given["born"]) if "born" in given else None,
        given["status"].replace("_", " ") if "status" in given else None,
        tuple(StatusEvent(name, date.fromisoformat(day)) for name, day in steps),
    )
    abroad = {"yes": True, "no": False, "?": None}[given.get("abroad", "no" if legal.residence_status else "yes")]
    profile = ProfessionalProfile(education=courses, experience=jobs)
    return CandidateFacts.of(candidate_id, legal, profile, abroad=abroad)


def vacancy_told(text: str, vacancy_id: str = "v") -> VacancyFacts:
    """Return the facts of a vacancy; ``code=2221?`` is an occupation that was only computed."""
    place, *words = text.split()
    given = dict(word.split("=", 1) for word in words)
    postings = tuple(
        Posting(service, *map(date.fromisoformat, given[service].split("..")))
        for service in ("vdab", "eures", "actiris", "forem")
        if service in given
    )
    vacancy = Vacancy(
        vacancy_id,
        vacancy_id,
        "a job",
        Source("test"),
        contract=given["contract"].replace("_", " ") if "contract" in given else None,
        wage=_wage(given["wage"]) if "wage" in given else None,
        workplace=_place(place),
        seat=_place(given["seat"]) if "seat" in given else None,
        hours=float(given["hours"]) if "hours" in given else None,
        vks=int(given["vks"]) if "vks" in given else None,
        eqf=int(given["eqf"]) if "eqf" in given else None,
        transfer={"yes": True, "no": False}.get(given.get("transfer", "")),
        joint_committee=given.get("committee"),
        follows_scale={"yes": True, "no": False}.get(given.get("scale", "")),
        postings=postings,
    )
    code = given.get("code", "")
    read = [OccupationRead(code.rstrip("?"), "the job", not code.endswith("?"))] if code else []
    return VacancyFacts.of(vacancy, read)


def _place(text: str) -> Place | None:
    if text == "nowhere":
        return None
    return read_place("", "", text) if text in REGIONS else read_place("", text)


def _wage(text: str) -> Wage:
    amount, period, *rest = text.split("/")
    low, _, high = amount.partition("-")
    basis = next((WageBasis(word) for word in rest if word in tuple(WageBasis)), None)
    currency = next((word for word in rest if word.isupper()), "EUR")
    return Wage(float(low), WagePeriod(period), float(high) if high else None, currency, basis)
