"""Any sentence-transformers model: tried on a small real one, built here, with prompts of its own and of its family."""

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from matcher.encoding import TextRole, open_encoder
from matcher.errors import EncoderError

WORDS = ["[UNK]", "query", "passage", ":", "welder", "soudeur", "cook"]


@pytest.fixture
def model_folder(tmp_path):
    """Return a function that saves a static-embedding model under a name, with prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    def make(name, prompts):
        tokenizer = Tokenizer(models.WordLevel({word: row for row, word in enumerate(WORDS)}, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        weights = np.eye(len(WORDS), 8, dtype=np.float32)
        SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], prompts=prompts).save(
            str(tmp_path / name)
        )
        return str(tmp_path / name)

    return make


def holds(vector, word):
    return vector[WORDS.index(word)] > 0


def test_the_prompts_of_a_model_are_honoured(model_folder):
    encoder = open_encoder(model_folder("own-prompts", {"query": "query: ", "document": "passage: "}))
    query = encoder.encode(["welder"], TextRole.QUERY)[0]
    passage = encoder.encode(["welder"], TextRole.PASSAGE)[0]
    assert holds(query, "query")
    assert not holds(query, "passage")
    assert holds(passage, "passage")


def test_the_prompts_of_the_e5_family_are_known(model_folder):
    encoder = open_encoder(model_folder("multilingual-e5-tiny", {}))
    assert holds(encoder.encode(["welder"], TextRole.QUERY)[0], "query")
    assert holds(encoder.encode(["welder"], TextRole.PASSAGE)[0], "passage")


def test_a_model_without_prompts_gets_none(model_folder):
    vector = open_encoder(model_folder("plain", {})).encode(["welder"], TextRole.QUERY)[0]
    assert vector == pytest.approx(np.eye(8)[WORDS.index("welder")])


def test_an_empty_text_is_near_to_nothing(model_folder):
    encoder = open_encoder(model_folder("plain", {}))
    vectors = encoder.encode(["", "welder", "  "])
    assert vectors.shape == (3, encoder.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([0, 1, 0])


def test_a_model_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match="MATCHER_ENCODER="):
        open_encoder(str(tmp_path / "missing")).encode(["welder"])
