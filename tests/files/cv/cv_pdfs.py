"""CVs as PDF: invented people, layouts and faults as they really come."""

from __future__ import annotations

from tests.files.cv.drawing import column, open_canvas


def welder_tunis() -> None:
    """French, two columns, spaced-out headings, ligatures of the font, a word broken over lines."""
    page = open_canvas("soudeur-tunis.pdf")
    column(
        page,
        40,
        800,
        """
= Anouar BEN ROMDHANI
Soudeur-tuyauteur qualiﬁé
""",
    )
    column(
        page,
        40,
        740,
        """
# C O N T A C T
12, rue des Oliviers imaginaires
2013 Ben Arous, Tunisie
+216 00 123 456
anouar.benromdhani@example.org
Né le 14/03/1991 à Tunis
Nationalité : tunisienne
Permis B

# L A N G U E S
Arabe : langue maternelle
Français : courant (B2)
Anglais : notions

# C O M P É T E N C E S
• Soudage TIG / MIG-MAG
• Lecture de plans isométriques
• Tuyauterie inox
• Contrôle visuel des soudures
• Meulage
• Sécurité sur chantier

# L O I S I R S
Football, pêche
""",
    )
    column(
        page,
        260,
        740,
        """
# P R O F I L
Dix ans de métier dans l'industrie pétro-
chimique et la construction métallique.

# E X P É R I E N C E
* Soudeur TIG – SOTUMÉTAL, Radès
03/2019 – présent
- Soudage de tuyauteries inox sous pression
- Préparation des joints, meulage, ﬁnition

* Aide-soudeur – Chantiers du Golfe, Sfax
septembre 2014 à février 2019
- Assemblage de charpentes
- Entretien des postes à souder

# F O R M A T I O N
2012 - 2014   BTP Soudage et construction métallique,
CFPA Ben Arous
2012   Baccalauréat technique, lycée de Mégrine
2018   Qualification soudeur EN ISO 9606-1
""",
    )
    page.save()


def developer_lagos() -> None:
    """English, two pages, the same header and footer on both, dates at the right edge."""
    page = open_canvas("developer-lagos.pdf")

    def frame(number: int) -> None:
        column(page, 50, 820, f"^ Curriculum Vitae - Tobenna Adeyinka-Obi >> Page {number} of 2")
        column(page, 50, 30, "^ References available on request - Lagos")

    frame(1)
    column(
        page,
        50,
        780,
        """
= Tobenna Adeyinka-Obi
* Full-stack developer
Yaba, Lagos, Nigeria | +234 000 555 0101 | t.adeyinka@example.org | github.com/tobenna-x

# PROFESSIONAL SUMMARY
Developer with 6 years of experience building payment and logistics platforms. Comfortable
with agile teams and remote work.

# WORK EXPERIENCE
* Senior Software Engineer >> Jan 2022 - Present
Paystack-like Ltd, Lagos (remote)
• Designed REST APIs in Python and Django serving 2 million requests a day
• Moved 14 services to Docker and Kuber-
netes on AWS
• Mentored four junior developers

* Frontend Developer >> June 2019 - December 2021
Kobo Logistics Hub, Ikeja
• Built the customer portal with React and TypeScript
• Wrote end-to-end tests with Cypress

* IT Support Intern >> 2018 - 2019
University of Ibadan Computing Centre
• Repaired PCs, installed Linux labs
""",
    )
    page.showPage()
    frame(2)
    column(
        page,
        50,
        780,
        """
# EDUCATION
* B.Sc. Computer Science, Second Class Upper >> 2014 - 2018
University of Ibadan
* West African Senior School Certificate (WASSCE) >> 2013
Government College, Ibadan

# TECHNICAL SKILLS
Languages: Python, TypeScript, SQL, Bash
Frameworks: Django, React, FastAPI
Tools: Docker, Kubernetes, Git, AWS

# CERTIFICATIONS
AWS Certified Cloud Practitioner (2021)

# LANGUAGES
English (native), Yoruba (native), French (A2)

# INTERESTS
Chess, open source
""",
    )
    page.save()


def nurse_aleppo() -> None:
    """Arabic in the joined forms and the order a page shows, then English."""
    page = open_canvas("nurse-aleppo.pdf")
    y = column(
        page,
        50,
        790,
        """
= ~رنيم الحلاوي
~ممرضة قانونية
~البريد الإلكتروني: raneem.halawi@example.org
~الهاتف: +963 000 111 222
~تاريخ الميلاد: 05/11/1990
~الجنسية: سورية

# ~الخبرة المهنية
* ~ممرضة في قسم العناية المركزة، مستشفى الشهباء، حلب
~من 2016 إلى 2021
~متابعة المرضى وإعطاء الأدوية وتسجيل الملاحظات
* ~ممرضة متدربة، مستشفى الجامعة
~من 2014 إلى 2016
~قياس العلامات الحيوية

# ~التعليم
~2010 - 2014 إجازة في التمريض، جامعة حلب
~2010 شهادة الثانوية العامة
""",
    )
    column(
        page,
        50,
        y - 10,
        """
# Skills
Wound care, Intensive care, Patient monitoring, Medication administration, First aid

# Languages
Arabic - mother tongue
English - B2 (IELTS 6.0)
Dutch - A1
""",
    )
    page.save()


def worker_asmara() -> None:
    """Dutch, one column, plain headings with colons, jobs as one line each."""
    page = open_canvas("logistiek-asmara.pdf")
    column(
        page,
        50,
        790,
        """
CURRICULUM VITAE

Persoonlijke gegevens:
Naam: Filmon Tesfazghi-Okbay
Adres: Verzonnenstraat 7 bus 2, 2060 Antwerpen
Tel.: +32 000 12 34 56
E-mail: filmon.tesfazghi@example.org
Geboren op 2 februari 1995 te Asmara
Nationaliteit: Eritrese
Rijbewijs: B (geldig)

Werkervaring:
sinds 2022: Orderpicker bij Magazijn Noord, Antwerpen (nachtploeg)
04/2020 - 12/2021: Inpakker bij Uitzend Plus, Willebroek
2015 - 2018: Vrachtwagenlader, haven van Massawa

Opleidingen:
2021: Nederlands richtgraad 2.1, CVO Stad
2020: Attest heftruckchauffeur
2010 - 2014: Secundair onderwijs, Asmara

Talenkennis:
Tigrinya: moedertaal
Arabisch: vloeiend
Engels: goed
Nederlands: A2

Vaardigheden:
Heftruck rijden, orderpicking met scanner, laden en lossen, inpakken, in ploegen werken

Hobby's:
Lopen, koken
""",
    )
    page.save()


def technician_lebenslauf() -> None:
    """German, tabular: dates in a left column that belongs to the text at its right."""
    page = open_canvas("lebenslauf-elektroniker.pdf")
    column(
        page,
        60,
        790,
        """
= Lebenslauf

# Persönliche Daten
Name || Yazan Al-Khatibani
Geburtsdatum || 21.07.1988
Geburtsort || Homs, Syrien
Staatsangehörigkeit || syrisch
Anschrift || Erfundene Allee 3, 4700 Eupen
Telefon || +49 000 7654321
E-Mail || yazan.alkhatibani@example.org
Führerschein || Klasse B

# Berufserfahrung
Sept. 2017 - heute || Elektroniker für Betriebstechnik
 || Muster Anlagenbau GmbH, Aachen
 || Wartung und Reparatur von Schaltanlagen
 || Prüfung nach DGUV V3
05/2011 – 08/2015 || Elektroinstallateur
 || Firma Al-Noor, Homs
 || Installation von Niederspannungsanlagen

# Ausbildung
2008 - 2011 || Diplom Elektrotechnik, Technisches Institut Homs
2016 - 2017 || Integrationskurs und Anerkennung als Facharbeiter
2006 || Abitur

# Sprachkenntnisse
Arabisch || Muttersprache
Deutsch || C1
Englisch || gut

# EDV-Kenntnisse
SPS-Programmierung, EPLAN, AutoCAD, MS Office

# Hobbys
Schach, Radfahren

Aachen, 12.01.2026
""",
    )
    page.save()


def mixed_dakar() -> None:
    """French with English headings, levels drawn as dots, emoji before headings, the sidebar at the right."""
    page = open_canvas("assistante-dakar.pdf")
    column(
        page,
        40,
        795,
        """
= Mariama NDAO-FICTIF
* Assistante administrative & comptable
""",
    )
    column(
        page,
        40,
        740,
        """
# ★ ABOUT ME
Organisée et discrète, je cherche un poste
à Bruxelles.

# ★ EXPÉRIENCES PROFESSIONELLES
* Assistante comptable
Cabinet Teranga Conseil, Dakar
Oct. 2020 – aujourd’hui
Saisie des factures, relances clients,
rapprochements bancaires

* Secrétaire
École privée Les Baobabs, Thiès
01/09/2017 - 30/06/2020
Accueil, courrier, gestion des inscriptions

* Stagiaire en gestion
Mairie de Rufisque
3 mois en 2016

# ★ EDUCATION
Licence professionnelle en comptabilité,
Université virtuelle de Thiès, 2014-2017
Bac G2, 2014
""",
    )
    column(
        page,
        370,
        740,
        """
# ★ CONTACT
Tél : +221 00 000 98 76
mariama.ndao@example.org
Dakar, Sénégal

# ★ LANGUAGES
Français ●●●●●
Wolof ●●●●●
Anglais ●●●○○

# ★ HARD SKILLS
Sage Saari
Excel avancé
Facturation
Classement

# ★ SOFT SKILLS
Rigueur
Esprit d'équipe
""",
    )
    page.save()


def storekeeper_oran() -> None:
    """French, no name anywhere: it must stay empty."""
    page = open_canvas("magasinier-sans-nom.pdf")
    column(
        page,
        50,
        790,
        """
# CURRICULUM VITAE
Tél. 00 213 000 33 44 55
Oran, Algérie
Célibataire, 34 ans

# Expérience
2018-2024 : magasinier, entrepôt de Senia
2015-2018 : préparateur de commandes, grossiste en pièces auto

# Formation
2014 : CAP magasinage, centre de formation d'Oran

# Compétences
Inventaire ; gestion de stock ; chariot élévateur (CACES 3) ; logiciel Sage

# Langues
Arabe (maternelle), français (bon), kabyle

# Divers
Disponible de suite, mobile dans toute la région.
""",
    )
    page.save()


def europass_rabat() -> None:
    """English, as Europass prints: periods in square brackets, a grid of language levels."""
    page = open_canvas("europass-rabat.pdf")
    column(
        page,
        50,
        790,
        """
= Salma Ouazzani-Test
Date of birth: 30/09/1996 | Nationality: Moroccan | Gender: Female
(+212) 000-112233 | salma.ouazzani@example.org
Avenue Inventée 5, 10000, Rabat, Morocco

# ABOUT ME
Hospitality professional looking for a receptionist post.

# WORK EXPERIENCE
[ 02/2021 – Current ]
* Hotel receptionist
Riad Atlas Fictif
City: Rabat | Country: Morocco
Check-in, reservations, billing in Opera PMS

[ 06/2018 – 01/2021 ]
* Waitress
Café des Nuages
City: Salé | Country: Morocco

# EDUCATION AND TRAINING
[ 2015 – 2017 ]
Diplôme de technicien spécialisé en gestion hôtelière
ISTA Rabat

# LANGUAGE SKILLS
Mother tongue(s): Arabic
Other language(s):
French
LISTENING C1 READING C1 WRITING B2
English
LISTENING B1 READING B1 WRITING B1

# DIGITAL SKILLS
Opera PMS / Microsoft Word / Booking engines

# DRIVING LICENCE
Driving Licence: B
""",
    )
    page.save()


PDF_CVS = (
    welder_tunis,
    developer_lagos,
    nurse_aleppo,
    worker_asmara,
    technician_lebenslauf,
    mixed_dakar,
    storekeeper_oran,
    europass_rabat,
)
