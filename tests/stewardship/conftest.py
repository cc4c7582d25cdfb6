"""Registers with one invented cohort, and engines over homes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from matcher.engine import Matcher
from matcher.lawful import Basis, Declaration, Purpose
from matcher.linkers import Linkers
from matcher.records import (
    Candidate,
    Experience,
    LegalStatus,
    Person,
    ProfessionalProfile,
    SkillStatement,
    Source,
)
from matcher.settings import Settings
from matcher.store import Store
from matcher.trail import Action, Note, Role

HEADER = "Référence;Nom;Date de naissance;E-mail;Téléphone;Métier;Compétences;Expérience;Remarque"
ROWS = (
    "ST-001;Yousra Bénkirane-Özil;12/04/1996;yousra.benkirane@example.org;+32 000 11 22 33;Développeuse PHP;"
    "PHP; MySQL; sites pour l'Atelier Zellige de Tétouan;2019-2023 développeuse web chez Zellige Numérique;"
    "à rappeler par sa sœur Ghizlane"
).replace("PHP; MySQL; sites", "PHP, MySQL, sites")
OTHERS = (
    "ST-002;Moussa Diarra;03/09/1990;moussa.diarra@example.org;+32 000 44 55 66;Développeur web;PHP, HTML, CSS;"
    "2015-2022 développeur web;",
    "ST-003;Selam Tesfay;21/01/1988;selam.tesfay@example.org;+32 000 77 88 99;Soudeuse;soudure TIG, lecture de plans;"
    "2010-2020 soudeuse;",
)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def register(store: Store):
    return store.register()


@pytest.fixture
def note() -> Callable[..., Note]:
    """``note(subject)``: an entry about something."""

    def build(subject: str = "x", action: Action = Action.VIEW, **detail: object) -> Note:
        return Note("Ann", Role.STAFF, action, subject, "matching", detail)

    return build


def candidate(number: int, **said: object) -> Candidate:
    """An invented candidate without an id."""
    return Candidate(
        **{
            "id": "",
            "key": f"ST-{number:03}",
            "scheme": "palim",
            "source": Source("cohort.csv", None, number + 1),
            "person": Person(f"Name {number} Somebody"),
            "status": LegalStatus(birth_date=date(1990, 1, number)),
            "profile": ProfessionalProfile(("Welder",), (SkillStatement("TIG welding"),), (Experience("Welder", 2.0),)),
            **said,
        }
    )


@pytest.fixture
def held(store: Store, register, note) -> dict[str, str]:
    """Three people held under a public task: their ids by the sender's key."""
    people = [candidate(number) for number in (1, 2, 3)]
    declared = Declaration(Basis.PUBLIC_TASK, Purpose.MATCHING)
    store.load_cohort(people, "palim", afterwards=register.on_cohort(note("palim", Action.LOAD), declared))
    return {person.key: person.id for person in store.candidates()}


@pytest.fixture
def cohort_file(tmp_path: Path) -> Path:
    """A cohort of three, the first of whom is to be erased."""
    path = tmp_path / "cohort.csv"
    path.write_text("\n".join([HEADER, ROWS, *OTHERS]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def linkers(tmp_path_factory: pytest.TempPathFactory) -> Linkers:
    """Linkers that are the same for every home: opening them takes longer than most of these tests."""
    return Matcher(Settings(home=tmp_path_factory.mktemp("linkers"), database_url=None, encoder="embedded")).linkers


@pytest.fixture
def engine(url: str, home: Path, linkers: Linkers) -> Iterator[Matcher]:
    """An engine over an empty home and an empty database."""
    matcher = Matcher(Settings(home=home, database_url=url, encoder="embedded", actor="Ann"))
    matcher.__dict__["linkers"] = linkers
    yield matcher
    matcher.store.close()
