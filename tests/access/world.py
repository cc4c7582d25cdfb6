"""A small world in which something is out of reach of everybody but an administrator.

Staff reach one scheme of two. A recruiter's organisation is shown one candidate of that scheme and one vacancy.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from matcher.accounts import Directory, Sharing
from matcher.engine import Matcher
from matcher.linkers import Linkers
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role

HEADER = "Ref;Nom;E-mail;Nationalité;Métier;Compétences\n"
REACHED = HEADER + (
    "A1;Jan Janssens;jan@example.org;MA;Lasser;MIG lassen\nA2;Piet Pieters;piet@example.org;MA;Bakker;brood bakken\n"
)
BEYOND = HEADER + "B1;Els Elsen;els@example.org;TN;Lasser;MIG lassen\n"
VACANCIES = "reference,title,essential_skills\nV1,Lasser,MIG lassen\nV2,Bakker,brood bakken\n"
IDENTITIES = ("Janssens", "Pieters", "Elsen", "jan@example.org", "piet@example.org", "els@example.org")


@dataclass(frozen=True)
class World:
    """An engine over the small world, the actors in it, and what they may see."""

    engine: Matcher
    actors: dict[Role, Actor]
    ids: dict[str, str]

    def seen(self, role: Role) -> dict[str, str]:
        """What stands for the arguments of a call that is within anybody's reach."""
        return {"CANDIDATE": self.ids["A1"], "VACANCY": self.ids["V1"], "VACANCY_KEY": "V1"}

    def unseen(self, role: Role) -> dict[str, str]:
        """What stands for them where it is out of the reach of a role that has one; staff see every vacancy."""
        if role is Role.STAFF:
            return {"CANDIDATE": self.ids["B1"]}
        return {"CANDIDATE": self.ids["A2"], "VACANCY": self.ids["V2"], "VACANCY_KEY": "V2"}

    def secrets(self, role: Role) -> tuple[str, ...]:
        """Words that nothing may hold that a role is answered."""
        if role is Role.ADMIN:
            return ()
        if role is Role.STAFF:
            return (self.ids["B1"], "Elsen", "els@example.org")
        if role is Role.RECRUITER:
            return (*IDENTITIES, *(self.ids[key] for key in ("A2", "B1", "V2")))
        return (*IDENTITIES, *(self.ids[key] for key in ("A1", "A2", "B1")))


def build(home: Path, linkers: Linkers | None = None) -> World:
    """Build the world in an empty home."""
    engine = Matcher(Settings(home=home, database_url=None, encoder="embedded", role="admin"))
    if linkers is not None:
        engine.__dict__["linkers"] = linkers
    home.mkdir(parents=True, exist_ok=True)
    for scheme, content in (("palim", REACHED), ("thamm", BEYOND)):
        path = home / f"{scheme}.csv"
        path.write_text(content, encoding="utf-8")
        engine.load_cohort(path, scheme)
    (home / "vacancies.csv").write_text(VACANCIES, encoding="utf-8")
    engine.load_vacancies(home / "vacancies.csv")
    admin = Actor("Ann", Role.ADMIN)
    organisation = Directory(engine.store.accounts(), admin).add_organisation("De Gist")
    sharing = Sharing(engine.store, admin)
    sharing.share(ShareKind.CANDIDATE, "A1", "De Gist")
    sharing.share(ShareKind.VACANCY, "V1", "De Gist")
    actors = {role: Actor(role.capitalize(), role) for role in Role}
    actors[Role.STAFF] = Actor("Staff", Role.STAFF, frozenset({"palim"}))
    actors[Role.RECRUITER] = Actor("Recruiter", Role.RECRUITER, None, organisation.id)
    candidates = {item.key: item.id for item in engine.store.candidates()}
    vacancies = {item.key: item.id for item in engine.store.vacancies()}
    return World(engine, actors, candidates | vacancies)


@contextmanager
def copied(world: World, folder: Path) -> Iterator[World]:
    """Give a copy of the world that may be changed, until the block ends."""
    home = folder / "copy"
    world.engine.store.close()
    shutil.copytree(world.engine.settings.home, home)
    engine = Matcher(Settings(home=home, database_url=None, encoder="embedded", role="admin"))
    engine.__dict__["linkers"] = world.engine.linkers
    yield World(engine, world.actors, world.ids)
    engine.store.close()
    shutil.rmtree(home)
