import pytest

from matcher.errors import UsageError
from matcher.filters import parse_language, parse_region, parse_route
from matcher.records import Answer


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [("nl:B1", "nl", "B1"), ("NL:b1", "nl", "B1"), ("fr", "fr", None), ("nl:", "nl", None)],
)
def test_a_language_filter_is_a_language_and_perhaps_a_level(text, language, level):
    wish = parse_language(text)
    assert (wish.language, wish.cefr) == (language, level)


@pytest.mark.parametrize("text", ["dutch", "nl:B9", "n1:B1", ":B1"])
def test_a_bad_filter_shows_the_form(text):
    with pytest.raises(UsageError, match="nl:B1"):
        parse_language(text)


@pytest.mark.parametrize(("text", "answer"), [("yes", Answer.YES), ("No", Answer.NO), ("UNKNOWN", Answer.UNKNOWN)])
def test_an_answer_of_the_law_is_read(text, answer):
    assert parse_route(text) is answer


@pytest.mark.parametrize("text", ["open", "", "ja"])
def test_another_answer_is_named_with_those_there_are(text):
    with pytest.raises(UsageError, match="yes, unknown or no"):
        parse_route(text)


@pytest.mark.parametrize(
    ("text", "region"),
    [("flanders", "flanders"), ("Vlaanderen", "flanders"), ("Région wallonne", "wallonia"), ("Brüssel", "brussels")],
)
def test_a_region_filter_is_a_region_in_any_of_its_languages(text, region):
    assert parse_region(text) == region


@pytest.mark.parametrize("text", ["", "Paris", "Saint-Nicolas", "flanders, brussels"])
def test_a_bad_region_shows_the_choice(text):
    with pytest.raises(UsageError, match="flanders, wallonia, brussels"):
        parse_region(text)
