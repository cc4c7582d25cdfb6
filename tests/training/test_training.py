"""Training end to end on the starter slice: a few steps, real torch, the folder opened by both readers."""

import json

import numpy as np
import pytest
import torch

from matcher.encoding import EmbeddedEncoder
from matcher.training.batches import BatchMaker, PairSampler, Ragged
from matcher.training.corpus import read_corpus
from matcher.training.export import export
from matcher.training.model import TwoViewModel, contrastive_loss
from matcher.training.trainer import TrainingPlan, train
from matcher.training.vocabulary import choose_vocabulary
from taxonomies.lexicon import terms

PLAN = TrainingPlan(steps=12, batch=64, dimension=32, checkpoint_every=6)


def quiet(*_):
    return None


@pytest.fixture(scope="module")
def corpus(starter):
    return read_corpus(starter)


@pytest.fixture(scope="module")
def vocabulary(corpus):
    return choose_vocabulary(corpus.texts, grams=3_000, pieces=800)


def test_texts_of_a_concept_stand_by_language(corpus, starter):
    concepts = starter.status().counts["skill"] + starter.status().counts["occupation"]
    assert concepts < len(corpus.labels) <= concepts + sum(1 for _ in terms())
    assert all(len(languages) >= 2 for languages in corpus.labels)


def test_languages_can_be_chosen(starter):
    assert all(len(languages) == 1 for languages in read_corpus(starter, ("en",)).labels)


def test_ragged_rows_come_back():
    ragged = Ragged.of([[1, 2], [], [3], [4, 5, 6]])
    values, starts = ragged.take(np.array([3, 1, 0]))
    assert values.tolist() == [4, 5, 6, 1, 2]
    assert starts.tolist() == [0, 3, 3]


def test_pairs_are_of_distinct_concepts_and_of_one_concept_each(corpus):
    owner = {}
    for concept, languages in enumerate(corpus.labels):
        for rows in languages:
            for row in rows:
                owner.setdefault(int(row), set()).add(concept)
    first, second = PairSampler(corpus, 1, sentences=0.0).draw(100)
    assert len(first) == 100
    assert all(owner[a] & owner[b] for a, b in zip(first.tolist(), second.tolist(), strict=True))


def test_the_same_seed_draws_the_same_pairs(corpus):
    one, other = PairSampler(corpus, 7).draw(50), PairSampler(corpus, 7).draw(50)
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_loss_by_hand():
    # Two identical orthonormal rows: each softmax puts e^s against 1, so the loss is log(1 + e^-s).
    loss = contrastive_loss(torch.eye(2), torch.eye(2), scale=3.0)
    assert float(loss) == pytest.approx(np.log(1 + np.exp(-3.0)), abs=1e-6)


def test_training_learns_and_exports(corpus, vocabulary, tmp_path):
    losses = []
    model = train(corpus, vocabulary, PLAN, tmp_path / "checkpoint.pt", lambda *state: losses.append(state[2]))
    assert np.mean(losses[-4:]) < np.mean(losses[:4])
    folder = tmp_path / "encoder"
    digest = export(model, vocabulary, folder, name="tiny")
    assert json.loads((folder / "config.json").read_text())["content_hash"] == digest
    light = EmbeddedEncoder.open(folder)
    texts = [corpus.texts[row] for row in range(20)]
    with torch.no_grad():
        exact = model(BatchMaker(corpus, vocabulary).bags(np.arange(20)))[0].numpy()
    cosines = (light.encode(texts) * exact).sum(axis=1)
    assert cosines.min() > 0.99  # int8 rows lose next to nothing


def test_a_run_that_was_stopped_goes_on_to_the_same_model(corpus, vocabulary, tmp_path):
    unbroken = train(corpus, vocabulary, PLAN, tmp_path / "unbroken.pt", quiet)

    def stop_at_8(done, _total, _loss):
        if done == 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(corpus, vocabulary, PLAN, tmp_path / "broken.pt", stop_at_8)
    steps = []
    resumed = train(corpus, vocabulary, PLAN, tmp_path / "broken.pt", lambda *state: steps.append(state[0]))
    assert steps == list(range(7, 13))  # the last checkpoint was after step 6
    assert torch.allclose(resumed.grams.weight, unbroken.grams.weight, atol=1e-5)


def test_a_model_of_another_plan_is_not_resumed(corpus, vocabulary, tmp_path):
    checkpoint = tmp_path / "checkpoint.pt"
    steps = []
    train(corpus, vocabulary, PLAN, checkpoint, quiet)
    other = TrainingPlan(steps=2, batch=64, dimension=32, checkpoint_every=6)
    train(corpus, vocabulary, other, checkpoint, lambda *state: steps.append(state[0]))
    assert steps == [1, 2]


def test_vectors_of_the_model_are_of_unit_length(corpus, vocabulary):
    model = TwoViewModel(len(vocabulary.grams), vocabulary.tokenizer.get_vocab_size(), 16)
    for view in model(BatchMaker(corpus, vocabulary).bags(np.arange(8))):
        assert torch.allclose(view.norm(dim=1), torch.ones(8), atol=1e-5)
