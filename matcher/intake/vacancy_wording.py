"""Reads the words of a vacancy, pasted or from any format: what it asks, what it pays, where, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from matcher.cues import likeliest, read_words
from matcher.intake.wording.asking import asks, begins_with, forms_of, is_promise
from matcher.intake.wording.demands import Demand, read_demands, sentences
from matcher.intake.wording.joint_committees import follows_scale, read_joint_committee
from matcher.intake.wording.licences import asks_code_95, read_licences
from matcher.intake.wording.lines import Line, Part, read_lines
from matcher.intake.wording.naming import find_employer, find_title
from matcher.intake.wording.skills import asked_skills, once
from matcher.intake.wording.spoken import asked_languages
from matcher.intake.wording.study import asked_level, asked_years, begins_with_length
from matcher.intake.wording.terms import find_contract, find_last_day, find_seats, find_start, find_wage
from matcher.intake.wording.whereabouts import find_place
from matcher.intake.wording.working_time import offers_choice, read_full_time, read_hours
from matcher.records import LanguageRequirement, Place, SkillRequirement, Wage

P = Part
T = TypeVar("T")
FEW_SKILLS = 3
"""A profile that names fewer skills leaves them to the tasks: then these are what is asked."""

_SHORT_REMARK = 3  # words: "Elke avond thuis."
_NO_DEMANDS = frozenset(
    {
        P.OFFER,
        P.ABOUT,
        P.APPLY,
        P.TITLE,
        P.EMPLOYER,
        P.PLACE,
        P.WAGE,
        P.CONTRACT,
        P.HOURS,
        P.STARTS,
        P.CLOSES,
        P.OPENINGS,
        P.REFERENCE,
        P.DETAIL,
    }
)
_ASKED = frozenset({P.PROFILE, P.WISHES, P.LANGUAGES, P.EDUCATION, P.EXPERIENCE, P.LICENCES})


@dataclass(frozen=True, slots=True)
class VacancyTold:
    """What the words of a vacancy tell; the rest is ``None`` or empty. The fields are those of ``Vacancy``."""

    title: str | None = None
    employer: str | None = None
    requirements: tuple[SkillRequirement, ...] = ()
    languages: tuple[LanguageRequirement, ...] = ()
    openings: int | None = None
    contract: str | None = None
    wage: Wage | None = None
    place: Place | None = None
    eqf: int | None = None
    years: float | None = None
    starts: date | None = None
    closes: date | None = None
    hours: float | None = None
    full_time: bool | None = None
    driving_licences: tuple[str, ...] = ()
    joint_committee: str | None = None
    follows_scale: bool | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with its parts. ``asked`` where it asks something, ``done`` where it tells what is done instead."""

    text: str
    about: Part
    demands: tuple[Demand, ...]
    language: str
    asked: bool
    done: bool


def read_vacancy_text(text: str) -> VacancyTold:
    """Return what a vacancy tells in Dutch, French, English or German, or a mixture; any string is taken.

    What the employer offers is no requirement, nor is what stands about the firm or how to apply. What is asked is
    essential unless the words say that it is welcome. Only the first ``lines.LONGEST_TEXT`` characters are read.
    """
    lines = read_lines(text)
    title, counted = find_title(lines)
    said = list(_sentences(lines, title))
    hours = _first(read_hours(line.text, labelled=line.label is P.HOURS) for line in lines)
    working_time = [line.text for line in lines if line.about not in (P.ABOUT, P.EDUCATION)]
    seats = _first(_seats(line) for line in lines)
    return VacancyTold(
        title=title,
        employer=find_employer(lines),
        requirements=_requirements(said),
        languages=_languages(said),
        openings=seats or counted,
        contract=_contract(lines),
        wage=_wage(lines),
        place=find_place(lines),
        eqf=_level(said),
        years=_years(said),
        starts=_first(
            find_start(line.text, labelled=line.label is P.STARTS) for line in lines if line.about != P.CLOSES
        ),
        closes=_first(
            find_last_day(line.text, labelled=line.label is P.CLOSES) for line in lines if line.about != P.STARTS
        ),
        hours=None if offers_choice(working_time) else hours,
        full_time=read_full_time(working_time, hours),
        driving_licences=_licences(said),
        joint_committee=read_joint_committee("\n".join(line.text for line in lines)),
        follows_scale=_first(follows_scale(line.text) for line in lines),
    )


def _sentences(lines: Sequence[Line], title: str | None) -> Iterator[_Sentence]:
    """Yield the sentences that may ask something, each told apart from those that promise or name a fact."""
    spoken = likeliest([word.form for line in islice(lines, 60) for word in read_words(line.text[:300])])
    for number, line in enumerate(lines):
        if line.about in _NO_DEMANDS or (number == 0 and line.text == title):
            continue
        for sentence in sentences(line.text):
            forms = forms_of(sentence)
            if is_promise(forms):
                continue
            priced = "€" in sentence
            asked = not priced and (line.about in _ASKED or asks(forms))
            told = line.about is P.TASKS and len(forms) > _SHORT_REMARK
            done = not (asked or priced) and (told or line.bullet or begins_with(forms, "doing"))
            yield _Sentence(sentence, line.about, read_demands(sentence), likeliest(forms, spoken), asked, done)


def _requirements(said: Sequence[_Sentence]) -> tuple[SkillRequirement, ...]:
    asked = once(_skills(sentence for sentence in said if sentence.asked))
    if sum(skill.essential for skill in asked) >= FEW_SKILLS:
        return asked
    return once((*asked, *_skills(sentence for sentence in said if sentence.done)))


def _skills(said: Iterable[_Sentence]) -> Iterator[SkillRequirement]:
    for item in said:
        listed = item.about is P.LANGUAGES
        if item.about is P.LICENCES and read_licences(item.text, labelled=True) and not asks_code_95(item.text):
            continue  # "B: vehicles up to 3.5 t"
        yield from asked_skills(item.text, item.demands, item.language, welcome=item.about is P.WISHES, listed=listed)


def _languages(said: Sequence[_Sentence]) -> tuple[LanguageRequirement, ...]:
    """Return each language once: the first that tells a level counts, and one that is needed somewhere is needed."""
    found: dict[str, LanguageRequirement] = {}
    for item in said:
        for asked in asked_languages(item.text, item.demands, listed=item.about is P.LANGUAGES):
            essential = asked.essential and item.about is not P.WISHES
            now = LanguageRequirement(asked.language, asked.cefr, asked.text, essential, asked.by_skill)
            before = found.get(asked.language)
            if before is None or (before.cefr is None and now.cefr is not None):
                found[asked.language] = now
    return tuple(found.values())


def _licences(said: Sequence[_Sentence]) -> tuple[str, ...]:
    needed = (
        read_licences(item.text[demand.start : demand.end], labelled=item.about is P.LICENCES)
        for item in said
        if item.about is not P.WISHES
        for demand in item.demands
        if not demand.welcome and not demand.unneeded
    )
    return tuple(dict.fromkeys(code for codes in needed for code in codes))


def _level(said: Sequence[_Sentence]) -> int | None:
    """Return the lowest level that the needed parts ask: ``bachelor of master`` is 6."""
    needed = (
        asked_level(item.text[demand.start : demand.end])
        for item in said
        if item.asked and item.about is not P.WISHES
        for demand in item.demands
        if not demand.welcome and not demand.unneeded
    )
    return min((level for level in needed if level is not None), default=None)


def _years(said: Sequence[_Sentence]) -> float | None:
    """Return the most years that a needed part asks; ``3+ years with Python`` needs no word for experience."""
    needed = (
        asked_years(
            item.text[demand.start : demand.end],
            unneeded=demand.unneeded,
            labelled=_counts_alone(item, demand),
        )
        for item in said
        if item.asked and item.about is not P.WISHES
        for demand in item.demands
        if not demand.welcome
    )
    return max((years for years in needed if years is not None), default=None)


def _counts_alone(item: _Sentence, demand: Demand) -> bool:
    """Tell whether a length is one of experience though its own part does not say so."""
    if item.about is P.EXPERIENCE or (item.about is P.PROFILE and begins_with_length(item.text)):
        return True
    return begins_with_length(item.text[demand.start : demand.end]) and asked_years(item.text) is not None


def _wage(lines: Sequence[Line]) -> Wage | None:
    """Return the wage: under its label first, then in what is offered, then anywhere but about the firm."""
    labelled = _first(find_wage(line.text, labelled=True) for line in lines if line.label is P.WAGE)
    offered = labelled or _first(find_wage(line.text) for line in lines if line.part is P.OFFER)
    return offered or _first(find_wage(line.text) for line in lines if line.part is not P.ABOUT)


def _contract(lines: Sequence[Line]) -> str | None:
    labelled = [line.text for line in lines if line.label is P.CONTRACT]
    if labelled:
        return find_contract(labelled) or labelled[0][:80]
    return find_contract(line.text for line in lines if line.part is not P.ABOUT)


def _seats(line: Line) -> int | None:
    if line.label is P.OPENINGS and line.text.strip().isdecimal():
        return find_seats(f"{line.text.strip()[:4]} openings")
    return find_seats(line.text) if line.about not in (P.ABOUT, P.OFFER, P.REFERENCE, P.LICENCES) else None


def _first(found: Iterable[T | None]) -> T | None:
    return next((value for value in found if value is not None), None)
