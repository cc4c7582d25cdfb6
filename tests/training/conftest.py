"""A small corpus of the starter slice with a dictionary and a teacher: real parts, a few seconds."""

import gzip

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from matcher.training.batches import BatchMaker
from matcher.training.corpus import read_corpus
from matcher.training.dictionaries import read_dictionary
from matcher.training.plan import TrainingPlan
from matcher.training.teacher import teacher_vectors
from matcher.training.trainer import TrainingData
from matcher.training.vocabulary import choose_vocabulary

# As FreeDict's own files: a heading, then each headword with its sound, and its translations below.
FREEDICT = """\
French-English FreeDict Dictionary ver. 0.4.1

  This dictionary comes to you through nice people, http://www.freedict.org/.
marteau /maʁtˈo/
hammer
scie /sˈi/ <fem>
1. saw <n>, handsaw
2. (tool) cutter
   Synonyms: {egoine}
chantier /ʃɑ̃tjˈe/
building site; yard
    le chantier est ferme
 see: {travaux}
"""


@pytest.fixture(scope="session")
def plan():
    return TrainingPlan(steps=12, batch=64, grams=3_000, pieces=800, dimension=32, taught=16, checkpoint_every=6)


@pytest.fixture(scope="session")
def freedict(tmp_path_factory):
    """A dictionary file of the form that Debian packages."""
    path = tmp_path_factory.mktemp("dictionaries") / "freedict-fra-eng.dict.dz"
    path.write_bytes(gzip.compress(FREEDICT.encode()))
    return path


@pytest.fixture(scope="session")
def corpus(starter, freedict):
    return read_corpus(starter, pairs=read_dictionary(freedict), noise=0.2, seed=1)


@pytest.fixture(scope="session")
def vocabulary(corpus, plan):
    return choose_vocabulary(corpus.texts, grams=plan.grams, pieces=plan.pieces)


@pytest.fixture(scope="session")
def teacher(corpus, tmp_path_factory):
    """Folder of a real sentence-transformers model: a vector a word, drawn once."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    words = ["[UNK]", *sorted({word for row in corpus.english for word in corpus.texts[row].split()})]
    tokenizer = Tokenizer(models.WordLevel({word: row for row, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(1).normal(size=(len(words), 24)).astype(np.float32)
    folder = tmp_path_factory.mktemp("teacher") / "tiny"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)]).save(str(folder))
    return folder


@pytest.fixture(scope="session")
def data(corpus, vocabulary, teacher, tmp_path_factory):
    """Everything that a run learns from, the teacher's vectors included."""
    texts = [corpus.texts[row] for row in corpus.english]
    vectors = teacher_vectors(texts, str(teacher), tmp_path_factory.mktemp("cache"), "cpu", lambda *_: None)
    return TrainingData(corpus, vocabulary, BatchMaker.of(corpus.texts, vocabulary), vectors)
