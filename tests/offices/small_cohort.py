"""A small invented cohort of two schemes and two vacancies, for offices to work with."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from matcher.engine import Matcher
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.trail import Role

HEADER = "Ref;Nom;Date de naissance;Nationalité;E-mail;Téléphone;Métier;Compétences;Langues\n"
PALIM = HEADER + (
    "P1;Yousra Bénkirane-Özil;12/04/1996;Marocaine;yousra@example.org;0400 11;Développeuse PHP;PHP, MySQL;fr B2\n"
    "P2;Moussa Diarra;03/09/1990;Marocaine;;0400 22;Développeur web;PHP, HTML;fr C1\n"
    "P3;Youssra Benkirane-Ozil;12/04/1996;Marocaine;yousra@example.org;0400 11;Développeuse;PHP;\n"
)
THAMM = HEADER + "T1;Selam Tesfay;21/01/1988;Tunisienne;;;Soudeuse;soudure TIG;\n"
VACANCIES = """\
reference,title,employer,description,essential_skills,languages,place,opens,closes
V1,PHP developer,Acme,We build sites.,PHP; MySQL,Nederlands: B1,Gent,2026-01-01,
V2,Lasser,Staal NV,Wij zoeken een lasser.,TIG lassen,Dutch native,Antwerpen,,2026-02-01
"""
STAFF = Actor("Ann", Role.STAFF, frozenset({"palim"}))
RECRUITER = Actor("Rik", Role.RECRUITER)


@cache
def _loaded() -> Path:
    """Load the cohort and the vacancies into a home, once: linking their phrases takes longer than most tests."""
    folder = Path(mkdtemp(prefix="small-cohort-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    engine = _engine(folder / "home")
    for scheme, text in (("palim", PALIM), ("thamm", THAMM)):
        file = folder / f"{scheme}.csv"
        file.write_text(text, encoding="utf-8")
        assert engine.load_cohort(file, scheme).rejected == 0
    (folder / "vacancies.csv").write_text(VACANCIES, encoding="utf-8")
    assert engine.load_vacancies(folder / "vacancies.csv").rejected == 0
    engine.cohort_rows.rows(lambda *_: None)
    engine.store.close()
    return folder / "home"


def small_engine(folder: Path) -> Matcher:
    """Return an engine over a home of its own with the cohort and the vacancies."""
    shutil.copytree(_loaded(), folder / "home")
    return _engine(folder / "home")


def _engine(home: Path) -> Matcher:
    return Matcher(Settings(home=home, database_url=None, encoder="embedded", actor="Root", role="admin"))
