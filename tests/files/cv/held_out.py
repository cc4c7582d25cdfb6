"""CVs written before the reader was, and looked at only once it stood."""

from __future__ import annotations

from docx import Document

from tests.files.cv.cv_documents import paragraphs, table
from tests.files.cv.drawing import HERE, column, in_seen_order, open_canvas


def plumber_sfax() -> None:
    """French, a narrow column at the right, titles after dates."""
    page = open_canvas("held-out-plombier-sfax.pdf")
    column(page, 40, 800, "= Wassim TRABELSI-FICTIF\nPlombier chauffagiste, 9 ans d'expérience")
    column(
        page,
        40,
        745,
        """
# Parcours
Janv. 2020 - Aujourd'hui
* Plombier chauffagiste
Société Eau & Chaleur, Sfax
Pose de chaudières et de planchers chauffants
Dépannage chez les particuliers

2016 - 2019
* Plombier
Chantiers Méditerranée, Sousse
Installation de réseaux sanitaires

# Diplômes
2015 : BTP plombier, centre de Sfax
2013 : Fin d'études secondaires
""",
    )
    column(
        page,
        390,
        745,
        """
# Coordonnées
+216 00 987 654
w.trabelsi@example.org
Sfax
Né le 01.06.1993

# Compétences
Soudure cuivre
PER et multicouche
Chauffage central
Détection de fuites

# Langues
Arabe (natif)
Français (B1)
Italien (A2)
""",
    )
    page.save()


def nurse_kabul() -> None:
    """Dutch, table layout, languages as a grid."""
    document = Document()
    table(
        document,
        [
            ["Zarghona Noori-Voorbeeld", "Zorgkundige"],
            ["zarghona.noori@example.org", "0000 45 67 89"],
            ["Geboortedatum", "19/12/1992"],
            ["Nationaliteit", "Afghaanse"],
        ],
    )
    paragraphs(document, "Profiel\nZorgzame en rustige medewerker met ervaring in ouderenzorg.\nWerkervaring")
    table(
        document,
        [
            [
                "09/2021 – heden",
                "Zorgkundige\nWoonzorgcentrum De Verzonnen Linde, Gent\nHygiënische zorg, maaltijden, dagactiviteiten",
            ],
            ["2014 – 2018", "Verpleegkundige\nAli Abad ziekenhuis, Kaboel\nToedienen van medicatie"],
        ],
    )
    paragraphs(document, "Opleiding")
    table(
        document,
        [["2020 - 2021", "Zorgkundige, VDAB Gent"], ["2010 - 2014", "Bachelor verpleegkunde, Kabul University"]],
    )
    paragraphs(document, "Talen")
    table(document, [["Dari", "moedertaal"], ["Pashto", "moedertaal"], ["Nederlands", "B1"], ["Engels", "goed"]])
    paragraphs(document, "Competenties\nTilttechnieken, palliatieve zorg, wondzorg, EHBO\nRijbewijs\nB")
    document.save(str(HERE / "held-out-zorgkundige-kabul.docx"))


def accountant_nairobi() -> None:
    """English, headings in capitals with rules, dates before titles, skills under groups."""
    page = open_canvas("held-out-accountant-nairobi.pdf")
    column(
        page,
        50,
        790,
        """
= WANJIRU K. SAMPLESON
Nairobi, Kenya · +254 000 321 321 · wanjiru.s@example.org

# PROFILE
CPA-qualified accountant with experience in NGOs and audit firms.
__________________________________________
# EMPLOYMENT
* Accountant, Relief Works International (Nairobi) >> 05/2019 – to date
- Month-end closing and donor reporting
- Payroll for 80 staff
* Audit Assistant, Baobab & Partners >> Sep 2015 – Apr 2019
- Field audits of cooperatives
__________________________________________
# ACADEMIC BACKGROUND
Bachelor of Commerce (Finance), Kenyatta Example University >> 2011 – 2015
KCSE, Moi Girls School >> 2010
# PROFESSIONAL QUALIFICATIONS
CPA (K), 2017
# COMPETENCIES
QuickBooks, SAP FI, IFRS reporting, budgeting, donor compliance
# LANGUAGES
English (fluent) · Swahili (native) · French (basic)
# REFEREES
Available on request
""",
    )
    page.save()


def joiner_erbil() -> None:
    """German and Arabic, letters unjoined in the order they are seen, as browsers print them."""
    page = open_canvas("held-out-schreiner-erbil.pdf")
    y = column(
        page,
        50,
        790,
        """
= Karwan Hassani-Beispiel
Schreiner
Tel: +964 000 909 808 / karwan.hassani@example.org
Geburtsdatum: 3. Mai 1989

# BERUFSERFAHRUNG
04.2018 – 12.2023 || Schreiner, Möbelwerkstatt Zagros, Erbil
 || Bau von Küchen und Türen
seit 02/2024 || Hilfsschreiner, Holzbau Phantasie, Eupen

# SCHULBILDUNG
2004 – 2007 || Berufsschule für Holztechnik, Erbil

# SPRACHEN
Kurdisch (Muttersprache), Arabisch (fließend), Deutsch (A2)

# KENNTNISSE
Oberfräse, CNC-Bearbeitung, Furnieren, Montage
""",
        tab=140,
    )
    page.setFont("Plain", 10)
    for line in ("المهارات", "قراءة الرسومات الفنية، تركيب الأبواب"):
        page.drawRightString(545, y - 10, in_seen_order(line))
        y -= 16
    page.save()


HELD_OUT_CVS = (plumber_sfax, nurse_kabul, accountant_nairobi, joiner_erbil)
