"""What a confidence is worth: curves that rise, and no claim where no labelled data speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import LinkModelError
from matcher.linking import certainty
from matcher.linking.certainty import Curve, curves
from matcher.records import ConceptLink, LinkMethod, LinkStatus
from taxonomies.concepts import ConceptKind

CURVE = Curve((0.2, 0.4, 0.8), (0.1, 0.5, 0.9), frozenset({"fr"}))


def link(confidence, text="soudeur", method=LinkMethod.CLOSE_MEANING, status=LinkStatus.PROPOSED):
    return ConceptLink(text, "uri", "label", method, confidence, status)


@pytest.mark.parametrize(
    ("confidence", "share"), [(0.0, 0.1), (0.2, 0.1), (0.3, 0.3), (0.4, 0.5), (0.6, 0.7), (0.8, 0.9), (1.0, 0.9)]
)
def test_a_curve_is_straight_between_points_and_level_beyond(confidence, share):
    assert CURVE.at(confidence) == pytest.approx(share)


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["skill", "occupation"]))
def test_the_curves_that_ship_keep_every_ranking(one, other, kind):
    low, high = sorted((one, other))
    curve = curves()[kind]
    assert 0 <= curve.at(low) <= curve.at(high) <= 1


@pytest.mark.parametrize(
    ("text", "language", "calibrated"),
    [
        ("soudeur", "fr", True),
        ("soldador", "es", False),  # no labelled data speak of Spanish
        ("soudeur", "", True),
        ("soudeur à l'arc", "", True),
        ("لحام", "", False),  # labelled, but the error left is too large
        ("сварщик", "", False),
        ("焊工", "", False),
        ("3D", "", True),
    ],
)
def test_confidence_is_marked_where_no_labelled_data_speak(text, language, calibrated):
    found = certainty(link(0.6, text), ConceptKind.OCCUPATION, language)
    assert found.is_calibrated is calibrated
    assert calibrated or found.chance == 0.6


def test_what_a_person_or_a_code_said_is_left_as_it_is():
    confirmed = link(1.0, "сварщик", LinkMethod.CONFIRMED, LinkStatus.CONFIRMED)
    for said in (confirmed, link(0.9, "сварщик", LinkMethod.CODED)):
        found = certainty(said, ConceptKind.OCCUPATION)
        assert (found.chance, found.is_calibrated) == (said.confidence, True)


def test_groups_have_no_curve():
    assert not certainty(link(0.5), ConceptKind.ISCO_GROUP).is_calibrated


def test_a_damaged_file_is_named(tmp_path):
    (tmp_path / "certainty.json").write_text("{", encoding="utf-8")
    with pytest.raises(LinkModelError, match=r"certainty\.json"):
        curves(tmp_path / "certainty.json")
