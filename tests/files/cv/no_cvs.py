"""Files that hold no CV that can be read: a picture, a locked file, an empty one, letters, an invoice, a vacancy."""

from __future__ import annotations

import io

from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from tests.files.cv.cv_documents import paragraphs
from tests.files.cv.drawing import HERE, column, open_canvas


def scan() -> None:
    """A page that is one picture."""
    page = open_canvas("scan.pdf")
    picture = io.BytesIO(b"P5 60 80 255\n" + bytes(range(60)) * 80)
    page.drawImage(ImageReader(picture), 0, 0, 595, 842)
    page.save()


def locked() -> None:
    """A CV behind a password."""
    page = open_canvas("locked.pdf", encrypt=StandardEncryption("secret", ownerPassword="owner"))
    column(page, 50, 790, "= Locked Person\n# Work experience\n2019 - 2020 Cook")
    page.save()


def empty() -> None:
    """A document without a word."""
    Document().save(str(HERE / "empty.docx"))


def cover_letter() -> None:
    """A letter of application, French."""
    document = Document()
    paragraphs(
        document,
        """
Leïla Inventive
Rue du Rêve 4, 4000 Liège
leila.inventive@example.org
Liège, le 3 mars 2026
Objet : candidature au poste d'aide-soignante
Madame, Monsieur,
Votre annonce parue sur le site du Forem a retenu toute mon attention. Forte de cinq ans d'expérience
dans les soins aux personnes âgées, je souhaite rejoindre votre équipe.
Mes compétences et ma formation me permettront de m'intégrer rapidement. Je parle français et arabe.
Je reste à votre disposition pour un entretien et vous prie d'agréer, Madame, Monsieur,
l'expression de mes salutations distinguées.
Leïla Inventive
""",
    )
    document.save(str(HERE / "letter.docx"))


def invoice() -> None:
    """An invoice, English."""
    page = open_canvas("invoice.pdf")
    column(
        page,
        50,
        790,
        """
= INVOICE
Invoice number: 2026-0042 >> Date: 12/02/2026
Imaginary Supplies BV, VAT BE 0000.000.000
billing@example.org

Bill to: Example Training Centre
Description || Quantity >> Amount
Welding helmets || 12 >> 480,00 EUR
Language course (French) || 1 >> 300,00 EUR
Subtotal >> 780,00 EUR
VAT 21% >> 163,80 EUR
Total due >> 943,80 EUR
Payment within 30 days to IBAN BE00 0000 0000 0000
""",
    )
    page.save()


def vacancy() -> None:
    """A vacancy, Dutch."""
    document = Document()
    paragraphs(
        document,
        """
Vacature: lasser
Bedrijf Voorbeeld NV zoekt een lasser
# Functieomschrijving
Je last stalen constructies en leest plannen.
# Profiel
Je hebt 2 jaar ervaring als lasser. Je spreekt Nederlands.
# Wij bieden
Een contract van onbepaalde duur, maaltijdcheques.
# Solliciteren
Stuur je cv naar jobs@example.org
""",
    )
    document.save(str(HERE / "vacancy.docx"))


NO_CVS = (scan, locked, empty, cover_letter, invoice, vacancy)
