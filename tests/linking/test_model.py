import json

import numpy as np
import pytest

from matcher.errors import LinkModelError
from matcher.linking import LinkModel
from matcher.linking.features import length_of
from matcher.linking.lists import ListModel
from matcher.linking.model import Calibration, FittedWeights, log_shares
from taxonomies.concepts import ConceptKind


def test_shares_by_hand():
    # exp(ln 3) : exp(0) = 3 : 1
    assert np.exp(log_shares(np.array([np.log(3), 0.0]))) == pytest.approx([0.75, 0.25])


def test_confidence_by_hand_and_never_above_the_nearest_label():
    calibration = Calibration(constant=0.0, share=1.0, best=0.0, same=0.0)
    scores, near, same = np.array([np.log(3), 0.0]), np.array([0.9, 0.1]), np.zeros(2)
    # share .75: logit ln .75, so .75 / 1.75; share .25: .25 / 1.25 = .2, but the nearest label is only .1 near
    assert calibration.confidence(scores, near, same) == pytest.approx([0.75 / 1.75, 0.1])


@pytest.mark.parametrize(("words", "length"), [(1, 0.0), (6, 0.0), (11, 0.5), (16, 1.0), (200, 1.0)])
def test_a_text_stands_between_phrase_and_sentence(words, length):
    assert length_of(" ".join(["word"] * words)) == length


def test_what_ships_can_be_read():
    for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
        assert LinkModel.read(kind).phrase.any()
    assert ListModel.read().weights.any()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "cannot be read"),
        ("{}", "no 'skill' for skill"),
        (json.dumps({"skill": {"phrase": {"best": 1}}}), "no weight second"),
    ],
)
def test_a_model_that_does_not_fit_is_explained(content, message, tmp_path):
    path = tmp_path / "linking.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LinkModelError, match=message):
        FittedWeights(path, "skill").weights("phrase", ["BEST", "SECOND"])
