"""Writes the files of this folder again: ``python -m tests.files.cv.build`` (needs reportlab and the DejaVu fonts)."""

from __future__ import annotations

from tests.files.cv.cv_documents import DOCUMENT_CVS
from tests.files.cv.cv_pdfs import PDF_CVS
from tests.files.cv.held_out import HELD_OUT_CVS
from tests.files.cv.no_cvs import NO_CVS

if __name__ == "__main__":
    for write in (*PDF_CVS, *DOCUMENT_CVS, *HELD_OUT_CVS, *NO_CVS):
        write()
