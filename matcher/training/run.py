"""From a folder of ESCO files to an encoder folder, in one call."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from matcher.errors import UsageError
from matcher.training.batches import BatchMaker
from matcher.training.card import Origin, write_card
from matcher.training.corpus import Corpus, read_corpus
from matcher.training.dictionaries import WordPair, some_pairs
from matcher.training.export import export
from matcher.training.plan import TrainingPlan
from matcher.training.teacher import teacher_vectors
from matcher.training.trainer import TrainingData, best_device, train
from matcher.training.vocabulary import choose_vocabulary
from taxonomies.esco import import_esco

Progress = Callable[[str, int, int], None]
NAME = "esco-two-view"


@dataclass(frozen=True, slots=True)
class Sources:
    """What to learn from.

    Attributes:
        esco: folder or zip of ESCO's CSV files, of any edition.
        languages: texts of these languages only (ISO 639-1); of all that are there where none is named.
        dictionaries: files that :func:`matcher.training.dictionaries.read_dictionary` reads.
        teacher: a sentence-transformers model of English, by name or folder; none where empty.
    """

    esco: Path
    languages: tuple[str, ...] = ()
    dictionaries: tuple[Path, ...] = ()
    teacher: str = ""


def train_encoder(sources: Sources, out: Path, plan: TrainingPlan, progress: Progress) -> Path:
    """Train an encoder and write it to ``out``.

    Of the ESCO files only labels, descriptions and hierarchy are read; crosswalk files are not. A run that was stopped
    goes on from ``out/checkpoint.pt``, which is removed at the end, as are the teacher's vectors beside it.

    Raises:
        TaxonomyError: the ESCO files cannot be used.
        UnreadableFileError: a dictionary cannot be read.
        EncoderError: the teacher cannot be opened.
        UsageError: the languages leave nothing to learn from.
    """
    out.mkdir(parents=True, exist_ok=True)
    pairs = _read_dictionaries(sources, plan, progress)
    corpus, origin = _read_esco(sources, plan, pairs, progress)
    data = _prepare(corpus, sources.teacher, plan, out, progress)
    checkpoint = out / "checkpoint.pt"
    model = train(
        data,
        plan,
        checkpoint,
        lambda done, total, loss: progress(f"training, loss {loss:.2f}", done, total),
        best_device(),
    )
    digest = export(model.tables(), data.vocabulary, out, name=NAME)
    write_card(out, origin, NAME, digest)
    for leftover in (checkpoint, *out.glob("teacher-*.npy")):
        leftover.unlink(missing_ok=True)
    return out


def _read_dictionaries(sources: Sources, plan: TrainingPlan, progress: Progress) -> dict[Path, list[WordPair]]:
    pairs: dict[Path, list[WordPair]] = {}
    for number, path in enumerate(sources.dictionaries):
        progress(f"reading {path.name}", number, len(sources.dictionaries))
        pairs[path] = some_pairs(path, sources.languages, plan.most_words, plan.seed)
    if sources.dictionaries and not any(pairs.values()):
        raise UsageError(
            f"--dictionary {sources.dictionaries[0]}: no file has two of the languages {', '.join(sources.languages)} "
            "given with --lang: leave the files out, or name more languages."
        )
    return pairs


def _read_esco(
    sources: Sources, plan: TrainingPlan, pairs: dict[Path, list[WordPair]], progress: Progress
) -> tuple[Corpus, Origin]:
    with tempfile.TemporaryDirectory() as folder:
        taxonomy = import_esco([sources.esco], Path(folder), synonyms=False, progress=progress).taxonomy
        status = taxonomy.status()
        missing = [language for language in sources.languages if language not in status.labels]
        if missing:
            raise UsageError(
                f"--lang {','.join(missing)}: {sources.esco} holds no label in it, only in {', '.join(status.labels)}."
            )
        progress("reading labels and descriptions", 0, 1)
        words = (pair for some in pairs.values() for pair in some)
        corpus = read_corpus(taxonomy, sources.languages, pairs=words, noise=plan.misspelt, seed=plan.seed)
        taxonomy.close()
    used = tuple((path.name, len(some)) for path, some in pairs.items())
    teacher = "/".join(Path(sources.teacher).parts[-2:])  # of a folder the last two names say enough
    return corpus, Origin(status, sources.languages, used, teacher, asdict(plan))


def _prepare(corpus: Corpus, teacher: str, plan: TrainingPlan, out: Path, progress: Progress) -> TrainingData:
    progress("choosing the vocabulary", 0, 1)
    vocabulary = choose_vocabulary(corpus.texts, grams=plan.grams, pieces=plan.pieces)
    batches = BatchMaker.of(corpus.texts, vocabulary, lambda done, total: progress("cutting texts", done, total))
    if not teacher:
        return TrainingData(corpus, vocabulary, batches)
    if not len(corpus.english):
        raise UsageError(f"--teacher {teacher} knows English, of which there is no text: add en to --lang.")
    texts = [corpus.texts[row] for row in corpus.english]
    device = str(best_device())
    vectors = teacher_vectors(
        texts, teacher, out, device, lambda done, total: progress("asking the teacher", done, total)
    )
    return TrainingData(corpus, vocabulary, batches, vectors)


def use_threads(count: int) -> None:
    """Let torch use that many processor threads."""
    torch.set_num_threads(count)
