"""How a second register writes down a person whom a first one has: in other letters, in another order, with slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Protocol

from evaluation.duplicates_names import Spellings
from matcher.records import Identity

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Written(Protocol):
    """What is known of the person written down."""

    @property
    def region(self) -> str:
        """Where the person is from."""

    @property
    def gender(self) -> str:
        """Female or male."""

    @property
    def name(self) -> tuple[Spellings, ...]:
        """First name, other names, family name."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A clerk: chance, and the family names into which women may marry."""

    random: Random
    families: Sequence[Spellings]

    def happens(self, share: float) -> bool:
        """Tell whether something happens that does so in that share of cases."""
        return self.random.random() < share


def written_again(first: Identity, person: Written, writing: Writing) -> Identity:
    """Return the record that another register holds of the same person."""
    return replace(
        first,
        name=_name(person, writing),
        birth_date=_birth_date(first.birth_date, person.region, writing),
        gender=_gender(first.gender, writing),
        email=_email(first.email, writing),
        phone=_phone(first.phone, writing),
    )


def _name(person: Written, writing: Writing) -> str:
    words = list(person.name)
    if person.gender == "female" and writing.happens(0.08):
        words[-1] = writing.random.choice(writing.families)
    if len(words) > 2 and writing.happens(0.5):
        del words[1]
    if all(word.native for word in words) and writing.happens(0.15):
        return " ".join(word.native or "" for word in words)
    spelt = [writing.random.choice(word.latin) if writing.happens(0.55) else word.latin[0] for word in words]
    if writing.happens(0.1):
        place = writing.random.randrange(len(spelt))
        spelt[place] = _mistyped(spelt[place], writing.random)
    if writing.happens(0.25):
        family = spelt.pop()
        spelt.insert(0, family.upper() if writing.happens(0.7) else family)
    return " ".join(spelt)


def _mistyped(word: str, random: Random) -> str:
    if len(word) < 5:
        return word
    place = random.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return random.choice(
        (
            before + after,
            before + random.choice(_LETTERS) + after,
            before + letter + letter + after,
            before[:-1] + letter + before[-1] + after,
        )
    )


def _birth_date(born: date | None, region: str, writing: Writing) -> date | None:
    if born is None or writing.happens(0.04):
        return None
    if region in ("syria", "afghan", "eritrea") and writing.happens(0.1):
        return date(born.year + (writing.random.choice((-1, 0, 0, 0, 1))), 1, 1)
    chance, total = writing.random.random(), 0.0
    for share, slip in _SLIPS:
        total += share
        if chance < total:
            return slip(born, region, writing.random)
    return born


def _swapped(born: date, _region: str, _random: Random) -> date:
    return date(born.year, born.day, born.month) if born.day <= 12 else born


def _year_off(born: date, _region: str, random: Random) -> date:
    year = born.year + random.choice((-1, 1))
    return date(year, born.month, 28 if (born.month, born.day) == (2, 29) else born.day)


def _digit_off(born: date, _region: str, random: Random) -> date:
    return date(born.year, born.month, min(28, max(1, born.day + random.choice((-10, -1, 1, 10)))))


def _another_calendar(born: date, region: str, _random: Random) -> date:
    """Return the date as half converted: the year is right or nearly so, day and month are those of the other calendar.

    The Afghan year begins on 21 March, the Ge'ez one on 11 September with months of 30 days; written out for these
    two alone, and by counting days from the new year rather than by the formulas of the matcher.
    """
    if region not in ("afghan", "eritrea"):
        return born
    start_month, start_day = (3, 21) if region == "afghan" else (9, 11)
    year = born.year if (born.month, born.day) >= (start_month, start_day) else born.year - 1
    passed = (born - date(year, start_month, start_day)).days
    if region == "afghan":
        month, day = (passed // 31, passed % 31) if passed < 186 else (6 + (passed - 186) // 30, (passed - 186) % 30)
        return date(year, 1, 1) + timedelta(days=passed) if month > 11 else _as_written(year, month + 1, day + 1)
    return _as_written(year - 7, passed // 30 + 1, passed % 30 + 1) if passed < 360 else born


def _as_written(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, 28) if month == 2 else min(day, 30))


_SLIPS: tuple[tuple[float, Callable[[date, str, Random], date]], ...] = (
    (0.05, _swapped),
    (0.03, _year_off),
    (0.02, _digit_off),
    (0.02, _another_calendar),
)


def _gender(gender: str | None, writing: Writing) -> str | None:
    if gender is None or writing.happens(0.15):
        return None
    return ("male" if gender == "female" else "female") if writing.happens(0.005) else gender


def _email(email: str | None, writing: Writing) -> str | None:
    if email is None or writing.happens(0.15):
        return None
    local, _, domain = email.partition("@")
    if writing.happens(0.2):
        return f"{local}.{writing.random.randrange(10, 99)}@{writing.random.choice(('example.com', 'example.org'))}"
    if domain == "gmail.com" and writing.happens(0.3):
        dotted = f"{local[:3]}.{local[3:]}" if "." not in local else local.replace(".", "")
        return writing.random.choice((f"{dotted}@{domain}", f"{local}+belgique@{domain}", f"{local.title()}@Gmail.com"))
    return email


def _phone(phone: str | None, writing: Writing) -> str | None:
    if phone is None or writing.happens(0.15):
        return None
    country, _, number = phone.partition(" ")
    if writing.happens(0.25):
        return f"+32 0{writing.random.randrange(10_000_000, 99_999_999)}"
    grouped = " ".join(number[place : place + 2] for place in range(0, len(number), 2))
    return writing.random.choice(
        (
            phone,
            number,
            grouped,
            f"00{country[1:]}{number}",
            f"{country}{number.removeprefix('0')}",
            f"({country}) {grouped}",
        )
    )
