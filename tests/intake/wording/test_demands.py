from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.wording.demands import read_demands, sentences


def shown(sentence: str) -> str:
    """Return the parts of a sentence, ``?`` after what is welcome and ``!`` after what is not asked."""
    marks = {(True, False): "?", (False, True): "!", (False, False): ""}
    demands = read_demands(sentence)
    return "; ".join(sentence[item.start : item.end] + marks[item.welcome, item.unneeded] for item in demands)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Kennis van Excel, SAP is een plus", "Kennis van Excel; SAP?"),
        ("Kennis van Excel, Word en Access is een plus", "Kennis van Excel?; Word en Access?"),
        ("Kennis van TIG, ervaring met MAG is een plus", "Kennis van TIG; ervaring met MAG?"),
        ("TIG, MAG en elektrode zijn een troef", "TIG?; MAG en elektrode?"),
        ("TIG, MAG, elektrode zijn een troef", "TIG?; MAG?; elektrode?"),
        ("Stipt, ervaring met heftruck (een plus)", "Stipt; ervaring met heftruck?"),
        ("Kennis van SPS (Siemens S7) is een plus", "Kennis van SPS?; Siemens S7?"),
        ("SAP is een plus, een attest (ADR) ook", "SAP?; een attest?; ADR?"),
        ("Pluspunten: VCA, rijbewijs C", "VCA?; rijbewijs C?"),
        ("Kennis van Excel en bij voorkeur ook SAP", "Kennis van Excel en; ook SAP?"),
        ("Photoshop est un atout mais Illustrator est indispensable", "Photoshop?; Illustrator"),
        ("Idéalement, vous connaissez Docker", "vous connaissez Docker?"),
        ("Le permis C n'est pas requis", "Le permis C!"),
        ("Geen ervaring vereist, wel motivatie", "Geen ervaring!; wel motivatie"),
        ("Experience preferred but not required", "Experience?"),
        ("Kenntnisse in SPS zwingend erforderlich, Englisch von Vorteil", "Kenntnisse in SPS; Englisch?"),
        ("Rust nice to have, C++ must have", "Rust?; C++"),
        ("Eigen vervoer is vereist wegens ploegen", "Eigen vervoer"),
        ("Disposé(e) à voyager, 1,5 an", "Disposé(e) à voyager; 1,5 an"),
        ("", ""),
    ],
)
def test_what_a_sentence_asks_and_how_much(sentence: str, parts: str) -> None:
    assert shown(sentence) == parts


@settings(deadline=None)
@given(st.text(alphabet="ab,(): ennisvaplu.maar", max_size=80) | st.text(max_size=60))
def test_parts_stand_in_the_sentence_in_order(text: str) -> None:
    for sentence in sentences(text):
        demands = read_demands(sentence)
        places = [place for item in demands for place in (item.start, item.end)]
        assert places == sorted(places)
        assert all(0 <= item.start < item.end <= len(sentence) for item in demands)


def test_sentences_end_where_a_new_one_begins_and_not_at_a_saint() -> None:
    assert sentences("Je last. Je slijpt in St. Vith. Bel nu!") == ["Je last.", "Je slijpt in St. Vith.", "Bel nu!"]
