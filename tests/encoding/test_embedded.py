import shutil
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from matcher.encoding import EMBEDDED_FOLDER, EmbeddedEncoder, open_encoder
from matcher.errors import EncoderError

ODD = ["", "   ", "😀😀", "soudeur à l'arc", "word " * 10_000, "x" * 100_000, "Лаврентий 李 لحام welder", "\x00\ud800"]


def test_vectors_are_of_unit_length_or_zero(encoder):
    lengths = np.linalg.norm(encoder.encode(ODD), axis=1)
    assert np.all((np.abs(lengths - 1) < 1e-5) | (lengths == 0))
    assert lengths[0] == lengths[1] == lengths[2] == 0
    assert lengths[3] == pytest.approx(1, abs=1e-5)


def test_sentence_transformers_opens_the_folder_and_gives_the_same_vectors(encoder):
    from sentence_transformers import SentenceTransformer

    texts = [
        "soudeur à l'arc",
        "heftruck besturen",
        "Java developer",
        "installer des tableaux électriques",
        "",
        "MIG weldng",
    ]
    model = SentenceTransformer(str(EMBEDDED_FOLDER), device="cpu")
    assert np.abs(model.encode(texts) - encoder.encode(texts)).max() < 1e-4
    assert model.get_embedding_dimension() == encoder.dimension


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("soudeur", "welder", "accountant"),
        ("heftruckchauffeur", "forklift operator", "nurse"),
        ("Krankenpfleger", "infirmier", "électricien"),
        ("MIG weldng", "MIG welding", "MRI scanning"),
        ("gestion de bases de données", "databasebeheer", "gestion d'hôtel"),
    ],
)
def test_languages_meet(encoder, one, same, other):
    first, second, third = encoder.encode([one, same, other])
    assert first @ second > first @ third + 0.2


def test_a_text_has_one_vector_whatever_stands_beside_it(encoder):
    texts = ["soudeur", "kok", "programmeur java", ""]
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    assert np.allclose(encoder.encode(texts), alone, atol=1e-6)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_text_is_encoded(texts):
    vectors = ENCODER.encode(texts)
    assert vectors.shape == (len(texts), ENCODER.dimension)
    assert np.isfinite(vectors).all()


ENCODER = EmbeddedEncoder.open(EMBEDDED_FOLDER)


def test_neither_torch_nor_transformers_is_imported():
    code = (
        "import sys; from matcher.encoding import open_encoder; open_encoder().encode(['soudeur']); "
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_model_fits_its_place():
    assert sum(path.stat().st_size for path in EMBEDDED_FOLDER.iterdir()) <= 40_000_000


def test_a_folder_without_a_model_is_named(tmp_path):
    with pytest.raises(EncoderError, match=str(tmp_path)):
        EmbeddedEncoder.open(tmp_path)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"keys": np.uint32, "rows": np.int8, "scales": np.float16, "gates": np.float16}, "older format of 8-bit rows"),
        ({"keys": np.uint32, "packed": np.uint8, "scales": np.float16}, "no complete encoder"),  # no gates
    ],
)
def test_a_model_of_another_format_is_named(tmp_path, tables, said):
    save_file({name: np.zeros((1, 2), dtype=kind) for name, kind in tables.items()}, tmp_path / "grams.safetensors")
    shutil.copy(EMBEDDED_FOLDER / "pieces.safetensors", tmp_path)
    with pytest.raises(EncoderError, match=f"{tmp_path} .*{said}"):
        EmbeddedEncoder.open(tmp_path)


def test_a_trained_folder_is_read_as_the_one_that_ships(encoder, tmp_path):
    shutil.copytree(EMBEDDED_FOLDER, tmp_path / "own")
    own = open_encoder(str(tmp_path / "own"))
    assert isinstance(own, EmbeddedEncoder)
    assert own.name == encoder.name
