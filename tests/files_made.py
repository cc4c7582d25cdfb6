"""Writes the files of ``tests/files`` that are packed from others: ``python -m tests.files_made``.

The bytes are the same each time, so that a change of a file shows in the history as what it is.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

FILES = Path(__file__).parent / "files"

LINKEDIN = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location\n"
        'Nour,Haddad,,,"Mar 4, 1991",Data analyst | looking for a team in Belgium,'
        '"Analyst with a taste for clean data.\nSQL first, slides last.",Information Technology,,Amman\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Qasr Retail (fictitious),Data analyst,"Sales dashboards; forecasting",Amman,Jan 2020,\n'
        "Petra Survey Office (fictitious),Research assistant,,Amman,Sep 2016,Dec 2019\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        "University of Jordan,2012,2016,,Bachelor of Statistics,Chess club\n"
        "KU Leuven (online),2025,2031,,Master of Science,\n"
    ),
    "Skills.csv": "Name\nSQL\nPower BI\nPython (Programming Language)\n",
    "Languages.csv": (
        "Name,Proficiency\nArabic,Native or bilingual proficiency\nEnglish,Full professional proficiency\n"
        "French,Limited working proficiency\n"
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\nold.nour@example.org,Yes,No,1/2/19\n"
        "nour.haddad@example.org,Yes,Yes,1/2/21\n"
    ),
    "Connections.csv": (
        "Notes:\nWhen exporting your connection data, you may notice missing emails\n\n"
        "First Name,Last Name,Email Address,Company,Position,Connected On\nJan,Vreemd,,Elders,Welder,01 Jan 2020\n"
    ),
}


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """Return a zip archive of the members, always the same for the same members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 10, 5, 12, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def europass_pdf(xml: bytes, name: str = "attachment.xml") -> bytes:
    """Return a PDF of one page with a file attached, as the Europass editor makes it."""
    from pypdf import PdfReader, PdfWriter
    from reportlab.pdfgen.canvas import Canvas

    page = io.BytesIO()
    canvas = Canvas(page, invariant=True)
    canvas.drawString(72, 760, "Europass curriculum vitae")
    canvas.drawString(72, 740, "Karim Ouattara, mason")
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(page))
    writer.add_attachment(name, xml)
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()


def write_files(folder: Path = FILES) -> None:
    """Write the packed files into a folder that holds the others."""
    xml = (FILES / "europass.xml").read_bytes()
    mason = xml.replace(b"Salma", b"Karim").replace(b"El Idrissi", b"Ouattara")
    mason = mason.replace(b"salma.elidrissi", b"karim.ouattara").replace("Ingénieure réseau".encode(), "Maçon".encode())
    mason = mason.replace(b"female", b"male")
    (folder / "europass.pdf").write_bytes(europass_pdf(mason))
    (folder / "linkedin.zip").write_bytes(zipped(LINKEDIN))
    cohort = (
        "N° dossier;Nom;Métier;Compétences\nZ-1;Aït Taleb;Soudeur;TIG, MIG\nZ-2;N'Diaye;Carreleur;\nZ-2;Faye;Peintre;\n"
    )
    (folder / "envoi-mixte.zip").write_bytes(
        zipped(
            {
                "envoi/cohorte cp1252.csv": cohort.encode("cp1252"),
                "envoi/cv/salma.xml": xml,
                "envoi/cv/fatou.json": (FILES / "json-resume.json").read_bytes(),
                "envoi/cv/linkedin nour.zip": zipped(LINKEDIN),
                "envoi/lisez-moi.txt": "Bonjour, voici les fichiers demandés.\nCordialement\n",
                "envoi/photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
                "../../etc/cron.d/evil.csv": "Nom;Métier\nEve;Pirate\n",
                "envoi/.DS_Store": b"\x00\x00\x00\x01Bud1",
                "__MACOSX/envoi/._cohorte cp1252.csv": b"\x00\x05\x16\x07",
            }
        )
    )


if __name__ == "__main__":
    write_files()
