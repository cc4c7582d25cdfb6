"""The headings under which vacancy files give each fact, in English, French, Dutch and German."""

from __future__ import annotations

from enum import StrEnum

from matcher.intake.lexicon import Lexicon


class VacancyColumn(StrEnum):
    """The facts that a vacancy file can give."""

    KEY = "key"
    TITLE = "title"
    EMPLOYER = "employer"
    DESCRIPTION = "description"
    ESSENTIAL_SKILLS = "essential_skills"
    OPTIONAL_SKILLS = "optional_skills"
    LANGUAGES = "languages"
    OPENINGS = "openings"
    CONTRACT = "contract"
    WAGE = "wage"
    PLACE = "place"
    POSTCODE = "postcode"
    REGION = "region"
    EDUCATION = "education"
    YEARS = "years"
    OPENS = "opens"
    CLOSES = "closes"


V = VacancyColumn

_HEADINGS: dict[VacancyColumn, tuple[str, ...]] = {
    V.KEY: (
        *("Reference", "Référence", "Referentie", "Referenz", "Vacancy ID", "Vacancy reference", "Job ID", "Key"),
        *("Référence de l'offre", "Référence offre", "N° offre", "Numéro d'offre", "N° de l'offre", "Vacaturenummer"),
        *(
            "Vacature ID",
            "Vacaturereferentie",
            "Stellennummer",
            "Reference number",
            "Referentienummer",
            "Réf. offre",
            "Offre n°",
            "Ref",
            "Réf",
            "ID",
            "N°",
            "Nr",
            "Code",
            "No",
        ),
    ),
    V.TITLE: (
        *("Title", "Job title", "Vacancy title", "Vacancy", "Position", "Intitulé", "Intitulé du poste", "Titre"),
        *("Intitulé de l'offre", "Titre de l'offre", "Poste", "Fonction", "Métier", "Emploi", "Role", "Occupation"),
        *("Functie", "Functietitel", "Titel", "Vacature", "Vacaturetitel", "Jobtitel", "Beroep"),
        *("Stellenbezeichnung", "Stelle", "Stellentitel", "Berufsbezeichnung"),
    ),
    V.EMPLOYER: (
        *("Employer", "Company", "Employer name", "Organisation", "Employeur", "Entreprise", "Société"),
        *("Nom de l'employeur", "Werkgever", "Bedrijf", "Onderneming", "Arbeitgeber", "Firma", "Unternehmen"),
    ),
    V.DESCRIPTION: (
        *("Description", "Job description", "Text", "Description du poste", "Descriptif", "Description de l'offre"),
        *("Omschrijving", "Beschrijving", "Functieomschrijving", "Jobomschrijving", "Tekst", "Texte"),
        *("Beschreibung", "Stellenbeschreibung", "Missions", "Tasks", "Taken", "Aufgaben", "Tâches"),
        *("Profil", "Profil recherché", "Profiel", "Profile"),
    ),
    V.ESSENTIAL_SKILLS: (
        *("Essential skills", "Required skills", "Must have", "Must-have skills", "Skills", "Skills required"),
        *("Compétences requises", "Compétences essentielles", "Compétences exigées", "Compétences"),
        *("Vereiste vaardigheden", "Vereiste competenties", "Vaardigheden", "Competenties", "Must haves"),
        *("Erforderliche Kenntnisse", "Erforderliche Kompetenzen", "Kenntnisse", "Kompetenzen", "Anforderungen"),
    ),
    V.OPTIONAL_SKILLS: (
        *("Nice to have skills", "Nice to have", "Optional skills", "Preferred skills", "Desirable skills"),
        *("Compétences souhaitées", "Atouts", "Compétences facultatives", "Atout", "Compétences appréciées"),
        *("Gewenste vaardigheden", "Pluspunten", "Troeven", "Gewenste competenties", "Nice to haves"),
        *("Wünschenswerte Kenntnisse", "Von Vorteil", "Wünschenswert", "Pluspunkte"),
    ),
    V.LANGUAGES: (
        *("Languages", "Language", "Language requirements", "Langues", "Langue", "Langues requises"),
        *("Connaissances linguistiques", "Talen", "Talenkennis", "Taal", "Sprachen", "Sprachkenntnisse"),
    ),
    V.OPENINGS: (
        *("Openings", "Number of openings", "Number of posts", "Positions", "Vacancies", "Headcount", "Seats"),
        *("Nombre de postes", "Nombre d'emplois", "Nb de postes", "Postes", "Postes à pourvoir"),
        *("Aantal plaatsen", "Aantal vacatures", "Aantal jobs", "Aantal", "Plaatsen"),
        *("Anzahl Stellen", "Offene Stellen", "Anzahl"),
    ),
    V.CONTRACT: (
        *("Contract", "Contract type", "Type of contract", "Contrat", "Type de contrat", "Contracttype"),
        *("Soort contract", "Type contract", "Vertrag", "Vertragsart"),
    ),
    V.WAGE: (
        *("Wage", "Salary", "Gross wage", "Gross salary", "Monthly wage", "Hourly wage", "Annual salary", "Pay"),
        *("Salaire", "Rémunération", "Salaire brut", "Salaire mensuel", "Salaire mensuel brut", "Salaire horaire"),
        *("Salaire annuel", "Loon", "Brutoloon", "Maandloon", "Bruto maandloon", "Uurloon", "Jaarloon", "Verloning"),
        *("Salaris", "Lohn", "Gehalt", "Bruttogehalt", "Monatsgehalt", "Stundenlohn", "Jahresgehalt"),
    ),
    V.PLACE: (
        *("Place", "Workplace", "Location", "City", "Municipality", "Lieu", "Lieu de travail", "Localité", "Commune"),
        *("Ville", "Plaats", "Werkplaats", "Gemeente", "Stad", "Tewerkstellingsplaats", "Standplaats", "Locatie"),
        *("Ort", "Arbeitsort", "Gemeinde", "Stadt"),
    ),
    V.POSTCODE: (
        "Postcode",
        "Postal code",
        "Zip",
        "Zip code",
        "Code postal",
        "CP",
        "Postnummer",
        "PLZ",
        "Postleitzahl",
    ),
    V.REGION: ("Region", "Région", "Regio", "Gewest"),
    V.EDUCATION: (
        *("Education", "Education level", "Degree", "Required education", "Qualification", "Diploma"),
        *("Diplôme", "Formation", "Niveau d'études", "Études", "Diplôme requis", "Niveau de qualification"),
        *("Opleiding", "Opleidingsniveau", "Studieniveau", "Vereist diploma", "Ausbildung", "Abschluss"),
    ),
    V.YEARS: (
        *("Experience years", "Years of experience", "Experience (years)", "Required experience", "Experience"),
        *("Années d'expérience", "Expérience", "Expérience requise", "Expérience (années)", "Jaren ervaring"),
        *("Ervaring", "Vereiste ervaring", "Aantal jaren ervaring", "Berufserfahrung", "Jahre Erfahrung", "Erfahrung"),
    ),
    V.OPENS: (
        *("Opens", "Opening date", "Publication date", "Date posted", "Posted on", "Start of posting", "Published"),
        *("Date de publication", "Date d'ouverture", "Publiée le", "Début de diffusion", "Publicatiedatum"),
        *("Openingsdatum", "Gepubliceerd op", "Veröffentlicht am", "Veröffentlichung"),
    ),
    V.CLOSES: (
        *("Closes", "Closing date", "Deadline", "Application deadline", "Valid through", "Last day", "Expires"),
        *("Date de clôture", "Date limite", "Fin de diffusion", "Clôture", "Sluitingsdatum", "Afsluitdatum"),
        *("Einddatum", "Uiterste datum", "Bewerbungsfrist", "Bewerbungsschluss", "Gültig bis"),
    ),
}

VACANCY_LEXICON: Lexicon[VacancyColumn] = Lexicon(
    _HEADINGS,
    repeatable=frozenset({V.DESCRIPTION, V.ESSENTIAL_SKILLS, V.OPTIONAL_SKILLS, V.LANGUAGES}),
)
