import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomies.wording import drop_gender_marks, gendered_forms, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soudeur à l'arc", "soudeur a l arc"),
        ("  Lasser MIG/MAG (m/v/x) ", "lasser mig mag"),
        ("Développeur·euse web", "developpeur web"),
        ("Schweißer(in)", "schweisser"),
        ("Java ontwikkelaar h/f/x", "java ontwikkelaar"),
        ("C++ / C# / .NET", "c++ c# net"),
        ("Œuvre", "oeuvre"),
        ("لحّام", "لحام"),
        ("😀 !!", ""),
        ("", ""),
    ],
)
def test_normal_form(text, expected):
    assert normalise(text) == expected


@given(st.text(max_size=80))
def test_normal_form_is_stable(text):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("soudeur/soudeuse", ("soudeur", "soudeuse")),
        ("directeur technique/directrice technique", ("directeur technique", "directrice technique")),
        ("CI/CD", ("CI/CD",)),
        ("input/output", ("input/output",)),
        ("welder", ("welder",)),
        ("a/b/c", ("a/b/c",)),
    ],
)
def test_gendered_forms_are_split_only_where_they_are_two_forms_of_one_title(label, forms):
    assert gendered_forms(label) == forms


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Kok (m/v)", "Kok"), ("Kellner*in", "Kellner"), ("technicien(ne) CVC", "technicien CVC"), ("m/v/x Kok", "Kok")],
)
def test_gender_marks_are_dropped(title, expected):
    assert drop_gender_marks(title) == expected
