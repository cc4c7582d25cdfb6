import pytest

from matcher.linking.windows import windows_of


@pytest.mark.parametrize(
    ("form", "runs"),
    [
        ("", []),
        ("the of", []),
        ("welder", ["welder"]),
        ("repair of engines", ["repair of engines", "repair", "engines"]),
        ("weld steel weld", ["weld steel weld", "weld steel", "steel weld", "weld", "steel"]),
    ],
)
def test_runs_come_longest_first_each_once_without_small_words_at_the_ends(form, runs):
    assert windows_of(form) == runs


def test_only_the_first_words_of_a_long_text_are_read():
    assert max(len(run.split()) for run in windows_of("word " * 10_000)) == 6
    assert "last" not in windows_of("word " * 80 + "last")
