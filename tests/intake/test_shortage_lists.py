from __future__ import annotations

from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake.shortage_lists import read_targets
from matcher.records import CodeSystem, OccupationCode

FILES = Path(__file__).parents[1] / "files"


def test_a_list_gives_a_vacancy_for_each_title_and_reports_the_row_without_one():
    intake = read_targets(FILES / "penuries-maroc.csv")
    assert (intake.read, len(intake.records), intake.rejected) == (5, 4, 1)
    assert [item.title for item in intake.records] == [
        "Soudeur TIG",
        "Cuisinier",
        "Développeur web",
        "Électricien du bâtiment",
    ]
    assert intake.records[0].codes == (OccupationCode(CodeSystem.ISCO, "7212"),)
    assert intake.records[0].extra == (("Région", "Casablanca"),)
    assert [problem.row for problem in intake.problems] == [5]


def test_vacancies_of_another_country_are_read_in_full():
    intake = read_targets(FILES / "offres-tunisie.csv")
    assert [item.id for item in intake.records] == ["offres-tunisie.csv#1", "offres-tunisie.csv#2"]
    assert [asked.text for asked in intake.records[0].requirements] == ["soudure TIG", "lecture de plans"]


@pytest.mark.parametrize(
    ("content", "titles", "codes"),
    [
        ("Soudeur\nCuisinier\n", ["Soudeur", "Cuisinier"], [(), ()]),
        ("Poste;Code ROME\nSoudeur;H2913\n", ["Soudeur"], [(OccupationCode(CodeSystem.ROME, "H2913"),)]),
        ("Occupation;Code\nWelder;7212\n", ["Welder"], [(OccupationCode(CodeSystem.ISCO, "7212"),)]),
        ("Occupation;ISCO\nWelder;H2913\n", ["Welder"], [()]),  # heading and shape disagree: kept, not believed
    ],
)
def test_titles_stand_alone_or_with_codes(tmp_path, content, titles, codes):
    (tmp_path / "list.csv").write_text(content, encoding="utf-8")
    records = read_targets(tmp_path / "list.csv").records
    assert [item.title for item in records] == titles
    assert [item.codes for item in records] == codes
    assert len({item.id for item in records}) == len(records)


def test_an_empty_file_is_told(tmp_path):
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        read_targets(tmp_path / "empty.csv")
