from __future__ import annotations

import pytest

from matcher.intake.candidate_columns import CANDIDATE_LEXICON, CandidateColumn
from matcher.intake.column_proposals import Proposal, propose

C = CandidateColumn
PHONES = ("+32 000 11 22 33", "0000/12.34.56", "00 32 000 1122")


def proposed(heading: str, *texts: str, taken: frozenset[CandidateColumn] = frozenset()) -> Proposal | None:
    return propose(heading, texts, taken, CANDIDATE_LEXICON)


@pytest.mark.parametrize(
    ("heading", "texts", "column"),
    [
        ("Coord.", PHONES, C.PHONE),
        ("Né", ("01/02/1990", "31/02/1985", "12 mei 2001"), C.BIRTH_DATE),
        ("x/y", ("F", "M", "F"), C.GENDER),
        ("Pays", ("Maroc", "Tunisie", "Sénégal"), C.ORIGIN),
        ("Parle", ("FR B2", "EN A1; NL A2", "français courant"), C.LANGUAGES),
        ("Oral", ("B2", "A1", "C1"), C.LANGUAGES),
        ("Sait faire", ("a, b, c", "d; e; f", "g, h, i"), C.SKILLS),
        ("Interne", ("A-1", "A-2", "A-3"), C.KEY),
        ("Votre numéro de téléphone privé", ("?",), C.PHONE),
        ("Beschrijving van uw job", (), C.OCCUPATION),
        ("Compétensses", (), C.SKILLS),
        ("Observations", ("très bien", "à revoir", "ok"), None),
        ("Contrôle", ("01/02/2024", "03/04/2025", "12/10/2026"), None),
        ("Empreinte", ("A-1", "A-1", "A-2"), None),
        ("", (), None),
        # what two cells look like says nothing
        ("Coord.", PHONES[:2], None),
    ],
)
def test_columns_are_proposed_by_words_or_content(
    heading: str, texts: tuple[str, ...], column: CandidateColumn | None
) -> None:
    found = proposed(heading, *texts)
    assert (found.column if found else None) == column
    assert found is None or (found.why and not found.certain)


@pytest.mark.parametrize(
    "heading", ["Téléphone du conseiller", "E-mail référent", "Noodgeval: gsm", "Contact person", "هاتف المرشد"]
)
def test_a_column_about_somebody_else_is_never_proposed(heading: str) -> None:
    assert proposed(heading, *PHONES) is None
    assert proposed(heading, "a@example.org", "b@example.org", "c@example.org") is None


def test_only_a_column_of_different_addresses_is_certain() -> None:
    different = proposed("Contact", "a@example.org", "b@example.org", "", "c@example.org")
    assert different == Proposal(C.EMAIL, "every cell is an e-mail address, each another", certain=True)
    repeated = proposed("Contact", "a@example.org", "A@example.org", "b@example.org", "b@example.org")
    assert repeated == Proposal(C.EMAIL, "4 of 4 cells are e-mail addresses")


def test_what_the_file_has_already_is_not_proposed_again_unless_it_may_repeat() -> None:
    assert proposed("Coord.", *PHONES, taken=frozenset({C.PHONE})) is None
    lists = ("a, b, c", "d; e; f", "g, h, i")
    assert proposed("Sait", *lists, taken=frozenset({C.SKILLS})) is not None
