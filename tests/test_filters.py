import pytest

from matcher.errors import UsageError
from matcher.filters import parse_language


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
