"""No question of a benchmark, and no label of a crosswalk, is a synonym or a training text of a concept.

What counts are this project's own texts: a text that ESCO itself uses as a label is ESCO's. Texts are compared in their
normal form with the words sorted. Dictionaries and the two European sides of the Arabic lexicon are general language,
tied to no concept: an Arabic term becomes a synonym only where its translation is one of ESCO's own labels. Misspelt
copies are made of ESCO's labels by chance; that "arzti" may lose its last letter cannot be known without the questions.
"""

import ast
import csv
import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from matcher.training.corpus import read_corpus
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.esco import import_esco
from taxonomies.lexicon import phrases
from taxonomies.starter import starter_synonyms
from taxonomies.wording import gendered_forms, normalise

KINDS = (ConceptKind.SKILL, ConceptKind.OCCUPATION)
_opened = None
sys.addaudithook(
    lambda event, given: _opened.append(str(given[0])) if event == "open" and _opened is not None else None
)


def key(text):
    return " ".join(sorted(normalise(text).split()))


def keys(text):
    """The text as it is, and the two forms of "directeur/directrice"."""
    return {key(form) for form in {text, *gendered_forms(text)}} - {""}


def read(path, delimiter):
    packed = path.with_name(f"{path.name}.gz")
    raw = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    quoting = csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=delimiter, quoting=quoting))


def named(path):
    head, *rows = read(path, ",")
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def benchmarks():
    folder = os.environ.get("BENCHMARKS_DIR")
    if not folder or not Path(folder).is_dir():
        pytest.skip("BENCHMARKS_DIR names no folder of benchmarks")
    return Path(folder)


@pytest.fixture(scope="module")
def crosswalks(esco_dir):
    if not (esco_dir / "crosswalks").is_dir():
        pytest.skip("ESCO_DIR holds no crosswalks")
    return esco_dir / "crosswalks"


@pytest.fixture(scope="module")
def opened():
    """Paths opened while ESCO was imported and the training texts were read."""
    return []


@pytest.fixture(scope="module")
def esco(esco_dir, opened, tmp_path_factory):
    """ESCO alone, without a word of this project."""
    global _opened  # noqa: PLW0603 (an audit hook cannot be taken off again)
    _opened = opened
    taxonomy = import_esco(
        [esco_dir], tmp_path_factory.mktemp("esco"), synonyms=False, progress=lambda *_: None
    ).taxonomy
    _opened = None
    return taxonomy


@pytest.fixture(scope="module")
def esco_labels(esco):
    """The concepts that ESCO gives each text to."""
    return labels_of(esco)


def labels_of(taxonomy):
    found = {}
    for kind in ConceptKind:
        for language in taxonomy.languages(kind):
            for label in taxonomy.labels(kind, language):
                for form in keys(label.text):
                    found.setdefault(form, set()).add(label.uri)
    return found


@pytest.fixture(scope="module")
def answers(benchmarks, crosswalks, esco):
    """Each question with the concepts that answer it, where they are known."""
    found = {}

    def add(text, uris=()):
        for form in keys(text):
            found.setdefault(form, set()).update(uris)

    for texts, uris in (*_belgian(benchmarks), *_melo(benchmarks), *_titles(benchmarks), *_sentences(benchmarks, esco)):
        for text in texts:
            add(text, uris)
    for texts, uris in (*_hahu(benchmarks, esco), *_crosswalk(crosswalks)):
        for text in texts:
            add(text, uris)
    return found


def _belgian(folder):
    right = {}
    for identity, uri, *_rest in read(folder / "belgian_skills" / "qrels.tsv", "\t")[1:]:
        right.setdefault(identity, set()).add(uri)
    for identity, _kind, french, dutch, _strict in read(folder / "belgian_skills" / "queries.tsv", "\t")[1:]:
        yield (french, dutch), right.get(identity, ())


def _melo(folder):
    for task in sorted(path for path in (folder / "melo").iterdir() if path.is_dir()):
        concept = {row[0]: row[1] for row in read(task / "concept_mapping.tsv", "\t")}
        right = {}
        for query, _, element, *_rest in read(task / "annotations.tsv", "\t"):
            right.setdefault(query, set()).add(concept[element])
        for query, title, *_rest in read(task / "queries.tsv", "\t"):
            yield (title,), right[query]


def _titles(folder):
    for language in ("en", "nl"):
        for name in ("queries.tsv", "corpus_documents.tsv"):
            for _, title, *_rest in read(folder / "job_title_similarity" / language / name, "\t"):
                yield (title,), ()


def _hahu(folder, esco):
    uri = {esco.occupation(uri).code: uri for uri in esco.uris(ConceptKind.OCCUPATION)}
    for row in named(folder / "hahu_ads" / "hahu.csv"):
        yield (row["title"], row["synthetic_query"]), {uri[row["esco_code"]]} if row["esco_code"] in uri else ()


def _sentences(folder, esco):
    uri = {label.text.lower(): label.uri for label in esco.labels(ConceptKind.SKILL, "en")}
    marked = [
        (row["sentence"], row["label"])
        for part in ("house", "tech")
        for row in named(folder / "skill_extraction" / f"{part}_validation_annotations.csv")
    ]
    marked += [
        (row["sentence"], label)
        for row in named(folder / "skillskape" / "dev.csv")
        for label in ast.literal_eval(row["skills"])
    ]
    for sentence, label in marked:
        yield (sentence,), {uri[label.lower()]} if label.lower() in uri else ()


def _crosswalk(folder):
    for name in ("skills", "occupations"):
        for row in named(folder / f"competent_esco_{name}.csv"):
            yield (row["competentLabelNl"], row["competentLabelFr"]), {row["escoUri"]}
    heading, *rows = [row for row in read(folder / "BE_competent_occupations.orig.csv", ",") if len(row[0]) > 30]
    for row in (heading, *rows):
        yield (row[6], row[7], row[11]), {f"http://data.europa.eu/esco/occupation/{row[0]}"}


def leaks(own, answers, esco_labels):
    """The texts that are a question and no label of ESCO's, or stand for their answer where ESCO does not say so."""
    return sorted(
        (text, uri)
        for text, uri in own
        for form in keys(text)
        if form in answers and (form not in esco_labels or (uri in answers[form] and uri not in esco_labels[form]))
    )


def test_there_are_questions_and_labels_to_compare(answers, esco_labels):
    assert len(answers) > 10_000
    assert len(esco_labels) > 100_000
    assert leaks([("Responsable de magasin (h/f/x)", "")], {key("magasin responsable de"): set()}, {})
    assert leaks([("a", "uri:1")], {"a": {"uri:1"}}, {"a": {"uri:2"}})
    assert not leaks([("a", "uri:3")], {"a": {"uri:1"}}, {"a": {"uri:2"}})


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(lambda: [(phrase.text, phrase.uri) for phrase in phrases(probe=False)], id="phrases"),
        pytest.param(lambda: [(text, uri) for uri, _, text in starter_synonyms()], id="starter synonyms"),
    ],
)
def test_no_synonym_is_a_question(own, answers, esco_labels):
    assert leaks(own(), answers, esco_labels) == []


def test_no_label_that_is_searched_is_a_question(esco_home, answers, esco_labels):
    """The labels of an imported ESCO with everything that this project adds to them."""
    searched = Taxonomy.open(esco_home / "taxonomy" / "taxonomy.sqlite")
    own = [(form, uri) for form, uris in labels_of(searched).items() for uri in uris - esco_labels.get(form, set())]
    assert len(own) > 1_000
    assert leaks(own, answers, esco_labels) == []


def test_no_training_text_of_a_concept_is_a_question(esco, opened, answers, esco_labels, crosswalks, benchmarks):
    global _opened  # noqa: PLW0603
    _opened = opened
    corpus = read_corpus(esco)
    _opened = None
    # Groups come in the order of their names: ESCO's concepts, by URI, before the entries of the lexicon.
    uris = sorted({label.uri for kind in KINDS for lang in esco.languages(kind) for label in esco.labels(kind, lang)})
    own = [
        (corpus.texts[row], uri)
        for uri, languages in zip(uris, corpus.labels, strict=False)
        for rows in languages
        for row in rows
        if uri not in esco_labels.get(key(corpus.texts[row]), ())
    ]
    assert len(own) > 1_000
    assert leaks(own, answers, esco_labels) == []
    read_files = [path for path in opened if Path(path).is_relative_to(crosswalks.parent)]
    assert any("skills_en" in path for path in read_files)
    assert not [
        path for path in opened if Path(path).is_relative_to(crosswalks) or Path(path).is_relative_to(benchmarks)
    ]
