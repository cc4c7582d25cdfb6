"""Reasons in words: one catalogue, four languages. Codes are what the engine knows, words are what people read."""

from __future__ import annotations

from matcher.records import Reason

LANGUAGES = ("en", "fr", "nl", "de")

_CATALOGUE: dict[str, tuple[str, str, str, str]] = {
    "skills.coverage": (
        "Has {met_essential} of {essential} essential skills.",
        "Possède {met_essential} des {essential} compétences essentielles.",
        "Heeft {met_essential} van {essential} essentiële vaardigheden.",
        "Hat {met_essential} von {essential} wesentlichen Fähigkeiten.",
    ),
    "skills.met": ("Met: {met}.", "Acquis : {met}.", "Aanwezig: {met}.", "Vorhanden: {met}."),
    "skills.near": ("Near: {near}.", "Proche : {near}.", "Verwant: {near}.", "Verwandt: {near}."),
    "skills.missing": (
        "No sign of: {missing}.",
        "Aucun signe de : {missing}.",
        "Geen aanwijzing voor: {missing}.",
        "Kein Hinweis auf: {missing}.",
    ),
    "skills.extra_met": (
        "Nice to have, present: {extra_met}.",
        "Atouts présents : {extra_met}.",
        "Pluspunten aanwezig: {extra_met}.",
        "Von Vorteil, vorhanden: {extra_met}.",
    ),
    "skills.extra_near": (
        "Nice to have, near: {extra_near}.",
        "Atouts proches : {extra_near}.",
        "Verwante pluspunten: {extra_near}.",
        "Von Vorteil, verwandt: {extra_near}.",
    ),
    "skills.extra_missing": (
        "Nice to have, no sign of: {extra_missing}.",
        "Atouts sans signe : {extra_missing}.",
        "Pluspunten zonder aanwijzing: {extra_missing}.",
        "Von Vorteil, kein Hinweis auf: {extra_missing}.",
    ),
    "skills.extras": (
        "The vacancy calls no skill essential.",
        "L'offre ne dit aucune compétence essentielle.",
        "De vacature noemt geen vaardigheid essentieel.",
        "Die Stelle nennt keine Fähigkeit wesentlich.",
    ),
    "skills.none_asked": (
        "The vacancy lists no skills.",
        "L'offre ne cite aucune compétence.",
        "De vacature noemt geen vaardigheden.",
        "Die Stelle nennt keine Fähigkeiten.",
    ),
    "skills.none_stated": (
        "The profile states no skills.",
        "Le profil ne cite aucune compétence.",
        "Het profiel noemt geen vaardigheden.",
        "Das Profil nennt keine Fähigkeiten.",
    ),
    "occupation.same": (
        "Same occupation: {held}.",
        "Même métier : {held}.",
        "Zelfde beroep: {held}.",
        "Gleicher Beruf: {held}.",
    ),
    "occupation.likely": (
        "Probably the same occupation: {held}.",
        "Probablement le même métier : {held}.",
        "Waarschijnlijk hetzelfde beroep: {held}.",
        "Wahrscheinlich derselbe Beruf: {held}.",
    ),
    "occupation.near": (
        "Neighbouring occupation: {held}.",
        "Métier voisin : {held}.",
        "Verwant beroep: {held}.",
        "Verwandter Beruf: {held}.",
    ),
    "occupation.far": (
        "Another occupation: {held}.",
        "Autre métier : {held}.",
        "Ander beroep: {held}.",
        "Anderer Beruf: {held}.",
    ),
    "occupation.none_asked": (
        "The vacancy has no title.",
        "L'offre n'a pas de titre.",
        "De vacature heeft geen titel.",
        "Die Stelle hat keinen Titel.",
    ),
    "occupation.none_stated": (
        "The profile names no occupation.",
        "Le profil ne cite aucun métier.",
        "Het profiel noemt geen beroep.",
        "Das Profil nennt keinen Beruf.",
    ),
    "meaning.close": (
        "The profile as a whole reads like the vacancy.",
        "Le profil, dans son ensemble, ressemble à l'offre.",
        "Het profiel als geheel leest als de vacature.",
        "Das Profil als Ganzes liest sich wie die Stelle.",
    ),
    "meaning.related": (
        "The profile as a whole is related to the vacancy.",
        "Le profil, dans son ensemble, est lié à l'offre.",
        "Het profiel als geheel is verwant met de vacature.",
        "Das Profil als Ganzes ist mit der Stelle verwandt.",
    ),
    "meaning.distant": (
        "The profile as a whole is about other work.",
        "Le profil, dans son ensemble, parle d'un autre travail.",
        "Het profiel als geheel gaat over ander werk.",
        "Das Profil als Ganzes handelt von anderer Arbeit.",
    ),
    "meaning.nothing_written": (
        "Too little is written to compare as a whole.",
        "Trop peu de texte pour comparer l'ensemble.",
        "Er is te weinig tekst om het geheel te vergelijken.",
        "Zu wenig Text für einen Vergleich als Ganzes.",
    ),
    "experience.none_asked": (
        "No experience is asked.",
        "Aucune expérience n'est demandée.",
        "Er wordt geen ervaring gevraagd.",
        "Es wird keine Erfahrung verlangt.",
    ),
    "experience.unknown": (
        "Years of experience are not known ({asked} asked).",
        "Années d'expérience non connues ({asked} demandées).",
        "Jaren ervaring niet gekend ({asked} gevraagd).",
        "Jahre Erfahrung nicht bekannt ({asked} verlangt).",
    ),
    "experience.enough": (
        "{held} years of experience, {asked} asked.",
        "{held} années d'expérience, {asked} demandées.",
        "{held} jaar ervaring, {asked} gevraagd.",
        "{held} Jahre Erfahrung, {asked} verlangt.",
    ),
    "experience.less": (
        "{held} years of experience where {asked} are asked.",
        "{held} années d'expérience pour {asked} demandées.",
        "{held} jaar ervaring waar {asked} gevraagd wordt.",
        "{held} Jahre Erfahrung, wo {asked} verlangt werden.",
    ),
    "education.none_asked": (
        "No diploma is asked.",
        "Aucun diplôme n'est demandé.",
        "Er wordt geen diploma gevraagd.",
        "Es wird kein Abschluss verlangt.",
    ),
    "education.unknown": (
        "The level of education is not known (EQF {asked} asked).",
        "Niveau d'études non connu (CEC {asked} demandé).",
        "Opleidingsniveau niet gekend (EQF {asked} gevraagd).",
        "Bildungsniveau nicht bekannt (EQR {asked} verlangt).",
    ),
    "education.enough": (
        "Claims EQF level {held}, {asked} asked.",
        "Déclare le niveau CEC {held}, {asked} demandé.",
        "Geeft EQF-niveau {held} op, {asked} gevraagd.",
        "Gibt EQR-Niveau {held} an, {asked} verlangt.",
    ),
    "education.less": (
        "Claims EQF level {held} where {asked} is asked.",
        "Déclare le niveau CEC {held} pour {asked} demandé.",
        "Geeft EQF-niveau {held} op waar {asked} gevraagd wordt.",
        "Gibt EQR-Niveau {held} an, wo {asked} verlangt wird.",
    ),
}
# A coverage reason adds a sentence for each of these lists that is not empty.
_SKILL_LISTS = ("met", "near", "missing", "extra_met", "extra_near", "extra_missing")
_DETAILS = {"skills.coverage": _SKILL_LISTS, "skills.extras": _SKILL_LISTS}


def in_words(reason: Reason, language: str = "en", *, details: bool = True) -> str:
    """Put a reason into words.

    Args:
        reason: code and values.
        language: en, fr, nl or de; any other is answered in English.
        details: also name the single skills met, near and missing.
    """
    values = {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in reason.values}
    sentences = [_sentence(reason.code, values, language)]
    if details:
        lists = [name for name in _DETAILS.get(reason.code, ()) if values.get(name)]
        sentences += [_sentence(f"skills.{name}", values, language) for name in lists]
    return " ".join(sentences)


def codes() -> tuple[str, ...]:
    """Return every code that has words."""
    return tuple(_CATALOGUE)


def _sentence(code: str, values: dict[str, str], language: str) -> str:
    column = LANGUAGES.index(language) if language in LANGUAGES else 0
    return _CATALOGUE[code][column].format_map(values)
