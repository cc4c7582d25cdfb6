"""An engine with two small cohorts of two schemes and two vacancies, on the starter taxonomy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.engine import Matcher
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role

PALIM = (
    'Ref;Nom;Métier;Compétences\n1;Alami;soudeur;"lecture de plan, basket weaving"\n'
    '2;Bennis;soudeur;"lecture de plan; MIG weldng"\n3;Chafik;cuisinier;Basket weaving\n'
)
THAMM = 'Ref;Nom;Métier;Compétences\n9;Autre;maçon;"tadelakt de mon oncle; lecture de plan"\n'
VACANCIES = (
    "reference,title,essential_skills\nV1,Soudeur,lire des plans standard; soudage MIG\n"
    "V2,Cuisinier,cuire des aliments\n"
)


@pytest.fixture(scope="session")
def cohort_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home to copy."""
    folder = tmp_path_factory.mktemp("offices")
    matcher = Matcher(Settings(home=folder / "home", database_url=None, encoder="embedded"))
    for name, text in (("palim.csv", PALIM), ("thamm.csv", THAMM), ("vacancies.csv", VACANCIES)):
        (folder / name).write_text(text, encoding="utf-8")
    matcher.load_cohort(folder / "palim.csv", "palim")
    matcher.load_cohort(folder / "thamm.csv", "thamm")
    matcher.load_vacancies(folder / "vacancies.csv")
    matcher.store.close()
    return folder / "home"


@pytest.fixture
def engine(cohort_home: Path, tmp_path: Path) -> Iterator[Matcher]:
    """An engine over a copy, which a test may write to."""
    home = tmp_path / "home"
    shutil.copytree(cohort_home, home)
    matcher = Matcher(Settings(home=home, database_url=None, encoder="embedded")).opened()
    yield matcher
    matcher.store.close()


@pytest.fixture
def palim_staff() -> Actor:
    """Somebody who works for one of the two schemes."""
    return Actor("ada", Role.STAFF, frozenset({"palim"}))
