from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.intake.vacancy_wording import VacancyTold, read_vacancy_text
from matcher.intake.wording.lines import LONGEST_TEXT, plain_text
from tests.intake import told as shown

VACANCIES = Path(__file__).parents[1] / "files" / "vacancies"
SHOWN = {
    "skills": shown.skills,
    "languages": shown.languages,
    "wage": lambda told: shown.wage(told.wage),
    "place": shown.region,
}

# a pasted snippet, and what it tells; "?" marks what is only welcome
SNIPPETS: list[tuple[str, dict[str, Any]]] = [
    # Dutch
    (
        "Profiel\n- Kennis van Excel is vereist\n- Kennis van SAP is een plus\n- Je bent stipt en flexibel",
        {"skills": "Excel; SAP?; stipt; flexibel"},
    ),
    (
        "Wat vragen wij?\n• Ervaring met TIG-lassen\n• Ervaring met heftruck (een plus)\n• VCA, een troef",
        {"skills": "TIG-lassen; heftruck?; VCA?"},
    ),
    ("Profiel:\nTIG, MAG en elektrode zijn een troef.", {"skills": "TIG?; MAG?; elektrode?"}),
    ("Profiel: PHP, Laravel en bij voorkeur ook Docker", {"skills": "PHP; Laravel; Docker?"}),
    ("Pluspunten\n- Kennis van AutoCAD\n- Rijbewijs C", {"skills": "AutoCAD?; Rijbewijs C?", "driving_licences": ()}),
    (
        "Profiel\nGeen ervaring vereist. Geen diploma nodig. Je werkt nauwkeurig.",
        {"skills": "nauwkeurig", "years": 0.0, "eqf": None},
    ),
    ("Profiel\n- Kennis van Photoshop is niet vereist\n- Je kan werken met InDesign", {"skills": "InDesign"}),
    (
        "Profiel\n- Goede kennis van het Nederlands, Frans en Engels\n- Duits is een plus",
        {"languages": "nl:B2 fr:B2 en:B2 de:-?", "skills": ""},
    ),
    (
        "Profiel\nJe spreekt vlot Nederlands en kan je behelpen in het Frans.",
        {"languages": "nl:C1 fr:A2", "skills": ""},
    ),
    ("Talenkennis:\n- Nederlands: zeer goed\n- Frans: basis", {"languages": "nl:C1 fr:A2"}),
    ("Talen: NL B2, FR A2", {"languages": "nl:B2 fr:A2"}),
    ("Profiel\n- Ervaring in de Franse keuken\n- Je polijst metaal", {"languages": ""}),
    ("Wij bieden\n- Gratis lessen Nederlands\n- Opleiding heftruck", {"languages": "", "skills": ""}),
    (
        "Profiel: je hebt 3 jaar ervaring als elektricien en een rijbewijs B",
        {"years": 3.0, "driving_licences": ("B",), "skills": "elektricien"},
    ),
    ("Profiel: rijbewijs C/CE met code 95", {"driving_licences": ("C", "CE"), "skills": "code 95"}),
    ("Profiel: rijbewijs B is een plus", {"driving_licences": (), "skills": "rijbewijs B?"}),
    (
        "Profiel: een bachelor verpleegkunde of een graduaat",
        {"eqf": 5, "skills": "bachelor verpleegkunde of een graduaat"},
    ),
    (
        "Aanbod: deeltijds 19u, loon volgens barema PC 330",
        {
            "hours": 19.0,
            "full_time": False,
            "joint_committee": "330",
            "follows_scale": True,
            "wage": "",
        },
    ),
    (
        "Aanbod: 4/5 contract van bepaalde duur van 6 maanden",
        {
            "full_time": False,
            "hours": None,
            "contract": "contract van bepaalde duur van 6 maanden",
        },
    ),
    (
        "Wij bieden: een brutoloon van € 2.650 tot € 2.900 per maand, maaltijdcheques van € 8",
        {
            "wage": "2650-2900 EUR/month",
        },
    ),
    ("Loon: 2.800 € bruto/maand incl. vakantiegeld en eindejaarspremie", {"wage": "2800 EUR/month total"}),
    ("Wij bieden een nettoloon van 2.100 euro per maand", {"wage": ""}),
    (
        "Wij zoeken 3 metsers voor onze werf te Aalst.",
        {
            "title": "metsers",
            "openings": 3,
            "place": "Aalst, flanders",
        },
    ),
    (
        "Bakkerij De Korenbloem zoekt een verkoopster (m/v/x) in Sint-Truiden",
        {
            "title": "verkoopster (m/v/x)",
            "employer": "Bakkerij De Korenbloem",
            "place": "Sint-Truiden, flanders",
        },
    ),
    (
        "Solliciteren kan tot 31 januari 2027. Start: 1/3/2027",
        {
            "closes": date(2027, 1, 31),
            "starts": date(2027, 3, 1),
        },
    ),
    ("Locatie: 8500 Kortrijk\nUurrooster: 38u", {"place": "Kortrijk, flanders", "hours": 38.0, "full_time": True}),
    # French
    (
        "Profil recherché\n- Maîtrise d'AutoCAD indispensable\n- La connaissance de Revit est un atout",
        {
            "skills": "AutoCAD; Revit?",
        },
    ),
    (
        "Votre profil :\n* Vous connaissez Docker et Kubernetes\n* Idéalement, vous avez une expérience en AWS",
        {
            "skills": "Docker; Kubernetes; AWS?",
        },
    ),
    ("Atouts :\n- permis C\n- notions d'allemand", {"skills": "permis C?", "languages": "de:A2?"}),
    ("Profil : aucune expérience requise, aucun diplôme exigé", {"years": 0.0, "eqf": None, "skills": ""}),
    (
        "Profil\n- Bonne connaissance du néerlandais (B1 oral, A2 écrit)\n- Français courant",
        {
            "languages": "nl:A2 fr:C1",
        },
    ),
    ("Profil\nLe néerlandais n'est pas requis. L'anglais constitue un atout.", {"languages": "en:-?"}),
    (
        "Profil : titulaire du CESS, minimum 2 ans d'expérience dans une fonction similaire, permis B",
        {
            "eqf": 4,
            "years": 2.0,
            "driving_licences": ("B",),
            "skills": "",
        },
    ),
    (
        "Nous offrons un CDI à temps plein (38h/semaine), barème de la CP 200, de 2.700 à 3.100 € brut par mois "
        "hors primes",
        {
            "contract": "CDI",
            "hours": 38.0,
            "full_time": True,
            "joint_committee": "200",
            "follows_scale": True,
            "wage": "2700-3100 EUR/month base",
        },
    ),
    (
        "La Boulangerie du Perron recherche 2 vendeurs pour son magasin à Liège.",
        {
            "title": "vendeurs",
            "openings": 2,
            "employer": "La Boulangerie du Perron",
            "place": "Liège, wallonia",
        },
    ),
    (
        "Postulez avant le 15/02/2027. Entrée en fonction : 1er mars 2027",
        {
            "closes": date(2027, 2, 15),
            "starts": date(2027, 3, 1),
        },
    ),
    (
        "Nous offrons : mi-temps, CDD de 6 mois, 15,20 €/h",
        {
            "full_time": False,
            "contract": "CDD de 6 mois",
            "wage": "15.2 EUR/hour",
        },
    ),
    # English
    (
        "Requirements\n- Experience with C++ is required\n- Rust is nice to have\n- Knowledge of .NET",
        {
            "skills": "C++; Rust?; .NET",
        },
    ),
    ("Nice to have:\n- Terraform\n- Experience with Kafka", {"skills": "Terraform?; Kafka?"}),
    (
        "Your profile\n- Fluent in English, good command of Dutch\n- French is an asset",
        {
            "languages": "en:C1 nl:B2 fr:-?",
            "skills": "",
        },
    ),
    (
        "Requirements: master's degree, at least 5 years of experience in a similar role",
        {
            "eqf": 7,
            "years": 5.0,
            "skills": "",
        },
    ),
    ("Requirements: scrum master with a driving licence B", {"eqf": None, "driving_licences": ("B",)}),
    (
        "What we offer\n- Full-time, 40 hours per week\n- €52,000 - €61,000 per year plus bonus\n"
        "- A training budget of €4,000 a year",
        {
            "full_time": True,
            "hours": 40.0,
            "wage": "52000-61000 EUR/year base",
        },
    ),
    ("We offer a total package of €65,000 per year", {"wage": "65000 EUR/year total"}),
    ("We have 20 years of experience in logistics.", {"years": None}),
    # German
    ("Ihr Profil\n- Kenntnisse in SPS zwingend erforderlich\n- CAD-Kenntnisse von Vorteil", {"skills": "SPS; CAD?"}),
    (
        "Ihr Profil: verhandlungssicheres Deutsch, Grundkenntnisse in Französisch; Niederländisch wünschenswert",
        {
            "languages": "de:C1 fr:A2 nl:-?",
        },
    ),
    (
        "Anforderungen\n- Führerschein Klasse B\n- Mindestens 2 Jahre Berufserfahrung\n"
        "- Keine Vorkenntnisse in Elektrik nötig",
        {
            "driving_licences": ("B",),
            "years": 2.0,
            "skills": "",
        },
    ),
    (
        "Wir bieten\n- Teilzeit, 20 Stunden pro Woche\n- Gehalt 1.700 EUR brutto pro Monat\n- Deutschkurse",
        {
            "full_time": False,
            "hours": 20.0,
            "wage": "1700 EUR/month",
            "languages": "",
        },
    ),
    ("Arbeitsort: Eupen\nVertragsart: unbefristet", {"place": "Eupen, wallonia", "contract": "unbefristet"}),
    ("Bewerbungsfrist: 31.01.2027", {"closes": date(2027, 1, 31)}),
]


@pytest.mark.parametrize(("text", "expected"), SNIPPETS)
def test_snippets_as_they_are_pasted(text: str, expected: dict[str, Any]) -> None:
    told = read_vacancy_text(text)
    found = {name: SHOWN[name](told) if name in SHOWN else getattr(told, name) for name in expected}
    assert found == expected


WHOLE: dict[str, dict[str, object]] = {
    "verpleegkundige-one-line": {
        "title": "VERPLEEGKUNDIGE NACHT (m/v/x)",
        "requirements": "diploma bachelor of graduaat verpleegkunde; ouderenzorg?",
        "languages": "nl:B2",
        "contract": "contract van onbepaalde duur",
        "wage": "3012.45 EUR/month base",
        "place": "Sint-Niklaas, flanders",
        "eqf": 5,
        "hours": 28.5,
        "full_time": False,
        "joint_committee": "330",
        "follows_scale": True,
    },
    "aide-soignant-namur": {
        "title": "Aide-soignant(e) (H/F/X)",
        "requirements": "Aide-soignant(e); Aide-soignant; MRS?; Enregistrement SPF Santé publique; Esprit d'équipe",
        "languages": "fr:B2",
        "openings": 3,
        "contract": "durée déterminée",
        "place": "NAMUR, wallonia",
        "eqf": 4,
        "years": 0.5,
        "hours": 30.63,
        "full_time": False,
        "driving_licences": ("B",),
        "joint_committee": "330",
        "follows_scale": True,
    },
    "coiffeur-ixelles": {
        "title": "Coiffeur / Coiffeuse",
        "requirements": "techniques de coupe et de coloration",
        "languages": "fr:- en:A2 nl:-?",
        "contract": "CDI",
        "wage": "15.07 EUR/hour",
        "place": "Ixelles, brussels",
        "hours": 19.0,
        "full_time": False,
    },
    "onderhoudselektricien-geel": {
        "title": "Onderhoudselektricien",
        "requirements": "Prof. bachelor elektromechanica of Secundair onderwijs 3de graad TSO; "
        "voert preventief en curatief onderhoud uit aan de machines; zoekt fouten op in elektrische schema's en lost; "
        "ploegensysteem",
        "languages": "nl:C1 en:B2",
        "contract": "Onbepaalde duur",
        "wage": "18-22 EUR/hour",
        "place": "GEEL, flanders",
        "eqf": 4,
        "years": 2.0,
        "hours": 38.0,
        "full_time": True,
        "driving_licences": ("B",),
    },
    "chef-bruges": {
        "title": "CHEF DE PARTIE (M/F/X) - BRUGES",
        "employer": "Hotel Zwinzicht",
        "requirements": "French cuisine; No smoking; no tattoos",
        "languages": "en:-? nl:B1?",
        "wage": "16.2-18 EUR/hour",
        "place": "BRUGES, flanders",
        "years": 2.0,
        "starts": date(2027, 4, 1),
        "hours": 38.0,
        "full_time": True,
        "joint_committee": "302",
    },
    "lasser-geel": {
        "title": "MIG/MAG-lasser (m/v/x)",
        "employer": "Constructiebedrijf Staalvogel",
        "requirements": "lasser; technische tekeningen lezen; TIG-lassen?; lascertificaat?; EN ISO 9606?; "
        "goesting om te werken",
        "languages": "nl:A2? en:-?",
        "contract": "vast contract",
        "wage": "17.5-19.8 EUR/hour",
        "place": "Geel, flanders",
        "years": 2.0,
        "closes": date(2027, 1, 15),
        "hours": 38.0,
        "full_time": True,
        "driving_licences": ("B",),
        "joint_committee": "111",
        "follows_scale": True,
    },
    "infirmier-liege": {
        "title": "Infirmier·ère en gériatrie (H/F/X)",
        "employer": "La Résidence du Vieux Tilleul",
        "requirements": "bachelier en soins infirmiers; Visa et inscription au SPF Santé publique; maison de repos?; "
        "organisation; empathie et esprit d'équipe",
        "languages": "fr:C1 nl:A2?",
        "openings": 2,
        "contract": "contrat à durée indéterminée",
        "wage": "3150-4320 EUR/month base",
        "place": "Liège, wallonia",
        "eqf": 6,
        "starts": date(2027, 2, 1),
        "closes": date(2026, 12, 31),
        "joint_committee": "330",
        "follows_scale": True,
    },
    "elektriker-eupen": {
        "title": "Elektriker / Elektroinstallateur (m/w/d)",
        "employer": "Elektro Hohe Venn GmbH",
        "requirements": "Elektriker; SPS-Programmierung?; Siemens S7?; Selbstständige und sorgfältige Arbeitsweise; "
        "Installation und Wartung elektrischer Anlagen in Wohn- und Industriegebäuden; Fehlersuche; Reparatur; "
        "Verdrahten von Schaltschränken",
        "languages": "de:C1 fr:B2 nl:-?",
        "contract": "unbefristeter Vertrag",
        "wage": "2950-3400 EUR/month base",
        "place": "Eupen, wallonia",
        "eqf": 4,
        "years": 3.0,
        "starts": date(2027, 3, 1),
        "closes": date(2027, 2, 28),
        "hours": 40.0,
        "full_time": True,
        "driving_licences": ("B",),
        "joint_committee": "149.01",
    },
    "developer-brussels": {
        "title": "Backend Developer (Python)",
        "employer": "Kestrel & Plume",
        "requirements": "Master's or bachelor's degree in computer science; Python; SQL; Docker; Kubernetes?; "
        "Terraform?; event streaming?; Kafka?; C++?",
        "languages": "en:C1 nl:-? fr:-?",
        "contract": "permanent contract",
        "wage": "68000-82000 EUR/year total",
        "place": "Brussels, brussels",
        "eqf": 6,
        "years": 4.0,
        "closes": date(2026, 12, 20),
        "hours": 40.0,
        "full_time": True,
        "joint_committee": "200",
    },
    "chauffeur-antwerpen": {
        "title": "chauffeurs CE",
        "requirements": "geldige bestuurderskaart; code 95; ADR-attest?; rijdt containers van en naar de terminals; "
        "controleert de zegels; zorgt dat de documenten in orde",
        "languages": "nl:C1 fr:A2? en:A2?",
        "openings": 5,
        "contract": "Contract van onbepaalde duur na een periode van 6 maanden interim",
        "wage": "14.85 EUR/hour",
        "place": "Antwerpen, flanders",
        "years": 0.0,
        "hours": 38.0,
        "full_time": True,
        "driving_licences": ("C", "CE"),
        "joint_committee": "140.03",
        "follows_scale": True,
    },
    "poetshulp-tweetalig": {
        "title": "Huishoudhulp / Aide-ménagère (m/v/x – h/f/x)",
        "employer": "Dienstenchequebedrijf Blinkend",
        "requirements": "ponctuel; soigneux·se et discret·ète; poetst en strijkt bij vaste klanten; stipt; netjes; "
        "discreet",
        "languages": "nl:A2? fr:A2?",
        "contract": "CDI",
        "wage": "13.8-15.1 EUR/hour",
        "place": "Sint-Genesius-Rode / Linkebeek, flanders",
        "years": 0.0,
        "full_time": False,
        "joint_committee": "322.01",
    },
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_vacancies(name: str) -> None:
    told = read_vacancy_text((VACANCIES / f"{name}.txt").read_bytes().decode())
    assert shown.in_full(told) == WHOLE[name]


def test_a_skill_of_language_keeps_its_own_level_and_a_place_its_facilities() -> None:
    nurse = read_vacancy_text((VACANCIES / "infirmier-liege.txt").read_bytes().decode())
    assert nurse.languages[0].by_skill == (("speaking", "C1"), ("writing", "C1"))
    electrician = read_vacancy_text((VACANCIES / "elektriker-eupen.txt").read_bytes().decode())
    assert electrician.place is not None
    assert (electrician.place.language_area, electrician.place.facilities) == ("de", "fr")


def test_there_are_enough_snippets() -> None:
    assert len(SNIPPETS) >= 40
    assert len({text for text, _ in SNIPPETS}) == len(SNIPPETS)


def test_requirement_words_stand_in_the_vacancy() -> None:
    for path in VACANCIES.glob("*.txt"):
        text = " ".join(plain_text(path.read_bytes().decode()).split())
        for asked in read_vacancy_text(path.read_bytes().decode()).requirements:
            assert asked.text == "code 95" or asked.text in text


ANY = st.text() | st.lists(
    st.sampled_from(
        [
            *(
                "Profiel:",
                "Nous offrons",
                "- ",
                "• ",
                "\n",
                "\r\n",
                ", ",
                "; ",
                " (",
                ") ",
                ". ",
                ": ",
                "<li>",
                "</p>",
                "&amp;",
                "🔥",
            ),
            *(
                "kennis van",
                "een plus",
                "est un atout",
                "geen",
                "vereist",
                "Nederlands",
                "goed",
                "B2",
                "rijbewijs",
                "CE",
                "code 95",
            ),
            *(
                "€ 2.800",
                "bruto",
                "/maand",
                "38u/week",
                "4/5",
                "PC 124",
                "9000 Gent",
                "te",
                "Wij zoeken",
                "3",
                "31/02/2027",
                "tot",
            ),
            *(
                "2 jaar ervaring",
                "bachelor",
                "CDI",
                "\x00",
                "\u2028",
                "EN",
                "of",
                "en",
                "Docker",
                "incl.",
                "vakantiegeld",
            ),
        ]
    ),
    max_size=60,
).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(ANY)
def test_any_text_is_read_without_error(text: str) -> None:
    told = read_vacancy_text(text)
    assert isinstance(told, VacancyTold)
    assert all(item.text.strip() for item in told.requirements)
    assert told.hours is None or 1 <= told.hours <= 60
    assert told.openings is None or told.openings >= 1
    assert told.eqf is None or 1 <= told.eqf <= 8
    assert told.place is None or told.place.name


WORST = {
    "one word": "a",
    "spaces": " ",
    "digits": "1 ",
    "tags": "<p ",
    "list tags": "<li>x</li>",
    "bullets": "- kennis van lassen\n",
    "brackets": "(",
    "addresses": "a@",
    "languages": "Nederlands, Frans en Engels: goed, ",
    "welcome": "kennis van x is een plus, ",
    "towns": "in Gent te Aalst ",
    "money": "€ 2.000 loon bruto per maand incl. a b c ",
    "headings": "Profiel:\n",
    "capitals": "Aa ",
    "dates": "solliciteren tot 1/1/2027 ",
    "sentences": "Je hebt ervaring met lassen. ",
}


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST)
def test_a_megabyte_takes_little_more_than_what_is_read_of_it(unit: str) -> None:
    read_vacancy_text(unit * 100)

    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.perf_counter()
        read_vacancy_text(text)
        return time.perf_counter() - start

    half, whole, megabyte = seconds(LONGEST_TEXT // 2), seconds(LONGEST_TEXT), seconds(1_000_000)
    assert whole <= 4 * half + 0.5  # twice the text, at most four times the time: no square
    assert megabyte <= 2 * whole + 1
    assert megabyte < 20
