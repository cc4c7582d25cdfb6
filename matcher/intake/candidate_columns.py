"""The headings under which cohort files give each fact, in English, French, Dutch, German and Arabic."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from importlib.resources import files
from itertools import chain

from matcher.intake.arabic_headings import ARABIC_HEADINGS
from matcher.intake.language_headings import names_language
from matcher.intake.lexicon import Lexicon


class CandidateColumn(StrEnum):
    """The facts that a cohort file can give about a candidate."""

    KEY = "key"
    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    GENDER = "gender"
    BIRTH_DATE = "birth_date"
    NATIONALITY = "nationality"
    EMAIL = "email"
    PHONE = "phone"
    RESIDENCE_STATUS = "residence_status"
    APPLICATION_DATE = "application_date"
    DECISION = "decision"
    DECISION_DATE = "decision_date"
    SITUATION_ON = "situation_on"
    APPEAL_DATE = "appeal_date"
    APPEAL_LOST_DATE = "appeal_lost_date"
    SUBSEQUENT_DATE = "subsequent_application_date"
    ADMISSIBLE_DATE = "admissible_date"
    LABOUR_CARD = "labour_card"
    LABOUR_CARD_DATE = "labour_card_date"
    SEARCH_YEAR = "search_year_start"
    ORIGIN = "origin"
    DESTINATION = "destination"
    SECTOR = "sector"
    OCCUPATION = "occupation"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    YEARS = "years"
    EDUCATION = "education"
    NATIONAL_LEVEL = "national_level"
    RECOGNITION = "recognition"
    RECOGNITION_LEVEL = "recognition_level"
    RECOGNITION_SPECIFIC = "recognition_specific"
    RECOGNITION_DATE = "recognition_date"
    RECOGNITION_AUTHORITY = "recognition_authority"
    APPROVAL = "approval"
    LANGUAGES = "languages"
    SUMMARY = "summary"
    WISHES = "wishes"
    AVAILABLE = "available"
    REGIONS = "regions"


C = CandidateColumn

TELLING = frozenset({C.OCCUPATION, C.SKILLS, C.EXPERIENCE, C.EDUCATION, C.SUMMARY})
"""Columns that say what somebody can do: a record needs at least one of them filled."""

REPEATABLE = TELLING | {C.LANGUAGES, C.WISHES, C.REGIONS}
"""Columns of which a record may have several cells."""

# The most telling words first: where two headings claim one column, the earlier synonym wins.
_HEADINGS: dict[CandidateColumn, tuple[str, ...]] = {
    C.KEY: (
        *("N° dossier", "Numéro de dossier", "Numéro dossier", "N° de dossier", "No dossier", "Dossiernr"),
        *("Réf. dossier", "Référence dossier", "Réf. candidat", "Référence candidat", "Dossier n°", "Code dossier"),
        *("ID dossier", "Numéro d'inscription", "N° d'inscription", "Inschrijvingsnummer", "Registration number"),
        *("Case number", "File number", "Applicant ID", "Participant ID", "Referentienummer", "Kandidaatreferentie"),
        *(
            "Dossiernummer",
            "Dossier nr",
            "Dossier",
            "Candidate reference",
            "Candidate ID",
            "Candidate ref",
            "Candidate number",
            "Key",
        ),
        *("ID candidat", "Code candidat", "N° candidat", "Kandidaatnummer", "Kandidaat ID", "Kandidatennummer"),
        *("Reference number", "Reference", "Référence", "Referentie", "Referenz", "Réf", "Ref no", "Ref nr"),
        *("Aktenzeichen", "Matricule", "Identifiant", "Kenmerk", "Code", "ID", "N°", "No", "Nr", "Numéro", "Nummer"),
    ),
    C.NAME: (
        *("Nom et prénom", "Nom et prénoms", "Nom prénom", "Prénom et nom", "Nom & prénom", "Nom complet"),
        *("Full name", "Name", "Candidate name", "Naam", "Naam en voornaam", "Volledige naam", "Voornaam en naam"),
        *("Vor und Nachname", "Vollständiger Name", "Candidat", "Candidate", "Kandidaat", "Kandidat"),
    ),
    C.FAMILY_NAME: (
        *("Nom de famille", "Nom", "Last name", "Surname", "Family name", "Achternaam", "Familienaam", "Nachname"),
        "Familienname",
    ),
    C.GIVEN_NAME: ("Prénom", "Prénoms", "First name", "Given name", "Given names", "Voornaam", "Vorname"),
    C.GENDER: ("Sexe", "Genre", "Gender", "Sex", "M/V", "H/F", "M/F", "V/M", "F/M", "Geslacht", "Geschlecht", "m/v/x"),
    C.BIRTH_DATE: (
        *("Date de naissance", "Né(e) le", "Née le", "Né le", "Date naissance", "Date naiss", "DDN", "Date of birth"),
        *("Birth date", "Birthdate", "DOB", "Geboortedatum", "Geb. datum", "Geboren op", "Geboren", "Geb."),
        *("Geburtsdatum", "Geb.-Datum"),
    ),
    C.NATIONALITY: ("Nationalité", "Nationality", "Nationaliteit", "Staatsangehörigkeit", "Nationalität"),
    C.EMAIL: (
        *("E-mail", "Email", "Mail", "Courriel", "Adresse e-mail", "Adresse mail", "Email address", "E-mailadres"),
        "E-Mail-Adresse",
    ),
    C.PHONE: (
        *("Téléphone", "N° de téléphone", "Numéro de téléphone", "Tél", "GSM", "Phone", "Phone number", "Telephone"),
        *("Mobile", "Telefoon", "Telefoonnummer", "Tel", "Telefon", "Telefonnummer", "Portable"),
        *("Gsm-nummer", "N° GSM", "N° de portable", "Mobile number", "WhatsApp", "Handynummer", "Handy", "Mobiel"),
    ),
    C.RESIDENCE_STATUS: (
        *("Statut de séjour", "Titre de séjour", "Statut", "Residence status", "Status", "Verblijfsstatuut", "Statuut"),
        *("Verblijfsstatus", "Aufenthaltsstatus", "Statut administratif"),
    ),
    C.APPLICATION_DATE: (
        *("Date de la demande", "Date de demande", "Date demande", "Date demande d'asile", "Application date"),
        *("Date of application", "Asylum application date", "Datum aanvraag", "Aanvraagdatum", "Datum verzoek"),
        *("Datum asielaanvraag", "Antragsdatum", "Datum des Antrags"),
    ),
    C.ORIGIN: (
        *("Pays d'origine", "Country of origin", "Origin country", "Origin", "Land van herkomst", "Herkomstland"),
        "Herkunftsland",
    ),
    C.DESTINATION: (
        *("Pays de destination", "Destination", "Country of destination", "Destination country"),
        *("Land van bestemming", "Bestemmingsland", "Zielland", "Pays d'accueil"),
    ),
    C.SECTOR: ("Secteur", "Secteur visé", "Secteur d'activité", "Sector", "Sektor", "Branche"),
    C.OCCUPATION: (
        *("Métier visé", "Métier", "Métier recherché", "Métier principal", "Métier / poste", "Profession", "Fonction"),
        *("Poste visé", "Poste recherché", "Emploi recherché", "Occupation", "Target occupation", "Current role"),
        *("Role", "Job title", "Desired job", "Target job", "Current job", "Occupations", "Métiers"),
        *("Beroep", "Gewenst beroep", "Gewenste functie", "Functie", "Beroepen"),
        *("Beruf", "Zielberuf", "Tätigkeit", "Wunschberuf", "Job"),
    ),
    C.SKILLS: (
        *("Compétences", "Compétences clés", "Compétences techniques", "Savoir-faire", "Aptitudes"),
        *("Compétences transversales", "Soft skills"),
        *("Skills", "Key skills", "Technical skills", "Hard skills", "Competences", "Competencies"),
        *("Vaardigheden", "Competenties", "Kennis en vaardigheden", "Technische vaardigheden"),
        *("Kompetenzen", "Fähigkeiten", "Kenntnisse", "Fertigkeiten"),
    ),
    C.EXPERIENCE: (
        *("Expérience professionnelle", "Expériences professionnelles", "Expérience", "Expériences"),
        *("Parcours professionnel", "Parcours"),
        *("Work experience", "Professional experience", "Experience", "Employment history", "Work history"),
        *("Werkervaring", "Beroepservaring", "Ervaring", "Berufserfahrung", "Arbeitserfahrung", "Erfahrung"),
    ),
    C.YEARS: (
        *("Années d'expérience", "Nombre d'années d'expérience", "Nb années d'expérience", "Années exp", "Ancienneté"),
        *("Years of experience", "Experience (years)", "Experience years", "Years experience", "Years"),
        *("Jaren ervaring", "Aantal jaren ervaring", "Aantal jaar ervaring", "Jahre Erfahrung", "Erfahrungsjahre"),
        *(
            "Jahre Berufserfahrung",
            "Durée d'expérience",
            "Expérience (années)",
            "Ervaring (jaren)",
            "Erfahrung (Jahre)",
        ),
    ),
    C.EDUCATION: (
        *(
            "Diplôme",
            "Diplômes",
            "Formation",
            "Formations",
            "Niveau d'études",
            "Études",
            "Niveau d'étude",
            "Diplôme(s)",
        ),
        *("Education", "Degree", "Qualification", "Qualifications", "Highest degree", "Diploma"),
        *("Opleiding", "Opleidingen", "Diploma's", "Studies", "Opleidingsniveau", "Studieniveau"),
        *("Ausbildung", "Abschluss", "Bildung", "Bildungsabschluss"),
    ),
    C.LANGUAGES: (
        *("Langues", "Langue", "Langues parlées", "Connaissances linguistiques", "Languages", "Language"),
        *("Langue maternelle", "Mother tongue", "Moedertaal", "Muttersprache"),
        *("Language skills", "Talen", "Taal", "Talenkennis", "Sprachen", "Sprache", "Sprachkenntnisse"),
    ),
    C.SUMMARY: (
        *("Présentation", "Profil", "Résumé", "Profile summary", "Summary", "Profile", "About", "Text", "Description"),
        *("Motivation", "Cover letter", "CV", "Profiel", "Samenvatting", "Voorstelling", "Tekst", "Profilbeschreibung"),
        *("Zusammenfassung", "Texte", "Presentation"),
    ),
    C.WISHES: (
        *("Souhaits", "Préférences", "Mode de travail souhaité", "Preferred work mode", "Preferences", "Work mode"),
        *("Wishes", "Wensen", "Voorkeuren", "Voorkeur", "Wünsche", "Mobilité"),
    ),
    C.AVAILABLE: (
        *("Disponible à partir du", "Disponible à partir de", "Disponible dès le", "Disponible le", "Disponible dès"),
        *("Date de disponibilité", "Disponibilité", "Disponibilités", "Peut commencer le"),
        *("Available from", "Available as of", "Available on", "Date available", "Availability date", "Availability"),
        *("Earliest start date", "Earliest start", "Can start on", "Can start from"),
        *("Beschikbaar vanaf", "Beschikbaar op", "Datum beschikbaarheid", "Beschikbaarheid", "Kan starten vanaf"),
        *("Kan starten op", "Kan beginnen op", "Vroegste startdatum"),
        *("Verfügbar ab", "Verfügbar ab dem", "Verfügbarkeit", "Frühester Eintritt", "Frühester Arbeitsbeginn"),
        *("Frühestmöglicher Eintritt", "Frühestmöglicher Beginn", "Kann beginnen am"),
    ),
    C.REGIONS: (
        *("Région souhaitée", "Régions souhaitées", "Région de travail souhaitée", "Région préférée"),
        *("Région de travail", "Région de préférence", "Lieu de travail souhaité", "Lieu souhaité", "Zone souhaitée"),
        *("Preferred region", "Preferred regions", "Preferred work region", "Desired region", "Region preference"),
        *("Preferred location", "Preferred work location", "Desired location"),
        *("Gewenste regio", "Gewenste regio's", "Voorkeursregio", "Regio van voorkeur", "Voorkeur regio", "Werkregio"),
        *("Gewenste werkregio", "Gewenste werkplaats", "Gewenste plaats van tewerkstelling"),
        *("Gewünschte Region", "Wunschregion", "Bevorzugte Region", "Gewünschter Arbeitsort", "Bevorzugter Arbeitsort"),
        "Wunschort",
    ),
}


def _legal_headings() -> dict[CandidateColumn, tuple[str, ...]]:
    """Return the headings of residence steps and of recognitions."""
    tables = tomllib.loads((files("matcher.intake") / "legal_headings.toml").read_text(encoding="utf-8"))
    return {C(name): tuple(chain.from_iterable(languages.values())) for name, languages in tables.items()}


def _by_rule(heading: str) -> CandidateColumn | None:
    return C.LANGUAGES if names_language(heading) else None


CANDIDATE_LEXICON: Lexicon[CandidateColumn] = Lexicon(
    {column: texts + ARABIC_HEADINGS[column] for column, texts in _HEADINGS.items()} | _legal_headings(),
    repeatable=REPEATABLE,
    groups=frozenset({C.LANGUAGES, C.SKILLS, C.WISHES}),
    rule=_by_rule,
)
