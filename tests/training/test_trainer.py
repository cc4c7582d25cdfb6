"""The loop on the starter slice with a dictionary and a teacher: a few steps, real torch."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from matcher.training.trainer import TrainingData, best_device, train


def quiet(*_):
    return None


def test_training_learns(data, plan, tmp_path):
    losses = []
    train(data, replace(plan, steps=60), tmp_path / "checkpoint.pt", lambda *state: losses.append(state[2]))
    assert np.mean(losses[-10:]) < 0.8 * np.mean(losses[:10])


def test_the_teacher_takes_part(data, plan, tmp_path):
    alone = TrainingData(data.corpus, data.vocabulary, data.batches)
    losses = {"with": [], "without": []}
    train(data, replace(plan, steps=1), tmp_path / "with.pt", lambda *state: losses["with"].append(state[2]))
    train(alone, replace(plan, steps=1), tmp_path / "without.pt", lambda *state: losses["without"].append(state[2]))
    assert losses["with"][0] > losses["without"][0]


def test_a_run_that_was_stopped_goes_on_to_the_same_model(data, plan, tmp_path):
    unbroken = train(data, plan, tmp_path / "unbroken.pt", quiet)

    def stop_at_8(done, _total, _loss):
        if done == 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(data, plan, tmp_path / "broken.pt", stop_at_8)
    steps = []
    resumed = train(data, plan, tmp_path / "broken.pt", lambda *state: steps.append(state[0]))
    assert steps == list(range(7, 13))  # the last checkpoint was after step 6
    for name, state in unbroken.state().items():
        for key, value in state.items():
            assert torch.equal(resumed.state()[name][key], value), (name, key)


@pytest.mark.parametrize(
    "changed",
    [
        lambda data, plan: (data, replace(plan, steps=2)),
        lambda data, plan: (replace(data, teacher=data.teacher[::-1]), replace(plan)),
        lambda data, plan: (replace(data, teacher=None), replace(plan)),
        lambda data, plan: (replace(data, corpus=replace(data.corpus, words=data.corpus.words[:1])), replace(plan)),
    ],
    ids=["plan", "teacher", "no teacher", "dictionary"],
)
def test_a_run_of_another_plan_or_other_data_is_not_resumed(data, plan, tmp_path, changed):
    plan = replace(plan, steps=3, checkpoint_every=1)
    train(data, plan, tmp_path / "checkpoint.pt", quiet)
    other_data, other_plan = changed(data, plan)
    steps = []
    train(other_data, other_plan, tmp_path / "checkpoint.pt", lambda *state: steps.append(state[0]))
    assert steps == list(range(1, other_plan.steps + 1))


@pytest.mark.parametrize(("step", "share"), [(0, 1.0), (59, 1.0), (60, 1.0), (80, 0.5), (99, 0.025), (100, 0.02)])
def test_the_rate_is_constant_then_falls(plan, step, share):
    plan = replace(plan, steps=100, learning_rate=0.01)
    assert plan.learning_rate_at(step) == pytest.approx(0.01 * share)


def test_the_device_is_one_that_torch_has():
    assert torch.zeros(1, device=best_device()).device.type in {"cpu", "cuda"}
