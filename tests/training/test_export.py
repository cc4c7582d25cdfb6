import json
import stat

import numpy as np
import pytest

from matcher.encoding import EmbeddedEncoder, open_encoder
from matcher.training.export import export
from matcher.training.trainer import train


@pytest.fixture(scope="module")
def model(data, plan, tmp_path_factory):
    return train(data, plan, tmp_path_factory.mktemp("run") / "checkpoint.pt", lambda *_: None)


@pytest.fixture(scope="module")
def folder(model, data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported") / "encoder"
    export(model.tables(), data.vocabulary, folder, name="tiny")
    return folder


def test_vectors_stay_what_was_learned(model, data, folder):
    light = EmbeddedEncoder.open(folder)
    texts = [data.corpus.texts[row] for row in range(200)]
    exact = model.encode(data.batches.bags(np.arange(200)))[0].detach().numpy()
    cosines = (light.encode(texts) * exact).sum(axis=1)
    assert cosines.min() > 0.98  # 4 bits lose next to nothing
    assert cosines.mean() > 0.99


def test_sentence_transformers_opens_what_was_exported(data, folder):
    from sentence_transformers import SentenceTransformer

    texts = [*data.corpus.texts[:20], "", "MIG weldng"]
    heavy = SentenceTransformer(str(folder), device="cpu").encode(texts)
    assert np.abs(heavy - EmbeddedEncoder.open(folder).encode(texts)).max() < 1e-4


def test_the_name_carries_the_content(model, data, folder, tmp_path):
    digest = export(model.tables(), data.vocabulary, tmp_path, name="tiny")
    assert json.loads((folder / "config.json").read_text())["content_hash"] == digest
    assert open_encoder(str(folder)).name == f"tiny-{digest[:12]}"
    tables = model.tables()
    tables.pieces[5] += 1
    assert export(tables, data.vocabulary, tmp_path, name="tiny") != digest


def test_a_half_precision_table_with_gates_in_a_column_will_do(model, data, folder, tmp_path):
    tables = model.tables()
    halves = type(tables)(*(table.astype(np.float16) for table in (tables.grams, tables.gates[:, None], tables.pieces)))
    export(halves, data.vocabulary, tmp_path, name="tiny")
    texts = data.corpus.texts[:20]
    cosines = EmbeddedEncoder.open(tmp_path).encode(texts) * EmbeddedEncoder.open(folder).encode(texts)
    assert cosines.sum(axis=1).min() > 0.99


def test_others_may_read_the_files(folder):
    assert all(path.stat().st_mode & stat.S_IRUSR for path in folder.iterdir())
    assert {path.stat().st_mode for path in folder.iterdir()} == {(folder / "config.json").stat().st_mode}
