"""The objects within a JSON record: a job, a course, a language, a skill, under the names that people give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.candidates import CohortContext
from matcher.intake.dossiers import Course, Dossier, Job
from matcher.intake.headers import normalise_heading
from matcher.intake.json_documents import leaves, text_of
from matcher.intake.language_codes import language_name
from matcher.intake.moments import read_stretch, says_now

C = CandidateColumn

# The words of a name are compared as those of a heading are: no case, no accents, no underscores.
_NAMES = {
    "title": "title|job title|position|poste|intitulé|intitulé du poste|titre|fonction|functie|role|occupation"
    "|métier|beroep|beruf|emploi",
    "employer": "employer|employeur|company|company name|entreprise|société|organisation|organization|werkgever|bedrijf"
    "|arbeitgeber|firma|nom de l'employeur",
    "place": "place|location|lieu|ville|city|plaats|stad|ort|country|pays|land",
    "start": "start|start date|started|started on|from|debut|date debut|date de debut|du|begin|begindatum"
    "|startdatum|van|von|since|depuis",
    "end": "end|end date|ended|finished on|to|until|fin|date fin|date de fin|au|einde|einddatum|enddatum|tot|bis",
    "ongoing": "current|is current|ongoing|en cours|actuel|lopend|huidig",
    "description": "description|summary|tâches|missions|tasks|taken|aufgaben|responsibilities|details|résumé"
    "|omschrijving|activities",
    "degree": "degree|degree name|diploma|diplôme|title|titre|qualification|study type|intitulé|opleiding|abschluss"
    "|name|nom|naam",
    "school": "school|institution|école|université|university|établissement|organisation|organization|instelling|schule"
    "|college|institut",
    "field": "field|field of study|area|speciality|spécialité|domaine|filière|richting|fachrichtung|option",
    "eqf": "eqf|eqf level|cec|eqr|vks",
    "year": "year|année|jaar|jahr|date|graduation|graduated|obtained|obtenu en",
    "name": "name|nom|naam|language|langue|taal|sprache|code|skill|compétence|vaardigheid|label|title",
    "level": "level|niveau|cefr|cecr|cecrl|erk|fluency|proficiency|stufe",
}
_ALIASES = {part: frozenset(normalise_heading(name) for name in names.split("|")) for part, names in _NAMES.items()}
_YES, _NO = frozenset({"true", "1", "yes", "oui", "ja"}), frozenset({"false", "0", "no", "non", "nee", "nein"})
_LONGEST_CODE = 3


def tell_job(dossier: Dossier, heading: str, item: Any, context: CohortContext) -> None:
    """Add a job told as an object, or as words."""
    if not isinstance(item, dict):
        _tell_jobs(dossier, heading, (text for _, text in leaves(item)), context)
        return
    rest = dict(item)
    start, end = _take(rest, "start"), _take(rest, "end")
    time = read_stretch(start, end, context.today, runs=_runs(_take(rest, "ongoing")))
    title, employer, place = _take(rest, "title"), _take(rest, "employer"), _take(rest, "place")
    told = _take(rest, "description")
    title = title or _take(rest, "name")
    if not any((title, employer, time.told, told)):
        _tell_jobs(dossier, heading, (f"{name}: {text}" for name, text in leaves(rest)), context)
        return
    more = [f"{name}: {text}" for name, text in leaves(rest)]
    dossier.job(heading, Job(title, employer, place, time, "\n".join(part for part in [told, *more] if part)))


def tell_course(dossier: Dossier, heading: str, item: Any, context: CohortContext) -> None:
    """Add a course told as an object, or as words."""
    if not isinstance(item, dict):
        _tell_words(dossier, C.EDUCATION, heading, item)
        return
    rest = dict(item)
    start, end = _take(rest, "start"), _take(rest, "end") or _take(rest, "year")
    unfinished = says_now(end) or bool(_runs(_take(rest, "ongoing")))
    title = " ".join(part for part in (_take(rest, "degree"), _take(rest, "field")) if part)
    school, eqf = _take(rest, "school"), _take(rest, "eqf")
    more = ", ".join(f"{name}: {text}" for name, text in leaves(rest))
    time = read_stretch(start, end, context.today)
    dossier.course(heading, Course(title, school, time, eqf, more, unfinished))


def tell_language(dossier: Dossier, heading: str, item: Any, _context: CohortContext) -> None:
    """Add a language told as an object, or as words."""
    if not isinstance(item, dict):
        _tell_words(dossier, C.LANGUAGES, heading, item)
        return
    rest = dict(item)
    name, level = _take(rest, "name"), _take(rest, "level")
    parts = [part for part in (level, *(f"{name} {text}" for name, text in leaves(rest))) if part]
    dossier.language(heading, language_name(name) if len(name) <= _LONGEST_CODE else name, ", ".join(parts))


def tell_skill(dossier: Dossier, heading: str, item: Any, _context: CohortContext) -> None:
    """Add a skill told as an object, or as words; a level that nobody assessed is kept beside the record."""
    if not isinstance(item, dict):
        _tell_words(dossier, C.SKILLS, heading, item)
        return
    rest = dict(item)
    name = _take(rest, "name")
    dossier.tell(C.SKILLS, heading, name)
    for _, words in leaves(rest.pop("keywords", None)):
        dossier.tell(C.SKILLS, heading, words)
    dossier.keep_all(leaves(rest, f"{heading} {name}".strip()))


def _tell_jobs(dossier: Dossier, heading: str, texts: Iterable[str], context: CohortContext) -> None:
    for text in texts:
        dossier.job_in_words(heading, text, context.today)


def _tell_words(dossier: Dossier, column: CandidateColumn, heading: str, item: Any) -> None:
    for _, text in leaves(item):
        dossier.tell(column, heading, text)


def _runs(words: str) -> bool | None:
    return True if words.lower() in _YES else False if words.lower() in _NO else None


def _take(rest: dict[str, Any], part: str) -> str:
    """Take the first single value out of an object that stands under one of the names of a part."""
    for name in list(rest):
        if normalise_heading(name) in _ALIASES[part] and not isinstance(rest[name], list | dict):
            text = text_of(rest.pop(name))
            if text:
                return text
    return ""
