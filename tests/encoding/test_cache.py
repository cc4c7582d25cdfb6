import numpy as np
import pytest

from matcher.encoding import TextRole, VectorCache


class CountingEncoder:
    """A tiny real encoder: letter counts, scaled to unit length."""

    dimension = 26

    def __init__(self, name="letters-1"):
        self.name = name
        self.encoded = 0

    def encode(self, texts, role=TextRole.QUERY):
        self.encoded += len(texts)
        counts = np.array([[text.count(chr(97 + letter)) for letter in range(26)] for text in texts], dtype=np.float32)
        counts = counts.reshape(len(texts), 26)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


def test_what_was_encoded_once_is_read_from_disk(tmp_path):
    encoder, cache = CountingEncoder(), VectorCache(tmp_path)
    first = cache.encode(encoder, ["welder", "cook"], TextRole.PASSAGE)
    again = cache.encode(encoder, ["welder", "cook"], TextRole.PASSAGE)
    assert encoder.encoded == 2
    assert np.array_equal(first, again)


@pytest.mark.parametrize(
    ("texts", "role", "name"),
    [
        (["welder", "coox"], TextRole.PASSAGE, "letters-1"),
        (["weldercook"], TextRole.PASSAGE, "letters-1"),
        (["welder", "cook"], TextRole.QUERY, "letters-1"),
        (["welder", "cook"], TextRole.PASSAGE, "letters-2"),
    ],
)
def test_other_content_role_or_model_is_encoded_anew(texts, role, name, tmp_path):
    VectorCache(tmp_path).encode(CountingEncoder(), ["welder", "cook"], TextRole.PASSAGE)
    encoder = CountingEncoder(name)
    VectorCache(tmp_path).encode(encoder, texts, role)
    assert encoder.encoded == len(texts)


def test_a_damaged_file_is_replaced(tmp_path):
    encoder, cache = CountingEncoder(), VectorCache(tmp_path)
    expected = cache.encode(encoder, ["welder"], TextRole.QUERY)
    [path] = tmp_path.rglob("*.npy")
    path.write_bytes(path.read_bytes()[:40])
    assert np.array_equal(cache.encode(encoder, ["welder"], TextRole.QUERY), expected)


def test_progress_reaches_the_end(tmp_path):
    seen = []
    VectorCache(tmp_path).encode(
        CountingEncoder(), ["a"] * 20_000, TextRole.QUERY, lambda done, total: seen.append((done, total))
    )
    assert seen[-1] == (20_000, 20_000)
    assert len(seen) > 1
