"""Skills and languages of one record, told in lists, in checklists or in columns of one language each."""

from __future__ import annotations

import re

from matcher.intake.candidate_columns import CandidateColumn
from matcher.intake.cells import is_nothing, read_tick
from matcher.intake.fields import Fields, NamedCell
from matcher.intake.language_headings import names_language
from matcher.intake.languages import LONGEST_CELL, read_language_skills, says_more
from matcher.records import LanguageSkill
from taxonomies.wording import fold

_MOTHER_TONGUE = re.compile(r"\b(?:langues? maternelles?|mother tongues?|moedertal?en|moedertaal|muttersprachen?)\b")
_JOINED = re.compile(r"[,;/&\n]|(?<=\s)(?:et|and|en|und)(?=\s)")
C = CandidateColumn
CandidateFields = Fields[CandidateColumn]


def told_languages(fields: CandidateFields) -> tuple[LanguageSkill, ...]:
    """Return the languages told, in one cell or in columns headed by one language each; what says more is kept."""
    text = "\n".join(_named_level(cell) for cell in fields.cells.get(C.LANGUAGES, ()) if not is_nothing(cell.text))
    found = read_language_skills(text)
    if text and not found and not is_nothing(text):
        fields.warn(
            C.LANGUAGES, "no known language", "name each language with its level, such as: français B2; anglais A2"
        )
    elif says_more(text, found):
        fields.keep(C.LANGUAGES)
    return found


def told_skills(fields: CandidateFields) -> str:
    """Return the skills told, those of a checklist (``Compétences: Soudure``, with ``x`` below it) by their heading."""
    told = []
    for cell in fields.cells.get(C.SKILLS, ()):
        ticked = read_tick(cell.text) if ":" in cell.heading else None
        if ticked is None:
            told.append("" if is_nothing(cell.text) else cell.text)
        elif ticked:
            told.append(cell.heading.partition(":")[2])
    return "\n".join(text for text in told if text)


def _named_level(cell: NamedCell) -> str:
    """Return what a cell says of a language, with the language where only the heading names it: ``Langues: FR``."""
    if _MOTHER_TONGUE.search(fold(cell.heading)):
        return _JOINED.sub(" (mother tongue); ", cell.text[:LONGEST_CELL].strip()) + " (mother tongue)"
    language = cell.heading.rpartition(":")[2]
    return f"{language.strip()}: {cell.text}" if names_language(language) else cell.text
