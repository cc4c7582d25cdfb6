from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CandidateFields
from matcher.intake.education import read_education
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.recognitions import COLUMNS, with_recognitions
from matcher.records import Education, Recognition, RecognitionKind, Source

C = CandidateColumn
TODAY = date(2026, 11, 28)
DAY = date(2026, 3, 12)
LEVEL, SPECIFIC, APPROVAL = RecognitionKind.LEVEL, RecognitionKind.SPECIFIC, RecognitionKind.APPROVAL
NARIC, FWB, DG = "NARIC-Vlaanderen", "Fédération Wallonie-Bruxelles", "Deutschsprachige Gemeinschaft"


def told(
    diploma: str = "licence en biologie", **cells: str | tuple[str, str]
) -> tuple[tuple[Education, ...], CandidateFields]:
    pairs = {name: cell if isinstance(cell, tuple) else (name, cell) for name, cell in cells.items()}
    fields: CandidateFields = Fields(Source("f.csv", None, 7), {C(n): [NamedCell(*pair)] for n, pair in pairs.items()})
    return with_recognitions(read_education(diploma), fields, TODAY), fields


DECIDED = [
    (("Erkenning NARIC", "niveau bachelor, 12/03/2026"), Recognition(LEVEL, NARIC, 6, None, DAY)),
    (
        ("Erkenning NARIC", "specifiek: verpleegkundige (12/03/2026)"),
        Recognition(SPECIFIC, NARIC, None, "verpleegkundige", DAY),
    ),
    (
        ("Équivalence du diplôme", "équivalence de niveau master, FWB, 12 mars 2026"),
        Recognition(LEVEL, FWB, 7, None, DAY),
    ),
    (("Équivalence", "complète: infirmier, Communauté française"), Recognition(SPECIFIC, FWB, None, "infirmier", None)),
    (("Equivalence decided", "level, EQF 6, NARIC, 12/03/2026"), Recognition(LEVEL, NARIC, 6, None, DAY)),
    (("Anerkennung", "Niveau 6, Deutschsprachige Gemeinschaft, 12.03.2026"), Recognition(LEVEL, DG, 6, None, DAY)),
    (("NARIC", "bachelor"), Recognition(LEVEL, NARIC, 6)),
    (("NARIC", "6"), Recognition(LEVEL, NARIC, 6)),
    (("Equivalence", "level recognition"), Recognition(LEVEL, "")),
]


@pytest.mark.parametrize(("cell", "recognition"), DECIDED)
def test_a_decision_is_read_with_its_kind_authority_level_and_day(cell, recognition):
    (course,), fields = told(recognition=cell)
    assert course.recognitions == (recognition,)
    assert (course.text, course.eqf) == ("licence en biologie", 6)  # what is claimed stays apart
    assert fields.warnings == []


@pytest.mark.parametrize(
    "text",
    [
        "en cours",
        "demande introduite",
        "aangevraagd",
        "pending",
        "beantragt",
        "refusée",
        "geweigerd",
        "not recognised",
        "abgelehnt",
    ],
)
def test_what_is_asked_for_or_refused_is_no_recognition_and_is_kept(text):
    (course,), fields = told(recognition=("Équivalence", text))
    assert course.recognitions == ()
    assert fields.extra == (("Équivalence", text),)
    assert fields.warnings == []


@pytest.mark.parametrize("text", ["non", "neen", "-", "geen", "n/a", "aucune"])
def test_none_is_none(text):
    (course,), fields = told(recognition=("Erkenning", text))
    assert (course.recognitions, fields.extra, fields.warnings) == ((), (), [])


@pytest.mark.parametrize(
    "text", ["ja", "oui", "12/03/2026", "Bachelor in de verpleegkunde", "reconnu", "x", "niveau/specifiek"]
)
def test_what_does_not_say_level_or_specific_is_reported_and_kept(text):
    (course,), fields = told(recognition=("Erkenning NARIC", text))
    assert course.recognitions == ()
    (warning,) = fields.warnings
    assert "level or the very diploma" in warning.problem
    assert fields.extra == (("Erkenning NARIC", text),)


def test_columns_of_their_own_say_kind_level_authority_and_day():
    (course,), fields = told(
        recognition_level="6", recognition_date="12/03/2026", recognition_authority="NARIC Vlaanderen"
    )
    assert course.recognitions == (Recognition(LEVEL, NARIC, 6, None, DAY),)
    (course,), _ = told(recognition_specific=("Specifieke erkenning", "verpleegkundige, NARIC"))
    assert course.recognitions == (Recognition(SPECIFIC, NARIC, None, "verpleegkundige"),)
    (course,), _ = told(approval=("Visum", "verpleegkundige, FOD Volksgezondheid, 12/03/2026"))
    assert course.recognitions == (Recognition(APPROVAL, "SPF Santé publique", None, "verpleegkundige", DAY),)
    assert fields.warnings == []


def test_several_decisions_stand_side_by_side():
    (course,), fields = told(recognition=("NARIC", "niveau 6, 12/03/2026; specifiek: leraar"), approval="visum leraar")
    assert [each.kind for each in course.recognitions] == [LEVEL, SPECIFIC, APPROVAL]
    assert fields.warnings == []


def test_bad_dates_are_reported_and_the_rest_is_read():
    for cells in ({"recognition": "niveau 6, NARIC 31/02/2026"}, {"recognition": "niveau 6, NARIC, 12/03/2027"},
                  {"recognition": "niveau 6, NARIC", "recognition_date": "lente"}):  # fmt: skip
        (course,), fields = told(**cells)
        assert course.recognitions == (Recognition(LEVEL, NARIC, 6),)
        assert len(fields.warnings) == 1
        assert fields.extra


def test_the_course_whose_level_was_recognised_gets_it_else_the_highest():
    diplomas = "bac; licence en biologie; master en chimie"
    courses, fields = told(diplomas, recognition="NARIC: niveau 6")
    assert [len(course.recognitions) for course in courses] == [0, 1, 0]
    assert "not said of which diploma" in fields.warnings[0].problem
    courses, _ = told(diplomas, recognition="NARIC: niveau")
    assert [len(course.recognitions) for course in courses] == [0, 0, 1]


def test_a_recognition_without_a_diploma_stands_in_its_own_words():
    courses, _ = told("", recognition="niveau 6 (NARIC)")
    assert courses == (Education("niveau 6 (NARIC)", recognitions=(Recognition(LEVEL, NARIC, 6),)),)


def test_the_national_level_is_kept_as_written_beside_the_claimed_one():
    (course,), _ = told(national_level="niveau 5 (TN)")
    assert (course.eqf, course.national_level) == (6, "niveau 5 (TN)")


def test_a_date_or_authority_without_a_recognition_is_kept():
    courses, fields = told(recognition_date="12/03/2026", recognition_authority="NARIC")
    assert courses[0].recognitions == ()
    assert {text for _, text in fields.extra} == {"12/03/2026", "NARIC"}


@given(text=st.text(max_size=80), column=st.sampled_from(COLUMNS))
def test_no_recognition_is_dated_in_the_future_whatever_a_cell_says(text, column):
    courses, fields = told(**{column.value: text})
    for each in (each for course in courses for each in course.recognitions):
        assert each.on is None or each.on <= TODAY
        assert each.eqf is None or 1 <= each.eqf <= 8
    assert not fields.faults


def test_a_megabyte_is_read_at_once_and_kept():
    text = "niveau " * 150_000
    (course,), fields = told(recognition=text)
    assert fields.extra
    assert len(course.recognitions) == 1
