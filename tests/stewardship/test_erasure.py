"""After an erasure no byte of the person is left in the home folder or in the database; everybody else is."""

from __future__ import annotations

import html
import json
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, RowMapping, Table, text

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedError
from matcher.loading import LoadOptions
from matcher.records import Vacancy
from matcher.report import write_report
from matcher.settings import Settings
from matcher.stewardship import LoadTerms
from matcher.store import Store
from matcher.store.connection import reading
from matcher.store.schema import METADATA, SEALED_FOR
from matcher.store.vault import Vault
from tests.deciding import decide
from tests.stewardship.conftest import HEADER, OTHERS, ROWS

GONE = (
    "Yousra",
    "Bénkirane-Özil",
    "yousra.benkirane@example.org",
    "+32 000 11 22 33",
    "ST-001",
    "1996-04-12",
    "12/04/1996",
    "Zellige",
    "Ghizlane",
    "sites pour l'Atelier",
)
KEPT = ("Moussa Diarra", "moussa.diarra@example.org", "Selam Tesfay", "ST-003", "soudure TIG")


def forms(word: str) -> set[bytes]:
    """A word as files may hold it: in several encodings, escaped for JSON, HTML and URLs, in lower case."""
    written = {word, word.lower(), word.upper(), html.escape(word), json.dumps(word)[1:-1]}
    found = {item.encode(encoding) for item in written for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    return found | {item.encode("cp1252") for item in written}


def places(folder: Path, words: tuple[str, ...]) -> dict[str, list[str]]:
    """Which files hold which of the words."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        held = [word for word in words if any(form in content for form in forms(word))]
        if held:
            found[str(path.relative_to(folder))] = held
    return found


def rows(store: Store) -> str:
    """Everything that the tables hold, as text, with what is sealed opened."""
    desk = store._desk
    with reading(desk.engine) as connection:
        vault = Vault.reading(connection, desk.keys)
        return "\n".join(
            repr([_opened(vault, table, column, row) for column in table.columns])
            for table in METADATA.sorted_tables
            for row in connection.execute(table.select()).mappings()
        )


def _opened(vault: Vault, table: Table, column: Column, row: RowMapping) -> object:
    held = row[column.name]
    if held is None or SEALED_FOR not in column.info:
        return held
    return vault.unseal(f"{table.name}.{column.name}", row[column.info[SEALED_FOR]], held)


def vacancy_file(folder: Path) -> Path:
    path = folder / "vacancies.csv"
    path.write_text(
        "Référence;Fonction;Employeur;Lieu;Compétences\nV-1;Développeur PHP;Web SA;Liège;PHP, MySQL\n"
        "V-2;Soudeur;Métal SA;Gand;soudure TIG\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def lived(engine, cohort_file, tmp_path):
    """An engine over a home in which the person was loaded, changed, confirmed, ranked, reported and exported."""
    engine.load_cohort(cohort_file, "palim")
    changed = cohort_file.read_text(encoding="utf-8").replace("développeuse web chez", "développeuse front chez")
    cohort_file.write_text(changed, encoding="utf-8")
    assert engine.load_cohort(cohort_file, "palim").updated == 1
    engine.load_vacancies(vacancy_file(tmp_path))
    person = engine.store.candidate("ST-001")
    decide(engine.store, "sites pour l'Atelier Zellige de Tétouan", "skill", "http://example.org/skill")
    decide(engine.store, "Yousra Bénkirane-Özil", "skill", "http://example.org/skill")
    decide(engine.store, "soudure TIG", "skill", "http://example.org/weld")
    engine.match_vacancy(engine.store.vacancy("V-1"), 3)
    engine.match_candidate(person.id, 2)
    write_report(engine.match_all(3), engine.candidate_names(), engine.settings.reports_folder)
    (engine.settings.reports_folder / "list.csv").write_text("Yousra Bénkirane-Özil;78%\n", encoding="utf-8")
    engine.export_person(person.id)
    return engine


def _folders(engine: Matcher) -> list[Path]:
    return [engine.settings.home]


def test_every_trace_of_the_person_is_gone_and_everybody_else_remains(lived):
    person = lived.store.candidate("ST-001")
    words = (*GONE, person.id[:8])
    traces = [places(folder, words) for folder in _folders(lived)]
    held = {word for found in traces for some in found.values() for word in some} | {
        word for word in words if word in rows(lived.store)
    }
    assert held >= {"Yousra", "Bénkirane-Özil", "Zellige", "Ghizlane", "ST-001", "1996-04-12", person.id[:8]}
    assert any("links-" in file for file in traces[0])
    assert any("reports" in file for file in traces[0])

    erased = lived.erase([person.id])

    assert (erased.past_versions, erased.links, erased.reports_cut, erased.reports_deleted) == (1, 2, 1, 1)
    for folder in _folders(lived):
        assert places(folder, GONE) == {}
    assert [word for word in GONE if word in rows(lived.store)] == []
    with pytest.raises(NotFoundError):
        lived.store.candidate("ST-001")
    remaining = rows(lived.store) + "".join(path.read_text() for path in lived.settings.reports_folder.iterdir())
    assert [word for word in KEPT if word not in remaining] == []
    assert [item.key for item in lived.store.candidates()] == ["ST-002", "ST-003"]
    assert set(lived.store.confirmed_links("skill")) == {"soudure tig"}
    others = {"PALIM " + item.id[:8] for item in lived.store.candidates()}
    (report,) = lived.settings.reports_folder.glob("*.html")
    page = report.read_text(encoding="utf-8")
    assert all(name in page for name in others)
    assert person.id[:8] not in page


def test_only_the_random_id_outlives_the_person_and_stands_where_no_record_is(lived):
    person = lived.store.candidate("ST-001")
    lived.erase([person.id])
    with reading(lived.store._desk.engine) as connection:
        holding = {
            table.name
            for table in METADATA.sorted_tables
            if any(person.id in repr(tuple(row)) for row in connection.execute(table.select()))
        }
        scores = connection.execute(
            text("SELECT score FROM ranking_places WHERE candidate_id = :id"), {"id": person.id}
        ).scalars()
        assert set(scores) == {None}
    assert holding == {"audit_log", "ranking_pools", "ranking_places"}


def test_the_link_memory_still_knows_what_others_say(lived):
    lived.erase([lived.store.candidate("ST-001").id])
    (path,) = lived.settings.home.glob("links-*.sqlite")
    with sqlite3.connect(path) as memory:
        phrases = {phrase for (phrase,) in memory.execute("SELECT phrase FROM link")}
    memory.close()
    assert {"PHP", "soudure TIG", "lecture de plans", "Soudeur"} <= phrases
    assert not [phrase for phrase in phrases if "Zellige" in phrase]


def test_the_erasure_is_in_the_log_and_the_log_is_whole(lived):
    person = lived.store.candidate("ST-001")
    lived.erase([person.id])
    last = lived.steward.audit.entries()[-1]
    assert (last.actor, last.action, last.subject) == ("Ann", "erasure", person.id)
    assert lived.steward.audit.verify().faults == ()


def test_a_reload_of_the_old_file_reports_the_person_and_keeps_the_counts(lived, cohort_file):
    person = lived.store.candidate("ST-001")
    lived.erase([person.id])
    report = lived.load_cohort(cohort_file, "palim")
    assert (report.read, report.accepted, report.rejected) == (3, 2, 1)
    (problem,) = report.problems
    assert (problem.row, problem.value) == (2, "ST-001")
    assert problem.problem == f"erased on {date.today()} at the person's request"
    assert "--readmit ST-001" in problem.remedy


def test_another_reference_or_order_of_names_does_not_hide_an_erased_person(lived, tmp_path):
    lived.erase([lived.store.candidate("ST-001").id])
    path = tmp_path / "again.csv"
    row = ROWS.replace("ST-001", "NEW-9").replace("Yousra Bénkirane-Özil", "BENKIRANE ÖZIL Yousra")
    path.write_text("\n".join([HEADER, row, OTHERS[0]]), encoding="utf-8")
    for scheme in ("palim", "thamm"):
        report = lived.load_cohort(path, scheme)
        assert [problem.value for problem in report.problems if "erased" in problem.problem] == ["NEW-9"]
        assert report.read == report.accepted + report.rejected == 2


def test_a_person_with_a_new_basis_is_let_in_again_under_a_new_id(lived, cohort_file):
    person = lived.store.candidate("ST-001")
    lived.erase([person.id])
    dry = lived.load_cohort(cohort_file, "palim", LoadOptions(dry_run=True, terms=LoadTerms(readmit=("ST-001",))))
    assert (dry.created, dry.rejected) == (1, 0)
    assert lived.load_cohort(cohort_file, "palim").rejected == 1
    report = lived.load_cohort(cohort_file, "palim", LoadOptions(terms=LoadTerms(readmit=("ST-001",))))
    assert (report.created, report.rejected) == (1, 0)
    assert lived.store.candidate("ST-001").id != person.id
    assert lived.load_cohort(cohort_file, "palim").unchanged == 3


def test_the_same_person_in_another_scheme_is_pointed_out(lived, cohort_file):
    lived.load_cohort(cohort_file, "thamm")
    first, second = (item for item in lived.store.candidates() if item.key == "ST-001")
    erased = lived.erase([first.id])
    assert erased.also_held == (second.id,)
    assert lived.store.candidate("ST-001").id == second.id


def test_a_vacancy_pasted_into_a_ranking_is_still_ranked_after_an_erasure(lived):
    lived.erase([lived.store.candidate("ST-001").id])
    pasted = replace(lived.store.vacancy("V-2"), id="pasted")
    assert isinstance(pasted, Vacancy)
    assert len(lived.match_vacancy(pasted, 5)) == 2


def test_a_role_without_the_right_erases_and_exports_nobody(lived):
    settings = Settings(
        home=lived.settings.home, database_url=lived.settings.database_url, encoder="embedded", role="recruiter"
    )
    other = Matcher(settings)
    person = lived.store.candidate("ST-001")
    for act in (lambda: other.erase([person.id]), lambda: other.export_person(person.id)):
        with pytest.raises(RefusedError, match="as recruiter"):
            act()
    other.store.close()
    assert lived.store.candidate("ST-001") == person


def test_retention_erases_those_who_are_due_and_nobody_else(lived):
    people = {item.key: item.id for item in lived.store.candidates()}
    old = date.today() - timedelta(days=3 * 366)
    with lived.store._desk.engine.begin() as connection:
        connection.execute(
            text("UPDATE candidates SET changed_on = :day WHERE id = :id"), {"day": old, "id": people["ST-001"]}
        )
    (due,) = lived.steward.due(date.today())
    assert (due.candidate_id, due.changed_on, due.months) == (people["ST-001"], old, 24)
    lived.erase([due.candidate_id])
    assert lived.steward.due(date.today()) == ()
    assert {item.key for item in lived.store.candidates()} == {"ST-002", "ST-003"}
