"""``matcher crosswalk`` on the command line, over the starter taxonomy."""

import json

from taxonomies.concepts import ConceptKind


def test_a_crosswalk_is_imported_and_shown(matcher, starter, tmp_path):
    uri = starter.uris(ConceptKind.OCCUPATION)[0]
    path = tmp_path / "rome.csv"
    path.write_text(
        "escoUri,romeId,romeLabel,mappingRelation\n"
        f"{uri},M1805,verzonnen label,skos:exactMatch\n{uri},,,skos:exactMatch\n",
        encoding="utf-8",
    )
    assert "matcher crosswalk import" in matcher("crosswalk", "status").stdout
    report = json.loads(matcher("crosswalk", "import", path, "--json").stdout)["files"][0]
    assert (report["system"], report["read"], report["kept"], report["left_out"]) == ("rome", 2, 1, {"no code": 1})
    shown = matcher("crosswalk", "status").stdout
    assert "read 2, kept 1 (1 codes); no code 1" in shown
    assert "narrowMatch: undecided" in shown
    assert "verzonnen" not in shown


def test_a_file_that_is_no_crosswalk_ends_with_one_sentence(matcher, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("id,text\n1,lasser\n", encoding="utf-8")
    assert "is no ESCO crosswalk" in matcher("crosswalk", "import", path, expect=1).stderr
    assert "is no file" in matcher("crosswalk", "import", tmp_path / "none.csv", expect=1).stderr
