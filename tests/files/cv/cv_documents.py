"""CVs as DOCX: tables as layout, text boxes, headers, lists."""

from __future__ import annotations

from docx import Document
from docx.document import Document as DocumentFile
from docx.oxml import parse_xml

from tests.files.cv.drawing import HERE

_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>{0}'
    "</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def paragraphs(document: DocumentFile, lines: str) -> None:
    """Add lines: ``# `` heading, ``- `` list item, else plain."""
    for line in lines.strip("\n").split("\n"):
        if line.startswith("# "):
            document.add_heading(line[2:], level=1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)


def table(document: DocumentFile, rows: list[list[str]]) -> None:
    """Add a table without borders; a cell's lines become its paragraphs."""
    grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, cells in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            first, *others = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for other in others:
                cell.add_paragraph(other)


def text_box(document: DocumentFile, lines: str) -> None:
    """Add a text box as Word writes it: twice, once for programs that know no drawings."""
    inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines.strip("\n").split("\n"))
    document.add_paragraph()._p.append(parse_xml(_BOX.format(inner)))


def electrician_casablanca() -> None:
    """French, the whole CV is tables."""
    document = Document()
    table(
        document,
        [
            [
                "Hamza EL FIKRI-INVENTÉ\nÉlectricien du bâtiment et industriel",
                "hamza.elfikri@example.org\nGSM : +212 000 44 55 66\nNé le 8 août 1987\nCasablanca, Maroc",
            ]
        ],
    )
    table(
        document,
        [
            ["EXPÉRIENCE PROFESSIONNELLE", ""],
            [
                "Depuis janvier 2018",
                "Électricien industriel\nUsine Textile du Détroit, Casablanca\nCâblage d'armoires, entretien moteurs",
            ],
            [
                "2013 – 2017",
                "Électricien du bâtiment\nEntreprise Lumière Atlas, Mohammedia\nInstallations, mise à la terre",
            ],
        ],
    )
    table(
        document,
        [
            ["FORMATIONS & DIPLÔMES", ""],
            ["2011 – 2013", "Technicien spécialisé en électricité, OFPPT Casablanca"],
            ["2010", "Baccalauréat sciences et technologies électriques"],
        ],
    )
    table(document, [["LANGUES", "Niveau"], ["Arabe", "Langue maternelle"], ["Français", "C1"], ["Espagnol", "A2"]])
    table(
        document,
        [
            ["COMPÉTENCES", "Câblage, schémas électriques, automates Siemens, habilitation BR"],
            ["Logiciels", "AutoCAD Electrical, Word"],
            ["Permis de conduire", "B, C"],
        ],
    )
    document.save(str(HERE / "electricien-casablanca.docx"))


def driver_kinshasa() -> None:
    """French, the name in the page header, contacts in a text box."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Dieumerci KABONGO-EXEMPLE"
    text_box(document, "Contact\n+243 000 777 888\ndieumerci.kabongo@example.org\nKinshasa, RD Congo")
    paragraphs(
        document,
        """
Chauffeur poids lourd
# Objectif professionnel
Conduire des camions en Belgique dans une entreprise stable.
# Parcours professionnel
Chauffeur de camion citerne, SEP Fictive, Kinshasa, depuis 4 ans
- Livraison de carburant
- Contrôle du véhicule avant départ
Chauffeur-livreur, Brasserie du Fleuve, 2012 - 2019
- Tournées urbaines
# Etudes
Diplôme d'État en mécanique générale, 2011
# Langues
Français : très bien
Lingala : langue maternelle
Néerlandais : débutant
# Permis
B, C, CE
# Atouts
Ponctualité
Conduite défensive
Lecture de cartes
""",
    )
    document.save(str(HERE / "chauffeur-kinshasa.docx"))


def cook_accra() -> None:
    """English, employer before title, numbered headings, a gap and a job without dates."""
    document = Document()
    paragraphs(
        document,
        """
Ama Serwaa Testimony
Accra, Ghana
Email: ama.serwaa@example.org
Mobile: +233 000 246 810
# 1. Career Objective
To work as a cook in a busy kitchen where I can grow.
# 2. Employment History
Labadi Shore Hotel, Accra
Line Cook
March 2020 – August 2024
- Prepared hot dishes for 200 covers
- Kept HACCP records
Mama Efua's Chop Bar, Kumasi
Kitchen Assistant
2016 – 2019
- Washed, peeled and cut vegetables
# 3. Qualifications
Diploma in Catering, Accra Technical Institute, 2015
WASSCE, Opoku Girls, 2012
# 4. Key Skills
- Menu planning
- Food hygiene (HACCP)
- Pastry
- Stock rotation
# 5. Languages
Twi, English (fluent)
# 6. Referees
Mr. K. Invented, Executive Chef, +233 000 111 999
""",
    )
    document.save(str(HERE / "cook-accra.docx"))


def mason_homs() -> None:
    """Arabic only, with Arabic digits."""
    document = Document()
    paragraphs(
        document,
        """
السيرة الذاتية
الاسم: ماجد الزعبي الافتراضي
تاريخ الميلاد: ١٢/٠٤/١٩٨٥
الهاتف: +٩٦٢ ٠٠٠ ٣٣٣ ٤٤٤
البريد الإلكتروني: majed.zoubi@example.org
الخبرات العملية:
بنّاء في شركة الإعمار، عمّان
منذ ٢٠١٩
بناء الجدران وتركيب البلاط
عامل بناء في ورشة خاصة، حمص
من ٢٠٠٥ إلى ٢٠١٢
المؤهلات العلمية:
٢٠٠٣ الشهادة الإعدادية، حمص
المهارات:
بناء الحجر، تركيب البلاط، الجبس، قراءة المخططات
اللغات:
العربية: اللغة الأم
الإنجليزية: مبتدئ
""",
    )
    document.save(str(HERE / "mason-homs.docx"))


DOCUMENT_CVS = (electrician_casablanca, driver_kinshasa, cook_accra, mason_homs)
