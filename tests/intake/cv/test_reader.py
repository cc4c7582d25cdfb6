from __future__ import annotations

import contextlib
import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import UnreadableFileError
from matcher.intake.cv import read_cv
from matcher.intake.cv.reader import read_text
from matcher.intake.cv.text import CvText, clean_lines
from matcher.intake.cv.vocabulary import headings, key, labels, part_of, phrases
from matcher.intake.dates import MONTHS
from matcher.masking import mask
from matcher.records import Candidate
from tests.intake.cv.reading import CONTEXT, FIELDS, FILES, facts, gold, gold_facts, read, scores

ALL = [*gold(), *gold("held_out")]
# What the readers of all files cannot yet tell, whatever the file: Congolese diplomas.
SHARED_GAPS = {("chauffeur-kinshasa.docx", "education")}


@pytest.mark.parametrize("name", gold())
def test_a_cv_says_what_a_person_reads_in_it(name: str) -> None:
    (candidate,) = read(name).records
    found, there = facts(candidate), gold_facts(gold()[name])
    for field in FIELDS:
        agrees = sorted(found[field]) == sorted(there[field])
        assert agrees is ((name, field) not in SHARED_GAPS), (field, found[field], there[field])


@pytest.mark.parametrize("table", ["cv", "held_out"])
def test_precision_and_recall_over_all_cvs(table: str) -> None:
    for field, score in scores(table).items():
        assert score.precision >= 0.9, (field, score)
        assert score.recall >= 0.75, (field, score)


@pytest.mark.parametrize("name", ALL)
def test_one_file_is_one_record_of_its_own(name: str) -> None:
    intake = read(name)
    assert (intake.read, intake.rejected, len(intake.records)) == (1, 0, 1)
    (candidate,) = intake.records
    assert (candidate.source.file, candidate.source.row, candidate.scheme, candidate.id) == (name, None, "palim", "")
    assert candidate.key == read(name).records[0].key
    assert all(problem.file == name and problem.remedy for problem in intake.problems)


def test_keys_tell_cvs_apart_with_and_without_a_name() -> None:
    assert len({read(name).records[0].key for name in ALL}) == len(ALL)


@pytest.mark.parametrize("name", ALL)
def test_every_word_stands_in_a_field_or_in_the_extra(name: str) -> None:
    (candidate,) = read(name).records
    assert _lost((FILES / name).read_bytes(), candidate) == []


def test_a_name_that_is_not_certain_stays_empty_and_is_reported() -> None:
    intake = read("magasinier-sans-nom.pdf")
    (problem,) = intake.problems
    assert intake.records[0].person.name is None
    assert (problem.column, problem.problem) == ("Name", "no name that is certain; the name was left empty")


def test_rows_of_dots_are_words_and_no_level() -> None:
    (candidate,) = read("assistante-dakar.pdf").records
    assert [(item.language, item.cefr, item.text) for item in candidate.profile.languages] == [
        ("fr", None, "Français (5/5)"),
        ("wo", None, "Wolof (5/5)"),
        ("en", None, "Anglais (3/5)"),
    ]


def test_what_has_no_field_is_kept_under_its_heading() -> None:
    (cook,) = read("cook-accra.docx").records
    assert dict(cook.extra)["6. Referees"] == "Mr. K. Invented, Executive Chef, +233 000 111 999"
    assert cook.profile.wishes == ("To work as a cook in a busy kitchen where I can grow.",)


@pytest.mark.parametrize(
    "said", [("Rijbewijs: nee",), ("Rijbewijs", "nee"), ("Persoonlijke gegevens", "Rijbewijs: nee")]
)
def test_a_licence_that_is_not_held_is_no_skill_and_not_lost(said: tuple[str, ...]) -> None:
    lines = ["Naam: Hodan Verzonnen", *said, "Werkervaring", "Kok 2019 - 2020", "Talen", "Somali"]
    (candidate,) = read_text(_cv(lines), "cv.pdf", CONTEXT).records
    assert candidate.profile.skills == ()
    assert "nee" in " ".join(words for _, words in candidate.extra)


@pytest.mark.parametrize("name", ALL)
def test_the_profile_is_free_of_identity_once_it_is_masked(name: str) -> None:
    (candidate,) = read(name).records
    masked = repr(mask(candidate))
    person = candidate.person
    for said in (person.email, person.phone, *(person.name or "").split()):
        assert not said or said not in masked


def test_what_is_doubtful_is_reported_with_its_remedy() -> None:
    lines = ["Name: Awa Fictive", "Born: 31/02/1990", "Experience", "Cook in a hotel", "Languages", "Some words only"]
    intake = read_text(_cv(lines), "cv.pdf", CONTEXT)
    assert [(problem.column, problem.value) for problem in intake.problems] == [
        ("Born", "31/02/1990"),
        ("Experience", "Cook"),
        ("Languages", "Some words only"),
    ]
    assert intake.records[0].status.birth_date is None
    assert "Born: 31/02/1990" in dict(intake.records[0].extra)["Curriculum vitae"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("scan.pdf", "scan.pdf holds pictures of text, no text; run text recognition (OCR) on it"),
        ("locked.pdf", "locked.pdf is behind a password; remove the password"),
        ("empty.docx", "empty.docx holds 0 words of text, too few for a CV"),
        ("letter.docx", "letter.docx reads like a letter, not like a CV"),
        ("invoice.pdf", "invoice.pdf reads like an invoice, not like a CV"),
        ("vacancy.docx", "vacancy.docx reads like a vacancy, not like a CV"),
    ],
)
def test_nobody_is_made_of_what_is_no_cv(name: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=re.escape(sentence)):
        read(name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "neither a PDF nor a Word document"),
        (b"name;skills\nA;welding\n", "neither a PDF nor a Word document"),
        (b"%PDF-1.7\n", "damaged PDF"),
        (b"PK\x03\x04", "no readable Word document"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "before 2007 or behind a password"),
    ],
)
def test_bytes_of_another_kind_are_refused_by_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=re.escape(words)):
        read_cv(data, "file.bin", CONTEXT)


def test_a_report_with_headings_of_a_cv_is_no_person() -> None:
    lines = [
        "Annual report",
        "Education",
        "The ministry spent twenty million on schools.",
        "Languages",
        "Many are spoken.",
    ]
    with pytest.raises(UnreadableFileError, match="no name, no contact and no job"):
        read_text(_cv(lines), "report.pdf", CONTEXT)


def test_damaged_files_are_read_or_refused() -> None:
    chance = random.Random(20261125)
    for path in sorted(path for path in FILES.iterdir() if path.suffix in {".pdf", ".docx"}):
        for _ in range(3):
            _read_or_refuse(_damaged(path, chance), path.name)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b""]), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes) -> None:
    _read_or_refuse(start + rest, "file")


PIECES = (
    "Soudeur 2019 - 2021 , ; chez société (3 ans) 01/2020 mars présent B2 ●●○ Bac+3 licence x@y.org +32 000 11 22 33"
    " Né le 14/03/1991 français العربية من 2018 إلى 2020 • Nom: Awa Tel: Permis C++ | / Excel"
)
lines = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=8).map(" ".join)
heads = st.sampled_from(
    ["Expérience", "EDUCATION", "Langues :", "Skills", "المهارات", "Divers", "Profil", "Permis", ""]
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(heads, st.lists(lines, max_size=6)), max_size=6))
def test_no_word_of_any_cv_is_lost(sections: list[tuple[str, list[str]]]) -> None:
    text = _cv(["Name: Awa Fictive", *(line for head, said in sections for line in (head, *said))])
    (candidate,) = read_text(text, "cv.pdf", CONTEXT).records
    assert _missing(text, candidate) == []


def test_ten_thousand_words_are_read_and_kept() -> None:
    chance = random.Random(7)
    listed = [" ".join(chance.choices(PIECES.split(), k=8)) for _ in range(1_250)]
    text = _cv(["Name: Awa Fictive", "Experience", *listed, "Skills", *listed[:50], "Languages", *listed[:50]])
    (candidate,) = read_text(text, "cv.pdf", CONTEXT).records
    assert _missing(text, candidate) == []


def _cv(lines: list[str]) -> CvText:
    education = [
        "Education",
        "2014: a diploma in things that nobody has ever heard of before in any of the many countries",
    ]
    return CvText(clean_lines([*lines, *education]))


def _damaged(path: Path, chance: random.Random) -> bytes:
    data = bytearray(path.read_bytes())
    cut = chance.randrange(len(data))
    if chance.random() < 0.4:
        return bytes(data[:cut])
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    del data[cut : cut + chance.randrange(200)]
    return bytes(data)


def _read_or_refuse(data: bytes, name: str) -> None:
    with contextlib.suppress(UnreadableFileError):
        intake = read_cv(data, name, CONTEXT)
        assert intake.read == len(intake.records) + intake.rejected == 1


def _lost(data: bytes, candidate: Candidate) -> list[str]:
    from matcher.intake.cv.docx_text import read_docx
    from matcher.intake.cv.pdf_text import read_pdf

    return _missing((read_pdf if data.startswith(b"%PDF") else read_docx)(data, "file"), candidate)


def _missing(text: CvText, candidate: Candidate) -> list[str]:
    """Return the words of a text that no field and no extra holds, headings, labels and numbers of headings aside."""
    person, status, profile = candidate.person, candidate.status, candidate.profile
    born = ""
    if day := status.birth_date:
        months = " ".join(name for name, number in MONTHS.items() if number == day.month)
        born = f"{day:%d %m %Y} {day.day} {day.month} {months}"
    held = [person.name, person.email, person.phone, person.gender, status.nationality, born, profile.summary]
    held += [*profile.occupations, *profile.wishes, *(item.text for item in (*profile.skills, *profile.education))]
    held += [item.text for item in profile.languages]
    held += [f"{job.title} {job.description or ''}" for job in profile.experience]
    held += [f"{heading} {words}" for heading, words in candidate.extra]
    known = {word for form in (*headings(), *labels(), *phrases("titles")) for word in form.split()}
    known |= set(_words(" ".join(held_text for held_text in held if held_text)))
    return [
        word
        for line in (*text.lines, *text.margins)
        if not _is_heading(line)
        for word in _words(line)
        if word not in known
    ]


def _words(text: str) -> list[str]:
    return key(text).split()


def _is_heading(line: str) -> bool:
    return part_of(line) is not None
