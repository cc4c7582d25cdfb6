import csv
import gzip
import io

import pytest

from taxonomies.concepts import ConceptKind
from taxonomies.lexicon import arabic_probe, phrases, terms
from taxonomies.synonyms import add_synonyms


def test_the_lexicon_is_large_complete_and_unique():
    entries = list(terms())
    assert len(entries) >= 2_000
    assert all(term.arabic and term.english and term.french for term in entries)
    assert len({term.arabic for term in entries}) == len(entries)


def test_phrases_are_many_and_in_five_languages():
    learned, held_back = list(phrases(probe=False)), list(phrases(probe=True))
    assert len(learned) + len(held_back) >= 1_500
    assert {phrase.language for phrase in held_back} == {"ar", "de", "en", "fr", "nl"}
    assert not {phrase.uri for phrase in learned} & {phrase.uri for phrase in held_back}
    assert 0.25 < len(held_back) / (len(learned) + len(held_back)) < 0.42


def test_nothing_held_back_becomes_a_label(starter):
    held_back = {(phrase.uri, phrase.text) for phrase in phrases(probe=True)}
    for kind in (ConceptKind.SKILL, ConceptKind.OCCUPATION):
        for language in starter.languages(kind):
            for label in starter.labels(kind, language):
                assert (label.uri, label.text) not in held_back


def test_the_arabic_probe_stands_apart():
    rows = list(arabic_probe())
    assert len(rows) == 300
    assert {row["kind"] for row in rows} == {"skill", "occupation"}


def test_an_arabic_term_joins_the_concept_its_translations_name():
    from taxonomies.builder import ConceptDraft
    from taxonomies.concepts import LabelRole

    drafts = {uri: ConceptDraft(uri, ConceptKind.OCCUPATION) for uri in ("x", "y")}
    term = next(terms())
    drafts["x"].add_label("en", LabelRole.PREFERRED, term.english)
    drafts["x"].add_label("fr", LabelRole.PREFERRED, term.french)
    drafts["y"].add_label("en", LabelRole.PREFERRED, "something else")
    assert add_synonyms(drafts) >= 1
    assert term.arabic in drafts["x"].labels["ar", LabelRole.ALTERNATIVE]
    assert ("ar", LabelRole.ALTERNATIVE) not in drafts["y"].labels


@pytest.mark.parametrize("kind", ["skill", "occupation"])
def test_concepts_are_those_of_esco(kind, esco_dir):
    text = gzip.decompress((esco_dir / f"{kind}s_en.csv.gz").read_bytes()).decode("utf-8-sig")
    known = {row["conceptUri"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    named = {phrase.uri for probe in (True, False) for phrase in phrases(probe=probe) if phrase.kind == kind}
    named |= {row["uri"] for row in arabic_probe() if row["kind"] == kind}
    assert named <= known
