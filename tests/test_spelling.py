import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.spelling import CLOSEST, WordCorrector, spelling_scores


@pytest.mark.parametrize(
    ("form", "label", "close"),
    [
        ("mig weldng", "mig welding", True),
        ("soudeur a larc", "soudeur a l arc", True),
        ("electricien", "electricien", True),
        ("welding mig", "mig welding", True),
        ("developer", "property developer", False),
        ("java", "lava", False),
        ("cook", "book", False),
        ("", "welder", False),
        ("nurse", "purse maker", False),
    ],
)
def test_only_the_same_words_misspelt_count(form, label, close):
    [score] = spelling_scores(form, [label])
    assert (score > 0.75) == close
    assert score <= CLOSEST + 1e-6


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_scores_are_between_0_and_1(form, labels):
    scores = spelling_scores(form, labels)
    assert scores.shape == (len(labels),)
    assert ((scores >= 0) & (scores <= 1)).all()


CORRECTOR = WordCorrector(["mig welding", "welding inspector", "electricien batiment", "frigoriste", "soudeur"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mig weldng", "mig welding"),
        ("electricein", "electricien"),  # two letters changed places: one edit
        ("frigorsite", "frigoriste"),
        ("soudeur", "soudeur"),
        ("migg", "migg"),  # too short to tell
        ("w3ld1ng", "w3ld1ng"),
        ("", ""),
    ],
)
def test_unknown_words_become_the_nearest_known_one(written, meant):
    assert CORRECTOR.correct(written) == meant
