from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.coding import SURE, CodedOccupations, Coding
from matcher.engine import Matcher
from matcher.evidence import OccupationCloseness, Relations
from matcher.reasons import LANGUAGES, in_words
from matcher.records import (
    CodeSystem,
    ConceptLink,
    LinkMethod,
    LinkStatus,
    OccupationCode,
    ProfessionalProfile,
    Source,
    Vacancy,
)
from matcher.settings import Settings
from taxonomies.concepts import ConceptKind, Taxonomy
from taxonomies.crosswalk_import import import_crosswalks
from taxonomies.crosswalks import Crosswalks, Relation
from tests.deciding import decide

S = CodeSystem
EXACT, CLOSE, NARROWER = Relation.EXACT, Relation.CLOSE, Relation.ESCO_NARROWER


def read(uri: str, confidence: float, status: LinkStatus = LinkStatus.PROPOSED) -> ConceptLink:
    return ConceptLink("title", uri, uri, LinkMethod.CLOSE_MEANING, confidence, status)


def shares(relations: dict[str, Relation], *title: ConceptLink) -> dict[str | None, float]:
    return {link.uri: round(link.confidence, 4) for link in CodedOccupations("C 1", relations).links(title)}


CONFIDENCES = [
    ("no code known", {}, [read("a", 0.9)], {}),
    ("one exact", {"a": EXACT, "b": NARROWER}, [read("b", 0.9)], {"a": 1.0}),
    ("one close", {"a": CLOSE}, [], {"a": 0.8}),
    ("one broader", {"a": Relation.ESCO_BROADER}, [], {"a": 0.8}),
    ("one narrower", {"a": NARROWER}, [], {"a": 0.9}),
    ("one related", {"a": Relation.RELATED}, [], {"a": 0.5}),
    ("two exact, no title", {"a": EXACT, "b": EXACT, "c": NARROWER}, [], {"a": 0.5, "b": 0.5}),
    ("two exact, the title chooses", {"a": EXACT, "b": EXACT}, [read("b", 0.7)], {"b": 1.0}),
    ("narrower, no title", {"a": NARROWER, "b": NARROWER, "c": NARROWER}, [], {"a": 0.3, "b": 0.3, "c": 0.3}),
    ("mixed, no title", {"a": CLOSE, "b": NARROWER}, [], {"b": 0.45, "a": 0.4}),
    ("the title chooses one", {"a": NARROWER, "b": NARROWER}, [read("x", 0.5), read("b", 0.4)], {"b": 0.9}),
    (
        "the title weighs two",
        {"a": NARROWER, "b": NARROWER},
        [read("a", 0.6), read("b", 0.2)],
        {"a": 0.675, "b": 0.225},
    ),
    ("the title hardly says", {"a": NARROWER, "b": NARROWER}, [read("b", 0.05)], {"a": 0.45, "b": 0.45}),
    ("the title means another", {"a": NARROWER}, [read("x", 1.0)], {"a": 0.9}),
    ("a person confirmed another", {"a": EXACT}, [read("x", 1.0, LinkStatus.CONFIRMED)], {}),
]


@pytest.mark.parametrize(
    ("relations", "title", "expected"), [c[1:] for c in CONFIDENCES], ids=[c[0] for c in CONFIDENCES]
)
def test_confidence(relations, title, expected):
    assert shares(relations, *title) == expected


def test_a_coded_link_says_its_code_and_how_it_was_made():
    coded = CodedOccupations("Competent OP-1", {"a": EXACT}, {"a": "baker"})
    assert coded.links(()) == (ConceptLink("Competent OP-1", "a", "baker", LinkMethod.CODED, 1.0),)


@given(
    relations=st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(list(Relation)), min_size=1),
    title=st.dictionaries(st.sampled_from("abcdxyz"), st.floats(0.0, 1.0), max_size=6),
)
def test_shares_are_positive_and_add_up_to_one_at_most(relations, title):
    links = CodedOccupations("C 1", relations).links([read(uri, chance) for uri, chance in title.items()])
    assert links
    assert {link.uri for link in links} <= set(relations)
    assert all(0.0 < link.confidence <= SURE[relations[link.uri or ""]] + 1e-9 for link in links)
    assert sum(link.confidence for link in links) <= 1.0 + 1e-9
    assert [link.confidence for link in links] == sorted((link.confidence for link in links), reverse=True)


@pytest.fixture(scope="module")
def welders(starter: Taxonomy) -> tuple[str, ...]:
    """The starter taxonomy's occupations in ISCO-08 unit group 7212."""
    found = starter.occupations_in_isco("7212")
    assert found
    return found


@pytest.fixture(scope="module")
def coding(starter, welders, tmp_path_factory) -> Coding:
    folder = tmp_path_factory.mktemp("codes")
    with (folder / "c.csv").open("w", newline="", encoding="utf-8") as file:
        rows = [(welders[0], "OP-1", "skos:exactMatch")] + [(uri, "OP-2", "skos:closeMatch") for uri in welders]
        skill = starter.uris(ConceptKind.SKILL)[0]
        rows += [(skill, "KN-1", "skos:exactMatch"), (skill, "OP-2", "skos:exactMatch")]
        csv.writer(file).writerows([("escoUri", "competentId", "mappingRelation"), *rows])
    import_crosswalks([folder / "c.csv"], folder, starter)
    return Coding(starter, Crosswalks.open(folder))


def test_what_the_taxonomy_knows_needs_no_crosswalk(coding, starter, welders):
    isco = dict.fromkeys(welders, NARROWER)
    occupation = starter.occupation(welders[0])
    for system, code, expected in (
        (S.ESCO, welders[0], {welders[0]: EXACT}),
        (S.ISCO, welders[0], {welders[0]: EXACT}),
        (S.ESCO, occupation.code, {welders[0]: EXACT}),
        (S.ISCO, "7212", isco),
        (S.ISCO, "C7212", isco),
        (S.ISCO, "http://data.europa.eu/esco/isco/C7212", isco),
        (S.ESCO, "http://data.europa.eu/esco/isco/C7212", isco),
        (S.ESCO, "http://data.europa.eu/esco/occupation/none", {}),
        (S.ISCO, "9999", {}),
        (S.ISCO, "72123", {}),
        (S.ISCO, "7*", {}),
        (S.ISCO, "", {}),
        (S.ROME, "M1805", {}),
        (S.NACE, "C25", {}),
    ):
        assert coding.occupations([OccupationCode(system, code)]).relations == expected, (system, code)
    groups = [coding.occupations([OccupationCode(S.ISCO, digits)]).relations for digits in ("721", "72", "7")]
    assert set(welders) <= set(groups[0]) <= set(groups[1]) <= set(groups[2])


def test_other_codes_are_found_in_their_own_crosswalk_and_occupations_only(coding, welders):
    found = coding.occupations([OccupationCode(S.COMPETENT, "op-1")])
    assert (found.code, found.relations) == ("Competent op-1", {welders[0]: EXACT})
    assert coding.occupations([OccupationCode(S.COMPETENT, "OP-2")]).relations == dict.fromkeys(welders, CLOSE)
    assert not coding.occupations([OccupationCode(S.COMPETENT, "KN-1")])
    assert not coding.occupations([OccupationCode(S.ROME, "OP-1")])
    assert not coding.occupations([])


def test_a_coarser_code_narrows_a_finer_one_where_they_agree(coding, starter, welders):
    fine, isco = OccupationCode(S.COMPETENT, "OP-2"), OccupationCode(S.ISCO, "7212")
    assert coding.occupations([isco, fine]).relations == dict.fromkeys(welders, CLOSE)
    elsewhere = OccupationCode(S.ISCO, starter.occupation(starter.uris(ConceptKind.OCCUPATION)[0]).isco_group)
    assert coding.occupations([fine, elsewhere]).code == "Competent OP-2"
    both = coding.occupations([OccupationCode(S.COMPETENT, "OP-1"), fine])
    assert both.relations is not None
    assert both.relations[welders[0]] is EXACT
    assert both.code == "Competent OP-1; Competent OP-2"


def test_only_codes_consult_a_crosswalk():
    """Linking, extraction and evaluation never see one: a text finds its concept by the linker alone."""
    root = Path(__file__).parent.parent
    sources = [path for name in ("matcher", "evaluation", "screen") for path in (root / name).rglob("*.py")]
    users = {path.relative_to(root).as_posix() for path in sources if "taxonomies.crosswalk" in path.read_text("utf-8")}
    assert users == {"matcher/coding.py", "matcher/engine.py", "matcher/cli/crosswalk.py"}


# --- in a match


@pytest.fixture(scope="module")
def engine(tmp_path_factory) -> Matcher:
    return Matcher(Settings(home=tmp_path_factory.mktemp("coding"), database_url=None, encoder="embedded"))


def vacancy(title: str, *codes: OccupationCode) -> Vacancy:
    return Vacancy("v", "v", title, Source("test"), codes=codes)


ISCO_7212 = OccupationCode(S.ISCO, "7212")


def test_a_code_outranks_the_title_and_the_title_chooses_within_it(engine, welders):
    plain, coded = engine.preparer.openings([vacancy("Kok"), vacancy("Kok", ISCO_7212)])
    assert plain.occupations[0].method is LinkMethod.SAME_LABEL
    assert {link.uri for link in coded.occupations} <= set(welders)
    assert {link.method for link in coded.occupations} == {LinkMethod.CODED}
    (chosen, *_) = engine.preparer.opening(vacancy("Lasser", ISCO_7212)).occupations
    assert chosen.uri in welders
    assert chosen.text == "ISCO-08 7212"
    assert chosen.confidence <= 0.9


def test_a_code_that_means_nothing_changes_nothing(engine):
    unknown = OccupationCode(S.ROME, "M1805")
    plain, coded = engine.preparer.openings([vacancy("Kok"), vacancy("Kok", unknown)])
    assert plain.occupations == coded.occupations
    np.testing.assert_array_equal(plain.vector, coded.vector)


def test_a_link_that_a_person_confirmed_outranks_a_code(starter, tmp_path):
    engine = Matcher(Settings(home=tmp_path, database_url=None, encoder="embedded"))
    cook = engine.preparer.opening(vacancy("Kok")).occupations[0]
    decide(engine.store, "Kok", ConceptKind.OCCUPATION.value, cook.uri or "")
    (link,) = engine.preparer.opening(vacancy("Kok", ISCO_7212)).occupations
    assert (link.uri, link.method) == (cook.uri, LinkMethod.CONFIRMED)


@pytest.mark.parametrize("title", ["Lasser", "Vakman", ""])
def test_the_reason_names_the_code_in_every_language_and_only_where_there_is_one(engine, title):
    pool = engine.preparer.pool([("a", ProfessionalProfile(("Lasser",))), ("b", ProfessionalProfile(("Kok",)))])
    signal = OccupationCloseness(Relations(engine.taxonomy))
    opening = engine.preparer.opening(vacancy(title, ISCO_7212))
    found = signal.compare(opening, pool)
    assert np.all((found.scores >= 0) & (found.scores <= 1))
    assert found.scores[0] > 0.5 > found.scores[1]
    for row in (0, 1):
        reason = found.reason(row)
        assert dict(reason.values)["coded"] == "ISCO-08 7212"
        assert all(in_words(reason, language).rstrip(".").endswith("ISCO-08 7212") for language in LANGUAGES)
    plain = signal.compare(engine.preparer.opening(vacancy(title)), pool).reason(0)
    assert "coded" not in dict(plain.values)


def test_the_parts_of_a_score_still_add_up(demo_matcher):
    matches = demo_matcher.match_vacancy(vacancy("Lasser", ISCO_7212), 5)
    assert len(matches) == 5
    for match in matches:
        parts = [part.weight * (part.prior if part.score is None else part.score) for part in match.evidence]
        assert match.score == pytest.approx(sum(parts))
        assert all(part.score is None or 0 <= part.score <= 1 for part in match.evidence)
        (occupation,) = [part for part in match.evidence if part.signal == "occupation"]
        assert dict(occupation.reason.values)["coded"] == "ISCO-08 7212"


def test_crosswalks_are_named_among_the_terms_of_a_ranking_once_there_are_any(tmp_path, starter):
    engine = Matcher(Settings(home=tmp_path, database_url=None, encoder="embedded"))
    assert "crosswalks" not in engine._terms()
    path = Path(tmp_path / "c.csv")
    uri = starter.uris(ConceptKind.OCCUPATION)[0]
    path.write_text(f"escoUri,romeId,mappingRelation\n{uri},M1805,skos:exactMatch\n", encoding="utf-8")
    assert [status.system for status in engine.import_crosswalks([path])] == ["rome"]
    assert engine._terms()["crosswalks"] == engine.crosswalks.fingerprint != ""
    (link,) = engine.preparer.opening(vacancy("Medewerker", OccupationCode(S.ROME, "M1805"))).occupations
    assert (link.uri, link.confidence) == (uri, 1.0)
