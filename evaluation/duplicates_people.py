"""Two thousand invented people, many of them registered twice, for measuring how well duplicates are found.

Made by hand and apart from the matcher: spellings stand in ``duplicates_names.toml``, errors in
``duplicates_writing.py``, and neither looks at the matcher's tables; but one author wrote both, so the figures flatter.
Half of the people, with other names, are held out: their pairs were counted, never read. Among all are pairs that are
easily taken for one person: twins, brothers and sisters with one telephone, fathers and sons of one name, namesakes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from evaluation.duplicates_names import REGIONS, Spellings, stock
from evaluation.duplicates_writing import Writing, written_again
from matcher.records import Identity

PEOPLE = 1_000  # in each part
PARTS = ("tuning", "held_out")
SEED = 20261125
_LAST_FATHER = 1976  # whose sons are of age
_TWICE, _THRICE = 0.4, 0.06
_KIN = (("sibling", 0.05), ("twin", 0.03), ("son", 0.06), ("namesake", 0.03))
_NEW_YEAR = {"maghreb": 0.01, "west_africa": 0.02, "syria": 0.15, "afghan": 0.35, "eritrea": 0.25}
_THIRD_NAME = {"maghreb": 0.1, "west_africa": 0.05, "syria": 0.3, "afghan": 0.1, "eritrea": 0.5}
_PREFIX = {"maghreb": "212", "west_africa": "221", "syria": "963", "afghan": "93", "eritrea": "291"}


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person: the words of the name, first name first, and what a register would hold."""

    number: int
    region: str
    gender: str
    name: tuple[Spellings, ...]
    born: date
    email: str | None
    phone: str | None
    household: int


@dataclass(frozen=True, slots=True)
class LabelledPeople:
    """The records of one part; ``person`` gives who each record is, by its id."""

    records: tuple[Identity, ...]
    person: dict[str, int]

    def true_pairs(self) -> set[tuple[str, str]]:
        """Return every pair of records of one person, the smaller id first."""
        by_person: dict[int, list[str]] = {}
        for record, person in self.person.items():
            by_person.setdefault(person, []).append(record)
        return {
            (min(one, other), max(one, other))
            for records in by_person.values()
            for place, one in enumerate(records)
            for other in records[:place]
        }


def labelled_people(part: str, people: int = PEOPLE, seed: int = SEED) -> LabelledPeople:
    """Return the records of one part: the same for the same seed."""
    random = Random(f"{seed} {part}")
    records, person = [], {}
    for one in _population(random, part, people):
        writing = Writing(random, stock(part, one.region).family)
        times = 1 + (random.random() < _TWICE) + (random.random() < _THRICE)
        for time in range(times):
            record = _first(one, random) if time == 0 else written_again(_first(one, random), one, writing)
            records.append(replace(record, id=f"{random.getrandbits(64):016x}"))
            person[records[-1].id] = one.number
    random.shuffle(records)
    return LabelledPeople(tuple(records), person)


def _population(random: Random, part: str, people: int) -> list[Person]:
    population: list[Person] = []
    while len(population) < people:
        one = _person(random, part, len(population))
        population.append(one)
        for kin, share in _KIN:
            if random.random() < share and (kin != "son" or one.born.year < _LAST_FATHER):
                population.append(_KINSHIP[kin](one, random, part, len(population)))
    return _with_own_addresses(population[:people])


def _with_own_addresses(population: list[Person]) -> list[Person]:
    """Return the people, those whose address came to be another's too left without: a provider gives each one once.

    A household's address stays shared.
    """
    owner: dict[str, int] = {}
    kept = []
    for one in population:
        form = (one.email or "").casefold().replace(".", "")
        kept.append(
            one if owner.setdefault(form, one.household) == one.household or not form else replace(one, email=None)
        )
    return kept


def _person(random: Random, part: str, number: int) -> Person:
    region = random.choice(REGIONS)
    names = stock(part, region)
    gender = "female" if random.random() < 0.35 else "male"
    given = random.choice(names.female if gender == "female" else names.male)
    middle = (random.choice(names.male),) if random.random() < _THIRD_NAME[region] else ()
    born = date(1967, 1, 1) + timedelta(days=random.randrange(14_000))
    if random.random() < _NEW_YEAR[region]:
        born = born.replace(month=1, day=1)
    name = (given, *middle, random.choice(names.family))
    email = _email(name, random) if random.random() < 0.7 else None
    phone = _phone(region, random) if random.random() < 0.8 else None
    return Person(number, region, gender, name, born, email, phone, number)


def _sibling(one: Person, random: Random, part: str, number: int) -> Person:
    """Return a brother or sister: another first name and birth date, the rest of the name and the telephone shared."""
    other = _person(random, part, number)
    given = _other_given(one, other.gender, random, part)
    born = one.born + timedelta(days=random.choice((-1, 1)) * random.randrange(330, 3_000))
    name = (given, *one.name[1:])
    email = _email(name, random) if random.random() < 0.6 else one.email if random.random() < 0.1 else None
    phone = one.phone if random.random() < 0.7 else other.phone
    return Person(number, one.region, other.gender, name, born, email, phone, one.household)


def _twin(one: Person, random: Random, part: str, number: int) -> Person:
    """Return a twin: as a sibling, but born on the same day and most often of the same gender."""
    gender = one.gender if random.random() < 0.7 else ("male" if one.gender == "female" else "female")
    sibling = _sibling(one, random, part, number)
    return replace(sibling, gender=gender, born=one.born, name=(_other_given(one, gender, random, part), *one.name[1:]))


def _son(one: Person, random: Random, _part: str, number: int) -> Person:
    """Return a child named after the parent, a generation younger, often with the parent's telephone."""
    born = one.born + timedelta(days=random.randrange(19 * 365, 31 * 365))
    email = _email(one.name, random) if random.random() < 0.6 else None
    phone = one.phone if random.random() < 0.7 else _phone(one.region, random)
    return replace(one, number=number, born=born, email=email, phone=phone)


def _namesake(one: Person, random: Random, part: str, number: int) -> Person:
    """Return a stranger of the same name: another birth date, another address and number."""
    other = _person(random, part, number)
    email = _email(one.name, random) if other.email else None
    phone = _phone(one.region, random) if other.phone else None
    return replace(other, region=one.region, gender=one.gender, name=one.name, email=email, phone=phone)


_KINSHIP = {"sibling": _sibling, "twin": _twin, "son": _son, "namesake": _namesake}


def _other_given(one: Person, gender: str, random: Random, part: str) -> Spellings:
    names = stock(part, one.region)
    given = names.female if gender == "female" else names.male
    return random.choice([name for name in given if name not in one.name])


def _first(one: Person, random: Random) -> Identity:
    name = " ".join(spellings.latin[0] for spellings in one.name)
    gender = one.gender if random.random() < 0.85 else None
    return Identity("", random.choice(("palim", "thamm", "asylum")), name, one.born, gender, one.email, one.phone)


def _email(name: tuple[Spellings, ...], random: Random) -> str:
    first, last = (spellings.latin[0].casefold().replace(" ", "").replace("'", "") for spellings in (name[0], name[-1]))
    local = random.choice((f"{first}.{last}", f"{first}{last}", f"{last}{first[0]}", f"{first[0]}.{last}"))
    number = random.choice(("", "", str(random.randrange(1, 999)), str(random.randrange(1970, 2005))))
    return f"{local}{number}@{random.choice(('gmail.com', 'gmail.com', 'example.org', 'example.net'))}"


def _phone(region: str, random: Random) -> str:
    return f"+{_PREFIX[region]} 0{random.randrange(10_000_000, 99_999_999)}"
