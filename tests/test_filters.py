import pytest

from matcher.errors import UsageError
from matcher.filters import Filters, parse_language
from matcher.records import LanguageSkill, ProfessionalProfile


def speaking(*levels):
    return ProfessionalProfile(languages=tuple(LanguageSkill(language, cefr) for language, cefr in levels))


@pytest.mark.parametrize(
    ("held", "asked", "drop", "passes"),
    [
        ([("nl", "B1")], "nl:B1", False, True),
        ([("nl", "B2")], "nl:B1", False, True),
        ([("nl", "A2")], "nl:B1", False, False),
        ([("nl", "A1"), ("nl", "B2")], "nl:B1", False, True),
        ([("nl", None)], "nl:B1", False, True),
        ([("nl", None)], "nl:B1", True, False),
        ([("fr", "C1")], "nl:B1", False, True),
        ([("fr", "C1")], "nl:B1", True, False),
        ([("nl", "A1")], "nl", True, True),
        ([("nl", None)], "nl", True, True),
        ([("fr", None)], "nl", True, False),
    ],
)
def test_a_language_filter_keeps_unknowns_unless_told_to_drop_them(held, asked, drop, passes):
    filters = Filters(languages=(parse_language(asked),), drop_unknown=drop)
    assert filters.lets_pass("palim", speaking(*held)) is passes


def test_a_scheme_filter():
    assert Filters(schemes=("palim",)).lets_pass("palim", speaking())
    assert not Filters(schemes=("palim",)).lets_pass("match", speaking())


@pytest.mark.parametrize("text", ["dutch", "nl:B9", "n1:B1", ":B1", "nl:"])
def test_a_bad_filter_shows_the_form(text):
    if text == "nl:":
        assert parse_language(text).cefr is None
        return
    with pytest.raises(UsageError, match="nl:B1"):
        parse_language(text)
