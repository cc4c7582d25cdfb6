"""Cohorts, vacancies and open stores for the tests of the store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import strategies as st

import matcher
from matcher.records import (
    Candidate,
    Education,
    Experience,
    LanguageSkill,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
    Source,
    StatusEvent,
    Vacancy,
)
from matcher.store import Store
from matcher.store.codec import encode

CHILD = Path(__file__).with_name("loading_child.py")
ROOT = Path(matcher.__file__).parents[1]


def _environment() -> dict[str, str]:
    """The environment of a process that finds the package where this one found it."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}


_SIMPLE = {
    str: st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    float: st.floats(-1e15, 1e15),  # jsonb gives whole numbers back as such, which beyond 2**53 are not the same
    date: st.dates(),
}


def _strategy(hint: Any) -> st.SearchStrategy[Any]:
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{item.name: _strategy(hints[item.name]) for item in fields(hint)})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if get_origin(hint) is tuple:
        items = get_args(hint)
        if items[-1] is Ellipsis:
            return st.lists(_strategy(items[0]), max_size=3).map(tuple)
        return st.tuples(*map(_strategy, items))
    if NoneType in get_args(hint):
        return st.one_of(st.none(), *(_strategy(item) for item in get_args(hint) if item is not NoneType))
    return _SIMPLE[hint]


@pytest.fixture(scope="session")
def any_of() -> Callable[[type], st.SearchStrategy[Any]]:
    """A strategy for a noun in which every field varies."""
    return _strategy


def _candidate(number: int, edition: int) -> Candidate:
    skills = ("soudure à l'arc", "MIG weldng", "lecture de plans", "sécurité", "meulage", "découpe plasma")
    return Candidate(
        id="",
        key=f"PAL-{number:05}",
        scheme="palim",
        source=Source("palim.xlsx", "Liste", number + 2),
        person=Person(f"Name {number}", "f", f"name{number}@example.org", "+212 600 000 000"),
        status=LegalStatus("MA", date(1990, 1, 1 + number % 28), None, (StatusEvent("applied", date(2025, 3, 1)),)),
        profile=ProfessionalProfile(
            occupations=("Soudeur à l'arc",),
            skills=tuple(SkillStatement(f"{skill} {number}", 0.5, "trainer") for skill in skills),
            experience=(Experience("Welder", 2.5, date(2015, 1, 1), None, "Pipes and tanks. " * 20),) * 2,
            education=(Education("Technicien spécialisé", 5),),
            languages=(LanguageSkill("fr", "B2", "français"), LanguageSkill("ar")),
            summary=f"edition {edition}",
        ),
        extra=(("Remarque", "à rappeler"),),
    )


@pytest.fixture(scope="session")
def cohort() -> Callable[..., tuple[Candidate, ...]]:
    """``cohort(size, first=0, edition=1)``: candidates with keys in a row; another edition says something else."""

    def build(size: int, first: int = 0, edition: int = 1) -> tuple[Candidate, ...]:
        return tuple(_candidate(number, edition) for number in range(first, first + size))

    return build


@pytest.fixture(scope="session")
def vacancy() -> Callable[..., Vacancy]:
    """``vacancy(key, **fields)``: a vacancy with that reference."""

    def build(key: str, **said: Any) -> Vacancy:
        return Vacancy(**{"id": "", "key": key, "title": "Lasser", "source": Source("vdab.csv", None, 2), **said})

    return build


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """``child(url, candidates)``: a process that says "ready", waits for a line, then opens the store and loads.

    With ``again=True`` it loads at every line; see ``loading_child.py``.
    """
    started: list[subprocess.Popen[str]] = []

    def start(url: str, candidates: Sequence[Candidate], *, again: bool = False) -> subprocess.Popen[str]:
        path = tmp_path / f"cohort-{len(started)}.jsonl"
        path.write_text("".join(json.dumps(encode(candidate)) + "\n" for candidate in candidates), encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, str(CHILD), url, str(path), *(["--again"] if again else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=_environment(),
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def python() -> Callable[[str], str]:
    """``python(code)``: what a fresh interpreter writes when it runs the code."""

    def run(code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            env=_environment(),
        )
        return done.stdout.strip()

    return run
