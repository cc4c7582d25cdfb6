from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.eligibility.residence import Residence, read_residence, residence_on
from matcher.records import LegalStatus, StatusEvent

R = Residence


@pytest.mark.parametrize(
    ("words", "status", "marks"),
    [
        ("verzoeker int. bescherming", R.ASYLUM, set()),
        ("demandeur de protection internationale", R.ASYLUM, set()),
        ("Demandeuse d'asile", R.ASYLUM, set()),
        ("DPI (annexe 26), en cours", R.ASYLUM, set()),
        ("asylum seeker", R.ASYLUM, set()),
        ("Asylbewerberin, Arbeitsmarkt: unbeschränkt", R.ASYLUM, {"labour_card"}),
        ("verzoeker, arbeidsmarkt: onbeperkt", R.ASYLUM, {"labour_card"}),
        ("demandeur d'asile - marché du travail : illimité", R.ASYLUM, {"labour_card"}),
        ("dem. protection internationale - recours CCE", R.ASYLUM, {"appeal"}),
        ("demandeur PI (demande ultérieure recevable)", R.ASYLUM, {"subsequent"}),
        ("asielzoeker, volgend verzoek niet-ontvankelijk", R.ASYLUM, {"subsequent", "not_admissible"}),
        ("asielzoeker uitgeprocedeerd", R.ASYLUM, {"lost"}),
        ("erkend vluchteling", R.REFUGEE, set()),
        ("Réfugiée reconnue", R.REFUGEE, set()),
        ("anerkannter Flüchtling", R.REFUGEE, set()),
        ("vluchteling, in transitie (uitstroom 01/2027)", R.REFUGEE, set()),
        ("protection subsidiaire", R.SUBSIDIARY, set()),
        ("subs. bescherming", R.SUBSIDIARY, set()),
        ("subsidiärer Schutz", R.SUBSIDIARY, set()),
        ("tijdelijke bescherming", R.TEMPORARY_PROTECTION, set()),
        ("zoekjaar", R.SEARCH_YEAR, set()),
        ("étudiante", R.STUDENT, set()),
        # Beside other words a protection may be somebody else's, another country's, or refused: somebody must look.
        ("echtgenote van vluchteling", R.OTHER, set()),
        ("UNHCR refugee", R.OTHER, set()),
        ("refugee in Jordan", R.OTHER, set()),
        ("statut de réfugié refusé", R.OTHER, {"refused"}),
        ("pas réfugié", R.OTHER, set()),
        ("Erkend vluchteling (tot 31/12/2024)", R.OTHER, set()),
        ("vluchteling (status ingetrokken, tot 2024)", R.OTHER, set()),
        ("Flüchtling (bisher nicht anerkannt)", R.OTHER, set()),
        ("refugee in 2027", R.OTHER, set()),
        ("erkend vluchteling 2027", R.OTHER, set()),
        ("vluchteling sinds 15.03.27", R.OTHER, set()),
        ("refugee?", R.OTHER, set()),
        ("zoekjaar geweigerd", R.OTHER, {"refused"}),
        ("student, zoekjaar aangevraagd", R.OTHER, set()),
        ("asielzoeker, nog geen kaart arbeidsmarkt: onbeperkt", R.ASYLUM, set()),
        ("demandeur d'asile, pas encore marché du travail: illimité", R.ASYLUM, set()),
        ("geen", None, set()),
        ("woont in Marokko", None, set()),
        ("carte F", R.OTHER, set()),
        ("séjour illimité", R.OTHER, set()),
        ("", None, set()),
        (None, None, set()),
        ("   ", None, set()),
    ],
)
def test_residence_is_read_from_words(words, status, marks):
    read = read_residence(words)
    assert read.status == status
    assert read.marks == marks


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("subsidiaire bescherming sinds 05/2026", date(2026, 5, 1), date(2026, 5, 31)),
        ("erkend vluchteling 12/02/2026", date(2026, 2, 12), date(2026, 2, 12)),
        ("vluchteling (statuut 06/2026)", date(2026, 6, 1), date(2026, 6, 30)),
        ("vluchteling, in transitie (uitstroom 01/2027)", None, None),
        ("vluchteling", None, None),
    ],
)
def test_since_when_is_read(words, first, last):
    read = read_residence(words)
    assert (read.since, read.since_end) == (first, last)


def event(kind, day):
    return StatusEvent(kind, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("legal", "day", "expected"),
    [
        (LegalStatus(residence_status="vluchteling sinds 02/2026"), "2026-03-01", (R.REFUGEE, True)),
        (LegalStatus(residence_status="vluchteling sinds 02/2026"), "2026-02-10", (R.REFUGEE, False)),
        (LegalStatus(residence_status="vluchteling sinds 02/2026"), "2026-01-31", (None, True)),
        (
            LegalStatus(residence_status="vluchteling sinds 02/2026", events=(event("application", "2025-05-05"),)),
            "2026-01-31",
            (R.ASYLUM, True),
        ),
        (LegalStatus(events=(event("application", "2025-05-05"),)), "2026-01-31", (R.ASYLUM, True)),
        (
            LegalStatus(residence_status="asielzoeker", events=(event("protection", "2026-02-02"),)),
            "2026-02-02",
            (R.PROTECTED, False),  # the words say otherwise
        ),
        (LegalStatus(events=(event("protection", "2026-02-02"),)), "2026-02-02", (R.PROTECTED, True)),
        (
            LegalStatus(events=(event("protection", "2024-02-02"), event("protection_ended", "2026-01-01"))),
            "2026-02-02",
            (R.PROTECTED, False),
        ),
        (
            LegalStatus(residence_status="vluchteling", events=(event("refusal", "2026-01-01"),)),
            "2026-02-02",
            (R.REFUGEE, False),
        ),
        (
            LegalStatus(residence_status="vluchteling", events=(event("application", "2024-01-01"),)),
            "2026-02-02",
            (R.REFUGEE, True),
        ),
        (LegalStatus(), "2026-01-31", (None, True)),
    ],
)
def test_the_status_is_that_of_the_day(legal, day, expected):
    assert residence_on(legal, date.fromisoformat(day)) == expected


@given(st.text())
def test_any_words_are_read(words):
    assert read_residence(words).status in (None, *Residence)
