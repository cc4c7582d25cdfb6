"""What a record says otherwise than before, field by field; what may name a person is only said to have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from matcher.records import (
    Candidate,
    Education,
    Experience,
    Extra,
    FieldChange,
    LanguageSkill,
    Leg,
    ProfessionalProfile,
    SkillStatement,
)

_SAYS_NOTHING = frozenset({"id", "key", "scheme", "source"})
_LONGEST = 300


def differences(was: Candidate, now: Candidate) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order of the record.

    Words are given of the masked profile and the leg alone. Of the person, the legal status, the words as stated and
    the columns kept verbatim it is only said that they changed.
    """
    return tuple(_differences(was, now))


def _differences(was: Candidate, now: Candidate) -> Iterator[FieldChange]:
    for part in fields(Candidate):
        before, after = getattr(was, part.name), getattr(now, part.name)
        if part.name in _SAYS_NOTHING or before == after:
            continue
        if part.name in {"person", "status"}:
            names = [field.name for field in fields(before)]
            yield from (FieldChange(name) for name in names if getattr(before, name) != getattr(after, name))
        elif part.name == "profile":
            yield from _profile_differences(before, after)
        elif part.name == "leg":
            yield FieldChange("leg", _leg(before), _leg(after))
        elif part.name == "extra":
            headings = dict.fromkeys(
                heading for heading, _ in (*before, *after) if _texts(before, heading) != _texts(after, heading)
            )
            yield from (FieldChange(f"extra: {heading}") for heading in headings)
            if not headings:
                yield FieldChange("extra: order of the columns")
        elif part.name != "stated" or was.profile == now.profile:
            # Where the masked profile changed too, that says it better.
            yield FieldChange("the words as stated" if part.name == "stated" else part.name)


def _profile_differences(was: ProfessionalProfile, now: ProfessionalProfile) -> Iterator[FieldChange]:
    for part in fields(ProfessionalProfile):
        before, after = getattr(was, part.name), getattr(now, part.name)
        if before != after:
            yield FieldChange(part.name, _words(before), _words(after))


def _texts(extra: Extra, heading: str) -> list[str]:
    return [text for name, text in extra if name == heading]


def _leg(leg: Leg | None) -> str:
    return f"{leg.origin} to {leg.destination}" + " (assumed)" * leg.assumed if leg else ""


def _words(value: object) -> str:
    text = "; ".join(map(_word, value)) if isinstance(value, tuple) else str(value or "")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _word(item: object) -> str:
    match item:
        case SkillStatement(text=text):
            return text
        case Education():
            return _course(item)
        case LanguageSkill(language=language, cefr=cefr):
            return f"{language} {cefr or '(level unknown)'}"
        case Experience(title=title, years=years):
            return f"{title or 'experience'} ({years or '?'} years)"
        case _:
            return str(item)


def _course(course: Education) -> str:
    """Return a course with what was decided of it: ``licence (level EQF 6, NARIC-Vlaanderen, 2026-03-12)``."""
    national = f" (national level {course.national_level})" if course.national_level else ""
    decided = [
        ", ".join(
            part
            for part in (
                f"{each.kind.value} EQF {each.eqf}" if each.eqf else each.kind.value,
                each.profession or "",
                each.authority,
                each.on.isoformat() if each.on else "",
            )
            if part
        )
        for each in course.recognitions
    ]
    return course.text + national + "".join(f" ({words})" for words in decided)
