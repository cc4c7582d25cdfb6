"""Consents as files state them."""

from datetime import date

import pytest

from matcher.lawful import Consent
from matcher.stewardship.consents import StatedConsent, consent_of, consents_in
from tests.stewardship.conftest import candidate

GIVEN = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("stated", "consent", "faults"),
    [
        (StatedConsent(), Consent(), 0),
        (StatedConsent("01/03/2026", " formulaire signé "), Consent(GIVEN, "formulaire signé"), 0),
        (StatedConsent("2026-03-01", "", "1/3/2027"), Consent(GIVEN, None, date(2027, 3, 1)), 0),
        (StatedConsent(GIVEN, "", "", "non"), Consent(GIVEN), 0),
        (StatedConsent("oui"), Consent(), 1),
        (StatedConsent("non"), Consent(), 0),
        (StatedConsent("31/02/2026"), Consent(), 1),
        # What cannot be read counts against the consent.
        (StatedConsent(GIVEN, "", "fin du projet"), Consent(None), 1),
        (StatedConsent(GIVEN, "", "", "oui"), Consent(GIVEN, withdrawn_on=GIVEN), 1),
    ],
)
def test_cells_become_a_consent(stated, consent, faults):
    found, said = consent_of(stated)
    assert found == consent
    assert len(said) == faults


@pytest.mark.parametrize(
    "headings",
    [
        ("Consent given", "Consent how", "Consent until", "Consent withdrawn"),
        ("Date du consentement", "Forme du consentement", "Fin du consentement", "Consentement retiré le"),
        ("Toestemming", "Wijze van toestemming", "Toestemming tot", "Toestemming ingetrokken"),
        ("EINWILLIGUNG AM", "Art der Einwilligung", "Einwilligung bis", "Einwilligung widerrufen"),
        ("تاريخ الموافقة", "طريقة الموافقة", "انتهاء الموافقة", "سحب الموافقة"),
    ],
)
def test_kept_columns_are_known_by_their_headings(headings):
    cells = ("1/3/2026", "form", "1/3/2027", "2/4/2026")
    record = candidate(1, extra=(*zip(headings, cells, strict=True), ("Remarque", "x")))
    consents, problems = consents_in([record, candidate(2, extra=(("Remarque", "consent"),))])
    assert consents == {"ST-001": Consent(GIVEN, "form", date(2027, 3, 1), date(2026, 4, 2))}
    assert problems == ()


def test_a_cell_in_doubt_is_reported_with_its_row():
    _, (problem,) = consents_in([candidate(7, extra=(("Consentement", "oui"),))])
    assert (problem.row, problem.value) == (8, "oui")
    assert "consent was given" in problem.problem
