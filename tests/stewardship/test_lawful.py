"""Consent, basis and objection: a table for each rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.lawful import Basis, Consent, Declaration, Exclusion, HeldBasis, Purpose, Standing, joined, later

DAY = date(2026, 6, 15)
BEFORE, AFTER = date(2026, 6, 14), date(2026, 6, 16)


@pytest.mark.parametrize(
    ("consent", "flaw"),
    [
        (Consent(), Exclusion.NO_CONSENT),
        (Consent(DAY), None),
        (Consent(AFTER), Exclusion.NOT_YET),
        (Consent(BEFORE, expires_on=AFTER), None),
        (Consent(BEFORE, expires_on=DAY), Exclusion.EXPIRED),
        (Consent(BEFORE, withdrawn_on=AFTER), None),
        (Consent(BEFORE, withdrawn_on=DAY), Exclusion.WITHDRAWN),
        (Consent(BEFORE, expires_on=DAY, withdrawn_on=DAY), Exclusion.WITHDRAWN),
    ],
)
def test_a_consent_counts_from_its_day_and_drops_out_on_the_day_it_ends(consent, flaw):
    assert consent.flaw(DAY) is flaw


@pytest.mark.parametrize(
    ("standing", "exclusion"),
    [
        (Standing(), Exclusion.NO_BASIS),
        (Standing(HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING)), None),
        (Standing(HeldBasis(Basis.CONTRACT, Purpose.MATCHING)), None),
        (Standing(HeldBasis(Basis.CONSENT, Purpose.MATCHING)), Exclusion.NO_CONSENT),
        (Standing(HeldBasis(Basis.CONSENT, Purpose.MATCHING, Consent(BEFORE))), None),
        # A "no" counts under any basis.
        (Standing(HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING, Consent(withdrawn_on=DAY))), Exclusion.WITHDRAWN),
        (Standing(HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING), DAY), Exclusion.OBJECTED),
        (Standing(HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING), AFTER), None),
        (Standing(None, DAY), Exclusion.OBJECTED),
    ],
)
def test_who_may_be_ranked(standing, exclusion):
    assert standing.exclusion(DAY) is exclusion


@pytest.mark.parametrize(
    ("held", "said", "joined"),
    [
        (Consent(), Consent(DAY, "form"), Consent(DAY, "form")),
        (Consent(BEFORE, "form"), Consent(DAY), Consent(DAY, "form")),
        (Consent(DAY, "form"), Consent(BEFORE, "mail"), Consent(DAY, "form")),
        # An old file that still says "given" does not undo a withdrawal; a later word of the person does.
        (Consent(BEFORE, withdrawn_on=DAY), Consent(BEFORE), Consent(BEFORE, withdrawn_on=DAY)),
        (Consent(BEFORE, withdrawn_on=DAY), Consent(DAY), Consent(DAY, withdrawn_on=DAY)),
        (Consent(BEFORE, withdrawn_on=DAY), Consent(AFTER), Consent(AFTER)),
        (Consent(BEFORE), Consent(withdrawn_on=DAY), Consent(BEFORE, withdrawn_on=DAY)),
        (Consent(BEFORE, withdrawn_on=DAY), Consent(withdrawn_on=AFTER), Consent(BEFORE, withdrawn_on=DAY)),
        (Consent(DAY), Consent(DAY, "form", AFTER), Consent(DAY, "form", AFTER)),
    ],
)
def test_the_later_word_counts(held, said, joined):
    assert later(held, said) == joined


CONSENTS = st.builds(
    Consent,
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.sampled_from(["form", "mail"]),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(held=CONSENTS, said=CONSENTS)
def test_nobody_who_said_no_comes_back_without_a_later_yes(held, said):
    joined = later(held, said)
    last_day = date(2027, 1, 1)
    if held.flaw(last_day) is Exclusion.WITHDRAWN and joined.flaw(last_day) is not Exclusion.WITHDRAWN:
        assert said.given_on > held.withdrawn_on
    assert later(joined, said) == joined


TASK = HeldBasis(Basis.PUBLIC_TASK, Purpose.MATCHING)
WITHDRAWN = HeldBasis(Basis.CONSENT, Purpose.MATCHING, Consent(BEFORE, withdrawn_on=DAY))


@pytest.mark.parametrize(
    ("chosen", "declared", "held", "basis"),
    [
        (False, Basis.PUBLIC_TASK, None, Basis.PUBLIC_TASK),
        (False, Basis.PUBLIC_TASK, HeldBasis(Basis.CONTRACT, Purpose.MATCHING), Basis.CONTRACT),
        (True, Basis.CONTRACT, TASK, Basis.CONTRACT),
        (True, Basis.PUBLIC_TASK, WITHDRAWN, Basis.CONSENT),
        (False, Basis.PUBLIC_TASK, WITHDRAWN, Basis.CONSENT),
    ],
)
def test_a_reload_replaces_no_basis_by_a_default_and_no_withdrawal_by_anything(chosen, declared, held, basis):
    settled = Declaration(declared, Purpose.MATCHING, chosen).settled("k", held)
    assert settled.basis is basis
    if held is WITHDRAWN:
        assert settled.consent.withdrawn_on == DAY


@pytest.mark.parametrize(
    ("standings", "reason"),
    [
        ((Standing(TASK), Standing(TASK)), None),
        ((Standing(), Standing(TASK)), Exclusion.NO_BASIS),
        ((Standing(TASK), Standing()), Exclusion.NO_BASIS),
        ((Standing(TASK), Standing(HeldBasis(Basis.CONSENT, Purpose.MATCHING))), Exclusion.NO_CONSENT),
        ((Standing(), Standing()), Exclusion.NO_BASIS),
        ((Standing(TASK), Standing(TASK, DAY)), Exclusion.OBJECTED),
        ((Standing(TASK), Standing(WITHDRAWN)), Exclusion.WITHDRAWN),
        ((Standing(WITHDRAWN), Standing(TASK)), Exclusion.WITHDRAWN),
        ((Standing(WITHDRAWN), Standing(HeldBasis(Basis.CONSENT, Purpose.MATCHING, Consent(AFTER)))), None),
    ],
)
def test_one_person_of_several_records_needs_a_basis_for_each_and_says_yes_or_no_for_all(standings, reason):
    assert joined(standings).exclusion(AFTER) is reason
