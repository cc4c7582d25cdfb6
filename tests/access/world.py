"""A small world in which something is out of reach of everybody but an administrator.

Staff reach one scheme of two. A recruiter's organisation is shown one candidate of that scheme and one vacancy, and
has a shortlist, on which an administrator put somebody else too; another organisation has its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from matcher.accounts import Directory, Position, Sharing
from matcher.engine import Matcher
from matcher.linkers import Linkers
from matcher.settings import Settings
from matcher.stewardship import Actor
from matcher.store.held_accounts import ShareKind
from matcher.trail import Role
from tests.access.acts import Acts, act
from tests.access.arguments import ACCOUNT, Things, beyond_blind, beyond_staff, number_of, plain_things
from tests.measured.written import write_run

HEADER = "Ref;Nom;E-mail;Sexe;Né(e) le;Nationalité;Métier;Compétences;Présentation\n"
REACHED = HEADER + (
    "A1;Jan Janssens;jan@example.org;M;14/05/1992;MA;Lasser;MIG lassen, manden vlechten;Ik ben Jan Janssens en ik las\n"
    "A2;Piet Pieters;piet@example.org;M;15/05/1992;MA;Bakker;brood bakken;Piet Pieters bakt brood\n"
    "A3;Jan Janssen;jan3@example.org;M;14/05/1992;MA;Lasser;MIG lassen;\n"
)
BEYOND = HEADER + (
    "B1;Els Elsen;els@example.org;F;16/05/1992;TN;Lasser;MIG lassen, tadelakt van mijn oom;\n"
    "B2;Else Elsen;else@example.org;F;17/05/1992;TN;Bakker;brood bakken;\n"
)
VACANCIES = "reference,title,essential_skills\nV1,Lasser,MIG lassen\nV2,Bakker,brood bakken\n"
NAMES = ("Janssen", "Pieters", "Elsen", "@example.org")
SCHEMES = ("palim", "thamm")
LEGAL_FACTS = ("'MA'", "'TN'", "Moroc", "Tunis", "1992-05", "/05/1992", "date(1992", "'male'", "'female'")


@dataclass(frozen=True)
class World:
    """An engine over the small world, the actors in it, and what they may see.

    ``ids`` are those of records by the sender's reference, ``within`` what stands for arguments that anybody may name
    whose own it is, ``beyond`` what stands for them out of the reach of the roles that have one.
    """

    engine: Matcher
    actors: dict[Role, Actor]
    ids: dict[str, str]
    within: dict[Role, Things]
    beyond: dict[Role, Things]

    def secrets(self, role: Role) -> tuple[str, ...]:
        """Words that nothing may hold that a role is answered."""
        if role is Role.ADMIN:
            return ()
        if role is Role.AUDITOR:  # ids stand in the log: they say nothing of who somebody is
            return (*NAMES, *LEGAL_FACTS)
        if role is Role.STAFF:
            return ("Elsen", "els@", "else@", "tadelakt", self.ids["B1"], self.ids["B2"], *self._strings(role))
        hidden = (*NAMES, *(self.ids[key] for key in ("A2", "A3", "B1", "B2", "V2")))
        if role is Role.RECRUITER:
            return (*hidden, *LEGAL_FACTS, *SCHEMES, *self._strings(role))
        return (*hidden, self.ids["A1"], self.ids["V1"])

    def _strings(self, role: Role) -> tuple[str, ...]:
        """The ids of decisions, lists and acts out of reach; no short words, which may stand anywhere by chance."""
        return tuple(each for each in self.beyond[role].values() if isinstance(each, str) and len(each) > 30)


def build(home: Path, linkers: Linkers | None = None) -> World:
    """Build the world in an empty home."""
    engine = Matcher(_settings(home))
    if linkers is not None:
        engine.__dict__["linkers"] = linkers
    home.mkdir(parents=True, exist_ok=True)
    for scheme, content in (("palim", REACHED), ("thamm", BEYOND)):
        path = home / f"{scheme}.csv"
        path.write_text(content, encoding="utf-8")
        engine.load_cohort(path, scheme)
    (home / "vacancies.csv").write_text(VACANCIES, encoding="utf-8")
    engine.load_vacancies(home / "vacancies.csv")
    for name in ("first", "second"):
        write_run(engine.settings.runs_folder, name, values=[0.5] * 20)
    actors = {role: Actor(role.capitalize(), role) for role in Role}
    actors[Role.STAFF] = Actor("Staff", Role.STAFF, frozenset({"palim"}))
    actors[Role.RECRUITER] = replace(actors[Role.RECRUITER], organisation=_organisation(engine, "De Gist", "A1", "V1"))
    other = Actor("Rival", Role.RECRUITER, None, _organisation(engine, "De Oven", "A2", "V2"))
    ids = {item.key: item.id for item in (*engine.store.candidates(), *engine.store.vacancies())}
    acts = act(engine, actors, other, ids)
    return World(engine, actors, ids, _within(engine, actors, ids, acts), _beyond(engine, ids, acts))


def _settings(home: Path) -> Settings:
    return Settings(home=home, database_url=None, encoder="embedded", role="admin", runs=None)


def _organisation(engine: Matcher, name: str, candidate: str, vacancy: str) -> str:
    """Add an organisation that is shown one candidate and one vacancy; return its id."""
    admin = Actor("Ann", Role.ADMIN)
    organisation = Directory(engine.store.accounts(), admin).add_organisation(name)
    sharing = Sharing(engine.store, admin)
    sharing.share(ShareKind.CANDIDATE, candidate, name)
    sharing.share(ShareKind.VACANCY, vacancy, name)
    return organisation.id


def _within(engine: Matcher, actors: dict[Role, Actor], ids: dict[str, str], acts: Acts) -> dict[Role, Things]:
    own = engine.store.vacancy("V1")
    shared = plain_things(own, date.today()) | {
        **{"CANDIDATE": ids["A1"], "VACANCY": own.id, "VACANCY_KEY": "V1", "A_VACANCY": own},
        **{"THIRD": ids["A3"], "SOUGHT": "lasser", "NAMED": "janssens"},
        **number_of(ids["A1"]),
        **acts.within,
    }
    return {role: shared | {"SEARCH": acts.searches.get(actors[role].name, "")} for role in Role}


def _beyond(engine: Matcher, ids: dict[str, str], acts: Acts) -> dict[Role, Things]:
    """What is out of reach: of staff the other scheme, of recruiters what is not shared; of others nothing or all."""
    other = engine.store.vacancy("V2")
    mine = acts.searches["Admin"]
    staff = {"CANDIDATE": ids["B1"], "THIRD": ids["B2"], "NAMED": "elsen", "SEARCH": mine}
    staff |= beyond_staff() | acts.beyond_staff
    recruiter = {"CANDIDATE": ids["A2"], "VACANCY": other.id, "VACANCY_KEY": "V2", "A_VACANCY": other}
    recruiter |= {"SOUGHT": "bakker", "SEARCH": mine} | beyond_blind() | acts.beyond_recruiters
    return {role: {} for role in Role} | {Role.STAFF: staff, Role.RECRUITER: recruiter}


def _open_accounts(engine: Matcher) -> None:
    """Add accounts, as one manages them: in the world itself they would close the app to whoever tries its pages."""
    directory = Directory(engine.store.accounts(), Actor("Ann", Role.ADMIN))
    directory.add("ann", Position("admin"), None)
    directory.add(ACCOUNT, Position("staff", ("thamm",)), None)


@contextmanager
def copied(world: World, folder: Path) -> Iterator[World]:
    """Give a copy of the world that may be changed, until the block ends."""
    home = folder / "copy"
    world.engine.store.close()
    shutil.copytree(world.engine.settings.home, home)
    engine = Matcher(_settings(home))
    for part in ("taxonomy", "encoder", "linkers", "_searches"):  # no act changes them, and opening them takes a second
        engine.__dict__[part] = getattr(world.engine, part)
    _open_accounts(engine)
    yield World(engine, world.actors, world.ids, world.within, world.beyond)
    engine.store.close()
    shutil.rmtree(home)
