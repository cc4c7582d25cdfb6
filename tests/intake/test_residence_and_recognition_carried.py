"""Steps of residence and decisions on diplomas go with a person everywhere: file, store, masking, merging, export."""

from __future__ import annotations

import json
from datetime import date

import pytest

from matcher.differences import differences
from matcher.engine import Matcher
from matcher.masking import mask
from matcher.records import (
    Candidate,
    Education,
    LegalStatus,
    Person,
    ProfessionalProfile,
    Recognition,
    RecognitionKind,
    Source,
    StatusEvent,
)
from matcher.settings import Settings
from matcher.store.codec import content_hash, decode, encode
from matcher.store.uniting import unite

LEVEL = Recognition(RecognitionKind.LEVEL, "NARIC-Vlaanderen", 6, None, date(2026, 3, 12))
APPROVAL = Recognition(RecognitionKind.APPROVAL, "SPF Santé publique", None, "infirmière", date(2026, 4, 1))
EVENTS = (StatusEvent("application", date(2026, 1, 5)), StatusEvent("labour_card", date(2026, 6, 1)))
COURSE = Education("licence infirmière", 6, 6, "TN", "niveau 5", (LEVEL, APPROVAL))


def candidate(*courses: Education, events: tuple[StatusEvent, ...] = EVENTS) -> Candidate:
    profile = ProfessionalProfile(("infirmière",), education=courses)
    person = Person("Salma Verzonnen")
    return Candidate("c", "k", "asylum", Source("f.csv"), person, LegalStatus(events=events), profile)


COHORT = """Dossiernr;Beroep;Diploma;Erkenning NARIC;Datum aanvraag;Beslissing;Toestand op;Arbeidsmarkt;Zoekjaar
D-1;kok;licence;niveau 6, 12/03/2026;05/01/2026;nog geen beslissing;01/06/2026;onbeperkt 02/06/2026;
D-2;lasser;bac;aangevraagd;05/01/2026;geweigerd;01/06/2026;beperkt;lente
"""


@pytest.fixture
def loaded(tmp_path) -> Matcher:
    path = tmp_path / "asiel.csv"
    path.write_text(COHORT, encoding="utf-8")
    engine = Matcher(Settings(home=tmp_path / "home", database_url=None, encoder="embedded"))
    report = engine.load_cohort(path, "asylum")
    assert (report.read, report.created) == (2, 2)
    assert sorted(problem.column or "" for problem in report.problems) == ["Beslissing", "Zoekjaar"]
    assert engine.load_cohort(path, "asylum").unchanged == 2
    return engine


def test_a_file_reaches_the_store_and_the_export(loaded):
    held = {item.key: item for item in loaded.store.candidates()}
    assert [(event.kind, event.on) for event in held["D-1"].status.events] == [
        ("application", date(2026, 1, 5)),
        ("no_decision", date(2026, 6, 1)),
        ("labour_card", date(2026, 6, 2)),
    ]
    (course,) = held["D-1"].profile.education
    assert course.recognitions == (LEVEL,)
    assert [event.kind for event in held["D-2"].status.events] == ["application"]
    kept = dict(held["D-2"].extra)
    assert kept["Beslissing"] == "geweigerd"
    assert kept["Erkenning NARIC"] == "aangevraagd"
    assert kept["Arbeidsmarkt"] == "beperkt"
    export = json.dumps(loaded.export_person(held["D-1"].id), ensure_ascii=False)
    assert all(
        word in export for word in ("no_decision", "labour_card", "2026-06-02", "NARIC-Vlaanderen", "2026-03-12")
    )


def test_the_store_writes_and_reads_them_back():
    record = candidate(COURSE)
    again = decode(Candidate, json.loads(json.dumps(encode(record))))
    assert again == record
    assert content_hash(candidate(Education("bac"))) != content_hash(candidate(Education("bac", recognitions=(LEVEL,))))


def test_masking_keeps_what_was_decided_and_takes_the_person_out():
    own = Recognition(RecognitionKind.SPECIFIC, "NARIC-Vlaanderen", 6, "infirmière Salma Verzonnen", date(2026, 3, 12))
    (course,) = mask(candidate(Education("", None, None, None, "Salma Verzonnen, niveau 5", (own,)))).education
    assert (course.recognitions[0].eqf, course.recognitions[0].on) == (6, date(2026, 3, 12))
    assert course.recognitions[0].authority == "NARIC-Vlaanderen"
    assert "Salma" not in repr(course)
    assert course.recognitions[0].profession == "infirmier"


def test_a_change_of_them_is_told_without_naming_anyone():
    was, now = candidate(Education("bac")), candidate(Education("bac", recognitions=(LEVEL,)), events=EVENTS[:1])
    told = {change.field: (change.was, change.now) for change in differences(was, now)}
    assert told["events"] == (None, None)
    assert told["education"] == ("bac", "bac (level EQF 6, NARIC-Vlaanderen, 2026-03-12)")


def test_two_records_of_one_person_keep_all_that_was_decided():
    one = candidate(Education("Licence", 6, recognitions=(LEVEL,)), events=EVENTS[:1])
    two = candidate(Education("licence", None, 6, "TN", "5", (LEVEL, APPROVAL)), Education("bac"))
    united = unite(one, two)
    assert united.profile.education == (
        Education("Licence", 6, 6, "TN", "5", (LEVEL, APPROVAL)),
        Education("bac"),
    )
    assert united.status.events == EVENTS
