from __future__ import annotations

import pytest

from matcher.intake.countries import country_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Maroc", "MA"),
        ("TUNISIE", "TN"),
        ("België", "BE"),
        ("Égypte", "EG"),
        ("Sénégal", "SN"),
        ("Deutschland", "DE"),
        ("de", "DE"),
        ("Belgique (hypothèse)", "BE"),
        ("Pays-Bas", "NL"),
        ("Côte d'Ivoire", "CI"),
        ("Maroc ou Tunisie", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_names_in_four_languages(text: str, code: str | None) -> None:
    assert country_code(text) == code
