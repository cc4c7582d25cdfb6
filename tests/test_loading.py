"""Loads, dry runs and people entered by hand, on a real store and the starter taxonomy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.engine import Matcher
from matcher.errors import NotFoundError, RefusedRecordError, UsageError
from matcher.intake.mappings import ColumnMapping
from matcher.loading import LoadOptions
from matcher.preparation import silent
from matcher.records import Fate, FieldChange, RowOutcome
from matcher.settings import Settings

DRY = LoadOptions(dry_run=True)
PLAIN = LoadOptions()
FIRST = "Ref;Nom;Métier;Compétences;Tél\n1;Alami;soudeur;TIG;0000\n2;Bennis;maçon;;\n3;Chafik;;;\n"
MENDED = "Ref;Nom;Métier;Compétences;Tél\n1;Alami;soudeur;TIG, MIG;0000\n2;Bennis;maçon;;0001\n3;Chafik;cuisinier;;\n"


@pytest.fixture
def engine(tmp_path: Path) -> Matcher:
    return Matcher(Settings(home=tmp_path / "home", database_url=None, encoder="embedded"))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "cohort.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_file_sent_again_mended_updates_by_key_and_keeps_history(
    engine: Matcher, write: Callable[[str], Path]
) -> None:
    first = engine.load_cohort(write(FIRST), "palim")
    assert (first.read, first.created, first.rejected) == (3, 2, 1)
    assert [row.fate for row in first.rows] == [Fate.CREATED, Fate.CREATED]
    mended = write(MENDED)
    ids = {key: engine.store.candidate_id(key) for key in ("1", "2")}
    expected = (
        RowOutcome(None, 2, Fate.UPDATED, ids["1"], (FieldChange("skills", "TIG", "TIG; MIG"),)),
        RowOutcome(None, 3, Fate.UPDATED, ids["2"], (FieldChange("phone"),)),
        RowOutcome(None, 4, Fate.CREATED),
    )
    dry = engine.load_cohort(mended, "palim", DRY)
    assert (dry.rows, dry.created, dry.updated) == (expected, 1, 2)
    assert engine.store.candidate_history("1") == ()
    assert engine.load_cohort(mended, "palim") == dry
    assert [past.person.phone for past in engine.store.candidate_history("2")] == [None]
    again = engine.load_cohort(mended, "palim")
    assert ({row.fate for row in again.rows}, again.unchanged) == ({Fate.UNCHANGED}, 3)


def test_a_file_that_says_immediately_changes_nobody_when_it_is_loaded_again_later(
    engine: Matcher, write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def on(day: date) -> None:
        today = type("Day", (date,), {"today": classmethod(lambda _: day)})
        for module in ("loading", "intake.cohorts"):
            monkeypatch.setattr(f"matcher.{module}.date", today)

    def load(*cells: str) -> list[tuple[str, date | None]]:
        rows = (f"{number};kok;{cell}" for number, cell in enumerate(cells, 1))
        report = engine.load_cohort(write("\n".join(["Ref;Métier;Disponible le", *rows])), "palim")
        held = {item.key: item.profile.available for item in engine.store.candidates()}
        return [(row.fate.value, held[str(number)]) for number, row in enumerate(report.rows, 1)]

    first, later = date(2026, 11, 28), date(2026, 12, 24)
    on(first)
    load("immédiatement", "dans 1 mois", "28/11/2026", "28/11/2026", "")
    on(later)
    assert load("immédiatement", "dans 1 mois", "28/11/2026", "24/12/2026", "immédiatement") == [
        ("unchanged", first),
        ("unchanged", date(2026, 12, 28)),
        ("unchanged", first),
        ("updated", later),
        ("updated", later),
    ]
    on(date(2027, 1, 4))
    assert load("tout de suite", "dans 1 mois", "immédiatement", "24/12/2026", "immédiatement")[:3] == [
        ("updated", date(2027, 1, 4)),
        ("unchanged", date(2026, 12, 28)),
        ("updated", date(2027, 1, 4)),
    ]


def test_a_dry_run_opens_no_encoder(tmp_path: Path, write: Callable[[str], Path]) -> None:
    engine = Matcher(Settings(home=tmp_path / "home", database_url=None, encoder=str(tmp_path / "no-model")))
    assert engine.load_cohort(write(FIRST), "palim", DRY).created == 2


def test_strict_accepts_nothing_where_a_row_is_bad(engine: Matcher, write: Callable[[str], Path]) -> None:
    report = engine.load_cohort(write(FIRST), "palim", LoadOptions(strict=True))
    assert (report.accepted, report.rejected, report.rows) == (0, 1, ())
    assert engine.store.candidates() == ()


def test_a_saved_mapping_is_used_in_its_scheme_alone(engine: Matcher, write: Callable[[str], Path]) -> None:
    engine.mappings.save(ColumnMapping.from_pairs("m", "palim", [("Wie", "name"), ("Wat", "occupation")]))
    path = write("Wie;Wat\nA;kok\n")
    assert engine.load_cohort(path, "palim", LoadOptions(mapping="m")).created == 1
    with pytest.raises(NotFoundError, match="The scheme thamm has no mapping 'm'"):
        engine.load_cohort(path, "thamm", LoadOptions(mapping="m"))


def test_a_person_is_entered_edited_and_remembered(engine: Matcher) -> None:
    added = engine.loader.add_person("thamm", {"name": "Noor Verzonnen", "occupation": "lasser"}, PLAIN, silent)
    (row,) = added.rows
    assert row.id is not None
    held = engine.store.candidate(row.id)
    assert held.key.startswith("hand-")
    edited = engine.loader.edit_person(row.id[:8], {"skills": ["TIG", "MIG"], "phone": "+32 000 1"}, PLAIN, silent)
    assert edited.rows[0].changes == (FieldChange("phone"), FieldChange("skills", "", "TIG; MIG"))
    now = engine.store.candidate(row.id)
    assert (now.key, now.person.name, now.profile.occupations) == (held.key, "Noor Verzonnen", ("lasser",))
    assert engine.store.candidate_history(row.id) == (held,)


def test_a_dry_run_by_hand_writes_nothing(engine: Matcher) -> None:
    report = engine.loader.add_person("thamm", {"key": "N-1", "occupation": "lasser"}, DRY, silent)
    assert (report.created, report.rows[0].id) == (1, None)
    assert engine.store.candidates() == ()


def test_people_by_hand_are_refused_in_sentences(engine: Matcher) -> None:
    engine.loader.add_person("thamm", {"key": "N-1", "occupation": "lasser", "birth_date": "1/2/1990"}, PLAIN, silent)
    with pytest.raises(UsageError, match="has a candidate 'N-1' already"):
        engine.loader.add_person("thamm", {"key": "N-1", "occupation": "kok"}, PLAIN, silent)
    with pytest.raises(RefusedRecordError, match="birth_date '31/02/1990': the calendar has no such birth date: "):
        engine.loader.add_person("thamm", {"name": "A", "birth_date": "31/02/1990"}, PLAIN, silent)
    # What cannot be read does not take the place of what could.
    with pytest.raises(RefusedRecordError, match="birth_date 'spring': not one full birth date: write the date"):
        engine.loader.edit_person("N-1", {"birth_date": "spring"}, PLAIN, silent)
    assert engine.store.candidate("N-1").status.birth_date is not None
    with pytest.raises(NotFoundError):
        engine.loader.edit_person("N-2", {"occupation": "kok"}, PLAIN, silent)


def test_one_key_may_stand_in_two_schemes(engine: Matcher) -> None:
    for scheme in ("thamm", "palim"):
        report = engine.loader.add_person(scheme, {"key": "N-1", "occupation": "lasser"}, PLAIN, silent)
        assert engine.store.candidate(report.rows[0].id or "").scheme == scheme
