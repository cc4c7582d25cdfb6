import numpy as np
import pytest

from matcher.errors import EncoderError
from matcher.training.teacher import teacher_vectors

TEXTS = ["hammer", "building site", "a " * 500, "yard"]


def ask(texts, model, folder):
    asked = []
    vectors = teacher_vectors(texts, str(model), folder, "cpu", lambda done, total: asked.append((done, total)))
    return vectors, asked


def test_the_teacher_is_asked_once(teacher, tmp_path):
    first, asked = ask(TEXTS, teacher, tmp_path)
    again, not_asked = ask(TEXTS, teacher, tmp_path)
    assert asked == [(0, 4)]
    assert not not_asked
    assert first.dtype == np.float16
    assert np.array_equal(first, again)
    assert np.linalg.norm(first.astype(np.float32), axis=1) == pytest.approx(np.ones(4), abs=1e-2)


def test_other_texts_are_asked_anew(teacher, tmp_path):
    ask(TEXTS, teacher, tmp_path)
    _, asked = ask(TEXTS[:2], teacher, tmp_path)
    assert asked == [(0, 2)]


def test_damaged_vectors_are_asked_anew(teacher, tmp_path):
    first, _ = ask(TEXTS, teacher, tmp_path)
    (path,) = tmp_path.glob("teacher-*.npy")
    path.write_bytes(path.read_bytes()[:100])
    again, asked = ask(TEXTS, teacher, tmp_path)
    assert asked
    assert np.array_equal(first, again)


def test_a_long_text_is_read_to_its_fortieth_word(teacher, tmp_path):
    vectors, _ = ask(["yard " * 40, "yard " * 40 + "hammer " * 100], teacher, tmp_path)
    assert np.array_equal(vectors[0], vectors[1])


def test_a_teacher_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EncoderError, match=r"missing cannot be opened: give --teacher"):
        ask(TEXTS, tmp_path / "missing", tmp_path)
