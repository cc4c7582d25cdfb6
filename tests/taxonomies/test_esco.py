"""ESCO import: the real packages where they are present, and small ones of our own in every form, whole and broken."""

import gzip
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy
from taxonomies.errors import TaxonomyError
from taxonomies.esco import import_esco

WELDER, COOK, GONE = (
    "http://example.org/occupation/1",
    "http://example.org/occupation/2",
    "http://example.org/occupation/9",
)
WELDING, ARC = "http://example.org/skill/1", "http://example.org/skill/2"
OCCUPATIONS_EN = f"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description,code
Occupation,{WELDER},7212,welder,"arc welder
MIG welder",,released,Joins metal.,7212.3
Occupation,{COOK},5120,cook,,,released,,5120.1
"""
OCCUPATIONS_FR = f"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status
Occupation,{WELDER},7212,soudeur/soudeuse,,released
Occupation,{GONE},7212,forgeron disparu,,released
"""
SKILLS_EN = f"""conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status
KnowledgeSkillCompetence,{WELDING},skill/competence,cross-sector,weld metal,,released
KnowledgeSkillCompetence,{ARC},skill/competence,cross-sector,arc weld,,released
"""
RELATIONS = f"""occupationUri,relationType,skillType,skillUri
{WELDER},essential,skill/competence,{WELDING}
{WELDER},optional,skill/competence,{ARC}
{WELDER},optional,skill/competence,http://example.org/skill/404
"""
BROADER = f"""conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,{ARC},KnowledgeSkillCompetence,{WELDING}
"""
GREEN = f"conceptType,conceptUri\nKnowledgeSkillCompetence,{ARC}\n"
PACKAGE = {
    "occupations_en.csv": OCCUPATIONS_EN,
    "occupations_fr.csv": OCCUPATIONS_FR,
    "skills_en.csv": SKILLS_EN,
    "occupationSkillRelations_en.csv": RELATIONS,
    "broaderRelationsSkillPillar_en.csv": BROADER,
    "greenSkillsCollection_en.csv": GREEN,
}


def quiet(*_):
    return None


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "ESCO dataset - v1.2.0 - csv"
    folder.mkdir()
    for name, text in PACKAGE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def gzipped(folder, tmp_path):
    target = tmp_path / "gz v1.2.0"
    target.mkdir()
    for path in folder.iterdir():
        (target / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    return [target]


def zipped(folder, tmp_path):
    target = tmp_path / "ESCO dataset - v1.2.0.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    return [target]


def single_files(folder, tmp_path):
    return sorted(folder.iterdir())


@pytest.mark.parametrize(
    "form", [lambda folder, _: [folder], gzipped, zipped, single_files], ids=["folder", "gz", "zip", "files"]
)
def test_every_form_gives_the_same_taxonomy(form, package, tmp_path):
    report = import_esco(form(package, tmp_path), tmp_path / "home", progress=quiet)
    taxonomy = report.taxonomy
    assert taxonomy.status().counts == {"occupation": 2, "skill": 2}
    assert taxonomy.occupation(WELDER).preferred == {"en": "welder", "fr": "soudeur/soudeuse"}
    assert taxonomy.occupation(WELDER).isco_group == "7212"
    assert taxonomy.skills_of(WELDER).essential == {WELDING}
    assert taxonomy.skills_of(WELDER).optional == {ARC}
    assert taxonomy.broader(ARC) == (WELDING,)
    assert taxonomy.narrower(WELDING) == (ARC,)
    assert taxonomy.ancestors(ARC) == {WELDING: 1}
    assert taxonomy.collection("green") == {ARC}
    assert taxonomy.description(WELDER, "fr") == "Joins metal."
    assert report.withdrawn == {"occupations": 1}
    assert report.unknown_ends == {"occupationSkillRelations": 1}


def test_both_halves_of_a_gendered_label_are_found(package, tmp_path):
    taxonomy = import_esco([package], tmp_path / "home", progress=quiet).taxonomy
    for text in ("Soudeuse", "soudeur", "soudeur/soudeuse"):
        assert [label.uri for label in taxonomy.with_label(text, ConceptKind.OCCUPATION)] == [WELDER]
    assert taxonomy.with_label("mig WELDER", ConceptKind.OCCUPATION)[0].role is LabelRole.ALTERNATIVE
    assert taxonomy.with_label("soudeuse", ConceptKind.OCCUPATION, ["en"]) == ()


def test_a_language_imported_later_joins_the_rest(package, tmp_path):
    french = package / "occupations_fr.csv"
    text = french.read_text(encoding="utf-8")
    french.unlink()
    home = tmp_path / "home"
    first = import_esco([package], home, synonyms=False, progress=quiet).taxonomy
    assert first.languages(ConceptKind.OCCUPATION) == ("en",)
    later = tmp_path / "ESCO v1.2.0 fr"
    later.mkdir()
    (later / "occupations_fr.csv").write_text(text, encoding="utf-8")
    second = import_esco([later], home, synonyms=False, progress=quiet).taxonomy
    assert second.languages(ConceptKind.OCCUPATION) == ("en", "fr")


def test_importing_the_same_again_changes_nothing(package, tmp_path):
    first = import_esco([package], tmp_path / "home", progress=quiet).taxonomy.fingerprint
    again = import_esco([package], tmp_path / "home", progress=quiet)
    assert again.taxonomy.fingerprint == first
    assert again.files == len(PACKAGE)


def test_replace_forgets_what_was_imported(package, tmp_path):
    import_esco([package], tmp_path / "home", progress=quiet)
    only = import_esco([package / "skills_en.csv"], tmp_path / "home", replace=True, progress=quiet).taxonomy
    assert only.status().counts == {"skill": 2}


def test_an_older_edition_adds_labels_but_no_withdrawn_concepts(package, tmp_path):
    old = tmp_path / "v1.0.3"
    old.mkdir()
    (old / "occupations_en.csv").write_text(
        f"conceptUri,preferredLabel,altLabels,status\n{WELDER},metal joiner,,released\n{GONE},farrier,,released\n",
        encoding="utf-8",
    )
    report = import_esco([package, old], tmp_path / "home", progress=quiet)
    assert report.taxonomy.occupation(WELDER).label("en") == "welder"
    assert report.taxonomy.with_label("metal joiner", ConceptKind.OCCUPATION)[0].uri == WELDER
    assert report.taxonomy.with_label("farrier", ConceptKind.OCCUPATION) == ()
    assert report.withdrawn == {"occupations": 1}
    assert report.taxonomy.status().edition == "1.2.0"


BROKEN = [
    ("skills_en.csv", b"<!DOCTYPE html><html>Sign in</html>", "web page"),
    ("skills_en.csv", b"a,b,c\n1,2,3\n", "no column conceptUri or preferredLabel"),
    ("skills_en.csv", b"", "no column"),
    ("skills_en.csv", "conceptUri,preferredLabel\nx,caf\xe9\n".encode("cp1252"), "not UTF-8 at byte"),
    ("skills_en.csv.gz", gzip.compress(SKILLS_EN.encode(), mtime=0)[:-20], "truncated or broken gzip"),
    ("esco.zip", b"PK\x03\x04 not really", "not a complete zip"),
    ("notes.txt", b"hello", "holds no ESCO table"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN)
def test_a_broken_file_gets_one_clear_sentence_and_changes_nothing(name, content, message, package, tmp_path):
    home = tmp_path / "home"
    before = import_esco([package], home, progress=quiet).taxonomy.fingerprint
    bad = tmp_path / name
    bad.write_bytes(content)
    with pytest.raises(TaxonomyError, match=message) as failure:
        import_esco([bad], home, progress=quiet)
    assert str(bad) in str(failure.value)
    assert "\n" not in str(failure.value)
    assert Taxonomy.open(home / "taxonomy.sqlite").fingerprint == before


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(TaxonomyError, match="does not exist"):
        import_esco([tmp_path / "nowhere"], tmp_path / "home", progress=quiet)


def test_a_damaged_cache_asks_for_a_new_import(tmp_path):
    path = tmp_path / "taxonomy.sqlite"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(TaxonomyError, match="import"):
        Taxonomy.open(path)
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (key, value)")
    connection.execute("INSERT INTO meta VALUES ('schema', '0')")
    connection.commit()
    connection.close()
    with pytest.raises(TaxonomyError, match="another version"):
        Taxonomy.open(path)


def test_real_esco_is_complete(esco_home):
    status = Taxonomy.open(esco_home / "taxonomy" / "taxonomy.sqlite").status()
    assert status.counts["skill"] == 13_939
    assert status.counts["occupation"] == 3_039
    assert status.counts["isco_group"] == 619
    assert set(status.labels) >= {"en", "fr", "nl", "de"}
    assert status.relations["essential"] > 60_000
    assert set(status.collections) >= {"digital", "green", "language", "transversal"}
    assert any("withdrawn" in note for note in status.notes)


def test_crosswalk_labels_are_never_search_labels(package, tmp_path):
    """Their labels are the questions of benchmarks: a crosswalk beside the package is left aside and said."""
    (package / "competent_esco_skills.csv").write_text(
        f"competenceLabel,conceptUri,preferredLabel\nbooglassen van leidingen,{ARC},booglassen van leidingen\n",
        encoding="utf-8",
    )
    report = import_esco([package], tmp_path / "home", progress=quiet)
    assert [Path(name).name for name in report.skipped] == ["competent_esco_skills.csv"]
    assert report.taxonomy.with_label("booglassen van leidingen", ConceptKind.SKILL) == ()


def test_two_imports_at_once_both_count(package, tmp_path):
    """Two processes import a language each into one home: both languages are there in the end."""
    packages = []
    for language in ("fr", "nl"):
        folder = tmp_path / f"{language} v1.2.0"
        folder.mkdir()
        (folder / f"occupations_{language}.csv").write_text(
            f"conceptUri,preferredLabel,status\n{WELDER},label {language},released\n", encoding="utf-8"
        )
        packages.append(folder)
    home = tmp_path / "home"
    import_esco([package], home, replace=True, progress=quiet)
    code = (
        "import sys; from pathlib import Path; from taxonomies.esco import import_esco; "
        "import_esco([Path(sys.argv[1])], Path(sys.argv[2]), progress=lambda *_: None)"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(folder), str(home)]) for folder in packages]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert set(Taxonomy.open(home / "taxonomy.sqlite").languages(ConceptKind.OCCUPATION)) >= {"en", "fr", "nl"}


def test_a_damaged_earlier_import_says_how_to_mend_it(package, tmp_path):
    home = tmp_path / "home"
    import_esco([package], home, progress=quiet)
    kept = next((home / "sources").rglob("skills_en.csv.gz"))
    kept.write_bytes(kept.read_bytes()[:30])
    with pytest.raises(TaxonomyError, match="--replace"):
        import_esco([package / "occupations_en.csv"], home, progress=quiet)
    assert import_esco([package], home, replace=True, progress=quiet).taxonomy.status().counts["skill"] == 2


def test_a_number_in_a_folder_above_is_no_edition(package, tmp_path):
    folder = tmp_path / "project-9.1" / "esco"
    folder.mkdir(parents=True)
    (folder / "skills_en.csv").write_text(SKILLS_EN, encoding="utf-8")
    assert import_esco([folder], tmp_path / "home", progress=quiet).taxonomy.status().edition == "0"


def test_a_file_cut_inside_a_row_is_named(package, tmp_path):
    cut = tmp_path / "skills_en.csv"
    cut.write_text(SKILLS_EN[: SKILLS_EN.index("weld metal")] + '"weld me', encoding="utf-8")
    with pytest.raises(TaxonomyError, match="line"):
        import_esco([cut], tmp_path / "home", progress=quiet)


def test_an_unknown_compression_is_named(package, tmp_path):
    """The compression method of the one member is overwritten with a number that nothing unpacks."""
    path = tmp_path / "esco.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("skills_en.csv", SKILLS_EN)
    raw = bytearray(path.read_bytes())
    local, central = raw.index(b"PK\x03\x04"), raw.index(b"PK\x01\x02")
    raw[local + 8 : local + 10] = raw[central + 10 : central + 12] = (77).to_bytes(2, "little")
    path.write_bytes(bytes(raw))
    with pytest.raises(TaxonomyError, match="cannot be unpacked at skills_en"):
        import_esco([path], tmp_path / "home", progress=quiet)
