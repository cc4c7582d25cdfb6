from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import NotFoundError, UsageError
from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.headers import normalise_heading
from matcher.intake.mappings import KEPT, ColumnMapping, MappingShelf, check_headings, field_names
from matcher.records import ColumnMatch, ColumnReading

C = CandidateColumn
HEADINGS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(str.strip).filter(normalise_heading)


def shelf(folder: Path) -> MappingShelf:
    return MappingShelf(folder / "mappings")


@given(st.lists(st.tuples(HEADINGS, st.sampled_from(["skills", KEPT])), unique_by=lambda x: normalise_heading(x[0])))
def test_what_is_saved_is_read_again_whatever_the_headings(pairs: list[tuple[str, str]]) -> None:
    mapping = ColumnMapping.from_pairs("any", "palim", pairs)
    with TemporaryDirectory() as folder:
        shelf(Path(folder)).save(mapping)
        assert shelf(Path(folder)).load("palim", "any") == mapping
    assert tomllib.loads(mapping.to_toml())["columns"] == dict(pairs)


def test_a_saved_file_tells_how_to_use_it_and_every_field(tmp_path: Path) -> None:
    path = shelf(tmp_path).save(ColumnMapping.from_pairs("forem-26", "thamm", [('N° "interne"', "key")]))
    text = path.read_text(encoding="utf-8")
    assert path == tmp_path / "mappings" / "thamm" / "forem-26.toml"
    assert "--scheme thamm --mapping forem-26" in text
    assert all(field in text for field in field_names())


def test_mappings_are_listed_by_scheme_and_deleted(tmp_path: Path) -> None:
    for scheme, name in (("thamm", "b"), ("palim", "c"), ("thamm", "a")):
        shelf(tmp_path).save(ColumnMapping.from_pairs(name, scheme, [("Wie", "name")]))
    assert shelf(tmp_path).names() == (("palim", "c"), ("thamm", "a"), ("thamm", "b"))
    shelf(tmp_path).delete("thamm", "a")
    assert shelf(tmp_path).names() == (("palim", "c"), ("thamm", "b"))


@pytest.mark.parametrize(
    ("name", "pairs", "message"),
    [
        ("../secret", [("Wie", "name")], "cannot be called"),
        ("", [("Wie", "name")], "cannot be called"),
        ("a", [("Wie", "nom")], r"'Wie' cannot be mapped to 'nom': choose one of key, name"),
        ("a", [("?!", "name")], "is no heading"),
        ("a", [("Wie", "name"), ("WIE ", "key")], "names the heading 'WIE' twice"),
        ("a", [("Tel", "phone"), ("Gsm", "phone")], "gives both 'Tel' and 'Gsm' the field phone"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(name: str, pairs: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ColumnMapping.from_pairs(name, "palim", pairs)


def test_several_headings_may_hold_skills() -> None:
    assert len(ColumnMapping.from_pairs("a", "palim", [("Kan", "skills"), ("Kent", "skills")]).columns) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("columns", "a.toml is no TOML"),
        ("scheme = 'palim'\nfields = 1\n[columns]", "has an entry 'fields'"),
        ("scheme = 'thamm'\n[columns]", "is for the scheme 'thamm'"),
        ("[columns]", "is for the scheme None"),
        ("scheme = 'palim'", r"needs a table \[columns\]"),
        ("scheme = 'palim'\n[columns]\nWie = 3", r"needs a table \[columns\]"),
        ("scheme = 'palim'\n[columns]\nWie = 'nom'", "a.toml: The heading 'Wie' cannot be mapped"),
    ],
)
def test_a_file_edited_into_no_mapping_is_named_with_the_remedy(tmp_path: Path, text: str, message: str) -> None:
    path = shelf(tmp_path).path("palim", "a")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        shelf(tmp_path).load("palim", "a")


def test_a_mapping_that_was_not_saved_is_answered_with_those_that_were(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="save one with"):
        shelf(tmp_path).load("palim", "a")
    shelf(tmp_path).save(ColumnMapping.from_pairs("b", "palim", [("Wie", "name")]))
    with pytest.raises(NotFoundError, match="has no mapping 'a': it has b"):
        shelf(tmp_path).load("palim", "a")
    with pytest.raises(NotFoundError):
        shelf(tmp_path).load("palim", "../palim/b")


def test_headings_that_a_file_does_not_have_are_named() -> None:
    mapping = ColumnMapping.from_pairs("a", "palim", [("Wie", "name"), ("Wat", "occupation")])
    columns = [ColumnReading(None, text, None, ColumnMatch.KEPT) for text in ("WIE", "Waar")]
    with pytest.raises(UsageError, match="has no heading 'Wat': its headings are WIE, Waar"):
        check_headings(mapping, Path("f.csv"), columns)
