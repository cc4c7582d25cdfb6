"""Reads the codes of occupations and sectors that vacancies carry: ESCO, ISCO-08, Competent, ROME, NACE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.intake.fields import Fields
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.records import CodeSystem, OccupationCode

V = VacancyColumn

SYSTEM_OF = {
    V.ESCO: CodeSystem.ESCO,
    V.ISCO: CodeSystem.ISCO,
    V.COMPETENT: CodeSystem.COMPETENT,
    V.ROME: CodeSystem.ROME,
    V.ROME4: CodeSystem.ROME4,
    V.NACE: CodeSystem.NACE,
}
"""The classification of each column that holds codes of one."""

_ESCO_ADDRESS = re.compile(r"https?://data\.europa\.eu/esco/(occupation|isco)/(\S+)", re.IGNORECASE)
_OCCUPATION = "http://data.europa.eu/esco/occupation/"
_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_FORMS = {
    CodeSystem.ESCO: re.compile(rf"{_UUID}|\d{{4}}(?:\.\d{{1,3}}){{1,6}}"),
    CodeSystem.ISCO: re.compile(r"[Cc]?(\d{1,4})"),
    CodeSystem.COMPETENT: re.compile(rf"{_UUID}|[A-Z]{{2}}-\d{{1,6}}|[A-Z]\d{{6}}(?:-\d)?"),
    CodeSystem.ROME: re.compile(r"[A-N]\d{4}"),
    CodeSystem.ROME4: re.compile(r"[A-N]\d{4}"),
    CodeSystem.NACE: re.compile(r"[A-U]|[A-U]?\d{2}(?:\.?\d{1,3}|\.\d{2}\.\d)?"),
}
# What a code without a column of its own may be. Four digits of NACE look like ISCO's, so they need their name; so does
# C1101, a banker's code in ROME and a manager's in ISCO.
_TOLD_BY_FORM = (
    (re.compile(r"C[02-9]\d{3}|\d{4}"), CodeSystem.ISCO),
    (re.compile(r"[ABD-N]\d{4}"), CodeSystem.ROME),
    (re.compile(r"\d{4}(?:\.\d{1,3}){1,6}"), CodeSystem.ESCO),
    (re.compile(r"OP-\d{1,6}"), CodeSystem.COMPETENT),
)
_NAMES = (
    (re.compile(r"(?<![/\w])(?:isco|citp)(?:[\s_-]?(?:20)?08)?(?![/\w])", re.IGNORECASE), CodeSystem.ISCO),
    (re.compile(r"\brome[\s_-]?(?:v\.?\s?)?4(?:\.0)?\b", re.IGNORECASE), CodeSystem.ROME4),
    (re.compile(r"\brome(?:[\s_-]?(?:v\.?\s?)?3)?\b", re.IGNORECASE), CodeSystem.ROME),
    (re.compile(r"\bcompetent(?:[\s_-]?2(?:\.0)?)?\b", re.IGNORECASE), CodeSystem.COMPETENT),
    (re.compile(r"\bnace(?:[\s_-]?bel)?(?:[\s_-]?(?:20\d\d|rev\.?\s?\d(?:\.\d)?))?\b", re.IGNORECASE), CodeSystem.NACE),
    (re.compile(r"(?<!/)\besco\b(?!/)", re.IGNORECASE), CodeSystem.ESCO),
)
_PIECE = re.compile(r"[,;|\n]+")
_EDGES = " \t()[]\"':=.–—-"
_MOST_CODES = 50


def read_codes(fields: Fields[VacancyColumn]) -> tuple[OccupationCode, ...]:
    """Return the codes of a record, each once; what reads like none is warned of, words beside a code are kept."""
    found: dict[OccupationCode, None] = {}
    for column in (*SYSTEM_OF, V.OCCUPATION_CODE):
        for cell in fields.cells.get(column, ()):
            for piece in _PIECE.split(cell.text)[:_MOST_CODES]:
                codes = find_codes(piece, SYSTEM_OF.get(column))
                found.update(dict.fromkeys(codes))
                if not codes and piece.strip(_EDGES):
                    kind = SYSTEM_OF[column].name if column in SYSTEM_OF else "any known classification"
                    fields.warn(column, f"not a code of {kind}", "write the code alone, such as 7212, C7212 or M1805")
                elif len(piece.split()) > len(codes):
                    fields.keep(column)
    return tuple(found)


def find_codes(text: str, system: CodeSystem | None = None) -> tuple[OccupationCode, ...]:
    """Return the codes in a few words, of the given classification, of the one they name, or told by their form.

    An address of ESCO always counts as what it is, and one of an ISCO group as ISCO. ESCO's identifiers become its
    addresses, ISCO codes lose their ``C``; all others stay as written.
    """
    named = _named(text)
    if named is not None:
        name, told = named
        text, system = f"{text[: name.start()]} {text[name.end() :]}", told
    return tuple(_codes(text.split(), system))


def system_named(text: str) -> CodeSystem | None:
    """Return the classification that a few words name, or ``None``."""
    named = _named(text)
    return named[1] if named else None


def _named(text: str) -> tuple[re.Match[str], CodeSystem] | None:
    found = ((match, system) for pattern, system in _NAMES if (match := pattern.search(text)))
    return next(found, None)


def _codes(words: list[str], system: CodeSystem | None) -> Iterator[OccupationCode]:
    for word in words[:_MOST_CODES]:
        plain = word.strip(_EDGES)
        if address := _ESCO_ADDRESS.match(plain):
            if address[1].lower() == "occupation":
                yield OccupationCode(CodeSystem.ESCO, f"{_OCCUPATION}{address[2].lower()}")
            elif code := _FORMS[CodeSystem.ISCO].fullmatch(address[2]):
                yield OccupationCode(CodeSystem.ISCO, code[1])
        elif system is None:
            yield from _by_form(plain)
        elif code := _FORMS[system].fullmatch(plain):
            yield OccupationCode(system, _written(code, system))


def _written(code: re.Match[str], system: CodeSystem) -> str:
    if system is CodeSystem.ESCO and "-" in code[0]:
        return f"{_OCCUPATION}{code[0].lower()}"
    return code[1] if system is CodeSystem.ISCO else code[0]


def _by_form(plain: str) -> Iterator[OccupationCode]:
    for form, system in _TOLD_BY_FORM:
        if form.fullmatch(plain):
            yield OccupationCode(system, plain.lstrip("Cc") if system is CodeSystem.ISCO else plain)
            return
