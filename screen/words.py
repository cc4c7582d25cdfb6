"""The words of the pages: one catalogue, four languages. Reasons have their own, :mod:`matcher.reasons`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.reasons import LANGUAGES

CATALOGUE: dict[str, tuple[str, str, str, str]] = {
    # The frame
    "find.title": ("Find candidates", "Trouver des candidats", "Kandidaten vinden", "Kandidaten finden"),
    "frame.language": ("Language", "Langue", "Taal", "Sprache"),
    "frame.loading": ("Opening the engine…", "Ouverture du moteur…", "De motor wordt geopend…", "Der Motor startet…"),
    "frame.decides": (
        "The engine ranks and explains; a person decides.",
        "Le moteur classe et explique ; une personne décide.",
        "De motor rangschikt en verklaart; een mens beslist.",
        "Die Software ordnet und erklärt; ein Mensch entscheidet.",
    ),
    "frame.esco": (
        "This service uses the ESCO classification of the European Commission.",
        "Ce service utilise la classification ESCO de la Commission européenne.",
        "Deze dienst maakt gebruik van de ESCO-classificatie van de Europese Commissie.",
        "Dieser Dienst verwendet die ESCO-Klassifikation der Europäischen Kommission.",
    ),
    # Nothing to show yet
    "empty.nothing": (
        "Nothing is loaded yet: this page needs at least one vacancy and one candidate.",
        "Rien n'est encore chargé : cette page a besoin d'au moins une offre et d'un candidat.",
        "Er is nog niets geladen: deze pagina heeft minstens één vacature en één kandidaat nodig.",
        "Noch ist nichts geladen: Diese Seite braucht mindestens eine Stelle und einen Kandidaten.",
    ),
    "empty.no_candidates": (
        "Vacancies are loaded, but no candidates yet.",
        "Des offres sont chargées, mais pas encore de candidats.",
        "Er zijn vacatures geladen, maar nog geen kandidaten.",
        "Stellen sind geladen, aber noch keine Kandidaten.",
    ),
    "empty.no_vacancies": (
        "Candidates are loaded, but no vacancies yet.",
        "Des candidats sont chargés, mais pas encore d'offres.",
        "Er zijn kandidaten geladen, maar nog geen vacatures.",
        "Kandidaten sind geladen, aber noch keine Stellen.",
    ),
    "empty.none_open": (
        "Every vacancy that was loaded is closed today. Load newer ones:",
        "Toutes les offres chargées sont closes aujourd'hui. Chargez-en de plus récentes :",
        "Alle geladen vacatures zijn vandaag gesloten. Laad er nieuwere:",
        "Alle geladenen Stellen sind heute geschlossen. Laden Sie neuere:",
    ),
    "empty.demo": (
        "To try it, load the invented demo data:",
        "Pour essayer, chargez les données de démonstration, qui sont inventées :",
        "Om te proberen: laad de verzonnen demogegevens:",
        "Zum Ausprobieren laden Sie die erfundenen Beispieldaten:",
    ),
    "empty.own": (
        "To work with your own files:",
        "Pour travailler avec vos propres fichiers :",
        "Om met eigen bestanden te werken:",
        "Um mit eigenen Dateien zu arbeiten:",
    ),
    "empty.again": (
        "Then reload this page.",
        "Puis rechargez cette page.",
        "Herlaad daarna deze pagina.",
        "Laden Sie danach diese Seite neu.",
    ),
    # Choosing
    "choose.vacancy": ("Vacancy", "Offre d'emploi", "Vacature", "Stelle"),
    "choose.placeholder": (
        "Search by title, employer, place or reference",
        "Cherchez un intitulé, un employeur, un lieu, une référence",
        "Zoek op titel, werkgever, plaats of referentie",
        "Suche nach Titel, Arbeitgeber, Ort oder Referenz",
    ),
    "choose.hint": (
        "{vacancies} vacancies are open today and {candidates} candidates are loaded. Choose a vacancy to see who "
        "fits it, and why.",
        "{vacancies} offres sont ouvertes aujourd'hui et {candidates} candidats sont chargés. Choisissez une offre "
        "pour voir qui y correspond, et pourquoi.",
        "Vandaag staan {vacancies} vacatures open en zijn {candidates} kandidaten geladen. Kies een vacature om te "
        "zien wie erbij past, en waarom.",
        "Heute sind {vacancies} Stellen offen und {candidates} Kandidaten geladen. Wählen Sie eine Stelle, um zu "
        "sehen, wer passt und warum.",
    ),
    "choose.not_open": (
        "No vacancy {key} is open today. Choose another.",
        "Aucune offre {key} n'est ouverte aujourd'hui. Choisissez-en une autre.",
        "Er staat vandaag geen vacature {key} open. Kies een andere.",
        "Heute ist keine Stelle {key} offen. Wählen Sie eine andere.",
    ),
    # The vacancy
    "vacancy.place": ("Place", "Lieu", "Plaats", "Ort"),
    "vacancy.contract": ("Contract", "Contrat", "Contract", "Vertrag"),
    "vacancy.wage": ("Gross wage", "Salaire brut", "Brutoloon", "Bruttolohn"),
    "vacancy.openings": ("Openings", "Postes", "Aantal jobs", "Offene Stellen"),
    "vacancy.languages": ("Languages", "Langues", "Talen", "Sprachen"),
    "vacancy.closes": ("Open until", "Ouverte jusqu'au", "Open tot en met", "Offen bis"),
    "vacancy.essential": ("Essential skills", "Compétences essentielles", "Essentieel", "Wesentliche Fähigkeiten"),
    "vacancy.optional": ("Nice to have", "Un plus", "Pluspunten", "Von Vorteil"),
    "vacancy.description": ("Description", "Description", "Omschrijving", "Beschreibung"),
    "vacancy.no_employer": (
        "employer not stated",
        "employeur non précisé",
        "werkgever niet vermeld",
        "Arbeitgeber nicht angegeben",
    ),
    "vacancy.no_place": ("place not stated", "lieu non précisé", "plaats niet vermeld", "Ort nicht angegeben"),
    "fact.not_stated": ("not stated", "non précisé", "niet vermeld", "nicht angegeben"),
    "fact.none_asked": ("none asked", "aucune demandée", "geen gevraagd", "keine verlangt"),
    "fact.language_plus": ("{language} (a plus)", "{language} (un plus)", "{language} (pluspunt)", "{language} (Plus)"),
    "region.flanders": ("Flanders", "Flandre", "Vlaanderen", "Flandern"),
    "region.wallonia": ("Wallonia", "Wallonie", "Wallonië", "Wallonien"),
    "region.brussels": ("Brussels", "Bruxelles", "Brussel", "Brüssel"),
    "wage.hour": ("{amount} an hour", "{amount} par heure", "{amount} per uur", "{amount} pro Stunde"),
    "wage.month": ("{amount} a month", "{amount} par mois", "{amount} per maand", "{amount} pro Monat"),
    "wage.year": ("{amount} a year", "{amount} par an", "{amount} per jaar", "{amount} pro Jahr"),
    # Filters
    "filter.button": ("Filters", "Filtres", "Filters", "Filter"),
    "filter.scheme": ("Scheme", "Programme", "Programma", "Programm"),
    "filter.language_heading": (
        "Language, at least",
        "Langue, au moins",
        "Taal, minstens",
        "Sprache, mindestens",
    ),
    "filter.any": ("any level", "tout niveau", "elk niveau", "jedes Niveau"),
    "filter.keep": (
        "Keep candidates whose level is not known",
        "Garder les candidats dont le niveau n'est pas connu",
        "Kandidaten met een onbekend niveau behouden",
        "Kandidaten mit unbekanntem Niveau behalten",
    ),
    "filter.number": ("Show at most", "Afficher au plus", "Toon hoogstens", "Höchstens zeigen"),
    "filter.all": (
        "The best {shown} of {total} candidates",
        "Les {shown} meilleurs de {total} candidats",
        "De beste {shown} van {total} kandidaten",
        "Die besten {shown} von {total} Kandidaten",
    ),
    "filter.remain": (
        "{remaining} of {total} candidates remain, the best {shown} are shown",
        "{remaining} candidats sur {total} restent, les {shown} meilleurs sont affichés",
        "{remaining} van {total} kandidaten blijven over, de beste {shown} staan hier",
        "{remaining} von {total} Kandidaten bleiben, die besten {shown} stehen hier",
    ),
    "filter.dropped": (
        "unknown level left out",
        "niveau inconnu exclu",
        "onbekend niveau weg",
        "ohne unbekanntes Niveau",
    ),
    "filter.kept": (
        "unknown level kept",
        "niveau inconnu gardé",
        "onbekend niveau behouden",
        "unbekanntes Niveau behalten",
    ),
    "filter.nobody": (
        "No candidate passes these filters. Ask for a lower language level, add a scheme, or keep unknown levels.",
        "Aucun candidat ne passe ces filtres. Demandez un niveau de langue moins élevé, ajoutez un programme ou "
        "gardez les niveaux inconnus.",
        "Geen kandidaat voldoet aan deze filters. Vraag een lager taalniveau, voeg een programma toe of behoud "
        "onbekende niveaus.",
        "Kein Kandidat passt zu diesen Filtern. Verlangen Sie ein niedrigeres Sprachniveau, nehmen Sie ein Programm "
        "hinzu oder behalten Sie unbekannte Niveaus.",
    ),
    # Fair recruitment
    "fairness.warnings": (
        "Fair recruitment: {number} to look at",
        "Recrutement équitable : {number} à examiner",
        "Eerlijke aanwerving: {number} te bekijken",
        "Faire Anwerbung: {number} zu prüfen",
    ),
    "fairness.notes": (
        "Good to know about pay and title: {number}",
        "Bon à savoir sur le salaire et l'intitulé : {number}",
        "Goed om te weten over loon en titel: {number}",
        "Gut zu wissen über Lohn und Titel: {number}",
    ),
    "fairness.no": ("not fair", "pas équitable", "niet eerlijk", "nicht fair"),
    "fairness.unknown": ("look at", "à examiner", "te bekijken", "zu prüfen"),
    "fairness.found": ("Words found:", "Mots trouvés :", "Gevonden woorden:", "Gefundene Wörter:"),
    "fairness.rule": ("Rule:", "Règle :", "Regel:", "Grundlage:"),
    # Ranked candidates
    "ranked.title": ("Ranked candidates", "Candidats classés", "Gerangschikte kandidaten", "Kandidaten nach Rang"),
    "ranked.left_out": (
        "Not ranked, for want of a valid legal basis or because they object: {number}.",
        "Non classés, faute de base légale valable ou parce qu'ils s'y opposent : {number}.",
        "Niet gerangschikt, bij gebrek aan een geldige rechtsgrond of na bezwaar: {number}.",
        "Nicht eingestuft, mangels gültiger Rechtsgrundlage oder wegen Widerspruchs: {number}.",
    ),
    "ranked.legend": (
        "The parts of a bar add up to the score; a pale part is not known and counts as average. Languages stand "
        "beside the score, never in it.",
        "Les parts d'une barre s'additionnent au score ; une part pâle est inconnue et compte comme moyenne. Les "
        "langues figurent à côté du score, jamais dedans.",
        "De delen van een balk tellen op tot de score; een bleek deel is niet gekend en telt als gemiddeld. Talen "
        "staan naast de score, nooit erin.",
        "Die Teile eines Balkens ergeben den Wert; ein blasser Teil ist nicht bekannt und zählt als Durchschnitt. "
        "Sprachen stehen neben dem Wert, nie darin.",
    ),
    "ranked.progress": (
        "Comparing candidates",
        "Comparaison des candidats",
        "Kandidaten vergelijken",
        "Kandidaten werden verglichen",
    ),
    "part.skills": ("Skills", "Compétences", "Vaardigheden", "Fähigkeiten"),
    "part.occupation": ("Occupation", "Métier", "Beroep", "Beruf"),
    "part.meaning": ("Profile as a whole", "Profil entier", "Profiel als geheel", "Profil als Ganzes"),
    "part.experience": ("Experience", "Expérience", "Ervaring", "Erfahrung"),
    "part.education": ("Education", "Études", "Opleiding", "Bildung"),
    "part.unknown": (
        "not known, counted as average",
        "inconnu, compte comme moyen",
        "niet gekend, telt als gemiddeld",
        "nicht bekannt, zählt als Durchschnitt",
    ),
    "bar.alt": (
        "Score {score}: {parts}",
        "Score {score} : {parts}",
        "Score {score}: {parts}",
        "Wert {score}: {parts}",
    ),
    "skill.met": ("Met", "Acquis", "Aanwezig", "Vorhanden"),
    "skill.near": ("Near", "Proche", "Verwant", "Verwandt"),
    "skill.missing": ("Not found", "Non trouvé", "Niet gevonden", "Nicht gefunden"),
    "skill.extra_met": ("Present", "Présent", "Aanwezig", "Vorhanden"),
    "skill.extra_near": ("Near", "Proche", "Verwant", "Verwandt"),
    "skill.extra_missing": ("Not found", "Non trouvé", "Niet gevonden", "Nicht gefunden"),
    "gap.heading": ("Languages", "Langues", "Talen", "Sprachen"),
    "gap.none": (
        "every language asked is met",
        "toutes les langues demandées sont acquises",
        "elke gevraagde taal is aanwezig",
        "jede verlangte Sprache ist vorhanden",
    ),
    "card.open": ("Open profile", "Ouvrir le profil", "Profiel openen", "Profil öffnen"),
    "card.known": (
        "{share} of the score rests on what is known",
        "{share} du score repose sur ce qui est connu",
        "{share} van de score rust op wat gekend is",
        "{share} des Werts beruht auf Bekanntem",
    ),
    # The opened candidate
    "profile.blind": (
        "Shown without name, contact, gender, nationality or age.",
        "Affiché sans nom, contact, sexe, nationalité ni âge.",
        "Getoond zonder naam, contact, geslacht, nationaliteit of leeftijd.",
        "Gezeigt ohne Namen, Kontakt, Geschlecht, Nationalität und Alter.",
    ),
    "profile.for": ("For {vacancy}", "Pour {vacancy}", "Voor {vacancy}", "Für {vacancy}"),
    "profile.occupations": ("Occupations", "Métiers", "Beroepen", "Berufe"),
    "profile.statements": ("Skills stated", "Compétences déclarées", "Vermelde vaardigheden", "Genannte Fähigkeiten"),
    "profile.esco_hint": (
        "In the candidate's own words, with the ESCO concept found, how it was found and how surely.",
        "Dans les mots du candidat, avec le concept ESCO trouvé, la manière et le degré de certitude.",
        "In de eigen woorden van de kandidaat, met het gevonden ESCO-begrip, hoe en hoe zeker.",
        "In den Worten des Kandidaten, mit dem gefundenen ESCO-Begriff, wie und wie sicher.",
    ),
    "profile.experience": ("Experience", "Expérience", "Ervaring", "Erfahrung"),
    "profile.education": ("Education", "Formation", "Opleiding", "Bildung"),
    "profile.languages": ("Languages", "Langues", "Talen", "Sprachen"),
    "profile.summary": ("In short", "En bref", "In het kort", "Kurz gesagt"),
    "profile.wishes": ("Wishes", "Souhaits", "Wensen", "Wünsche"),
    "profile.nothing": ("Nothing stated.", "Rien d'indiqué.", "Niets vermeld.", "Nichts angegeben."),
    "profile.years": ("{years} years", "{years} ans", "{years} jaar", "{years} Jahre"),
    "profile.since": ("since {start}", "depuis {start}", "sinds {start}", "seit {start}"),
    "profile.until": ("until {end}", "jusqu'en {end}", "tot {end}", "bis {end}"),
    "profile.eqf": ("claims EQF {level}", "déclare CEC {level}", "geeft EQF {level} op", "gibt EQR {level} an"),
    "profile.national": (
        "national level {level}",
        "niveau national {level}",
        "nationaal niveau {level}",
        "nationales Niveau {level}",
    ),
    "recognition.level": ("level recognised", "niveau reconnu", "niveau erkend", "Niveau anerkannt"),
    "recognition.specific": (
        "specific recognition",
        "équivalence spécifique",
        "specifieke erkenning",
        "spezifische Anerkennung",
    ),
    "recognition.approval": ("leave to practise", "agrément", "toelating tot het beroep", "Berufszulassung"),
    "profile.level": ("assessed {level}", "évalué {level}", "beoordeeld {level}", "bewertet {level}"),
    "profile.no_level": ("level not known", "niveau inconnu", "niveau niet gekend", "Niveau nicht bekannt"),
    "law.heading": ("The law today", "Le droit aujourd'hui", "Het recht vandaag", "Das Recht heute"),
    "law.hint": (
        "Beside the score, never inside it. What holds here is known from the sources named; the authority decides.",
        "À côté du score, jamais dedans. Ce qui vaut ici vient des sources citées ; c'est l'autorité qui décide.",
        "Naast de score, nooit erin. Wat hier staat komt uit de genoemde bronnen; de overheid beslist.",
        "Neben der Bewertung, nie darin. Was hier steht, stammt aus den genannten Quellen; die Behörde entscheidet.",
    ),
    "law.all": ("all ways:", "toutes voies :", "alle wegen:", "alle Wege:"),
    "law.yes": ("open", "ouvert", "open weg", "offen"),
    "law.unknown": ("not known yet", "pas encore connu", "nog niet gekend", "noch nicht bekannt"),
    "law.no": ("closed today", "fermé aujourd'hui", "vandaag gesloten", "heute geschlossen"),
    "law.source": (
        "Source: {source}. Checked on {checked}.",
        "Source : {source}. Vérifié le {checked}.",
        "Bron: {source}. Nagekeken op {checked}.",
        "Quelle: {source}. Geprüft am {checked}.",
    ),
    "link.same_label": ("same wording", "mêmes mots", "zelfde woorden", "gleiche Wörter"),
    "link.close_spelling": ("close spelling", "orthographe proche", "nabije spelling", "ähnliche Schreibung"),
    "link.close_meaning": ("close meaning", "sens proche", "nabije betekenis", "ähnliche Bedeutung"),
    "link.coded": ("by its code", "par son code", "volgens de code", "nach dem Code"),
    "link.confirmed": (
        "confirmed by a person",
        "confirmé par une personne",
        "bevestigd door een mens",
        "von einem Menschen bestätigt",
    ),
    "link.uncalibrated": ("not calibrated", "non calibré", "niet geijkt", "nicht kalibriert"),
    "link.unlinked": (
        "no ESCO concept found",
        "aucun concept ESCO trouvé",
        "geen ESCO-begrip gevonden",
        "kein ESCO-Begriff gefunden",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue in one language; any language without words of its own is answered in English."""

    language: str

    def __call__(self, code: str, **values: str | int) -> str:
        """Return the words of a code with the values in their places; raises :class:`KeyError` for an unknown code."""
        return CATALOGUE[code][self._column].format_map(values)

    def percent(self, share: float, *, sign: bool = False) -> str:
        """Write a share (0..1) as a whole percentage, with its sign where asked."""
        return f"{share:{'+' if sign else ''}.0%}".replace("%", " %" if self.language in ("fr", "de") else "%")

    def number(self, amount: float, decimals: int = 2) -> str:
        """Write an amount with so many decimals, or none where it is whole, grouped as the language does."""
        decimals = 0 if float(amount).is_integer() else decimals
        group, point = {"fr": (" ", ","), "nl": (".", ","), "de": (".", ",")}.get(self.language, (",", "."))
        return "".join({",": group, ".": point}.get(mark, mark) for mark in f"{amount:,.{decimals}f}")

    def day(self, day: date) -> str:
        """Write a day as it is written in Belgium."""
        return f"{day:%d/%m/%Y}"

    @property
    def _column(self) -> int:
        return LANGUAGES.index(self.language) if self.language in LANGUAGES else 0
