from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake.candidate_columns import CANDIDATE_LEXICON, TELLING, CandidateColumn
from matcher.intake.table_records import HeadedTable, open_table

HEADER = "Ref;Nom;Métier;Compétences"


def opened(path: Path) -> HeadedTable[CandidateColumn]:
    return open_table(path, CANDIDATE_LEXICON, TELLING, "candidates")


@pytest.mark.parametrize(
    "row",
    [
        "",
        ";;;",
        "  ; ;;",
        "Total : 60;;;",
        "Total;60;;",
        ";;Total général;60",
        "TOTAAL 60 kandidaten;;;",
        "Nombre de candidats : 60;;;",
        "Totaal aantal kandidaten: 60;;;",
        "Gesamt: 60;;;",
        "Sous-total;12;;",
        HEADER,
        "Groupe 2 : électricité;;;",
        "Source : agence nationale;;;",
    ],
)
def test_blank_title_total_and_header_rows_are_no_records(write_text: Callable[..., Path], row: str) -> None:
    path = write_text([HEADER, "A-1;Alami;Soudeur;MIG", row, "A-2;Bennis;Maçon;"])
    assert [fields.source.row for fields in opened(path).records()] == [2, 4]


@pytest.mark.parametrize(
    "row", ["A-3;;;", ";Alami;;", "A-3;Total;Soudeur;", "Total Lead;x;Total energies;", "Total;a;60;"]
)
def test_rows_that_might_be_records_are_never_passed_over(write_text: Callable[..., Path], row: str) -> None:
    path = write_text([HEADER, "A-1;Alami;Soudeur;MIG", row])
    assert [fields.source.row for fields in opened(path).records()] == [2, 3]


def test_unknown_columns_are_kept_verbatim(write_text: Callable[..., Path]) -> None:
    path = write_text(["Ref,Métier,Remarque du conseiller,,Remarque du conseiller", "1,Soudeur, très  bien ,x,n/a"])
    (fields,) = opened(path).records()
    assert fields.extra == (
        ("Remarque du conseiller", "très  bien"),
        ("Column D", "x"),
        ("Remarque du conseiller", "n/a"),
    )


def test_cells_beyond_the_headings_are_kept_with_a_warning(write_text: Callable[..., Path]) -> None:
    (fields,) = opened(write_text(["Ref;Métier", "1;Soudeur;MIG;TIG"])).records()
    assert fields.extra == (("Column C", "MIG"), ("Column D", "TIG"))
    assert [problem.column for problem in fields.warnings] == ["Column C"]


def test_every_sheet_with_headings_is_read_and_others_are_noted(write_xlsx: Callable[..., Path]) -> None:
    table = [["Ref", "Métier"], ["1", "Soudeur"]]
    path = write_xlsx(
        {
            "Maroc": table,
            "Tunisie": [["Titre"], *table],
            "Notes": [["Langues", "testées"]],
            "Liste": [["a", "b", "c", "d"] for _ in range(6)],
        }
    )
    found = opened(path)
    assert [(f.source.sheet, f.source.row) for f in found.records()] == [("Maroc", 2), ("Tunisie", 3)]
    assert [(problem.sheet, problem.row) for problem in found.passed_over] == [("Liste", None)]


@pytest.mark.parametrize(
    "lines", [["a;b;c", "1;2;3"], ["Métier", "Soudeur"], ["Ref;Nom;Sexe", "1;a;F"], ["12;Soudeur;MIG"]]
)
def test_a_table_without_known_headings_is_refused_with_examples(
    write_text: Callable[..., Path], lines: list[str]
) -> None:
    with pytest.raises(UnreadableFileError, match=r'no row of headings that name candidates.*"N° dossier"'):
        opened(write_text(lines))


def test_a_spreadsheet_without_a_filled_cell_is_empty(write_xlsx: Callable[..., Path]) -> None:
    with pytest.raises(UnreadableFileError, match="is empty"):
        opened(write_xlsx({"Sheet": []}))
