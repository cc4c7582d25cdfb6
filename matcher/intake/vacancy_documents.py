"""A vacancy as PDF or Word document: its words are read like those of any text, unless they are a person's CV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from matcher.errors import UnreadableFileError
from matcher.intake.arrivals import Arrival
from matcher.intake.candidates import CohortContext
from matcher.intake.pasted_texts import entry_of_words
from matcher.intake.pdf_files import europass_attachment
from matcher.intake.people import LOAD_AS_COHORT
from matcher.intake.vacancy_dossiers import VacancyEntry
from matcher.intake.zip_files import document_kind

if TYPE_CHECKING:
    from matcher.intake.cv.text import CvText

_A = {"letter": "a letter", "invoice": "an invoice"}
_PDF = b"%PDF-"


def is_document(arrival: Arrival) -> bool:
    """Tell whether a file is a PDF, or a text or presentation of an office program."""
    if _PDF in arrival.data[:1024]:
        return True
    return arrival.data.startswith(b"PK") and document_kind(arrival.data) in ("text", "open text", "presentation")


def read_document(arrival: Arrival, *, sure: bool = False) -> Iterator[VacancyEntry]:
    """Read the one vacancy of a document.

    Args:
        arrival: a PDF or DOCX file.
        sure: whether somebody said that it is a vacancy, so that it is not looked at for being a CV.

    Raises:
        UnreadableFileError: damaged, behind a password, pictures of text, another kind of document, or a CV.
    """
    from matcher.intake.cv.text import flat

    text = _text_of(arrival)
    if not sure:
        _refuse_other_papers(text, arrival)
    yield entry_of_words("\n".join(map(flat, text.lines)), arrival)


def _text_of(arrival: Arrival) -> CvText:
    from matcher.intake.cv.docx_text import read_docx  # heavy libraries
    from matcher.intake.cv.pdf_text import read_pdf

    if _PDF in arrival.data[:1024]:
        if europass_attachment(arrival.data, arrival.place) is not None:
            raise UnreadableFileError(f"{arrival} is the CV of a person, not a vacancy; {LOAD_AS_COHORT}.")
        return read_pdf(arrival.data, arrival.place)
    if document_kind(arrival.data) == "text":
        return read_docx(arrival.data, arrival.place)
    raise UnreadableFileError(f"{arrival} is a document of another kind; save the vacancy as DOCX, PDF or text.")


def _refuse_other_papers(text: CvText, arrival: Arrival) -> None:
    from matcher.intake.cv.reader import read_text
    from matcher.intake.cv.refusals import reads_like

    try:
        people = read_text(text, arrival.name, CohortContext("", None, date.today())).records
    except UnreadableFileError:
        people = ()  # it says why the text is no CV
    if any(job.start is not None for person in people for job in person.profile.experience):
        raise UnreadableFileError(
            f"{arrival} reads like the CV of a person, not a vacancy; {LOAD_AS_COHORT}, or say --format text if it is "
            "a vacancy."
        )
    other = next((kind for kind in ("letter", "invoice") if reads_like(text, kind)), None)
    if other and not reads_like(text, "vacancy"):
        raise UnreadableFileError(f"{arrival} reads like {_A[other]}; say --format text if it is a vacancy.")
