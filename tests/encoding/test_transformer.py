"""Any sentence-transformers model: tried on a small real one, built here, with prompts of its own and of its family."""

import re
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from matcher.encoding import TextRole, open_encoder
from matcher.encoding.transformer import _UNRELATED
from matcher.errors import EncoderError

WORDS = ["[UNK]", "query", "passage", ":", "welder", "soudeur", "cook"]
WORDS += sorted({word for phrase in _UNRELATED for word in re.findall(r"\w+", phrase)} - set(WORDS))


@pytest.fixture
def model_folder(tmp_path):
    """Return a function that saves a static-embedding model under a name, with prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    def make(name, prompts):
        tokenizer = Tokenizer(models.WordLevel({word: row for row, word in enumerate(WORDS)}, unk_token="[UNK]"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        weights = np.eye(len(WORDS), dtype=np.float32)
        SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], prompts=prompts).save(
            str(tmp_path / name)
        )
        return str(tmp_path / name)

    return make


def holds(vector, word):
    return vector[WORDS.index(word)] > 0


def test_the_prompts_of_a_model_are_honoured(model_folder):
    encoder = open_encoder(model_folder("own-prompts", {"query": "query: ", "document": "passage: "}))
    query = encoder.plain(["welder"], TextRole.QUERY)[0]
    passage = encoder.plain(["welder"], TextRole.PASSAGE)[0]
    assert holds(query, "query")
    assert not holds(query, "passage")
    assert holds(passage, "passage")


def test_the_prompts_of_the_e5_family_are_known(model_folder):
    encoder = open_encoder(model_folder("multilingual-e5-tiny", {}))
    assert holds(encoder.plain(["welder"], TextRole.QUERY)[0], "query")
    assert holds(encoder.plain(["welder"], TextRole.PASSAGE)[0], "passage")


def test_a_model_without_prompts_gets_none(model_folder):
    vector = open_encoder(model_folder("plain", {})).plain(["welder"], TextRole.QUERY)[0]
    assert vector == pytest.approx(np.eye(len(WORDS))[WORDS.index("welder")])


def test_an_empty_text_is_near_to_nothing(model_folder):
    encoder = open_encoder(model_folder("plain", {}))
    vectors = encoder.encode(["", "welder", "  "])
    assert vectors.shape == (3, encoder.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([0, 1, 0])


def test_texts_that_share_only_what_all_texts_share_score_near_0(model_folder):
    """The prompt is common to all texts: as a raw cosine it would bring any two of them near."""
    encoder = open_encoder(model_folder("multilingual-e5-tiny", {}))
    raw = encoder.plain(["welder", "cook"], TextRole.QUERY)
    centred = encoder.encode(["welder", "cook"], TextRole.QUERY)
    assert raw[0] @ raw[1] > 0.5
    assert centred[0] @ centred[1] < raw[0] @ raw[1] / 2


def test_a_model_trained_again_in_its_folder_has_another_name(model_folder):
    folder = model_folder("plain", {})
    before = open_encoder(folder).name
    Path(folder, "model.safetensors").touch()
    assert open_encoder(folder).name != before


def test_a_model_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match="MATCHER_ENCODER="):
        open_encoder(str(tmp_path / "missing")).encode(["welder"])
