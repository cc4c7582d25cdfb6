"""From ESCO's files, made here of the starter slice in two languages, to a folder that is opened."""

import csv
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from matcher.encoding import open_encoder
from matcher.errors import EncoderError, UnreadableFileError, UsageError
from matcher.training.run import Sources, train_encoder
from taxonomies.concepts import ConceptKind

TABLES = {ConceptKind.SKILL: "skills", ConceptKind.OCCUPATION: "occupations"}


@pytest.fixture(scope="module")
def esco(starter, tmp_path_factory):
    """A package as ESCO gives it, in English and French."""
    folder = tmp_path_factory.mktemp("esco")
    for kind, table in TABLES.items():
        for language in ("en", "fr"):
            labels = {}
            for label in starter.labels(kind, language):
                labels.setdefault(label.uri, []).append(label.text)
            with (folder / f"{table}_{language}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["conceptUri", "preferredLabel", "altLabels", "labelVersion"])
                writer.writerows([uri, first, "\n".join(more), "1.2.1"] for uri, (first, *more) in labels.items())
    return folder


@pytest.fixture(scope="module")
def short(plan):
    return replace(plan, steps=3)


def train(sources, out, plan):
    seen = []
    train_encoder(sources, out, plan, lambda step, done, total: seen.append((step, done, total)))
    return seen


def test_an_encoder_comes_out_and_nothing_is_left_over(esco, freedict, teacher, short, tmp_path):
    seen = train(Sources(esco, ("fr", "en"), (freedict,), str(teacher)), tmp_path, short)
    assert {path.name for path in tmp_path.iterdir()} == {
        *("README.md", "config.json", "config_sentence_transformers.json", "modules.json"),
        *("grams.safetensors", "pieces.safetensors", "tokenizer.json"),
    }
    assert np.linalg.norm(open_encoder(str(tmp_path)).encode(["soudeur", "welder"]), axis=1) == pytest.approx([1, 1])
    card = (tmp_path / "README.md").read_text()
    assert "freedict-fra-eng.dict.dz 6" in card
    assert "tiny" in card
    assert {step.split(",")[0] for step, _, _ in seen} >= {"asking the teacher", "cutting texts", "training"}


def test_the_same_seed_gives_the_same_encoder(esco, freedict, short, tmp_path):
    for name in ("one", "other"):
        train(Sources(esco, (), (freedict,)), tmp_path / name, short)
    assert open_encoder(str(tmp_path / "one")).name == open_encoder(str(tmp_path / "other")).name
    train(Sources(esco, (), (freedict,)), tmp_path / "seeded", replace(short, seed=5))
    assert open_encoder(str(tmp_path / "one")).name != open_encoder(str(tmp_path / "seeded")).name


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--lang", "en, fr", "--steps", "1", "--seed", "3", "--threads", "1"], 0, "MATCHER_ENCODER="),
        (["--lang", "xx"], 2, "--lang xx"),
        (["--dictionary", "nowhere.tsv"], 1, "nowhere.tsv cannot be read as a dictionary"),
        (["--steps", "0"], 2, "--steps"),
    ],
)
def test_the_command(esco, tmp_path, options, status, said):
    command = [sys.executable, "-m", "matcher", "train-encoder", "--esco", str(esco), "--out", str(tmp_path / "out")]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert said in done.stdout + done.stderr
    assert (tmp_path / "out" / "config.json").exists() is (status == 0)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        ({"languages": ("fr", "xx")}, UsageError, "--lang xx: .* only in en, fr"),
        ({"languages": ("fr",), "teacher": "tiny"}, UsageError, "add en to --lang"),
        ({"languages": ("fr",), "dictionaries": "freedict"}, UsageError, "freedict-fra-eng.dict.dz: no file has two"),
        ({"dictionaries": "nowhere"}, UnreadableFileError, "nowhere.tsv"),
        ({"teacher": "/nowhere/at-all"}, EncoderError, "/nowhere/at-all cannot be opened"),
    ],
)
def test_what_cannot_be_learned_from_is_named(esco, freedict, short, tmp_path, monkeypatch, change, error, said):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    files = {"freedict": (freedict,), "nowhere": (tmp_path / "nowhere.tsv",)}
    change = {key: files.get(value, value) if isinstance(value, str) else value for key, value in change.items()}
    with pytest.raises(error, match=said):
        train(replace(Sources(esco), **change), tmp_path, short)
