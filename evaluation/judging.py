"""What somebody who grades pools by hand is shown, and their file of judgements, in which nothing is overwritten."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evaluation.agreement import GRADES, KAPPAS, Agreement
from evaluation.pools import Graded, Person
from matcher.errors import UsageError
from matcher.records import ProfessionalProfile, Vacancy

AUTHOR = "the author"
SKIP, BACK, QUIT = "s", "b", "q"
ANSWERS = (*map(str, GRADES), SKIP, BACK, QUIT)
_NAME = re.compile(r"[\w.-]{1,60}")
Pair = tuple[Person, str]
"""A person (scheme and key) and the vacancy's reference."""


@dataclass(frozen=True, slots=True)
class Item:
    """One pair to grade, in the pool in which it first stands."""

    pool: str
    pair: Pair


def items(grades: Iterable[Graded], pools: int = 0) -> tuple[Item, ...]:
    """Return the pairs to grade, each once, pool by pool; of the first ``pools`` only where that is not 0."""
    names: dict[str, None] = {}
    found: dict[Pair, Item] = {}
    for line in grades:
        names[line.pool] = None
        if pools and len(names) > pools:
            break
        found.setdefault((line.person, line.vacancy), Item(line.pool, (line.person, line.vacancy)))
    return tuple(found.values())


class Judgements:
    """One person's judgements: a file of JSON lines to which each answer is added; the last one on a pair counts."""

    def __init__(self, folder: Path, name: str) -> None:
        """Name the file.

        Raises:
            UsageError: the name could not be a file's.
        """
        if not _NAME.fullmatch(name) or name.startswith("."):
            raise UsageError(f"{name!r} cannot name a file of judgements: use letters, digits, '.', '-' and '_'.")
        self.name = name
        self._path = folder / f"{name}.jsonl"

    def read(self) -> dict[Pair, int | None]:
        """Return the grade of each pair, ``None`` for one that was skipped.

        Raises:
            UsageError: a line is no judgement.
        """
        found: dict[Pair, int | None] = {}
        if not self._path.is_file():
            return found
        for number, line in enumerate(self._path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                row = json.loads(line)
                grade = row["grade"]
                pair = (str(row["scheme"]), str(row["candidate"])), str(row["vacancy"])
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{self._path}, line {number}: no judgement; take the line out.") from error
            if grade is not None and grade not in GRADES:
                raise UsageError(f"{self._path}, line {number}: grade {grade!r}; use 0 to 3, or null for skipped.")
            found[pair] = grade
        return found

    def add(self, item: Item, grade: int | None) -> None:
        """Add one answer at the end of the file."""
        (scheme, candidate), vacancy = item.pair
        row = {"pool": item.pool, "scheme": scheme, "candidate": candidate, "vacancy": vacancy, "grade": grade}
        row["at"] = datetime.now(UTC).isoformat(timespec="seconds")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


class Session:
    """Walks through the pairs that somebody has not answered yet; a step back may correct what they have."""

    def __init__(self, some: Sequence[Item], judgements: Judgements) -> None:
        """Begin at the first pair without an answer."""
        self._items = some
        self._judgements = judgements
        self._answered = set(judgements.read())
        self._place = -1
        self._forward()

    @property
    def current(self) -> Item | None:
        """The pair to grade, or ``None`` where all are."""
        return self._items[self._place] if self._place < len(self._items) else None

    @property
    def done(self) -> int:
        """How many pairs have an answer."""
        return sum(item.pair in self._answered for item in self._items)

    def answer(self, text: str) -> bool:
        """Take an answer on the current pair; return whether to go on.

        Raises:
            UsageError: it is none of :data:`ANSWERS`.
        """
        answer = text.strip().lower()
        if answer not in ANSWERS:
            raise UsageError(f"{text!r} is no answer: type a grade 0 to 3, s to skip, b to go back, or q to stop.")
        if answer == QUIT or self.current is None:
            return False
        if answer == BACK:
            self._place = max(0, self._place - 1)
            return True
        self._judgements.add(self.current, None if answer == SKIP else int(answer))
        self._answered.add(self.current.pair)
        self._forward()
        return self.current is not None

    def _forward(self) -> None:
        self._place += 1
        while self._place < len(self._items) and self._items[self._place].pair in self._answered:
            self._place += 1


@dataclass(frozen=True, slots=True)
class Compared:
    """Two who graded some pairs alike: each kappa, how many grades are equal, and where they differ most."""

    one: str
    other: str
    n: int
    equal: int
    kappas: Mapping[str, Agreement]
    disagreements: tuple[tuple[str, int, int], ...]
    """``(pool, pairs that differ, the sum of their distances)``, worst first."""


def compare(grades: Mapping[str, Mapping[Pair, int | None]], some: Sequence[Item]) -> Iterator[Compared]:
    """Compare each two who graded, on the pairs that both gave a grade."""
    names = list(grades)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            both = [
                (item.pool, first, second)
                for item in some
                if (first := grades[one].get(item.pair)) is not None
                and (second := grades[other].get(item.pair)) is not None
            ]
            yield _compared((one, other), both)


def _compared(names: tuple[str, str], both: Sequence[tuple[str, int, int]]) -> Compared:
    pools, first, second = ([row[place] for row in both] for place in range(3))
    apart: dict[str, list[int]] = defaultdict(list)
    for pool, left, right in both:
        if left != right:
            apart[str(pool)].append(abs(left - right))
    worst = sorted(((pool, len(steps), sum(steps)) for pool, steps in apart.items()), key=lambda row: (-row[2], row[0]))
    ones, others, groups = list(map(int, first)), list(map(int, second)), list(map(str, pools))
    kappas = {name: kappa(ones, others, groups) for name, kappa in KAPPAS.items()}
    return Compared(*names, len(both), len(both) - sum(map(len, apart.values())), kappas, tuple(worst))


def lines_of_vacancy(vacancy: Vacancy) -> Iterator[str]:
    """Put into lines what a vacancy asks for, without employer, place, wage and languages."""
    yield vacancy.title
    if vacancy.description:
        yield f"  {vacancy.description}"
    for name, essential in (("asked", True), ("welcome", False)):
        texts = [asked.text for asked in vacancy.requirements if asked.essential is essential]
        if texts:
            yield f"  {name}: {'; '.join(texts)}"
    if vacancy.years is not None:
        yield f"  years asked: {vacancy.years:g}"


def lines_of_profile(profile: ProfessionalProfile) -> Iterator[str]:
    """Put into lines what a masked profile says of work, without languages."""
    yield ", ".join(profile.occupations) or "no occupation stated"
    if profile.skills:
        yield f"  skills: {'; '.join(statement.text for statement in profile.skills)}"
    for job in profile.experience:
        told = [job.title, f"{job.years:g} years" if job.years is not None else "", job.description or ""]
        yield f"  job: {', '.join(dict.fromkeys(text for text in told if text))}"
    for study in profile.education:
        yield f"  studied: {study.text}"
    if profile.summary:
        yield f"  {profile.summary}"
