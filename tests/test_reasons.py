import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from matcher import reasons
from matcher.reasons import LANGUAGES, in_words
from matcher.reasons.catalogue import _catalogue, _names
from matcher.records import Reason


@pytest.mark.parametrize("code", reasons.codes())
def test_every_code_has_the_same_values_in_every_language(code):
    texts = _catalogue()[code]
    assert set(texts) == set(LANGUAGES)
    assert len({frozenset(re.findall(r"\{(\w+)\}", text)) for text in texts.values()}) == 1
    assert len(set(texts.values())) == len(LANGUAGES), "a language was copied, not translated"


def test_a_code_stands_in_one_family_only():
    folder = files("matcher.reasons") / "words"
    families = [tomllib.loads(item.read_text(encoding="utf-8")) for item in folder.iterdir()]
    counts = Counter(code for family in families for code in family)
    assert [code for code, number in counts.items() if number > 1] == []


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, names in _names().items() for value in names])
def test_every_name_of_a_value_is_given_in_every_language(kind, value):
    names = _names()[kind][value]
    assert set(names) == set(LANGUAGES)
    assert all(names.values())


def test_values_that_have_names_are_named_in_the_language_of_the_sentence():
    values = (("language", "nl"), ("demand", "essential"), ("required", "B1"), ("held", "A2"), ("steps", "1"))
    assert in_words(Reason("language.one_level", values)) == "Dutch B1 asked, A2 held: 1 level to go."
    assert (
        in_words(Reason("language.one_level", values), "fr") == "néerlandais B1 demandé, A2 acquis : encore 1 niveau."
    )
    assert reasons.name_of("language", "xx", "nl") == "xx"


def test_a_coverage_reason_names_what_is_met_and_missing():
    values = (("met_essential", "1"), ("essential", "2"), ("met", ("a", "b")), ("near", ()), ("missing", ("c",)))
    reason = Reason("skills.coverage", values)
    assert in_words(reason) == "Has 1 of 2 essential skills. Met: a; b. No sign of: c."
    assert in_words(reason, "nl", details=False) == "Heeft 1 van 2 essentiële vaardigheden."


def test_braces_in_a_candidates_words_are_only_words():
    values = (("held", "{asked.__class__}"), ("asked", "x"))
    assert in_words(Reason("occupation.same", values)) == "Same occupation: {asked.__class__}."


def test_an_unknown_language_is_answered_in_english():
    assert in_words(Reason("skills.none_asked"), "pt") == "The vacancy lists no skills."
