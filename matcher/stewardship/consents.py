"""Consents as files state them: day and way of giving, end, withdrawal, to a :class:`Consent`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.intake.cells import is_nothing
from matcher.intake.dates import ImpossibleDateError, read_date
from matcher.lawful import Consent
from matcher.records import Candidate, Problem
from taxonomies.wording import fold, normalise


class ConsentColumn(StrEnum):
    """What a column may say of a consent."""

    GIVEN = "given"
    HOW = "how"
    EXPIRES = "expires"
    WITHDRAWN = "withdrawn"


_HEADINGS = {
    ConsentColumn.GIVEN: (
        "consent; consent given; consent given on; consent date; date of consent; consentement; consentement donné; "
        "consentement donné le; date du consentement; date de consentement; toestemming; toestemming gegeven op; "
        "datum toestemming; einwilligung; einwilligung am; datum der einwilligung; الموافقة; تاريخ الموافقة"
    ),
    ConsentColumn.HOW: (
        "consent how; consent by; consent given how; form of consent; forme du consentement; moyen du consentement; "
        "mode de consentement; wijze van toestemming; vorm toestemming; art der einwilligung; طريقة الموافقة"
    ),
    ConsentColumn.EXPIRES: (
        "consent expires; consent expires on; consent until; consent end; fin du consentement; expiration du "
        "consentement; consentement jusqu'au; einde toestemming; toestemming vervalt op; toestemming tot; "
        "ende der einwilligung; einwilligung bis; انتهاء الموافقة"
    ),
    ConsentColumn.WITHDRAWN: (
        "consent withdrawn; consent withdrawn on; withdrawal of consent; consentement retiré; consentement retiré le; "
        "retrait du consentement; toestemming ingetrokken; toestemming ingetrokken op; einwilligung widerrufen; "
        "einwilligung widerrufen am; سحب الموافقة"
    ),
}
_COLUMN_OF = {normalise(text): column for column, texts in _HEADINGS.items() for text in texts.split(";")}
_NO = frozenset(["no", "non", "nee", "nein", "neen", "false", "0", "لا"])


@dataclass(frozen=True, slots=True)
class StatedConsent:
    """Cells about one consent, as they were read; an empty one is the empty string."""

    given: str | date = ""
    how: str = ""
    expires: str | date = ""
    withdrawn: str | date = ""


def consent_of(stated: StatedConsent) -> tuple[Consent, tuple[str, ...]]:
    """Return the consent that cells state, and what is wrong with them, one sentence each.

    What cannot be read counts against the consent, never for it: a withdrawal without a day is one from the day of
    giving on, and an end that is no day leaves no consent.
    """
    faults: list[str] = []
    given = _day(stated.given, "the consent was given", faults)
    expires = _day(stated.expires, "the consent ends", faults)
    withdrawn = _day(stated.withdrawn, "the consent was withdrawn", faults)
    if withdrawn is None and _says_something(stated.withdrawn):
        withdrawn = given or date.min
    if expires is None and _says_something(stated.expires):
        given = None
    return Consent(given, stated.how.strip() or None, expires, withdrawn), tuple(faults)


def consents_in(records: Iterable[Candidate]) -> tuple[dict[str, Consent], tuple[Problem, ...]]:
    """Return the consents that the kept columns of a cohort state, by key, and a problem for each cell in doubt."""
    consents, problems = {}, []
    for record in records:
        cells = {
            _COLUMN_OF[normalise(heading)]: cell for heading, cell in record.extra if normalise(heading) in _COLUMN_OF
        }
        if not cells:
            continue
        texts = {column: cells.get(column, "") for column in ConsentColumn}
        consents[record.key], faults = consent_of(StatedConsent(**{column.value: texts[column] for column in texts}))
        problems += [_problem(record, cells, fault) for fault in faults]
    return consents, tuple(problems)


def _day(said: str | date, what: str, faults: list[str]) -> date | None:
    if not _says_something(said):
        return None
    try:
        found = read_date(said)
    except ImpossibleDateError:
        found = None
    if found is None:
        faults.append(f"not the day on which {what}")
    return found


def _says_something(said: str | date) -> bool:
    return not isinstance(said, str) or not (is_nothing(said) or fold(said).strip() in _NO)


def _problem(record: Candidate, cells: dict[ConsentColumn, str], fault: str) -> Problem:
    source = record.source
    value = "; ".join(cells.values())[:200]
    remedy = "write the day as day/month/year; until then the person is not ranked under this consent"
    return Problem(source.file, source.sheet, source.row, "consent", value, fault, remedy)
