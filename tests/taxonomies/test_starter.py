import csv
import gzip
import io

import pytest

from taxonomies.concepts import ConceptKind
from taxonomies.errors import TaxonomyError
from taxonomies.starter import read_sectors


def entries(kind):
    return [entry for sector in read_sectors().values() for entry in sector.get(kind, [])]


def official(esco_dir, name):
    text = gzip.decompress((esco_dir / f"{name}.csv.gz").read_bytes()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_size_and_languages(starter):
    status = starter.status()
    assert status.counts["occupation"] >= 40
    assert status.counts["skill"] >= 300
    assert set(status.labels) >= {"en", "fr", "nl", "de", "ar"}


def test_every_occupation_has_essential_skills(starter):
    for uri in starter.uris(ConceptKind.OCCUPATION):
        assert starter.skills_of(uri).essential, starter.occupation(uri).label()


@pytest.mark.parametrize("kind", ["skill", "occupation"])
def test_facts_agree_with_official_esco(kind, esco_dir):
    by_language = {
        language: {row["conceptUri"]: row for row in official(esco_dir, f"{kind}s_{language}")}
        for language in ("en", "fr", "nl", "de")
    }
    wrong = []
    for entry in entries(kind):
        row = by_language["en"].get(entry["uri"])
        if row is None:
            wrong.append((entry["uri"], "unknown"))
            continue
        pairs = (
            [("type", "skillType"), ("reuse", "reuseLevel")]
            if kind == "skill"
            else [("isco", "iscoGroup"), ("code", "code")]
        )
        wrong += [(entry["uri"], ours) for ours, theirs in pairs if row[theirs] and entry[ours] != row[theirs]]
        for language, label in entry["label"].items():
            known = by_language[language].get(entry["uri"])
            if known and known["preferredLabel"] != label:
                wrong.append((entry["uri"], language, label, known["preferredLabel"]))
    assert wrong == []


def test_relations_agree_with_official_esco(esco_dir):
    relations = {
        (r["occupationUri"], r["skillUri"]): r["relationType"]
        for r in official(esco_dir, "occupationSkillRelations_en")
    }
    uris = {entry["label"]["en"]: entry["uri"] for entry in entries("skill")}
    wrong = [
        (occupation["label"]["en"], label, relation)
        for occupation in entries("occupation")
        for relation in ("essential", "optional")
        for label in occupation.get(relation, [])
        if relations.get((occupation["uri"], uris[label])) != relation
    ]
    assert wrong == []


def test_a_skill_is_not_an_occupation(starter):
    with pytest.raises(TaxonomyError, match="is not a skill"):
        starter.skill(starter.uris(ConceptKind.OCCUPATION)[0])
