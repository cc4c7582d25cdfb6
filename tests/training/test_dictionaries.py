import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.training.dictionaries import WordPair, read_dictionary, some_pairs

COLUMNS = "fr\tmarteau\ten\thammer\n\nnl\tzaag\ten\tsaw\r\n"


def test_freedict_as_debian_packages_it(freedict):
    found = [(pair.language, pair.text, pair.other_language, pair.translation) for pair in read_dictionary(freedict)]
    assert found == [
        ("fr", "marteau", "en", "hammer"),
        ("fr", "scie", "en", "saw"),
        ("fr", "scie", "en", "handsaw"),
        ("fr", "scie", "en", "cutter"),
        ("fr", "chantier", "en", "building site"),
        ("fr", "chantier", "en", "yard"),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_four_columns(tmp_path, packed):
    path = tmp_path / "words.tsv"
    path.write_bytes(gzip.compress(COLUMNS.encode()) if packed else b"\xef\xbb\xbf" + COLUMNS.encode())
    assert list(read_dictionary(path)) == [
        WordPair("fr", "marteau", "en", "hammer"),
        WordPair("nl", "zaag", "en", "saw"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("words.tsv", b"fr\tmarteau\thammer\n", "words.tsv, line 1: 3 columns"),
        ("words.tsv", b"fr\ta\ten\tb\nmarteau = hammer\n", "words.tsv, line 2: 1 columns"),
        ("words.tsv", b"fr\tmarteau\ten\thammer \xff\n", "UnicodeDecodeError"),
        ("words.tsv", b"\x1f\x8bbroken", "cannot be read as a dictionary"),
        ("cut.dict.dz", gzip.compress(b"x" * 5_000, mtime=0)[:-20], "cannot be read as a dictionary"),
        ("freedict-fra-xyz.dict", b"", "fra-xyz is not known"),
    ],
)
def test_a_file_that_is_no_dictionary_is_named(tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=said):
        list(read_dictionary(path))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"nowhere.tsv .*FileNotFoundError"):
        list(read_dictionary(tmp_path / "nowhere.tsv"))


@pytest.mark.parametrize(
    ("languages", "most", "count"), [((), 100, 40), ((), 7, 7), (("fr", "en"), 100, 20), (("de", "en"), 100, 0)]
)
def test_pairs_are_chosen_by_language_and_number(tmp_path, languages, most, count):
    path = tmp_path / "words.tsv"
    lines = [f"{language}\tmot{number}\ten\tword{number}\n" for language in ("fr", "nl") for number in range(20)]
    path.write_text("".join(lines + lines))  # every pair stands there twice
    found = some_pairs(path, languages, most, seed=1)
    assert len(found) == len(set(found)) == count
    assert found == some_pairs(path, languages, most, seed=1)


@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_text_is_read_or_refused_in_one_sentence(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("any") / "freedict-fra-eng.dict"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    for pair in read_dictionary(path):
        assert pair.text.strip()
        assert pair.translation.strip()
