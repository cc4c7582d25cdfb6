"""A second look at the first places: by hand arithmetic, and by a real, tiny cross-encoder."""

import numpy as np
import pytest

from evaluation.rank_sets import RankQuery
from evaluation.second_stage import (
    DEPTH,
    RERANKER,
    SHARES,
    Again,
    blended,
    cross_validated,
    looked_at,
    second_reader,
)  # fmt: skip
from matcher.errors import UsageError

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "weld", "cook", "nurse", "steel")


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory):
    """A cross-encoder of one layer with weights by chance, as a folder."""
    torch = pytest.importorskip("torch")
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny-cross-encoder")
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    torch.manual_seed(1)
    sizes = {
        "initializer_range": 0.5,
        "hidden_size": 8,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 16,
    }
    model = BertForSequenceClassification(BertConfig(vocab_size=len(WORDS), num_labels=1, **sizes))
    model.save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def test_a_cross_encoder_of_a_folder_reads_pairs(cross_encoder, monkeypatch, tmp_path):
    monkeypatch.setenv(RERANKER, str(cross_encoder))
    name, read = second_reader([], tmp_path, english=True)
    assert name == cross_encoder.name
    found = read("weld steel", ["weld", "cook nurse", "weld"])
    assert found.shape == (3,)
    assert found[0] == pytest.approx(found[2], abs=1e-6)
    assert found[0] != pytest.approx(found[1], abs=1e-6)


def test_a_folder_without_a_cross_encoder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv(RERANKER, str(tmp_path))
    with pytest.raises(UsageError, match=RERANKER):
        second_reader([], tmp_path, english=True)


def test_the_english_model_reads_no_texts_of_several_languages(monkeypatch, tmp_path):
    monkeypatch.delenv(RERANKER, raising=False)
    assert second_reader([["a"]], tmp_path, english=False) is None


def test_first_places_are_ordered_anew_and_stay_first():
    first = np.array([0.9, 0.1, 0.8, 0.7])
    found = blended(first, [0, 2], np.array([0.0, 1.0]), 0.5)
    # 0.9 + 0 and 0.8 + 0.5, both above the others, which keep their scores.
    assert found == pytest.approx([0.9, 0.1, 1.3, 0.7])
    lifted = blended(first, [0, 2], np.array([-2.0, -1.0]), 0.5)
    assert np.argsort(-lifted).tolist() == [2, 0, 3, 1]
    assert blended(first, [0, 2, 3, 1], np.zeros(4), 1.0) == pytest.approx(first)


def test_only_the_first_places_are_looked_at():
    assert looked_at(np.arange(50.0)) == list(range(49, 49 - DEPTH, -1))


def test_each_share_is_chosen_on_the_other_folds():
    """The model says what the engine does not know: any share above 0 puts the right document first."""
    grades, first = (0, 1, 0), np.array([0.5, 0.49, 0.48])
    queries = [RankQuery(str(at), at, (0, 1, 2), grades, group=str(at)) for at in range(20)]
    again = [Again(query, first, "weld", ["cook", "weld", "nurse"]) for query in queries]
    by_query = [one.ways(lambda text, others: np.array([float(text == other) for other in others])) for one in again]
    assert len(by_query[0]) == len(SHARES)
    scores, shares = cross_validated(queries, by_query, "MRR", 1)
    assert all(one.argmax() == 1 for one in scores)
    assert min(shares) > 0
    spoilt = [one.ways(lambda text, others: np.array([float(text != other) for other in others])) for one in again]
    scores, shares = cross_validated(queries, spoilt, "MRR", 1)
    assert set(shares) == {0.0}
    assert all((one == first).all() for one in scores)
