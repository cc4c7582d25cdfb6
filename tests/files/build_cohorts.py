"""Writes the cohort files beside it: ``python -m tests.files.build_cohorts``. Every person in them is invented.

Each file is messy the way real ones are, in ways of its own; ``tests/intake/test_cohort_files.py`` says what each must
give.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent

FRENCH_CSV = '''\
Agence de l'emploi – liste des candidats;;;;;;;;
Exporté le 03/11/2026;;;;;;;;
N° dossier;Nom;Prénom;Né(e) le;Téléphone;Métier visé;Compétences;Langues;Avis du conseiller
0012;BENSAÏD;Noura;03/04/1996;0000 12 34 56;Soudeuse TIG;"soudure TIG; soudure à l'arc
lecture de plans";FR courant, EN A2;très motivée – à suivre
0013;EL FICTIF;Karim;1-2-90;+32 000 11 22 33;Électricien;câblage, tableaux électriques;français C1;
0014;O’Exemple;Salma;15 août 1999;0000/45.67.89;Aide-soignante;"soins; hygiène; ""écoute active""";arabe, français B2;
0015;INVENTÉ;Omar;31/11/1991;;Maçon;coffrage;FR;date à vérifier
;;;;;;;;
Total : 4 candidats;;;;;;;;
'''

DUTCH_TSV = """\
Dossiernr\tNaam en voornaam\tGeboortedatum\tM/V\tGsm-nummer\tGewenst beroep\tVaardigheden\tNederlands\tFrans\tOpleiding
D-001\tVerzonnen Aïcha\t07/02/1994\tV\t+32 000 00 00 01\tverpleegkundige\twondzorg; medicatie\tB1\tC1\tbachelor
D-002\tBedacht Samuel\t12-10-1988\tM\t+32 000 00 00 02\tlasser\tMIG/MAG-lassen\tA2\t-\tsecundair onderwijs
D-003\tNergens Lidia\t1 maart 2001\tV\t\tpoetshulp\tramen wassen, strijken\tbasis\tgeen\tlager onderwijs
"""

ARABIC_CSV = """\
رقم الملف,الاسم الكامل,تاريخ الميلاد,الجنس,البريد الإلكتروني,المهنة,المهارات,اللغات,ملاحظات المرشد
ع-١,سلمى المثال,14/05/1995,أنثى,salma@example.org,خياطة,خياطة آلية; قص القماش,العربية; French B1,
ع-٢,يوسف الخيالي,02/12/1990,ذكر,youssef@example.org,كهربائي,"تركيب الكابلات, صيانة",English A2,حاضر
"""

ODD_DELIMITER_CSV = """\
Ref^Full name^Date of birth^Target occupation^Skills^E-mail
X1^Invented, Ann^09.03.1997^Web developer^HTML, CSS; JavaScript^ann@example.org
X2^Madeup, Ben^23.11.1992^Cook^grilling; menu planning^ben@example.org
"""


def build(folder: Path = FOLDER) -> None:
    """Write all files into a folder."""
    (folder / "cohort-agence-cp1252.csv").write_bytes(FRENCH_CSV.replace("\n", "\r\n").encode("cp1252"))
    (folder / "cohort-vdab-utf16.tsv").write_bytes(DUTCH_TSV.encode("utf-16"))
    (folder / "cohort-arabic-utf8sig.csv").write_bytes(ARABIC_CSV.encode("utf-8-sig"))
    (folder / "cohort-caret-utf16be.csv").write_bytes(ODD_DELIMITER_CSV.encode("utf-16-be"))
    _xlsx(folder / "cohort-two-sheets.xlsx")
    _xls(folder / "cohort-old.xls")
    _ods(folder / "cohort-libre.ods")


def _xlsx(path: Path) -> None:
    """Two sheets of records under merged headings, a legend, a hidden sheet, and formulas with their values."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    people = {
        "Maroc": [
            [
                "M-01",
                "ALAMI FICTIF",
                "Hind",
                "05/06/1995",
                "=2026-2019",
                "Infirmière",
                "soins; triage",
                "C1",
                "A2",
                "x",
            ],
            [
                "M-02",
                "BAKKALI FICTIF",
                "Saïd",
                date(1990, 1, 31),
                "=2026-2011",
                "Plombier",
                "soudure cuivre",
                "B1",
                "",
                "",
            ],
            ["M-03", "CHERKAOUI FICTIF", "Lina", "13/13/1993", "3", "Serveuse", "", "B2", "B1", "oui"],
        ],
        "Tunisie": [
            ["T-01", "TRABELSI FICTIF", "Wided", "28.02.1998", "4", "Développeuse", "Java; SQL", "C2", "B2", ""],
            ["T-02", "ZOUARI FICTIF", "Anis", "29 février 1996", "2,5", "Cuisinier", "pâtisserie", "B2", "", "non"],
        ],
    }
    for title, rows in people.items():
        sheet = book.create_sheet(title)
        sheet.append([f"Liste des candidats – {title} (confidentiel)"])
        sheet.merge_cells("A1:J1")
        sheet["A1"].font = Font(bold=True)
        sheet.append([])
        sheet.append(
            [
                "N° dossier",
                "Identité",
                "",
                "Date de naissance",
                "Années d'expérience",
                "Métier",
                "Compétences",
                "Langues",
            ]
        )
        sheet.append(["", "Nom", "Prénom", "", "", "", "", "Français", "Néerlandais", "Anglais"])
        for area in ("A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4", "G3:G4", "H3:J3"):
            sheet.merge_cells(area)
        for row in rows:
            sheet.append(row)
        sheet.append(["Total", "", "", "", "", "", "", "", "", len(rows)])
    legend = book.create_sheet("Légende")
    legend.append(["x", "parle un peu"])
    hidden = book.create_sheet("Archive")
    hidden.sheet_state = "hidden"
    hidden.append(["N° dossier", "Métier"])
    hidden.append(["OLD-1", "Soudeur"])
    _save_with_values(book, path, {"2026-2019": "7", "2026-2011": "15"})


def _save_with_values(book: object, path: Path, values: dict[str, str]) -> None:
    """Save a workbook with the values of its formulas, which openpyxl does not work out."""
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/"):
                text = content.decode("utf-8")
                text = re.sub(
                    r"<f>([^<]*)</f><v></v>", lambda found: f"<f>{found[1]}</f><v>{values[found[1]]}</v>", text
                )
                content = text.encode("utf-8")
            target.writestr(name, content)


def _xls(path: Path) -> None:
    """An old export: numbers stored as text, references as numbers, real dates, a note under the table."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Kandidaten")
    sheet.write_merge(0, 0, 0, 6, "Kandidatenlijst pilootproject")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    headings = ["Kandidaatnummer", "Achternaam", "Voornaam", "Geboortedatum", "Beroep", "Jaren ervaring", "Talenkennis"]
    for column, text in enumerate(headings):
        sheet.write(2, column, text)
    rows: list[list[object]] = [
        [1001, "Gefingeerd", "Abel", date(1992, 5, 17), "metselaar", "8", "NL A2; Tigrinya moedertaal"],
        [1002, "Verbeeld", "Mariam", date(1987, 12, 1), "kok", 5.0, "Frans: goed; Nederlands: basis"],
        [1003, "Denkbeeldig", "Yonas", "17/30/1990", "chauffeur", "12 jaar", "Engels B1"],
    ]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write(number, column, value, day)
            else:
                sheet.write(number, column, value)
    sheet.write(7, 0, "Bron: aanmeldingen van oktober, nog na te kijken")
    book.save(str(path))


def _ods(path: Path) -> None:
    """A LibreOffice table: repeated blank cells, typed dates, and a cell of several paragraphs."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="Bewerber")

    def row(*cells: object) -> None:
        line = TableRow()
        for cell in cells:
            if isinstance(cell, date):
                item = TableCell(valuetype="date", datevalue=cell.isoformat())
                item.addElement(P(text=f"{cell:%d.%m.%Y}"))
            elif isinstance(cell, int):
                item = TableCell(valuetype="float", value=str(cell))
                item.addElement(P(text=str(cell)))
            else:
                item = TableCell(valuetype="string")
                for paragraph in str(cell).split("\n"):
                    item.addElement(P(text=paragraph))
            line.addElement(item)
        table.addElement(line)

    row("Bewerberliste", "", "", "")
    table.addElement(TableRow(numberrowsrepeated="2"))
    row("Kandidatennummer", "Nachname", "Vorname", "Geburtsdatum", "Beruf", "Kenntnisse", "Sprachkenntnisse", "Telefon")
    row(
        7,
        "Erfunden",
        "Hagos",
        date(1993, 7, 9),
        "Schweißer",
        "MIG-Schweißen\nBrennschneiden",
        "Deutsch A2",
        "+32 000 7",
    )
    row(8, "Ausgedacht", "Selam", "1.4.1996", "Köchin", "Backen, Grillen", "Deutsch B1; Englisch: gut", "")
    row("", "Namenlos", "Kein", "2.5.1990", "Maurer", "", "", "")
    line = TableRow(numberrowsrepeated="1000")
    line.addElement(TableCell(numbercolumnsrepeated="1000"))
    table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))


if __name__ == "__main__":
    build()
