"""Crosswalks: the official Belgian one where it is present, and small ones of our own in every form and broken."""

from __future__ import annotations

import csv
import gzip
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from matcher.records import CodeSystem
from taxonomies.builder import ConceptDraft, TaxonomyBuilder
from taxonomies.catalogue import open_taxonomy
from taxonomies.concepts import ConceptKind, LabelRole, Taxonomy
from taxonomies.crosswalk_direction import Reading, Written, measure
from taxonomies.crosswalk_files import read_crosswalks
from taxonomies.crosswalk_import import import_crosswalks
from taxonomies.crosswalk_systems import SYSTEMS, plain_code, system_named
from taxonomies.crosswalks import CROSSWALKS_FILE, Crosswalks, Mapped, Relation
from taxonomies.errors import TaxonomyError

ESCO = "http://data.europa.eu/esco/occupation/"
PARENT, CHILD, OTHER, GONE = (
    f"{ESCO}{number}{number * 7}-aaaa-4aaa-8aaa-{number * 12}" for number in ("1", "2", "3", "9")
)
UUID_A, UUID_B = "aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000002"
NORMALISED = f"""escoUri,escoLabelNl,competentId,competentUuid,competentLabelNl,mappingRelation
{PARENT},verzonnen bakker,OP-1,{UUID_A},Verzonnen brood,skos:exactMatch
{CHILD},verzonnen taartmaker,OP-1,{UUID_A},Verzonnen brood,skos:narrowMatch
{CHILD},verzonnen taartmaker,OP-1,{UUID_A},Verzonnen pain,skos:narrowMatch
{OTHER},verzonnen visser,OP-2,{UUID_B},Verzonnen vis,skos:closeMatch
{GONE},verzonnen weg,OP-2,{UUID_B},Verzonnen vis,skos:closeMatch
{OTHER},verzonnen visser,,,Verzonnen niets,skos:exactMatch
{OTHER},verzonnen visser,OP-3,,Verzonnen zonder,
"""


def portal(name: str = "ROME", version: str = "3.46", *, esco_first: bool = True) -> str:
    """Return an invented crosswalk as the portal writes it; ESCO may be the first or the second classification."""
    esco, other = (1, 2) if esco_first else (2, 1)
    return f"""Mapping project name,ESCO – verzonnen,Unnamed: 2,,
Classification {esco} Name,Professions ESCO,,,
Classification {esco} Version,1.0.3,,,
Classification {other} Name,{name},,,
Classification {other} Version,"{version}",,,
,,,,
Classification {esco} URI,Classification {esco} PrefLabel,Classification {other} ID,Mapping relation,Editorial Note
{PARENT},verzonnen bakker,M1805,skos:exactMatch,
{CHILD.rsplit("/", 1)[1]},verzonnen taartmaker,M1805,narrowMatch,"lange, noot"
"""


@pytest.fixture(scope="module")
def small() -> Taxonomy:
    drafts = {uri: ConceptDraft(uri, ConceptKind.OCCUPATION) for uri in (PARENT, CHILD, OTHER)}
    for draft in drafts.values():
        draft.add_label("en", LabelRole.PREFERRED, draft.uri[-4:])
    builder = TaxonomyBuilder(drafts)
    builder.add_broader(CHILD, PARENT)
    return builder.write(None, name="small", edition="1")


def written(folder: Path, text: str, name: str = "crosswalk.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def concepts(folder: Path, system: str, code: str) -> list[tuple[str, str]]:
    found = Crosswalks.open(folder).concepts(system, code, ConceptKind.OCCUPATION)
    return [(each.uri, each.relation.value) for each in found]


def test_the_systems_are_those_of_the_records_without_escos_own():
    assert set(SYSTEMS) == {system.value for system in CodeSystem} - {CodeSystem.ESCO.value}


def test_every_row_is_kept_or_counted_by_what_it_lacks(tmp_path, small):
    (status,) = import_crosswalks([written(tmp_path, NORMALISED)], tmp_path, small)
    assert (status.system, status.read, status.kept, status.codes) == ("competent", 7, 3, 2)
    assert status.left_out == {"duplicate": 1, "no code": 1, "no relation": 1, "unknown ESCO concept": 1}
    assert status.read == status.kept + sum(status.left_out.values())
    # Three rows tell no direction: the narrower match is kept as nearness, not guessed.
    assert status.directions["occupation"]["reading"] == "undecided"
    assert concepts(tmp_path, "competent", "OP-1") == [(PARENT, "exact"), (CHILD, "related")]
    assert Crosswalks.open(tmp_path).status() == (status,)


@pytest.mark.parametrize("code", ["OP-2", " op-2 ", UUID_B, UUID_B.upper(), f"http://example.org/x/{UUID_B}"])
def test_a_code_is_found_however_it_is_written(tmp_path, small, code):
    import_crosswalks([written(tmp_path, NORMALISED)], tmp_path, small)
    assert concepts(tmp_path, "competent", code) == [(OTHER, "close")]
    assert concepts(tmp_path, "rome", code) == []
    assert concepts(tmp_path, "competent", "Verzonnen vis") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("esco_first", [True, False])
def test_the_portals_form_is_read_on_either_side(tmp_path, small, encoding, delimiter, esco_first):
    rows = list(csv.reader(portal(esco_first=esco_first).splitlines()))
    with (tmp_path / "rome.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    (status,) = import_crosswalks([tmp_path / "rome.csv"], tmp_path, small)
    assert (status.system, status.version, status.read, status.kept) == ("rome", "3.46", 2, 2)
    assert [uri for uri, _ in concepts(tmp_path, "rome", "m1805")] == [PARENT, CHILD]


def test_gzip_and_zip_are_unpacked(tmp_path, small):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(portal().encode()))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("map/competent.csv", NORMALISED)
        archive.writestr("map/readme.txt", "no crosswalk")
    statuses = import_crosswalks([tmp_path / "a.csv.gz", tmp_path / "b.zip"], tmp_path, small)
    assert [(status.system, status.kept) for status in statuses] == [("rome", 2), ("competent", 3)]


def test_rome_3_and_4_stay_apart_and_a_new_import_replaces_the_old(tmp_path, small):
    import_crosswalks([written(tmp_path, portal(), "three.csv")], tmp_path, small)
    import_crosswalks([written(tmp_path, portal(version="4.0"), "four.csv")], tmp_path, small)
    only_parent = "\n".join(portal().splitlines()[:-1])
    import_crosswalks([written(tmp_path, only_parent, "three-new.csv")], tmp_path, small)
    assert [uri for uri, _ in concepts(tmp_path, "rome", "M1805")] == [PARENT]
    assert [uri for uri, _ in concepts(tmp_path, "rome4", "M1805")] == [PARENT, CHILD]
    assert [status.origin for status in Crosswalks.open(tmp_path).status()] == ["four.csv", "three-new.csv"]


@pytest.mark.parametrize(
    ("name", "version", "system"),
    [
        ("Competent2.0", "3,8", "competent"),
        ("Répertoire opérationnel des métiers et des emplois", "V3", "rome"),
        ("ROME", "4.0", "rome4"),
        ("ROME V4", "", "rome4"),
        ("ROME", "", ""),
        ("ROME", "2021", ""),
        ("ISCO-08", "", "isco08"),
        ("NACE Rev. 2", "", "nace"),
        ("NOC", "2016", ""),
    ],
)
def test_a_classification_is_told_by_its_name_and_version(name, version, system):
    assert system_named(name, version) == system


BROKEN = [
    ("escoUri,competentId\nx,y\n", "", "no ESCO crosswalk"),
    ("", "", "no ESCO crosswalk"),
    ("<html>mapping relation</html>", "", "no ESCO crosswalk"),
    (portal(version=""), "", "name it with --system"),
    (portal(name="NOC"), "", "name it with --system"),
    (portal(name="ESCO skills"), "", "ESCO on one side"),
    (portal().replace("Classification 2 ID", "Remark"), "", "no column"),
    (portal(), "onet", "choose one of competent"),
    (NORMALISED.replace("aaaa-4aaa", "cccc-4ccc"), "", "No row of these crosswalks could be kept"),
]


@pytest.mark.parametrize(("text", "system", "sentence"), BROKEN)
def test_a_broken_file_gives_one_sentence_and_changes_nothing(tmp_path, small, text, system, sentence):
    import_crosswalks([written(tmp_path, NORMALISED, "good.csv")], tmp_path, small)
    before = (tmp_path / CROSSWALKS_FILE).read_bytes()
    with pytest.raises(TaxonomyError, match=sentence):
        import_crosswalks([written(tmp_path, text, "bad.csv")], tmp_path, small, system=system)
    assert (tmp_path / CROSSWALKS_FILE).read_bytes() == before
    assert not list(tmp_path.glob("*.partial"))


def test_a_classification_can_be_named(tmp_path, small):
    (status,) = import_crosswalks([written(tmp_path, portal(version=""))], tmp_path, small, system="rome4")
    assert status.system == "rome4"


def test_no_crosswalk_answers_nothing_and_a_damaged_one_says_so(tmp_path):
    assert Crosswalks.open(tmp_path).concepts("rome", "M1805", ConceptKind.OCCUPATION) == ()
    assert Crosswalks.open(tmp_path).fingerprint == ""
    (tmp_path / CROSSWALKS_FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(TaxonomyError, match="crosswalk import"):
        Crosswalks.open(tmp_path)


def test_what_cannot_be_read_is_imported_anew(tmp_path, small):
    for damaged in (b"no database at all" * 100, b""):
        (tmp_path / CROSSWALKS_FILE).write_bytes(damaged)
        import_crosswalks([written(tmp_path, portal())], tmp_path, small)
        assert [uri for uri, _ in concepts(tmp_path, "rome", "M1805")] == [PARENT, CHILD]
    with sqlite3.connect(tmp_path / CROSSWALKS_FILE) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    with pytest.raises(TaxonomyError, match="another version"):
        Crosswalks.open(tmp_path)
    import_crosswalks([written(tmp_path, portal())], tmp_path, small)
    assert len(Crosswalks.open(tmp_path).status()) == 1


def test_codes_are_compared_in_capitals_without_address():
    assert plain_code(" http://data.europa.eu/esco/isco/C7212/ ") == "C7212"
    assert plain_code("op - 410") == "OP-410"


# --- direction

# "low" stands under "high" in ESCO; code X covers both.
PAIRS = [(f"low{n}", f"X{n}", Written.NARROW) for n in range(10)]
ABOVE = {f"low{n}": [f"high{n}"] for n in range(10)}


def under(uri: str) -> list[str]:
    return ABOVE.get(uri, [])


@pytest.mark.parametrize(
    ("lower", "higher", "reading", "figures"),
    [
        (Written.NARROW, Written.EXACT, Reading.ESCO_NARROWER, (10, 0)),
        (Written.EXACT, Written.BROAD, Reading.ESCO_NARROWER, (10, 0)),
        (Written.NARROW, Written.BROAD, Reading.ESCO_NARROWER, (10, 0)),
        (Written.BROAD, Written.EXACT, Reading.ESCO_BROADER, (0, 10)),
        (Written.EXACT, Written.NARROW, Reading.ESCO_BROADER, (0, 10)),
        (Written.CLOSE, Written.NARROW, Reading.UNDECIDED, (0, 0)),
        (Written.NARROW, Written.NARROW, Reading.UNDECIDED, (0, 0)),
    ],
)
def test_the_hierarchy_tells_the_direction(lower, higher, reading, figures):
    pairs = [(f"low{n}", f"X{n}", lower) for n in range(10)] + [(f"high{n}", f"X{n}", higher) for n in range(10)]
    found = measure(pairs, under)
    assert (found.reading, (found.agree, found.differ)) == (reading, figures)


def test_the_spread_tells_where_the_hierarchy_is_silent():
    gathered = [(f"c{n}", f"X{n // 4}", Written.NARROW) for n in range(40)]
    assert measure(gathered, under).reading is Reading.ESCO_NARROWER
    assert measure(gathered, under).concepts_per_code["narrowMatch"] == 4.0
    turned = [(f"c{n // 4}", f"X{n}", Written.NARROW) for n in range(40)]
    assert measure(turned, under).reading is Reading.ESCO_BROADER
    assert measure(gathered[:8], under).reading is Reading.UNDECIDED


# --- the official Belgian crosswalk

UP = "http://data.europa.eu/esco/"
# Read by hand: a precision device inspector is one kind of technical inspector; a drafter draws more than electricity.
HAND_CHECKED = [
    ("occupation", "0019b951-c699-4191-8208-9822882d150c", "OP-129", Relation.ESCO_NARROWER),
    ("occupation", "0090dd54-057a-4f65-bbe8-f74c4999e8e8", "OP-529", Relation.ESCO_NARROWER),
    ("occupation", "00913533-5237-4870-9003-d1cb806603c9", "OP-259", Relation.ESCO_NARROWER),
    ("occupation", "a4869ae9-2dfe-48cc-bd97-f803880f3407", "OP-62", Relation.ESCO_BROADER),
    ("occupation", "773cf1de-50a4-42e7-bab1-e68dcbae3f54", "OP-103", Relation.ESCO_BROADER),
    ("occupation", "8a53f8d3-d995-4c7b-a70d-d79f76bdcb3f", "OP-413", Relation.EXACT),
    ("skill", "69683c43-af05-4691-bb6c-9d71bf363bd7", "KN-101", Relation.EXACT),
    ("skill", "0d254d2f-f6c7-49ac-be0d-a2651c222f7a", "KN-101", Relation.ESCO_BROADER),
    ("skill", "19858dd3-a5fe-4855-b644-6ecfefd1c384", "KN-10001", Relation.ESCO_BROADER),
]


@pytest.fixture(scope="module")
def belgian(esco_dir, esco_home, tmp_path_factory):
    folder = tmp_path_factory.mktemp("belgian") / "taxonomy"
    shutil.copytree(esco_home / "taxonomy", folder)  # the home itself is shared
    files = [
        esco_dir / "crosswalks" / name
        for name in ("BE_competent_occupations.orig.csv.gz", "competent_esco_skills.csv.gz")
    ]
    if not all(file.exists() for file in files):
        pytest.skip("ESCO_DIR holds no crosswalks")
    statuses = import_crosswalks(files, folder, open_taxonomy(folder))
    return files, folder, statuses


def test_the_belgian_crosswalk_reads_narrow_as_esco_is_the_narrower(belgian):
    _, _, (occupations, skills) = belgian
    assert (occupations.system, occupations.read, occupations.left_out["duplicate"]) == ("competent", 7012, 3501)
    assert skills.read == 5628
    for status in (occupations, skills):
        assert status.read == status.kept + sum(status.left_out.values())
        (direction,) = status.directions.values()
        assert direction["reading"] == "esco_narrower"
        assert direction["agree"] > 2 * direction["differ"]
    assert occupations.directions["occupation"]["agree"] > 300


@pytest.mark.parametrize(("kind", "concept", "code", "relation"), HAND_CHECKED)
def test_hand_checked_rows_have_their_relation(belgian, kind, concept, code, relation):
    found = Crosswalks.open(belgian[1]).concepts("competent", code, ConceptKind(kind))
    assert Mapped(f"{UP}{kind}/{concept}", relation) in found


def test_the_normalised_form_says_the_same_as_the_portals(belgian, esco_dir, tmp_path):
    taxonomy = open_taxonomy(belgian[1])
    import_crosswalks([belgian[0][0]], tmp_path / "portal", taxonomy)
    import_crosswalks([esco_dir / "crosswalks" / "competent_esco_occupations.csv.gz"], tmp_path / "normal", taxonomy)
    assert Crosswalks.open(tmp_path / "portal").fingerprint == Crosswalks.open(tmp_path / "normal").fingerprint


def test_no_label_of_a_crosswalk_is_kept_anywhere(belgian):
    files, folder, _ = belgian
    connection = sqlite3.connect(folder / CROSSWALKS_FILE)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = {
        str(cell).casefold() for name in tables for row in connection.execute(f"SELECT * FROM {name}") for cell in row
    }
    raw = (folder / CROSSWALKS_FILE).read_bytes().lower()
    for file in files:
        rows = list(csv.reader(gzip.decompress(file.read_bytes()).decode("utf-8-sig").splitlines()))
        header = next(row for row in rows if {"Classification 1 URI", "escoUri"} & set(row))
        places = [place for place, heading in enumerate(header) if "label" in heading.casefold()]
        assert len(places) >= 3
        labels = {row[place] for row in rows[rows.index(header) + 1 :] for place in places if place < len(row)}
        labels = {label for label in labels if len(label) > 12}
        assert len(labels) > 1000
        assert not [label for label in labels if label.casefold() in cells]
        assert not [label for label in sorted(labels)[::25] if label.lower().encode() in raw]


def test_reading_a_crosswalk_keeps_no_label(belgian):
    (read,) = read_crosswalks(belgian[0][0])
    assert all(" " not in code for row in read.rows for code in row.codes)
