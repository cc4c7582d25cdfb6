from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake import read_rank_candidates, read_rank_vacancies

Write = Callable[..., Path]


def test_id_and_text_are_enough(write_text: Write) -> None:
    path = write_text(["id,text", '7,"Welder, MIG\nand TIG"', "3,", "Total : 2,x", "9,n/a"])
    candidates = read_rank_candidates(path)
    assert [(c.id, c.key, c.profile.summary) for c in candidates] == [
        ("7", "7", "Welder, MIG\nand TIG"),
        ("3", "3", ""),
        ("Total : 2", "Total : 2", "x"),
        ("9", "9", ""),
    ]
    assert [(v.id, v.description, v.title) for v in read_rank_vacancies(path)][:2] == [
        ("7", "Welder, MIG\nand TIG", "Welder, MIG"),
        ("3", "", ""),
    ]


def test_full_columns_are_read_and_no_row_is_dropped(write_text: Write) -> None:
    candidates = read_rank_candidates(
        write_text(["Ref;Nom;Date de naissance;Métier", "a;x;31/02/1999;Soudeur", "b;x;31/02/1999;Soudeur", "c;;;"])
    )
    assert [(c.id, c.profile.occupations, c.status.birth_date) for c in candidates] == [
        ("a", ("Soudeur",), None),
        ("b", ("Soudeur",), None),
        ("c", (), None),
    ]
    vacancies = read_rank_vacancies(
        write_text(["reference,title,essential_skills,openings,closes", "x,Lasser,lassen,0,31/02/2026", "y,,,,"])
    )
    assert [(v.id, v.title, len(v.requirements), v.openings) for v in vacancies] == [
        ("x", "Lasser", 1, 1),
        ("y", "", 0, 1),
    ]


def test_a_column_named_id_is_the_key_whatever_stands_beside_it(write_text: Write) -> None:
    path = write_text(["reference,id,text,title", "r1,1,a,Welder"])
    (vacancy,) = read_rank_vacancies(path)
    assert (vacancy.id, vacancy.extra) == ("1", (("reference", "r1"),))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["text", "a"], 'no headings "id" and "text"'),
        (["id", "1"], 'no headings "id" and "text"'),
        (["title,text", "a,b"], 'no headings "id" and "text"'),
        (["id,text", ",b"], "row 2: no id"),
        (["id,text", "1,a", "1,b"], "row 3: the id 1 stands already in row 2"),
    ],
)
def test_files_without_usable_ids_are_refused(write_text: Write, lines: list[str], words: str) -> None:
    for reader in (read_rank_candidates, read_rank_vacancies):
        with pytest.raises(UnreadableFileError, match=words):
            reader(write_text(lines))


def test_a_text_of_megabytes_is_kept_whole(write_text: Write) -> None:
    text = "lassen " * 700_000
    assert read_rank_vacancies(write_text(["id,text", f"1,{text}"]))[0].description == text.strip()


@settings(deadline=None)
@given(st.lists(st.text("abc,;\n\"' é-", max_size=20), max_size=12))
def test_every_row_stands_in_file_order(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("rank") / "candidates.csv"
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    path.write_text("\n".join(["id,text", *(f"{n},{text}" for n, text in enumerate(quoted))]) + "\n", newline="")
    assert [candidate.id for candidate in read_rank_candidates(path)] == [str(n) for n in range(len(texts))]
