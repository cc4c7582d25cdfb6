"""Both schemas of Europass, and the PDF that carries the newer one."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.errors import UnreadableFileError
from matcher.intake import read_cohort
from matcher.records import Candidate
from tests.files_made import europass_pdf

FILES = Path(__file__).parent.parent / "files"
TODAY = date(2026, 11, 25)


def one(path: Path) -> Candidate:
    (candidate,) = read_cohort(path, "thamm", today=TODAY).records
    return candidate


def test_todays_schema() -> None:
    salma = one(FILES / "europass.xml")
    assert (salma.person.name, salma.person.gender) == ("Salma El Idrissi", "female")
    assert (salma.person.email, salma.person.phone) == ("salma.elidrissi@example.org", "+212 600000202")
    assert (salma.status.nationality, salma.status.birth_date) == ("MA", date(1993, 6, 15))
    assert [(job.title, job.start, job.end, job.years) for job in salma.profile.experience] == [
        ("Ingénieure réseau", date(2021, 2, 1), None, 5.0),
        ("Technicienne support", date(2017, 1, 1), date(2020, 12, 31), 3.0),
    ]
    assert salma.profile.experience[0].description == (
        "Télécom Atlas (fictif), Rabat, MA, 2021-02\nExploitation du cœur IP\nAstreintes"
    )
    assert [course.eqf for course in salma.profile.education] == [7]
    assert [(skill.language, skill.cefr, skill.text) for skill in salma.profile.languages] == [
        ("ar", "C2", "Arabic (mother tongue)"),
        ("fr", "B2", "French (listening C1, spoken interaction C1, writing B2)"),
        ("nl", "A2", "Dutch (spoken interaction A2)"),
    ]
    assert [skill.text for skill in salma.profile.skills] == ["Routage BGP", "Ansible"]
    assert salma.profile.summary == "Ingénieure réseau, six ans d’expérience.\nMobile en Flandre."
    assert ("CandidateProfile/Others/Description", "Croissant-Rouge (section fictive)") in salma.extra
    assert ("License", "B") in salma.extra


def test_the_old_schema() -> None:
    driver = one(FILES / "europass-v3.xml")
    assert (driver.person.name, driver.person.gender) == ("Tesfalem Gebremedhin", "male")
    assert (driver.status.nationality, driver.status.birth_date) == ("Eritrean", date(1987, 1, 9))
    assert driver.profile.occupations == ("Truck driver",)
    assert [(job.title, job.start, job.end, job.years) for job in driver.profile.experience] == [
        ("Lorry driver", date(2009, 6, 1), date(2014, 11, 15), 5.5),
        ("Warehouse operative", date(2017, 1, 1), None, 9.0),
    ]
    assert [(course.text, course.eqf) for course in driver.profile.education] == [
        ("Secondary school certificate, Barka School, 2003 – 2006, EQF level 4", 4)
    ]
    assert [(skill.language, skill.cefr) for skill in driver.profile.languages] == [
        ("ti", "C2"),
        ("nl", "A2"),
        ("ar", "B2"),
    ]
    assert [skill.text for skill in driver.profile.skills] == ["Tachograph", "Load securing"]
    assert ("Courses", "Code 95 preparation, 2019") in driver.extra


def test_no_picture_is_kept() -> None:
    assert "/9j/" not in repr(one(FILES / "europass-v3.xml"))


def test_any_prefix_stands_for_the_namespace(write_text: Callable[..., Path]) -> None:
    text = (FILES / "europass.xml").read_text("utf-8")
    other = text.replace("hr:", "ns2:").replace("xmlns:hr", "xmlns:ns2").replace("eures:", "e:")
    other = other.replace("xmlns:eures", "xmlns:e")
    assert one(write_text(other, "x.xml")).profile == one(FILES / "europass.xml").profile


def test_the_pdf_gives_what_its_attachment_gives(tmp_path: Path) -> None:
    xml = (FILES / "europass.xml").read_bytes()
    path = tmp_path / "cv.pdf"
    for name in ("attachment.xml", "Europass.XML"):
        path.write_bytes(europass_pdf(xml, name))
        assert one(path).profile == one(FILES / "europass.xml").profile


def test_a_person_of_whom_nothing_is_told_is_rejected(write_text: Callable[..., Path]) -> None:
    xml = '<Candidate xmlns="http://www.europass.eu/1.0"><CandidateProfile languageCode="nl"/></Candidate>'
    intake = read_cohort(write_text(xml, "empty.xml"), "thamm")
    assert (intake.read, intake.rejected, intake.records) == (1, 1, ())
    assert "no occupation, no skill" in intake.problems[0].problem


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        ('<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;">]>', "document type"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "document type"),
        ('<!DOCTYPE a SYSTEM "http://example.org/a.dtd">', "document type"),
        ("", "damaged XML"),
    ],
)
def test_entities_and_document_types_are_refused(write_text: Callable[..., Path], begin: str, words: str) -> None:
    text = f'<?xml version="1.0"?>{begin}<Candidate><CandidateProfile>&lol;</CandidateProfile></Candidate>'
    with pytest.raises(UnreadableFileError, match=words):
        read_cohort(write_text(text, "bomb.xml"), "thamm")


def test_a_bomb_inside_a_pdf_is_refused_too(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "x">]><Candidate>&x;</Candidate>'
    path = tmp_path / "cv.pdf"
    path.write_bytes(europass_pdf(bomb))
    with pytest.raises(UnreadableFileError, match="document type"):
        read_cohort(path, "thamm")


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO((FILES / "europass.pdf").read_bytes())))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "cv.pdf"
    writer.write(path)
    with pytest.raises(UnreadableFileError, match="protected by a password"):
        read_cohort(path, "thamm")


def test_a_pdf_that_all_may_open_is_read(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO((FILES / "europass.pdf").read_bytes())))
    writer.encrypt("", "owner", algorithm="RC4-128")
    path = tmp_path / "cv.pdf"
    writer.write(path)
    assert one(path).profile == one(FILES / "europass.pdf").profile
