"""Loading a cohort as staff do it: tried out first, kept once, within their own schemes."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from matcher.engine import Matcher
from matcher.errors import RefusedError, UnknownSchemeError, UnreadableFileError, UsageError
from matcher.intake.formats import CandidateFormat
from matcher.offices import StaffOffice
from matcher.offices.cohort_loading import CohortLoading
from matcher.offices.load_orders import LoadOrder, Upload
from matcher.preparation import silent
from matcher.stewardship import Actor
from matcher.trail import Role

TABLE = (
    "N° dossier;Nom;Né(e) le;Métier;Bidule;Conjoint gsm\n"
    "N1;Zineb;31/02/1990;couturière;x;0470000001\nN2;Hamza;14/05/1992;soudeur;y;0470000002\n"
    ";Sans;02/03/1994;cuisinière;z;0470000003\nN1;Autre;03/04/1995;maçon;;\n"
)


def upload(text: str = TABLE, name: str = "cohorte.csv") -> Upload:
    return Upload(name, text.encode())


ORDER = LoadOrder((upload(),), "palim")


@pytest.fixture
def desk(engine: Matcher, palim_staff: Actor) -> CohortLoading:
    return StaffOffice(engine, palim_staff).loading


def keys(engine: Matcher) -> set[str]:
    return {candidate.key for candidate in engine.store.candidates("palim")}


def test_only_ones_own_schemes_are_offered(engine, desk):
    assert [scheme.name for scheme in desk.schemes()] == ["palim"]
    assert "thamm" in {scheme.name for scheme in StaffOffice(engine, Actor("bea", Role.ADMIN)).loading.schemes()}
    (own,) = desk.schemes()
    held = own.data_protection
    assert (own.title, held.basis, held.purpose, held.assumed) == ("PALIM", "public_task", "matching", True)


@pytest.mark.parametrize("scheme", ["thamm", "THAMM"])
def test_nothing_is_loaded_into_the_scheme_of_others(engine, desk, scheme):
    order = replace(ORDER, scheme=scheme)
    before = engine.store.counts()
    for ask in (
        lambda: desk.trial(order),
        lambda: desk.load(order, "t", silent),
        lambda: desk.annotated(order, desk.trial(ORDER).report),
        lambda: desk.mappings(scheme),
        lambda: desk.mapping(scheme, "", {"Bidule": "wishes"}),
    ):
        with pytest.raises(RefusedError, match="their own"):
            ask()
    with pytest.raises(UnknownSchemeError):
        desk.trial(replace(ORDER, scheme="nowhere"))
    assert engine.store.counts() == before


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.RESEARCHER, Role.AUDITOR])
def test_nobody_else_may_load(engine, desk, role):
    theirs = CohortLoading(engine.acting_as(Actor("eve", role)), Actor("eve", role))
    mapping = desk.mapping("palim", "", {"Bidule": "wishes"})
    for ask in (
        theirs.schemes,
        theirs.fields,
        lambda: theirs.mappings("palim"),
        lambda: theirs.mapping("palim", "", {}),
        lambda: theirs.save_mapping(mapping, "m"),
        lambda: theirs.formats(ORDER.uploads),
        lambda: theirs.trial(ORDER),
        lambda: theirs.load(ORDER, "t", silent),
        lambda: theirs.annotated(ORDER, desk.trial(ORDER).report),
    ):
        with pytest.raises(RefusedError):
            ask()


def test_a_trial_tells_everything_and_writes_nothing(engine, desk):
    before = keys(engine)
    tried = desk.trial(ORDER)
    assert (tried.report.read, tried.report.created, tried.report.rejected) == (4, 2, 2)
    assert [person.key for person in tried.samples] == ["N2", "N1"]
    assert [(cell.row, cell.heading, cell.value, cell.rejects) for cell in tried.cells] == [
        (2, "Né(e) le", "31/02/1990", True),
        (4, "N° dossier", "", True),
    ]
    assert not any("rejected" in cell.problem for cell in tried.cells)
    assert keys(engine) == before


def test_mended_cells_are_kept_and_counted_in_the_log(engine, desk):
    first, second = desk.trial(ORDER).cells
    order = replace(ORDER, corrections=(first.correction("28/02/1990"), second.correction("N3")))
    # The row that repeats N1 was accepted for as long as the first N1 was not.
    tried = desk.trial(order)
    assert (tried.report.read, tried.report.accepted, tried.report.rejected) == (4, 3, 1)
    report = desk.load(order, "ticket", silent)
    assert (report.created, report.rejected) == (3, 1)
    assert {"N1", "N2", "N3"} <= keys(engine)
    assert ("Né(e) le (as sent)", "31/02/1990") in engine.store.candidate("N1").extra
    entry = engine.steward.register.log().entries[-1]
    assert (entry.action, entry.actor, '"corrected":2' in entry.detail) == ("load", "ada", True)


def test_a_second_click_loads_nothing(engine, desk):
    report = desk.load(ORDER, "ticket", silent)
    entries = len(engine.steward.register.log().entries)
    again = StaffOffice(engine, desk.actor).loading.load(ORDER, "ticket", silent)
    assert again == report
    assert again.created == 2
    assert len(engine.steward.register.log().entries) == entries
    assert desk.load(ORDER, "another", silent).unchanged == 2


def test_a_mapping_by_hand_is_tried_saved_and_used_again(desk):
    assert desk.mappings("palim") == ()
    mapping = desk.mapping("palim", "", {"Bidule": "wishes", "Conjoint gsm": "extra"})
    assert desk.trial(replace(ORDER, mapping=mapping)).samples[0].profile.wishes == ("y",)
    desk.save_mapping(mapping, "maroc-2026")
    assert desk.mappings("palim") == ("maroc-2026",)
    assert desk.trial(replace(ORDER, mapping="maroc-2026")).samples[0].profile.wishes == ("y",)
    changed = desk.mapping("palim", "maroc-2026", {"Bidule": "summary"})
    assert dict(changed.columns)["Bidule"] == "summary"
    assert len(changed.columns) == 2
    with pytest.raises(UsageError, match="cannot be called"):
        desk.save_mapping(mapping, "../elsewhere")
    with pytest.raises(UsageError, match="cannot be mapped"):
        desk.mapping("palim", "", {"Bidule": "salary"})
    assert {"key", "name", "extra"} <= set(desk.fields())


def test_several_files_are_read_as_one_folder(engine, desk):
    other = upload("Ref;Nom;Métier\nN7;Sept;infirmier\n", "autre.csv")
    again = upload("Ref;Nom;Métier\nN8;Huit;infirmier\n", "autre.csv")
    tried = desk.trial(replace(ORDER, uploads=(upload(), other, again, upload("no table", "lettre.txt"))))
    assert (tried.report.accepted, tried.report.rejected, tried.report.read) == (4, 3, 7)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.csv", "C:\\Users\\x\\cohorte.csv", "..", "é" * 300 + ".csv", "a\0.csv"]
)
def test_a_file_name_leads_nowhere(desk, name):
    tried = desk.trial(replace(ORDER, uploads=(upload(name=name),)))
    assert tried.report.created == 2
    assert "/" not in tried.samples[0].source.file


def test_a_file_that_cannot_be_read_is_refused_by_its_own_name(desk):
    for content in (b"", b"\x89PNG\r\n\x1a\n", b"title,employer,wage,closes,opens,contract\na,b,1,2027-01-01,,x\n"):
        with pytest.raises(UnreadableFileError, match=r"photo\.csv") as caught:
            desk.trial(replace(ORDER, uploads=(Upload("photo.csv", content),)))
        assert tempfile.gettempdir() not in str(caught.value)


def test_nothing_of_a_file_stays_on_the_disk(desk, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    desk.load(ORDER, "ticket", silent)
    desk.annotated(ORDER, desk.trial(ORDER).report)
    with pytest.raises(UnreadableFileError):
        desk.trial(replace(ORDER, uploads=(Upload("photo.png", b"\x89PNG"),)))
    assert list(Path(tmp_path).iterdir()) == [tmp_path / "home"]


def test_formats_are_told_file_by_file(desk):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.csv", TABLE)
        packed.writestr("b.json", "[]")
    assert desk.formats((upload(),)) == (("cohorte.csv", CandidateFormat.TABLE),)
    assert desk.formats((Upload("all.zip", archive.getvalue()),)) == (
        ("all.zip/a.csv", CandidateFormat.TABLE),
        ("all.zip/b.json", CandidateFormat.JSON),
    )


def test_the_annotated_table_holds_the_problems_and_other_files_have_none(desk):
    report = desk.trial(ORDER).report
    written = desk.annotated(ORDER, report)
    (sheet,) = (CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_index(0).to_python(),)
    assert "calendar" in str(sheet[1][-1])
    cv = replace(ORDER, uploads=(Upload("cv.json", b'{"basics": {"name": "A"}, "work": [{"position": "cook"}]}'),))
    assert desk.annotated(cv, desk.trial(cv).report) is None


def test_people_who_were_erased_stay_out_until_they_are_let_in(engine, desk):
    desk.load(ORDER, "first", silent)
    engine.erase([engine.store.candidate_id("N2")])
    tried = desk.trial(ORDER)
    assert (tried.erased, tried.report.rejected) == (("N2",), 3)
    assert "N2" not in keys(engine)
    assert desk.load(replace(ORDER, readmit=("N2",)), "second", silent).created == 1
    assert "N2" in keys(engine)
