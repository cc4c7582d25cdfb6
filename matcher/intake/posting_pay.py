"""Pay as a JobPosting gives it: words, a number, or a MonetaryAmount with one value or two and the unit of time."""

from __future__ import annotations

import re

from matcher.intake.json_documents import text_of
from matcher.intake.json_ld import opened, rest_of, words_of
from matcher.intake.json_objects import OpenObject
from matcher.intake.pay_words import currency_is_known, pay_words
from matcher.intake.vacancy_columns import VacancyColumn
from matcher.intake.vacancy_dossiers import VacancyDossier

V = VacancyColumn

_HEADING = "baseSalary"


def tell_pay(dossier: VacancyDossier, posting: OpenObject) -> None:
    """Tell the base salary of a posting, in its own currency; of several only the first, the others are kept."""
    value = posting.value(_HEADING)
    if isinstance(value, list):
        dossier.keep_all(rest_of(value[1:], _HEADING))
        value = value[0] if value else None
    currency = words_of(posting.value("salaryCurrency"))
    if isinstance(value, dict):
        _tell_amount(dossier, OpenObject(opened(value, {}), _HEADING), currency)
        return
    words = text_of(value)
    alone = bool(re.fullmatch(r"[\d.]+", words))
    dossier.tell(V.WAGE, _HEADING, f"{words} {currency}".strip() if alone else words)


def _tell_amount(dossier: VacancyDossier, outer: OpenObject, currency: str) -> None:
    currency = words_of(outer.value("currency")) or currency
    inner = outer.value("value")
    amount = OpenObject(opened(inner, {}) if isinstance(inner, dict) else {"value": inner}, f"{_HEADING}.value")
    parts = (amount, outer)
    low, high, unit = (
        _first(parts, names) for names in (("minValue", "value"), ("maxValue",), ("unitText", "unitCode"))
    )
    words = pay_words(low, high, currency, unit)
    if currency_is_known(words, currency):
        dossier.tell(V.WAGE, _HEADING, words)
    else:
        dossier.keep(_HEADING, words)
        dossier.warn(_HEADING, words, f"pay in {currency}, which is not read; its words were kept", "state it in euros")
    for part in parts:
        dossier.keep_all(pair for pair in part.rest() if not pair[0].endswith("@type"))


def _first(parts: tuple[OpenObject, ...], names: tuple[str, ...]) -> str:
    found = (words_of(part.value(name)) for part in parts for name in names if name in part)
    return next((words for words in found if words), "")
