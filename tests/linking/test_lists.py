"""Any list, with the starter slice as the pivot."""

import pytest

from matcher.engine import Matcher
from matcher.records import LinkMethod
from matcher.settings import Settings
from taxonomies.concepts import ConceptKind

ROWS = (("a", "welder"), ("b", "software developer"), ("c", "nurse"), ("c", "hospital nurse"), ("d", "plumber"))


@pytest.fixture(scope="module")
def linker(tmp_path_factory):
    settings = Settings(home=tmp_path_factory.mktemp("lists"), database_url=None, encoder="embedded")
    return Matcher(settings).linker_to(ROWS, ConceptKind.OCCUPATION)


@pytest.mark.parametrize("k", [1, 3, 4, 100])
def test_there_are_always_min_k_distinct_ids_best_first(linker, k):
    for links in linker.link(["soudeur", "!!!", "zzz qqq"], k):
        assert len({link.uri for link in links}) == len(links) == min(k, 4)
        scores = [link.confidence for link in links]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("phrase", "uri"),
    [("soudeur", "a"), ("lasser", "a"), ("loodgieter", "d"), ("verpleegkundige", "c"), ("Plumber", "d")],
)
def test_a_row_is_found_across_languages(linker, phrase, uri):
    [[link]] = linker.link([phrase], 1)
    assert link.uri == uri


def test_the_same_label_is_named(linker):
    [[link], nothing] = linker.link(["Welder (m/f)", "  "], 1)
    assert (link.method, link.label) == (LinkMethod.SAME_LABEL, "welder")
    assert nothing == ()
