"""Every format of vacancies from real files, the malformed ones included: nothing is lost, every fault is named."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake import VACANCY_FORMATS, read_cohort, read_vacancies
from matcher.intake.arrivals import Arrival
from matcher.intake.vacancy_formats import read_arrival
from matcher.records import CodeSystem, Intake, OccupationCode, Posting, Vacancy, Wage, WagePeriod

FILES = Path(__file__).parent.parent / "files"
VACANCIES = FILES / "vacancies"
MALFORMED = VACANCIES / "malformed"

Write = Callable[..., Path]


def read(name: str) -> Intake[Vacancy]:
    intake = read_vacancies(VACANCIES / name)
    assert intake.read == len(intake.records) + intake.rejected
    return intake


def one(name: str) -> Vacancy:
    (vacancy,) = read(name).records
    return vacancy


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("forem.csv", ["90000001", "90000002", "90000003"]),
        ("forem.json", ["90000011", "90000012"]),
        ("forem-v1.json", ["90000021"]),
        ("forem.jsonl", ["90000031", "90000032"]),
        ("jobposting.json", ["Staalbouw Denkbeeldig: STD-042"]),
        ("eures.json", ["RXVyZXNUZXN0MQ=="]),
        ("eures-search.json", ["S-1", "S-2"]),
        ("own-table.csv", ["V-1"]),
        ("named.json", ["N-1"]),
        ("malformed/forem-cp1252.csv", ["90000001", "90000002", "90000003"]),
        ("malformed/utf16.json", ["90000021"]),
        ("malformed/mixed.jsonl", ["90000041", "E-1", "derived-d0e6265454fb551b", "T-1"]),
        ("malformed/one-good-among-bad.json", ["1"]),
        ("malformed/broken-scripts.html", ["K-1"]),
    ],
)
def test_a_file_is_read_whatever_it_is_called(name: str, keys: list[str], tmp_path: Path) -> None:
    assert [vacancy.key for vacancy in read(name).records] == keys
    nameless = tmp_path / "file"
    nameless.write_bytes((VACANCIES / name).read_bytes())
    assert [vacancy.key for vacancy in read_vacancies(nameless).records] == keys


@pytest.mark.parametrize(
    ("name", "row", "column", "value", "words", "rejects"),
    [
        ("one-good-among-bad.json", 2, "titreoffre", "", "no title", True),
        ("one-good-among-bad.json", 2, "nombrepostes", "beaucoup", "positive whole number", True),
        ("one-good-among-bad.json", 3, "numerooffreforem", "1", "stands already in row 1, with other content", True),
        ("one-good-among-bad.json", 4, None, "17", "not an object with names and values", True),
        ("one-good-among-bad.json", 5, None, "couleur: bleu", "an object of no known kind of vacancy", True),
        ("one-good-among-bad.json", 6, "datedebutdiffusion", "2026-31-12", "no such date", True),
        ("mixed.jsonl", 5, None, '{"numerooffreforem": "90000042", "titreoffre": "Maç', "not JSON", True),
        ("mixed.jsonl", 7, None, "temperature: 21", "no known kind", True),
        ("broken-scripts.html", 2, "title", "", "no title", True),
        ("broken-scripts.html", 2, "validThrough", "31/02/2026", "no such date", True),
        ("broken-scripts.html", 3, "validThrough", "2026-11-01", "closes before it opens (2026-12-01)", True),
        ("broken-scripts.html", 4, None, '{"@context"', "script 3 of the page is damaged JSON", True),
        ("broken-scripts.html", None, None, '{"@type": "BreadcrumbList"', "it names no JobPosting", False),
        ("odd-types.json", 1, "totalJobOpenings", "0", "positive whole number", True),
        ("odd-types.json", 1, "baseSalary", "around 3000", "no gross wage with its period", False),
        ("odd-types.json", 3, "jvProfiles.fr.lastApplicationDate", "never", "not a date", True),
        ("../named.json", 2, "closing_date", "2026-02-31", "no such date", True),
    ],
)
def test_a_fault_is_named_with_its_place(
    name: str, row: int | None, column: str | None, value: str, words: str, rejects: bool
) -> None:
    problems = read(f"malformed/{name}").problems
    assert any(
        (problem.row, problem.column, problem.rejects) == (row, column, rejects)
        and (problem.value or "").startswith(value)
        and words in problem.problem
        and problem.file == Path(name).name
        and problem.remedy
        for problem in problems
    ), problems


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("malformed/truncated.json", "damaged JSON"),
        ("malformed/too-deep.json", "more than 40 deep"),
        ("malformed/no-posting.html", "a web page without a JobPosting"),
        ("malformed/blank.txt", "is empty"),
        ("../candidats.json", "candidates, not vacancies; load it with matcher load cohort"),
        ("../candidates.jsonl", "candidates, not vacancies"),
        ("../json-resume.json", "candidates, not vacancies"),
        ("../cohort-agence-cp1252.csv", "candidates, not vacancies"),
        ("../cohort-arabic-utf8sig.csv", "candidates, not vacancies"),
        ("../cohort-two-sheets.xlsx", "candidates, not vacancies"),
        ("../cohort-old.xls", "candidates, not vacancies"),
        ("../cohort-libre.ods", "candidates, not vacancies"),
        ("../linkedin.zip", "a LinkedIn export of a person"),
        ("../europass.xml", "a Europass CV, not a vacancy"),
        ("../europass-v3.xml", "a Europass CV, not a vacancy"),
        ("../europass.pdf", "the CV of a person, not a vacancy"),
        ("../cv/soudeur-tunis.pdf", "the CV of a person, not a vacancy"),
        ("../cv/cook-accra.docx", "the CV of a person, not a vacancy"),
        ("../cv/invoice.pdf", "reads like an invoice"),
        ("../cv/letter.docx", "reads like a letter"),
        ("../cv/scan.pdf", "pictures of text"),
    ],
)
def test_a_file_without_vacancies_is_refused_in_one_sentence(name: str, words: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(name)
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "forem.csv",
            "forem.json",
            "forem-v1.json",
            "forem.jsonl",
            "jobposting.json",
            "jobposting.html",
            "eures.json",
        ),
        *("eures-search.json", "own-table.csv", "named.json", "malformed/mixed.jsonl", "malformed/utf16.json"),
    ],
)
def test_vacancies_sent_as_candidates_are_refused(name: str) -> None:
    with pytest.raises(
        UnreadableFileError, match="holds vacancies, not candidates; load it with matcher load vacancies"
    ):
        read_cohort(VACANCIES / name, "palim")


def test_the_offers_of_forem() -> None:
    first, second, third = read("forem.csv").records
    assert (first.title, first.employer, first.openings, first.years, first.eqf) == (
        *("Soudeur MIG/MAG (H/F/X)", "Forges du Val Imaginaire", 3, 2.0, 4),
    )
    assert first.codes == (OccupationCode(CodeSystem.ROME, "H2913"),)
    assert first.sectors == ("Métallurgie, fabrication de produits métalliques",)
    assert (first.full_time, second.full_time) == (True, False)
    assert first.workplace is not None
    assert (first.workplace.postcode, first.workplace.region, first.workplace.nuts) == ("4040", "wallonia", "BE3")
    assert first.postings == (Posting("forem", date(2026, 9, 15), date(2026, 11, 30)),)
    assert [place.name for place in second.further_workplaces] == ["Jambes"]
    assert [language.language for language in second.languages] == ["fr", "nl"]
    assert (second.years, second.eqf, second.opens) == (0.0, 6, date(2026, 10, 1))
    assert third.driving_licences == ("C", "CE")
    assert third.further_workplaces[0].region == "flanders"
    assert ("experiencerequise", "Expérience souhaitée") in third.extra
    assert (third.closes, third.postings) == (None, (Posting("forem", date(2026, 10, 15)),))
    assert third.url == "https://www.example.org/offres/90000003"


def test_lists_of_places_that_do_not_match_are_kept(write_text: Write) -> None:
    offer = {"numerooffreforem": "1", "titreoffre": "x", "lieuxtravaillocalite": ["A", "B", "C"]}
    offer["lieuxtravailcodepostal"] = ["4000", "5000"]
    (vacancy,) = read_vacancies(write_text(json.dumps(offer))).records
    assert [place.postcode for place in (vacancy.workplace, *vacancy.further_workplaces) if place] == [None] * 3
    assert ("lieuxtravailcodepostal", "4000; 5000") in vacancy.extra


def test_a_job_posting() -> None:
    vacancy = one("jobposting.json")
    assert vacancy.description == "Je last stalen balken voor bruggen.\n- Plannen lezen\n- Werken op hoogte"
    assert [item.text for item in vacancy.requirements] == ["MIG/MAG-lassen", "plannen, schema's en lassymbolen lezen"]
    assert vacancy.wage == Wage(17.5, WagePeriod.HOUR, 19.25)
    assert vacancy.codes == (OccupationCode(CodeSystem.ISCO, "7212"),)
    assert vacancy.workplace is not None
    assert vacancy.seat is not None
    assert (vacancy.workplace.name, vacancy.workplace.region, vacancy.seat.postcode) == ("Gent", "flanders", "2000")
    assert [place.name for place in vacancy.further_workplaces] == ["Brugge"]
    assert (vacancy.years, vacancy.eqf, vacancy.hours, vacancy.openings) == (2.0, 4, 38.0, 3)
    assert (vacancy.full_time, vacancy.contract, vacancy.employer) == (True, "TEMPORARY", "Staalbouw Denkbeeldig NV")
    assert (vacancy.closes, vacancy.starts) == (date(2026, 12, 31), date(2027, 1, 4))
    kept = dict(vacancy.extra)
    assert kept["applicantLocationRequirements.name"] == "Belgium"
    assert kept["eligibilityToWorkRequirement"] == "Arbeidskaart of vrijstelling"
    assert kept["jobLocation.streetAddress"] == "Kaai 1"


def test_a_page_with_a_graph_whose_posting_points_at_its_employer() -> None:
    vacancy = one("jobposting.html")
    assert (vacancy.title, vacancy.employer) == ("Couvreur (h/f/x)", "Toitures Chimère SRL")
    assert vacancy.wage == Wage(2750.0, WagePeriod.MONTH)
    assert vacancy.codes == (OccupationCode(CodeSystem.ISCO, "7121"),)
    assert [item.text for item in vacancy.requirements] == ["pose d'ardoises", "zinguerie", "travail en hauteur"]
    assert "Première expérience souhaitée" in vacancy.description
    assert vacancy.workplace is not None
    assert vacancy.workplace.postcode == "5500"
    assert ("jobLocation.name", "Dépôt de Dinant") in vacancy.extra


def test_a_detail_of_eures_is_read_in_the_language_it_prefers() -> None:
    vacancy = one("eures.json")
    assert (vacancy.title, vacancy.openings, vacancy.years, vacancy.eqf) == ("Verpleegkundige ouderenzorg", 5, 1.0, 6)
    assert vacancy.codes == (OccupationCode(CodeSystem.ISCO, "2221"), OccupationCode(CodeSystem.NACE, "Q87"))
    assert [(language.language, language.cefr) for language in vacancy.languages] == [("nl", "B2"), ("fr", "A2")]
    assert [item.text for item in vacancy.requirements] == ["wondzorg, medicatie en observatie", "teamwerk"]
    assert vacancy.wage == Wage(2900.0, WagePeriod.MONTH, 3400.0)
    assert (vacancy.closes, vacancy.full_time, vacancy.driving_licences) == (date(2026, 12, 31), True, ("B",))
    assert vacancy.workplace is not None
    assert (vacancy.workplace.nuts, vacancy.workplace.province) == ("BE211", "Antwerp")
    assert [place.name for place in vacancy.further_workplaces] == ["Leuven"]
    kept = dict(vacancy.extra)
    assert kept["jvProfiles.fr.title"] == "Infirmier en gériatrie"
    assert kept["reference"] == "CARE-7"


@pytest.mark.parametrize(("code", "eqf"), [("6", 6), ("8", 8), ("3", None), ("4", None), ("0", None)])
def test_a_level_that_isced_and_eqf_number_otherwise_is_not_guessed(
    code: str, eqf: int | None, write_text: Write
) -> None:
    profile = {"title": "x", "requiredEducationLevelCode": code}
    (vacancy,) = read_vacancies(write_text(json.dumps({"id": "1", "jvProfiles": {"en": profile}}))).records
    assert vacancy.eqf == eqf
    assert ("jvProfiles.en.requiredEducationLevelCode", code) in vacancy.extra


def test_a_list_of_a_search_on_eures() -> None:
    first, second = read("eures-search.json").records
    assert first.workplace is not None
    assert second.workplace is not None
    assert (first.workplace.region, first.description) == ("brussels", "Welding of steel frames.")
    assert (second.workplace.country, second.workplace.region, second.full_time) == ("DE", None, None)
    assert second.codes == (OccupationCode(CodeSystem.ISCO, "3434"),)


def test_every_column_of_our_own_table() -> None:
    vacancy = one("own-table.csv")
    assert [(code.system.value, code.code) for code in vacancy.codes] == [
        *(("isco08", "7212"), ("rome", "H2913"), ("nace", "C25.1")),
    ]
    assert (vacancy.hours, vacancy.full_time, vacancy.driving_licences) == (38.0, True, ("B", "C"))
    assert (vacancy.vks, vacancy.joint_committee, vacancy.follows_scale, vacancy.transfer) == (4, "111.01", True, False)
    assert (vacancy.sectors, vacancy.starts) == (("Métal, tôlerie",), date(2027, 2, 1))
    assert vacancy.postings == (
        Posting("vdab", date(2026, 9, 1), date(2026, 9, 30)),
        Posting("eures", date(2026, 9, 1)),
    )
    assert vacancy.seat is not None
    assert vacancy.workplace is not None
    assert (vacancy.seat.region, vacancy.workplace.nuts, vacancy.workplace.country) == ("wallonia", "BE332", "BE")
    assert vacancy.url == "https://example.org/1"


def test_a_pasted_text_is_one_vacancy() -> None:
    vacancy = one("pasted-nl.txt")
    assert vacancy.title == "Elektricien residentieel (m/v/x)"
    assert vacancy.description == (VACANCIES / "pasted-nl.txt").read_text(encoding="utf-8").strip()
    assert vacancy.key == read_vacancies(VACANCIES / "pasted-nl.txt", file_format="text").records[0].key


def test_the_words_of_a_page_are_read_where_that_is_asked(write_text: Write) -> None:
    page = (
        "<html><head><title>Site</title><style>p {x: y}</style></head><body><!-- <p>old</p> --><script>var a;</script>"
        "<h1>Lasser</h1><p>Rijbewijs&nbsp;B</p></body></html>"
    )
    (vacancy,) = read_vacancies(write_text(page), file_format="text").records
    assert vacancy.description == "Lasser\nRijbewijs B"


@pytest.mark.parametrize(
    "text",
    [
        "Vacature: Metser in Aalst\r\n\r\nProfiel\r\n•\tJe kan metsen en plannen lezen\r\n•\tRijbewijs B\r\n",
        "Functie:\tMetser in de bouw\nPlaats:\tAalst, bij Gent\nTaal:\tNederlands, een beetje\n",
        "Maçon (h/f/x)\n\nVous posez des blocs, des briques et des hourdis pour des maisons neuves.\n",
    ],
)
def test_texts_as_they_are_pasted_are_no_tables(text: str, write_text: Write) -> None:
    (vacancy,) = read_vacancies(write_text(text)).records
    assert "\n".join(vacancy.description.splitlines()) == "\n".join(text.strip().splitlines())


@pytest.mark.parametrize(
    ("text", "is_cv"),
    [
        ("Lebenslauf\n\nMax Erfunden\nSchweißer seit 2012, Berufserfahrung in zwei Firmen\n", True),
        ("Amina Inventée\nNée le 12/03/1990 à Rabat\nSoudeuse, dix ans de métier dans la construction\n", True),
        ("Soudeur (h/f/x)\nEnvoyez votre curriculum vitae avec date de naissance à la firme Chimère.\n", False),
        ("Schweißer (m/w/d)\nBitte senden Sie Ihren Lebenslauf an unser Büro in Eupen.\n", False),
    ],
)
def test_the_cv_of_a_person_is_no_vacancy_and_one_that_asks_for_a_cv_is(
    text: str, is_cv: bool, write_text: Write
) -> None:
    path = write_text(text)
    if is_cv:
        with pytest.raises(UnreadableFileError, match="the CV of a person"):
            read_vacancies(path)
    else:
        assert read_vacancies(path).read == 1


@pytest.mark.parametrize(
    "text", ["a;b;c\n1;2;3\n4;5;6\n", "kleur;vorm\nrood;rond en groot maar niet te groot\ngroen;plat\n"]
)
def test_a_table_whose_headings_nobody_knows_is_no_text(text: str, write_text: Write) -> None:
    with pytest.raises(UnreadableFileError, match="no row of headings that name vacancies"):
        read_vacancies(write_text(text))


def test_a_vacancy_as_a_word_document() -> None:
    (vacancy,) = read_vacancies(FILES / "cv" / "vacancy.docx").records
    assert "lasser" in vacancy.title


def test_a_folder_and_an_archive_are_read_file_by_file(tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    for name in ("forem.json", "eures.json", "malformed/truncated.json", "../json-resume.json"):
        (folder / Path(name).name).write_bytes((VACANCIES / name).read_bytes())
    (folder / ".DS_Store").write_bytes(b"x")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in folder.iterdir():
            archive.writestr(path.name, path.read_bytes())
    packed = tmp_path / "sent.zip"
    packed.write_bytes(buffer.getvalue())
    for path in (folder, packed):
        intake = read_vacancies(path)
        assert (intake.read, len(intake.records), intake.rejected) == (5, 3, 2)
        told = {Path(problem.file).name: problem for problem in intake.problems}
        assert "damaged JSON" in told["truncated.json"].problem
        assert "matcher load cohort" in told["json-resume.json"].remedy
        assert "passed over" in told[".DS_Store"].problem


@pytest.mark.parametrize(
    ("name", "file_format", "words"),
    [
        ("forem.json", "eures", "JSON without a vacancy"),
        ("eures.json", "forem", "JSON without a vacancy"),
        ("pasted-nl.txt", "table", "no row of headings"),
        ("own-table.csv", "forem", "no row of headings that name offers of Forem"),
        ("own-table.csv", "jobposting", "without a JobPosting"),
        ("own-table.csv", "json", "is no JSON"),
        ("own-table.csv", "eures", "is no JSON"),
    ],
)
def test_a_format_that_was_named_is_the_only_one_tried(name: str, file_format: str, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words):
        read_vacancies(VACANCIES / name, file_format=file_format)


@pytest.mark.parametrize(
    ("posting", "field", "value"),
    [
        ({"baseSalary": 2800, "salaryCurrency": "EUR"}, "wage", None),
        (
            {"baseSalary": {"currency": "EUR", "value": {"minValue": 30000, "unitText": "YEAR"}}},
            "wage",
            (30000.0, "year"),
        ),
        (
            {"baseSalary": {"currency": "EUR", "minValue": "2600.5", "maxValue": 2900, "unitText": "month"}},
            "wage",
            (2600.5, "month"),
        ),
        ({"baseSalary": {"currency": "CHF", "value": {"value": 6000, "unitText": "MONTH"}}}, "wage", None),
        ({"baseSalary": {"currency": "EUR", "value": {"value": 150, "unitText": "DAY"}}}, "wage", None),
        ({"employmentType": "PART_TIME, CONTRACTOR"}, "full_time", False),
        ({"employmentType": ["FULL_TIME", "PART_TIME"]}, "full_time", None),
        ({"occupationalCategory": "7212"}, "codes", ("7212",)),
        ({"occupationalCategory": ["M1805", "ISCO-08: C2512"]}, "codes", ("M1805", "2512")),
        ({"occupationalCategory": "51-4121.00"}, "codes", ()),
        ({"occupationalCategory": {"codeValue": "4121", "inCodeSet": "O*NET-SOC"}}, "codes", ()),
        ({"occupationalCategory": {"codeValue": "I1304", "inCodeSet": {"name": "ROME v4"}}}, "codes", ("I1304",)),
        ({"hiringOrganization": "Plain NV"}, "employer", "Plain NV"),
        ({"identifier": 17}, "key", "17"),
        ({"schema:hiringOrganization": {"schema:name": "Prefixed"}}, "employer", "Prefixed"),
        ({"title": {"@value": "Kok", "@language": "nl"}}, "title", "Kok"),
        ({"description": "a &amp; b&nbsp;c"}, "description", "a & b c"),
        ({"validThrough": "2026-12-30T23:59:00+01:00"}, "closes", date(2026, 12, 30)),
        ({"validThrough": "2026-12-30T22:59:00Z"}, "closes", date(2026, 12, 30)),
        ({"validThrough": "2026-12-30T23:00:00Z"}, "closes", date(2026, 12, 31)),
    ],
)
def test_the_forms_that_a_posting_takes(
    posting: dict[str, object], field: str, value: object, write_text: Write
) -> None:
    whole = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Cook", **posting}
    (vacancy,) = read_vacancies(write_text(json.dumps(whole))).records
    found = getattr(vacancy, field)
    if field == "codes":
        found = tuple(code.code for code in found)
    elif field == "wage" and found is not None:
        found = (found.minimum, found.period.value)
    assert found == value


def test_pay_in_a_currency_that_is_not_read_is_never_taken_for_euros(write_text: Write) -> None:
    pay = {"currency": "CHF", "value": {"value": 6000, "unitText": "MONTH"}}
    intake = read_vacancies(write_text(json.dumps({"@type": "JobPosting", "title": "Cook", "baseSalary": pay})))
    assert intake.records[0].wage is None
    assert ("baseSalary", "6000 CHF per month") in intake.records[0].extra
    assert "pay in CHF" in intake.problems[0].problem


@pytest.mark.parametrize("wrapping", ["list", "graph", "item list", "web page entity"])
def test_postings_are_found_wherever_linked_data_puts_them(wrapping: str, write_text: Write) -> None:
    postings = [{"@type": "JobPosting", "title": title, "identifier": title} for title in ("Cook", "Baker")]
    firm = {"@type": "Organization", "name": "Firm"}
    wrapped = {
        "list": [firm, *postings],
        "graph": {"@context": "https://schema.org", "@graph": [firm, *postings]},
        "item list": {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": p} for p in postings]},
        "web page entity": {"@type": "WebPage", "mainEntity": postings, "publisher": firm},
    }[wrapping]
    intake = read_vacancies(write_text(json.dumps(wrapped)))
    assert ([vacancy.key for vacancy in intake.records], intake.rejected) == (["Cook", "Baker"], 0)
    page = f'<html><SCRIPT TYPE = "application/ld+json">{json.dumps(wrapped)}</SCRIPT></html>'
    assert [vacancy.key for vacancy in read_vacancies(write_text(page)).records] == ["Cook", "Baker"]


def test_a_page_of_comments_without_end_takes_no_time() -> None:
    page = "<html>" + "<!--" * 500_000 + '<script type="application/ld+json">{"@type": "JobPosting", "title": "x"}'
    (entry,) = read_arrival(Arrival("p", page.encode(), "p"))
    assert not hasattr(entry, "problem")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["2026-12-31", "7212", "EUR"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "name", "value", "@id", "currency", "code", "nl"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        *("numerooffreforem", "titreoffre", "lieuxtravaillocalite", "lieuxtravailcodepostal", "datedebutdiffusion"),
        *(
            "jvProfiles",
            "id",
            "locations",
            "locationMap",
            "jobCategoriesCodes",
            "positionLanguages",
            "lastApplicationDate",
        ),
        *(
            "@type",
            "title",
            "baseSalary",
            "jobLocation",
            "hiringOrganization",
            "skills",
            "identifier",
            "employmentType",
        ),
        *("results", "@graph", "fields", "place", "employer", "occupationalCategory", "experienceRequirements"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=8), max_size=4), st.booleans())
def test_whatever_json_says_every_record_is_accounted_for(records: list[dict[str, object]], typed: bool) -> None:
    for record in records:
        if typed:
            record["@type"] = "JobPosting"
    data = json.dumps(records).encode()
    refused = ""
    entries: list[object] = []
    try:
        entries = list(read_arrival(Arrival("x", data, "x")))
    except UnreadableFileError as error:
        refused = str(error)
    assert refused.endswith(".") != bool(entries)


def test_every_format_has_a_name_that_can_be_typed() -> None:
    assert list(VACANCY_FORMATS) == ["forem", "jobposting", "eures", "json", "table", "text"]
